"""Writes D02.docx with python-docx: Word numbers the matters itself, people stand in a table."""

import copy
import pathlib
import sys

import docx
import docx.document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

PEOPLE = """Namn|Funktion/organisation|Närvaro
Stina Gyllenbåge|Stadsdelsdirektör, ordförande|Ja
Emre Aydın|HR-chef|Ja
Lovisa Brännmark|Avdelningschef Barn och unga|Ja, punkt 4–7
Karl-Johan Tuvesson|Avdelningschef Vuxna|Nej
Anahita Moradi|HR-strateg, sekreterare|Ja
Susanne Pettersson-Diaz|Kommunal|Ja
Bengt-Åke Runnfors|Kommunal, huvudskyddsombud|Ja, via Teams
Farah Siddiqui|Vision|Ja
Ola Mårtensson|Akademikerförbundet SSR|Ja
Viveka Sjöstrand|Sveriges Lärare|Nej
Joakim Ek|Ledarna|Ja, kom kl. 9.30"""

TEXT = """\
# Öppnande

Direktören öppnar mötet och konstaterar att kallelsen gått ut i tid. Månadens tema enligt
årshjulet är likabehandling och aktiva åtgärder.

# Godkännande av dagordning

Farah Siddiqui vill ta upp passersystemet. Frågan läggs under övrigt.

# Föregående protokoll

Protokollet 2024-02-14 är justerat och läggs till handlingarna.

# Månadens tema: aktiva åtgärder mot diskriminering

HR-strategen visar resultatet av undersökningen som gjordes på arbetsplatsträffarna i januari.
Elva procent uppger att de någon gång under året har blivit illa behandlade på grund av en
diskrimineringsgrund, vanligast är etnisk tillhörighet och ålder. Chefer ska följa upp på den
egna enheten före sommaren.

@ Hur många enheter har inte svarat? (Kommunal)

@ 14 av 61, säger HR-strategen, och de kommer att påminnas.

@ Skyddsombuden har på flera håll inte fått vara med. (Kommunal)

@ Arbetsgivaren ber om exempel så att det går att följa upp.

Ola Mårtensson, SSR, tycker att formuläret är för trubbigt: det går inte att se om det är
kollegor, chefer eller brukare som står för kränkningen. Emre Aydın delar uppfattningen. En ny
fråga läggs till nästa år.

# Organisation för myndighetsutövning Barn och unga

Lovisa Brännmark föredrar ärendet, JVA 2024/88. Utredningsenheterna i Rinkeby och Tensta får en
gemensam mottagning. Samverkan sker enligt § 11 MBL.

% Bakgrund. Antalet orosanmälningar har ökat med 22 procent på två år, samtidigt som
väntetiderna skiljer sig åt mellan de två kontoren.

% Förslag. Mottagningen placeras i Tensta från den 1 juni med tolv handläggare och två
gruppledare.

% Riskbedömning. Gjordes den 28 februari. Två risker bedöms som höga: ensamarbete under
kvällsjouren och trångboddhet i lokalen. Åtgärder framgår av bilagan.

Vision frågar vilka som ska flytta och när de får veta det. Enligt avdelningschefen får samtliga
besked före påsk; i första hand gäller det frivilliga.

SSR anser att två gruppledare är för lite för tolv handläggare när hälften är nyutexaminerade.
Vidare undrar SSR om handledningen ligger kvar. Avdelningschefen svarar att gruppledarna
avlastas administrativt och att handledningen ligger kvar i nuvarande omfattning.

Parterna är överens. Samverkan avslutas i enighet.

# Ekonomi

Bokslutet för 2023 visar ett överskott på 18 mnkr. Årets budget är däremot stramare, och
förvaltningen ska effektivisera med 1,5 procent. Verksamhetsberättelsen (JVA 2023/1204)
behandlas av stadsdelsnämnden den 21 mars; de fackliga organisationerna informeras härmed
enligt § 19 MBL.

% Vision: Hur fördelas effektiviseringskravet mellan avdelningarna? Svar: Lika, 1,5 procent på
alla utom förskolan, som får sin peng.

% Ledarna: Chefernas stöd från ekonomienheten har redan minskat. Ska det minska mer? Svar: Det
går inte att svara på före tertial 1.

# Arbetsmiljö

Sjukfrånvaron under 2023 blev 7,4 procent. I januari 2024 var den 8,0 procent och i februari
8,2 procent.

Bengt-Åke Runnfors informerar om att skyddsstopp enligt 6 kap. 7 § AML lades på ett
gruppboende i Spånga den 1–4 mars. Stoppet hävdes sedan larmen bytts ut. Han riktar kritik mot
att det tog två dygn att få tag på en ansvarig chef. Direktören beklagar det inträffade. En
jourlista för chefer har nu tagits fram och skickas till alla skyddsombud.

# Sommarens bemanning och semester

Emre Aydın går igenom tidplanen. Önskemål om semester lämnas senast den 5 april och besked ges
senast den 2 maj.

% Kommunal framför: Besked den 2 maj är för sent för den som ska boka resa. Emre Aydın: Datumet
följer kollektivavtalet, men enheter som kan ge besked tidigare får göra det.

% SSR framför: Semestervikarierna på försörjningsstöd brukar sluta redan i juli. Emre Aydın: I år
anställs de till och med den 31 augusti.

Vision föreslår att sommaren utvärderas gemensamt i september. Direktören ställer sig bakom
förslaget.

# Facklig information

Kommunal har årsmöte den 20 mars. Övriga organisationer har ingenting att rapportera.

# Övrigt

Passersystemet. Farah Siddiqui uppger att korten slutar fungera efter 90 dagar, vilket ställer
till det för timvikarier. Vision vill att gränsen tas bort. HR-chefen tar frågan vidare till
säkerhetssamordnaren.

# Nästa möte

Onsdagen den 10 april 2024 kl. 9.00–12.00, samma lokal."""


