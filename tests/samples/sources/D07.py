"""Sets D07.pdf with ReportLab: prose in two columns, matters for the board in a table."""

import pathlib
import sys

from reportlab.lib import colors
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

FONTS = pathlib.Path("/usr/share/fonts/truetype/liberation")
pdfmetrics.registerFont(TTFont("Serif", FONTS / "LiberationSerif-Regular.ttf"))
pdfmetrics.registerFont(TTFont("Sans", FONTS / "LiberationSans-Bold.ttf"))
BODY = ParagraphStyle(
    "body",
    fontName="Serif",
    fontSize=11.5,
    leading=14.6,
    spaceAfter=4,
    alignment=TA_JUSTIFY,
    embeddedHyphenation=1,
)
WIDE = ParagraphStyle("wide", parent=BODY, alignment=0)
HEAD = ParagraphStyle(
    "head", parent=WIDE, fontName="Sans", fontSize=11, spaceBefore=7, spaceAfter=2, keepWithNext=1
)
TITLE = ParagraphStyle("title", parent=WIDE, fontName="Sans", fontSize=15, leading=19)
CELL = ParagraphStyle("cell", parent=WIDE, spaceAfter=0, leading=12.5)

TOP = """\
Norra innerstadens stadsdelsförvaltning, förvaltningsgruppen (FSG). Sammanträdesdatum: 2025-02-06,
kl. 08.30 till 10.50. Plats: Tulegatan 13, lokal Observatorielunden.

Närvarande för arbetsgivaren: Elisabet Rosenqvist, stadsdelsdirektör, tillika ordförande. Jörgen
Wachtmeister, avdelningschef äldreomsorg. Neda Pourkarim, avdelningschef social omsorg. Ann Bratt,
HR-chef, §§ 1–6. Linus Sjödén, HR-konsult, sekreterare.

Närvarande för de fackliga organisationerna: Marika Lundell (Kommunal), Osman Idris (Kommunal),
Cecilia Rappe (Vision), Yngve Dahlin (SSR), Petronella Kask (Sveriges Lärare), Margit Thor
(Sveriges Arbetsterapeuter). Förhinder: Saco; Vårdförbundet genom Jonna Hesselgren."""

COLUMNS = """\
# § 1. Öppnande

Ordföranden öppnade samman|trädet.

# § 2. Justering

Cecilia Rappe och Marika Lundell utsågs att jämte ordföranden justera protokollet, vilket ska ske
senast den 13 februari.

# § 3. Protokoll från föregående samman|träde

Protokoll nr 10/2024 av den 12 december 2024 lades till handlingarna. Vision erinrade om att §
7 i protokollet talar om en utvärdering i januari som inte har kommit. Ann Bratt beklagade
för|seningen. Utvärder|ingen är klar och skickas ut med detta protokoll.

# § 4. Sjuk|frånvaro och arbets|miljö

Sjuk|frånvaron i december 2024 uppgick till 7,7 procent, varav korttids|frånvaron till 3,0 procent
och långtids|frånvaron till 4,7 procent. Hög|ast är den inom hemtjänsten. Förvalt|ningen har
tillsam|mans med företags|hälsovården startat en satsning på tidiga samtal, i vilken alla chefer
ska ta kontakt redan vid tredje sjuk|tillfället under en sexmånaders|period.

Marika Lundell menade, för Kommunals räkning, att tidiga samtal lätt upplevs som kon|troll
om de inte följs av någon åtgärd, och önskade en redo|visning av vad samtalen faktiskt leder
till. HR-chefen instämde i att det finns en sådan risk. En uppföljning med exempel på
åtgärder görs efter andra kvartalet.

Sveriges Arbets|terapeuter tog upp de tunga förflytt|ningarna på Väderkvarnens vård- och
omsorgs|boende. Fyra taklyftar är ur bruk sedan i november. Jörgen Wachtmeister uppgav att
service|avtalet sagts upp i samband med upphandlingen, men att lyftarna repareras under
vecka 7.

# § 5. Hemtjänst|ens planerings|system

Information enligt 19 § MBL. Det nya planerings|systemet införs i tre steg, med start i Vasastan
den 1 april. Behovet av utbild|ning beräknas till fyra timmar per medarbetare. Vision undrade
varför planer|arna inte hade fått delta i kravställ|ningen och Kommunal frågade om
appen fungerar på privata telefoner. Neda Pourkarim svarade i Jörgen Wachtmeisters ställe att
två planerare ingått i stadens gemensamma referens|grupp och att privata telefoner över huvud taget
inte ska användas.

Osman Idris tillade att täckningen i källar|planen på Norra Station är så dålig att larm inte
går fram. Påpekandet antecknades.

# § 6. Organisations|översyn social omsorg

Neda Pourkarim redogjorde för det reviderade förslaget efter remissen till arbetsplats|träffarna.
Enheten för vuxna delas i en mottagnings- och utrednings|enhet samt en insats|enhet. Två tjänster
som biträdande enhets|chef inrättas. Samverkan sker enligt 11 § MBL. Ärendet har
diarie|nummer NIN 2025/31.

SSR vände sig mot att samordnings|tjänsten för våld i nära relationer läggs på insats|enheten,
eftersom de flesta ärenden börjar i mottagningen. Yngve Dahlin yrkade att placer|ingen
skulle prövas på nytt efter ett halvår. Arbetsgivaren accepterade yrkandet.

Efter kort ajournering för|klarade sig samtliga organisa|tioner eniga med arbetsgivaren.
Samverkan avslutades. Risk|bedömningen från den 23 januari ska kompletteras med lokal|frågan.

# § 7. Lokaler i förskolan

Petronella Kask ville på nytt lyfta bullret på förskolan Sparven. Mätningen i höstas visade 78
decibel ekvivalent nivå i matsalen. Hur länge ska personalen vänta? Enligt avdelnings|chefen för
förskola, som lämnat ett skrift|ligt svar, sätts absor|benter upp under sport|lovet.

Ordföranden redogjorde därefter för lokal|försörjnings|planen. Två paviljonger ska avvecklas före
2027 och hyres|gästen i Vanadislunden har sagts upp. Barn|antalet sjunker fortare än stadens
prognos och det kan bli aktuellt att slå samman av|delningar redan till hösten. Cecilia
Rappe (Vision) efter|frågade en karta över vilka förskolor som berörs. En sådan
karta ligger sedan i måndags på samarbets|ytan.

# § 8. Fackliga meddelanden

Kommunal höll årsmöte den 30 januari. Vision håller sitt den 25 februari, SSR den 11 mars.
Sveriges Lärare informerade om den pågående avtals|rörelsen."""

