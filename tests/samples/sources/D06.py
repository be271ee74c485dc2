"""Writes D06.docx with python-docx: heading styles, tracked changes, a table of questions."""

import pathlib
import sys

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

TEXT = """\
# Mötet öppnas och dagordningen fastställs

Ordförande Henrik Fagerlund Björk öppnar mötet. Under rubriken Övrigt läggs en fråga om
tjänstecyklar till. Dagordningen fastställs.

# Protokollsjusterare

Till justerare utses Tove Rask och Dilan Öztürk.

# Uppföljning från föregående möte

Protokoll från mötet den 22 mars 2023 gås igenom. Rutinen för ensamarbete vid inspektioner är
klar och ligger på intranätet. Frågan om reglage för persiennerna är ännu inte löst och står
kvar på balanslistan.

Enligt Åsa-Maria Tjäder (SSR) följs rutinen inte vid tillsynen av skolor, där inspektörerna
fortfarande åker ensamma till möten på kvällstid. Administrativa chefen kommenterar: ”Gruppledarna
säger att ingen behöver åka ensam. Händer det ändå vill jag att det anmäls.” Rutinen ska gås
igenom en gång till på varje arbetsplatsträff.

# Arbetsmiljö

## Sjukfrånvaro

Total sjukfrånvaro i mars var 3,9 procent. Under samma månad 2022 var den 4,4 procent. Den korta
sjukfrånvaron ligger på 1,7 procent.

## Incidenter

Tre händelser har rapporterats under mars. I ett fall har en livsmedelsinspektör blivit
inlåst i ett kylrum i [-ungefär tio minuter-][+nära en halvtimme+] av en verksamhetsutövare.
Händelsen är polisanmäld och anmäld till Arbetsmiljöverket.

Naturvetarna ser allvarligt på det inträffade och efterlyser att inspektörer alltid ska vara två
vid oanmälda besök. Avdelningschefen för livsmedelskontrollen förklarar att det inte är möjligt
med nuvarande bemanning, men att besök hos tidigare hotfulla verksamheter från och med nu alltid
görs av två.

Vision vill ha personlarm till alla som arbetar i fält. Upphandling pågår redan och larmen
beräknas kunna delas ut i juni.

# Föranmälda frågor

Följande frågor har kommit in före mötet. Svaren är arbetsgivarens.

@@@

Med anledning av svaret på fråga 2 framför Saco-föreningen att man inte är nöjd och vill ha ett
skriftligt svar. Ett sådant ska lämnas till mötet i maj.

# Ny enhetsindelning på avdelningen för hälsoskydd

Förslaget till ny enhetsindelning (dnr 2023-4471) är utsänt. Fyra enheter blir tre. Riskbedömning
är gjord 2023-04-18 och samtliga åtgärder är inarbetade i handlingsplanen. Ingen blir övertalig.

Vision och Naturvetarna tillstyrker. SSR avstår från att yttra sig.

Samverkan enligt MBL § 11 är genomförd. Parterna är eniga.

# Kompetensutveckling och introduktion

Mirjana Kovačević presenterar höstens utbildningsplan. Alla nya inspektörer går två veckors
grundkurs, varav tre dagar i förvaltningslag och bemötande.

Johannes de Geer beklagar att kursen i provtagning har utgått. Utan den, säger han, blir proverna
fel och besluten håller inte i domstol. Kursen kommer tillbaka i januari, upplyser avdelningschefen.

Önskemål från Vision: att även administratörerna får gå bemötandekursen. Bifalles.

Vem som betalar kurslitteraturen för den som läser på halvfart är oklart, påpekas från fackligt
håll. HR-chefen vet inte men ska kontrollera saken.

# Nämndärenden

Information enligt MBL § 19 om ärenden till miljö- och hälsoskyddsnämnden den 16 maj:

* Tertialrapport 1, dnr 2023-3907
* Yttrande över Ds 2023:6, dnr 2023-2210
* Åtgärdsprogram mot buller 2024–2028, dnr 2022-15890

Akademikerförbundet SSR ställer frågan om åtgärdsprogrammet mot buller är finansierat. Det är det
delvis; resten får prövas i budgeten för 2024.

[+Remisstiden för yttrandet har förlängts till den 13 juni.+]

# Information från de fackliga organisationerna

Naturvetarna har haft årsmöte och valt ny styrelse. Johannes de Geer är ny ordförande och nås under
våren på sin privata mobil, 070-174 06 31. Vision bjuder in till lunchföreläsning den
10 maj om den nya visselblåsarlagen.

# Övrigt

Tove Rask tar upp att tjänstecyklarna inte har fått service inför säsongen och att två av dem saknar
fungerande bromsar. Cyklarna tas ur bruk i dag, meddelar administrativa chefen.

Nästa möte hålls onsdagen den 24 maj 2023. Henrik Fagerlund Björk avslutar mötet."""