def numbering(document: docx.document.Document) -> None:
    """Two levels that Word counts: "1." for matters and "a)" for what stands under them."""
    part = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for level, (form, text) in enumerate([("decimal", "%1."), ("lowerLetter", "%2)")]):
        lvl = OxmlElement("w:lvl")
        lvl.set(qn("w:ilvl"), str(level))
        for tag, value in (("start", "1"), ("numFmt", form), ("lvlText", text)):
            child = OxmlElement(f"w:{tag}")
            child.set(qn("w:val"), value)
            lvl.append(child)
        abstract.append(lvl)
    part.insert(0, abstract)
    num = OxmlElement("w:num")
    num.set(qn("w:numId"), "77")
    reference = OxmlElement("w:abstractNumId")
    reference.set(qn("w:val"), "77")
    num.append(reference)
    part.append(num)


def numbered(document: docx.document.Document, text: str, level: int) -> None:
    """A paragraph that carries a number of Word's own; the matters' are bold."""
    paragraph = document.add_paragraph(style="List Paragraph")
    paragraph.add_run(text).bold = level == 0
    properties = paragraph._p.get_or_add_pPr()
    num_pr = OxmlElement("w:numPr")
    for tag, value in (("ilvl", str(level)), ("numId", "77")):
        child = OxmlElement(f"w:{tag}")
        child.set(qn("w:val"), value)
        num_pr.append(child)
    properties.append(copy.deepcopy(num_pr))


document = docx.Document()
document.styles["Normal"].font.name = "Liberation Sans"
document.styles["Normal"].font.size = Pt(11)
numbering(document)
section = document.sections[0]
section.header.paragraphs[
    0
].text = "Järva stadsdelsförvaltning\tFörvaltningsgrupp\tProtokoll 3/2024"
section.footer.paragraphs[0].text = "Järva stadsdelsförvaltning, HR-avdelningen\t\tjarva.example"
document.add_paragraph("Protokoll från förvaltningsgruppen", style="Title")
document.add_paragraph("Tid: Onsdagen den 13 mars 2024 klockan 9.00–11.50")
document.add_paragraph("Plats: Rinkebysvängen 70, Stora mötesrummet")
rows = [line.split("|") for line in PEOPLE.splitlines()]
table = document.add_table(rows=0, cols=3, style="Table Grid")
for row in rows:
    for cell, text in zip(table.add_row().cells, row, strict=True):
        cell.text = text
document.add_paragraph()
document.add_paragraph("Justerare: Stina Gyllenbåge, Susanne Pettersson-Diaz och Ola Mårtensson")
for block in TEXT.split("\n\n"):
    line = block.replace("\n", " ")
    match line[:2]:
        case "# ":
            numbered(document, line[2:], 0)
        case "% ":
            numbered(document, line[2:], 1)
        case "@ ":
            document.add_paragraph(line[2:], style="List Bullet")
        case _:
            document.add_paragraph(line)
document.add_paragraph()
document.add_paragraph("Vid pennan: Anahita Moradi")
document.add_paragraph("Justeras digitalt")
document.save(str(pathlib.Path(sys.argv[1])))