WIDE_TEXT = """\
# § 9. Ärenden till stadsdelsnämnden den 20 februari 2025

Ärendena presenterades av ordföranden. Kolumnen längst till höger visar hur respektive ärende har
behandlats i samverkan.

TABLE

Vision frågade om uppsägningen av lokalen på Dalagatan påverkar fältassistenterna. Det gör den
inte, enligt direktören, eftersom de flyttar till Tulegatan i maj. Kommunal ville veta varför
driften av Väderkvarnen skulle konkurrensutsättas. Frågan bordlades på ordförandens begäran
till nästa sammanträde, eftersom underlaget kommit de fackliga till del först i går.

# § 10. Övriga frågor

Inga övriga frågor anmäldes.

# § 11. Avslutning

Ordföranden förklarade sammanträdet avslutat. Nästa sammanträde: 2025-03-06 kl. 08.30."""

MATTERS = """\
Ärende|Dnr|Samverkan
Verksamhetsberättelse 2024|NIN 2025/12|Informerat, § 19 MBL
Uppsägning av lokal, Dalagatan 62|NIN 2025/40|Samverkat § 11 MBL, enighet
Konkurrensutsättning av Väderkvarnens vård- och omsorgsboende|NIN 2024/977|§ 11 MBL, bordlagt
Svar på remiss om SOU 2024:78|NIN 2024/1010|Informerat, § 19 MBL"""


def soft(text: str) -> str:
    """The text with a soft hyphen where a word may be broken."""
    return text.replace("\n", " ").replace("|", "\u00ad")


def furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
    """A line above with the board's number, the page below in the middle."""
    canvas.saveState()
    canvas.setFont("Serif", 8.5)
    canvas.drawString(20 * mm, 285 * mm, "Protokoll 1/2025")
    canvas.drawRightString(190 * mm, 285 * mm, "Norra innerstaden · NIN 2025/3")
    canvas.line(20 * mm, 283.5 * mm, 190 * mm, 283.5 * mm)
    canvas.drawCentredString(105 * mm, 10 * mm, f"– {document.page} –")
    canvas.restoreState()


def story_of(text: str, style: ParagraphStyle) -> list[Paragraph | Table]:
    """Headings, paragraphs and, where it stands, the table of matters."""
    story: list[Paragraph | Table] = []
    for block in text.split("\n\n"):
        if block == "TABLE":
            rows = [
                [Paragraph(cell, CELL) for cell in row.split("|")] for row in MATTERS.splitlines()
            ]
            grid = [
                ("GRID", (0, 0), (-1, -1), 0.4, colors.grey),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ]
            story.append(
                Table(rows, colWidths=[85 * mm, 32 * mm, 50 * mm], style=grid, spaceAfter=8)
            )
        elif block.startswith("# "):
            story.append(Paragraph(soft(block[2:]), HEAD))
        else:
            story.append(Paragraph(soft(block), style))
    return story


def column(left: float, bottom: float, height: float) -> Frame:
    """One of two columns."""
    return Frame(left * mm, bottom * mm, 82 * mm, height * mm)


document = BaseDocTemplate(str(pathlib.Path(sys.argv[1])), pagesize=A4, title="Protokoll 1/2025")
document.addPageTemplates(
    [
        PageTemplate(
            "first",
            [
                Frame(20 * mm, 214 * mm, 172 * mm, 68 * mm),
                column(20, 18, 192),
                column(108, 18, 192),
            ],
            onPage=furniture,
        ),
        PageTemplate("columns", [column(20, 168, 112), column(108, 168, 112)], onPage=furniture),
        PageTemplate("wide", [Frame(20 * mm, 18 * mm, 172 * mm, 262 * mm)], onPage=furniture),
    ]
)
document.build(
    [
        Paragraph("Protokoll från förvaltningsgrupp", TITLE),
        Spacer(1, 5),
        *[Paragraph(block.replace("\n", " "), WIDE) for block in TOP.split("\n\n")],
        FrameBreak(),
        NextPageTemplate("columns"),
        *story_of(COLUMNS, BODY),
        NextPageTemplate("wide"),
        PageBreak(),
        *story_of(WIDE_TEXT, WIDE),
        Spacer(1, 30),
        Paragraph("Linus Sjödén<br/>sekreterare", WIDE),
        Spacer(1, 18),
        Paragraph("Justeras<br/>Elisabet Rosenqvist, Cecilia Rappe, Marika Lundell", WIDE),
    ]
)