QUESTIONS = [
    ("Nr", "Fråga", "Svar"),
    (
        "1",
        "Vision: Hur många visstidsanställda inspektörer har förvaltningen i dag och hur många av"
        " dem får förlängt efter sommaren?",
        "Elva. Besluten om förlängning fattas i juni, men inriktningen är att alla erbjuds"
        " fortsatt anställning.",
    ),
    (
        "2",
        "Saco-föreningen: Varför har chefsgruppen beslutat om tre kontorsdagar i veckan utan att"
        " frågan har varit uppe i samverkan?",
        "Beslutet är en tillämpning av stadens riktlinje och inte en förändring av verksamheten.",
    ),
    (
        "3",
        "Akademikerförbundet SSR: När kommer lönekriterierna att ses över?",
        "Förvaltningen ber att få återkomma i frågan.",
    ),
]

PRESENT = """\
Arbetsgivare: Henrik Fagerlund Björk (förvaltningschef, ordförande), Mirjana Kovačević
(HR-chef), Sten Hultqvist (avdelningschef livsmedelskontroll), Petra Nääs (administrativ chef)

Vision: Tove Rask

Naturvetarna/Saco: Dilan Öztürk, Johannes de Geer

Akademikerförbundet SSR: Åsa-Maria Tjäder

Sekreterare: Vincent Okafor

Frånvarande: Kommunal, Ellen Skog (Sveriges Ingenjörer)"""


def tracked(paragraph: docx.text.paragraph.Paragraph, text: str) -> None:
    """Adds text in which [+new+] is a tracked insertion and [-old-] a tracked deletion."""
    for piece in text.replace("[", "\0[").replace("]", "]\0").split("\0"):
        if not piece.startswith(("[+", "[-")):
            paragraph.add_run(piece)
            continue
        inserted = piece.startswith("[+")
        run = paragraph.add_run(piece[2:-2])._r
        if not inserted:
            run.t_lst[0].tag = qn("w:delText")
        change = OxmlElement("w:ins" if inserted else "w:del")
        change.set(qn("w:id"), "9")
        change.set(qn("w:author"), "Tove Rask")
        change.set(qn("w:date"), "2023-05-02T09:12:00Z")
        run.addprevious(change)
        change.append(run)


document = docx.Document()
document.sections[0].header.paragraphs[0].text = "Miljöförvaltningen\t\tFSG 2023-04-26"
document.add_heading("Protokoll förvaltningsgrupp", level=0)
document.add_paragraph(
    "Onsdag 26 april 2023 kl 10.00 – 11.30, Tekniska nämndhuset, lokal Vattugatan"
)
document.add_paragraph().add_run("Närvarande").bold = True
for line in PRESENT.split("\n\n"):
    document.add_paragraph(line.replace("\n", " "))
for block in TEXT.split("\n\n"):
    line = block.replace("\n", " ")
    if block == "@@@":
        table = document.add_table(rows=0, cols=3, style="Table Grid")
        for row in QUESTIONS:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_paragraph()
    elif line.startswith("#"):
        marks, title = line.split(" ", 1)
        document.add_heading(title, level=len(marks))
    elif line.startswith("* "):
        for item in block[2:].split("\n* "):
            document.add_paragraph(item, style="List Bullet")
    else:
        tracked(document.add_paragraph(), line)
document.add_paragraph("Vid protokollet")
document.add_paragraph("Vincent Okafor")
document.add_paragraph("Justeras")
document.add_paragraph("Henrik Fagerlund Björk\tTove Rask\tDilan Öztürk")
document.save(str(pathlib.Path(sys.argv[1])))
