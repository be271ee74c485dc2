"""Sets D01.pdf with ReportLab: a district office of 2014, attendance in two columns."""

import pathlib
import sys

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Spacer, Table

BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11.5, leading=15, spaceAfter=5)
HEAD = ParagraphStyle(
    "head", parent=BODY, fontName="Times-Bold", spaceBefore=9, spaceAfter=1, keepWithNext=1
)
TITLE = ParagraphStyle("title", parent=BODY, fontName="Times-Bold", fontSize=15, leading=20)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=8 * mm, bulletIndent=3 * mm, spaceAfter=1)

EMPLOYER = """Arbetsgivaren
Christer Malmqvist, ordf.
Yasemin Kaya Lindh, avd.chef förskola
Per-Olov Stenmark, personalchef
Ingela Rask, avd.chef äldreomsorg
Boel Tornberg, sekr."""
UNIONS = """Arbetstagarna
Carina Uusitalo, Vision
Abdirahman Warsame, Kommunal
Gerd Lilja, Kommunal
Thomas Hellqvist, Akademikerförb. SSR
Marianne Öst, Lärarförbundet
Eleni Papadaki, Fysioterapeuterna (f.d. LSR)"""

TEXT = """\
# § 63 Mötets öppnande

Christer Malmqvist öppnar mötet.

# § 64 Val av justerare

Carina Uusitalo, Vision, och Gerd Lilja, Kommunal, utses.

# § 65 Föregående mötes protokoll

Protokoll nr 5 från den 13 maj 2014 läggs till handlingarna. Lärarförbundet noterar dock att
frågan under § 58 om planeringstid för förskollärare inte är slutbehandlad. Den tas upp på nytt
vid höstens första möte.

# § 66 Verksamhetsuppföljning, tertialrapport 1

Tertialrapport 1 har behandlats i nämnden den 22 maj. Prognosen pekar mot ett överskott på
2,3 mnkr, i huvudsak beroende på att barnantalet i förskolan blivit lägre än beräknat. Inom
äldreomsorgen är läget ansträngt. Stadsdelsdirektören understryker att ett överskott i
förskolan inte kan användas till att täcka äldreomsorgens kostnader, eftersom förskolan
ersätts per barn.

Vision ställer sig frågande till att handläggarna på äldreenheten för andra året i rad är färre
än i budgeten, trots att ärendena ökat med elva procent. Man vill ha en förklaring. Avdelningschefen
medger att två tjänster har hållits vakanta i väntan på den nya organisationen. De utannonseras
nu i juni.

# § 67 Sommarbemanning inom äldreomsorgen

Ingela Rask redogör för sommarens bemanning. Samtliga 46 vikariat på Kista servicehus är
tillsatta, på hemtjänsten saknas sju. Fem veckors introduktion har ersatts av tre dagar på
enheten och två dagar gemensam utbildning.

Gerd Lilja, Kommunal, menar att tre dagars introduktion är för lite när vikarien ska dela
läkemedel på delegering. Arbetsgivaren svarar att ingen får delegering utan godkänt prov.
Kommunal frågar också vad som händer om de sju platserna inte går att tillsätta. Då blir det i
första hand fråga om frivillig mertid och i andra hand inhyrd personal, svarar Ingela Rask, som
inte utesluter att semestrar kan behöva flyttas. Kommunal protesterar bestämt mot det sistnämnda.

# § 68 Sammanslagning av enheterna Ekonomiskt bistånd och Arbetsmarknad

Förhandling enligt 11 § MBL. Arbetsgivaren föreslår att de båda enheterna slås samman den
1 oktober 2014 under en gemensam chef. Handlingar har skickats ut den 2 juni. Risk- och
konsekvensanalys har upprättats med huvudskyddsombudet och redovisas i bilaga.

Vision och Akademikerförbundet SSR har lämnat gemensamma synpunkter:

* Arbetsledningen blir för tunn med en chef för 38 medarbetare.
* Det saknas en plan för hur handläggarnas myndighetsutövning skiljs från coachernas arbete.

Arbetsgivaren bemöter synpunkterna. En biträdande enhetschef kommer att rekryteras internt. När
det gäller myndighetsutövningen finns delegationsordningen, och den ändras inte.

Vision yrkar att rekryteringen av biträdande chef ska vara klar före den 1 oktober. Yrkandet
bifalls.

Thomas Hellqvist, SSR, reserverar sig mot beslutet med motiveringen att sammanslagningen sker
utan att arbetsbelastningen har kartlagts. Förhandlingen förklaras avslutad i oenighet med SSR och
i enighet med övriga. Dnr 1.2.1-204/2014.

# § 69 Delegation av arbetsmiljöuppgifter

Personalchefen delar ut ny mall för fördelning av arbetsmiljöuppgifter enligt AFS 2001:1 § 6.
Mallen gäller från och med den 1 september. Lärarförbundet efterlyser möjligheten för en
förskolechef att returnera uppgifter som saknar resurser. Den möjligheten finns och framgår av
mallens sista stycke.

# § 71 Arbetsmiljö och skyddskommitté

Huvudskyddsombudet Abdirahman Warsame rapporterar från skyddsrond i Husby. På förskolan
Trollsländan luktar det fortfarande avlopp i kapprummet. Felanmälan gjordes första gången i
november.

Avdelningschefen har varit i kontakt med Micasa/SISAB och väntar på åtgärd.

Fysioterapeuterna påpekar att liftarna på servicehuset inte är besiktigade sedan 2012. Enligt
Ingela Rask stämmer inte uppgiften, besiktning gjordes i februari 2014 och protokollet ska skickas
över.

Sjukfrånvaron under april var 8,1 %, varav korttid (dag 1–14) 2,9 %.

# § 72 Jämställdhets- och mångfaldsplan 2014–2016

Planen är omarbetad efter synpunkter. De fackliga organisationerna har inget att erinra. Samverkat.

# § 73 Lönerevision 2014

Löneöversynen är avslutad för Vision, Kommunal och SSR. För lärargrupperna pågår centrala
diskussioner. Vision framför kritik mot att lönesamtal har hållits över telefon på två enheter.

# § 74 Ärenden till stadsdelsnämnden den 17 juni

Information enligt 19 § MBL i följande ärenden.

* Svar på remiss om betänkandet Boende utanför det egna hemmet (SOU 2014:3), dnr 1.5.1-178/2014
* Förskoleplan 2015, dnr 1.2.4-233/2014
* Parkupprustning i Akalla by, dnr 2.1-190/2014

Informationen läggs till handlingarna.

# § 75 Fackliga frågor

Kommunal meddelar att sektionen har nytt telefonnummer. Vision tackar Eleni Papadaki för tiden
som adjungerad och önskar henne välkommen som ordinarie ledamot.

# § 76 Övriga frågor

a) Cykelställ. Carina Uusitalo undrar om det blir några cykelställ på baksidan av Kista-huset.
Svaret är nej, fastighetsägaren säger ifrån.

b) Kaffeautomaten på plan 4 tas bort den 1 juli.

# § 77 Nästa möte och avslutning

Tisdagen den 26 augusti 2014 kl. 13.00. Ordföranden önskar alla en skön sommar."""


