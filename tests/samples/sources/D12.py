"""Sets D12.pdf with ReportLab: signature stamps, and two appendices after the signatures."""

import pathlib
import sys

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14.5, spaceAfter=5)
HEAD = ParagraphStyle(
    "head", parent=BODY, fontName="Helvetica-Bold", spaceBefore=10, spaceAfter=2, keepWithNext=1
)
TITLE = ParagraphStyle("title", parent=BODY, fontName="Helvetica-Bold", fontSize=14, leading=19)
CELL = ParagraphStyle("cell", parent=BODY, fontSize=9, leading=11.5, spaceAfter=0)
STAMP = ParagraphStyle("stamp", parent=BODY, fontName="Courier", fontSize=8, leading=10)

MINUTES = """\
! Protokoll FG nr 9, 2022

Hässelby-Vällingby stadsdelsförvaltning

Datum: 15/11 2022 Klockan: 9:30–12:00 Plats: Ormängsgatan 6, Astrakangången

Arbetsgivare: Gunilla Stiernspetz, stadsdelsdirektör (ordförande); Ahmed Al-Khatib,
avdelningschef äldre och funktionsnedsättning; Sofie Hjortzberg-Nordlund, HR-chef; Kia Lampinen,
registrator (sekreterare); Tor Wennerholm, lokalstrateg (§ 92)

Kommunal: Marie-Louise Adamsson, Blerim Krasniqi

Vision: Susanne Ekdahl (t.o.m. § 93)

Akademikerförbundet SSR: Fatou Ceesay

Lärarförbundet: Inger Stavås

Vårdförbundet: Dag Höglander

Frånvarande: Ledarna, Saco

# § 88 ÖPPNANDE OCH DAGORDNING

Direktören öppnar mötet. Dagordningen fastställs utan ändringar.

# § 89 JUSTERARE

Marie-Louise Adamsson (Kommunal) och Fatou Ceesay (SSR).

# § 90 FÖREGÅENDE PROTOKOLL SAMT BALANSLISTA

Protokoll nr 8 godkänns. På balanslistan kvarstår hälsosamtal för nattpersonal (från mars) och
parkeringsfrågan vid Skolörtens hemtjänst (från maj). Vårdförbundet ifrågasätter att
hälsosamtalen efter åtta månader fortfarande inte kommit i gång. HR-chefen meddelar att de
första samtalen är bokade till vecka 48.

# § 91 FÖRÄNDRAD NATTORGANISATION PÅ SKOLÖRTENS VÅRD- OCH OMSORGSBOENDE

Ärendet behandlas enligt MBL 11 §, ärendenummer HVF 2022/611. Ahmed Al-Khatib föredrar. Förslaget är
att de tre våningsplanen får en gemensam nattgrupp med sju undersköterskor i stället för tre
plus tre plus tre. En vakans dras in och två tjänster flyttas till dagen. Riskbedömningen är
bilagd (bilaga 1).

Frågor från Kommunal:

- Hur lång inställelsetid blir det till det översta planet?

- Vad händer när två boende larmar samtidigt och den tredje är på rond?

- Blir det möjligt att byta till dagtjänst för den som vill?

Svar från arbetsgivaren:

- Högst fyra minuter, enligt provet som gjordes i oktober.

- Då larmas sjuksköterskan i beredskap, som har fyra boenden.

- Ja, önskemål tas emot till och med den 9 december.

Dag Höglander, Vårdförbundet, ställer sig tveksam till att sjuksköterskan i beredskap ska räknas
in. Det är inte en omvårdnadsresurs och så har det inte heller beskrivits i förslaget. Arbetsgivaren
håller med om att beskrivningen är olycklig och stryker den meningen ur förslaget.

Blerim Krasniqi påpekar att det i bilagan anges nio tjänster i nuläget, men att två av dem har
stått obesatta sedan midsommar. Jämförelsen haltar därför. Ahmed Al-Khatib
ger honom rätt; rättade siffror delas ut på mötet.

Kommunal kan inte godta förslaget. Kommunal reserverar sig och begär att reservationen antecknas:
förslaget sparar in på de äldres trygghet. Vision, SSR och Vårdförbundet har ingen erinran.
Samverkan avslutas i oenighet.

# § 92 LOKALER

Tor Wennerholm redovisar planerna för Vällingby servicehus. Ombyggnaden delas i två etapper,
den första från februari 2023. Evakueringslokaler finns i Råcksta. Information enligt MBL 19 §, HVF
2022/588.

Vision önskar besked om cykelrum och omklädningsrum i evakueringslokalen. Omklädningsrum finns,
cykelrum finns inte. Susanne Ekdahl tycker att det är dåligt.

# § 93 BUDGET 2023 OCH VERKSAMHETSPLAN

Kommunfullmäktiges beslut om budget dröjer till den 15 december på grund av valet.
Verksamhetsplanen tas därför upp först i januari, för samverkan enligt MBL 11 §. Några frågor
ställdes inte.

# § 94 ARBETSMILJÖ

Statistik över sjukfrånvaro och tillbud framgår av bilaga 2. Sammantaget uppgick sjukfrånvaron i
september till 8,8 procent.

Lärarförbundet yrkar att bullermätning görs på samtliga förskolor före den 1 mars. Yrkandet avslås;
mätning görs där skyddsombudet begär det.

Inger Stavås begär, i egenskap av huvudskyddsombud, att få se samtliga beslut om delegering
av arbetsmiljöuppgifter. Registratorn tar fram dem.

# § 95 FACKLIG INFORMATION

SSR: lokalt årsmöte hålls den 7 februari. Kommunal: ingen information. Lärarförbundet: Sveriges
Lärare bildas vid årsskiftet.

# § 96 REKRYTERING OCH AVSLUTSSAMTAL

Under tredje kvartalet rekryterades 31 tillsvidareanställda medan 27 slutade. Vanligaste
orsaken som anges är lönen, därefter arbetsbelastningen.

SSR har skriftligen ställt följande fråga: ”Vid avslutssamtalen frågas aldrig om introduktionen.
Kan en sådan fråga läggas in i formuläret?” HR-chefen lägger in frågan från årsskiftet.

SSR kommenterar att mentorskapet för nya socialsekreterare fanns tidigare och fungerade bra.

Vårdförbundet: Sjuksköterskorna på Skolörten har slutat en efter en, tre på ett år. Vad görs?

Ahmed Al-Khatib: En ny gruppchef med sjuksköterskebakgrund börjar den 1 december.

# § 97 ÖVRIGT

Ingenting fanns att ta upp under denna punkt.

# § 98 NÄSTA MÖTE

13/12 2022 klockan 9:30. Mötet avslutas."""

RISKS = """\
! Bilaga 1. Riskbedömning inför ändrad nattorganisation

Upprättad 2022-10-27 av enhetschefen tillsammans med skyddsombuden Blerim Krasniqi och Naima Osman.

# 1. Beskrivning av ändringen

Nio tjänster natt blir sju. Grupperna slås samman till en, med gemensam arbetsledning.

# 2. Identifierade risker

Ensamarbete på plan 3 under delar av natten. Risk: hög.

Ökat antal förflyttningar per medarbetare. Risk: medel.

# 3. Åtgärder

Personlarm med tvåvägskommunikation till alla (klart 31 januari). Taklyft i samtliga rum på plan 3.
Uppföljning på arbetsplatsträff varje månad."""

FIGURES = """\
Enhet|Sjukfrånvaro sept 2022|Tillbud jan–sept
Hemtjänst|11,2 %|64
Vård- och omsorgsboenden|9,7 %|118
Förskola|9,9 %|75
Individ- och familjeomsorg|6,1 %|41
Stab|2,4 %|3"""

STAMPS = [
    ("Gunilla Stiernspetz", "2022-11-21T08:14:09+0100"),
    ("Marie-Louise Adamsson", "2022-11-21T17:40:51+0100"),
    ("Fatou Ceesay", "2022-11-22T07:58:30+0100"),
]


def furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
    """A footer, and the signing service's stamp turned up along the edge."""
    canvas.saveState()
    canvas.setFont("Helvetica", 8)
    canvas.drawString(25 * mm, 12 * mm, "Hässelby-Vällingby stadsdelsförvaltning")
    canvas.drawRightString(185 * mm, 12 * mm, f"Sida {document.page}/5")
    canvas.setFillColor(colors.grey)
    canvas.setFont("Helvetica", 6.5)
    canvas.translate(201 * mm, 60 * mm)
    canvas.rotate(90)
    canvas.drawString(0, 0, "Dokument-ID 7f3a-22c1-90be. Signerat av 3 parter i e-arkivets tjänst.")
    canvas.restoreState()


def story_of(text: str) -> list[Paragraph]:
    """Titles, headings and paragraphs."""
    styles = {"! ": TITLE, "# ": HEAD}
    return [
        Paragraph(block.removeprefix("! ").removeprefix("# "), styles.get(block[:2], BODY))
        for block in text.split("\n\n")
    ]


rows = [[Paragraph(cell, CELL) for cell in row.split("|")] for row in FIGURES.splitlines()]
grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)]
document = BaseDocTemplate(str(pathlib.Path(sys.argv[1])), pagesize=A4, title="FG 9 2022")
frame = Frame(25 * mm, 22 * mm, 162 * mm, 255 * mm)
document.addPageTemplates(PageTemplate("all", [frame], onPage=furniture))
document.build(
    [
        *story_of(MINUTES),
        Spacer(1, 22),
        Paragraph("Kia Lampinen<br/>Vid protokollet", BODY),
        Paragraph("Protokollet har justerats digitalt av:", BODY),
        *[Paragraph(f"{name}<br/>{stamp}", STAMP) for name, stamp in STAMPS],
        PageBreak(),
        *story_of(RISKS),
        PageBreak(),
        Paragraph("Bilaga 2. Sjukfrånvaro och tillbud per enhet", TITLE),
        Table(rows, colWidths=[62 * mm, 48 * mm, 40 * mm], style=grid, hAlign="LEFT"),
    ]
)