def furniture(canvas: Canvas, document: BaseDocTemplate) -> None:
    """The office's name above, its address and the page number below."""
    canvas.saveState()
    canvas.setFont("Helvetica-Bold", 9)
    canvas.drawString(28 * mm, 284 * mm, "Rinkeby-Kista stadsdelsförvaltning")
    canvas.setFont("Helvetica", 9)
    canvas.drawRightString(185 * mm, 284 * mm, f"Sid {document.page}")
    canvas.drawString(28 * mm, 280 * mm, "Personalenheten")
    canvas.setFont("Helvetica", 7.5)
    canvas.drawString(28 * mm, 14 * mm, "Box 7049, 164 07 Kista. Telefon 08-555 02 00")
    canvas.drawString(28 * mm, 11 * mm, "Besöksadress Kistagången 99")
    canvas.restoreState()


story = [
    Paragraph("PROTOKOLL 6/2014", TITLE),
    Paragraph("Förvaltningsgruppen", TITLE),
    Paragraph("Sammanträde tisdagen den 10 juni 2014 kl. 13.00–15.15", BODY),
    Paragraph("Plats: Kistarummet, plan 3", BODY),
    Spacer(1, 6),
    Paragraph("<b>Närvarande</b>", BODY),
    Table(
        [[[Paragraph(line, BODY) for line in side.splitlines()] for side in (EMPLOYER, UNIONS)]],
        colWidths=[78 * mm, 80 * mm],
        style=[("VALIGN", (0, 0), (-1, -1), "TOP")],
    ),
    Paragraph("<b>Anmält förhinder:</b> Nasrin Amiri, Lärarnas Riksförbund. Vårdförbundet.", BODY),
    Spacer(1, 6),
]
for block in TEXT.split("\n\n"):
    match block[:2]:
        case "# ":
            story.append(Paragraph(block[2:], HEAD))
        case "* ":
            items = block.replace("\n* ", "\0").replace("\n", " ")[2:].split("\0")
            story += [Paragraph(item, ITEM, bulletText="•") for item in items]
        case _:
            story.append(Paragraph(block, BODY))
story += [
    Spacer(1, 24),
    Table([["Vid protokollet", ""], ["", ""], ["Boel Tornberg", ""]], hAlign="LEFT"),
    Spacer(1, 12),
    Table(
        [
            ["Justeras", "", ""],
            ["", "", ""],
            ["Christer Malmqvist", "Carina Uusitalo", "Gerd Lilja"],
            ["Arbetsgivaren", "Vision", "Kommunal"],
        ],
        colWidths=[52 * mm] * 3,
        hAlign="LEFT",
    ),
]
document = BaseDocTemplate(str(pathlib.Path(sys.argv[1])), pagesize=A4, title="Protokoll 6/2014")
frame = Frame(28 * mm, 20 * mm, 157 * mm, 255 * mm, id="all")
document.addPageTemplates(PageTemplate("all", [frame], onPage=furniture))
document.build(story)
