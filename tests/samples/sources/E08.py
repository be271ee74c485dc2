# ruff: noqa: E501
"""E08: one § adjusted at once, before the rest of the protocol is written; one page."""

import pathlib

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

FILES = pathlib.Path(__file__).parents[1] / "files"
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=6)
BOLD = ParagraphStyle("bold", parent=BODY, fontName="Helvetica-Bold", spaceBefore=8)
BIG = ParagraphStyle("big", parent=BOLD, fontSize=15, leading=20)
STORY = """
=Utdrag ur protokoll fört vid extra sammanträde med förvaltningsgruppen
*Omedelbar justering § 4
Förvaltning: Serviceförvaltningen
Datum: Måndagen den 31 maj 2021 kl. 15.00–15.50
Plats: Digitalt via Skype
|Närvarande vid § 4
Arbetsgivaren: Yngve Tallroth, förvaltningsdirektör, ordförande|Annelie Grip, HR-chef|Moa Lindh-Sarkis, HR-specialist, vid protokollet
Vision: Conny Ahlbäck
Saco: Teresia Mo (för Akavia och DIK)
Kommunal: Abdi Warsame
*§ 4 Ny organisation för kontaktcenter (SF 2021/233)
Förvaltningsdirektören föredrar förslaget att slå samman enheterna Äldre direkt och Förskola och skola till en enhet med 74 medarbetare från den 1 september 2021. Tre gruppledartjänster tillkommer och en enhetschefstjänst utgår. Riskbedömning enligt AFS 2001:1 har gjorts den 20 maj och bifogas handlingarna.
Vision påpekar att svarstiderna redan i dag är långa på måndagar och undrar hur två köer ska kunna bli en utan att personalen får kortare paus mellan samtalen.
HR-chefen uppger att pausen om 40 sekunder ligger fast och att den är programmerad i telefonisystemet.
Saco yrkar att gruppledarna inte ska ha egna samtal mer än en dag i veckan. Arbetsgivaren avslår yrkandet.
Efter ajournering i tio minuter förklarar Vision och Kommunal att de inte har någon erinran. Saco är oenigt. Samverkan enligt MBL § 11 avslutas därmed i oenighet. Saco lämnar följande reservation: Gruppledaruppdraget urholkas om det ska rymmas mellan samtalen.
Paragrafen justeras omedelbart.
+
Yngve Tallroth|Conny Ahlbäck
Teresia Mo|Abdi Warsame
"""


def story() -> list[Flowable]:
    flow: list[Flowable] = []
    signed: list[list[str]] = []
    for line in STORY.strip().splitlines():
        if line.startswith("="):
            flow.append(Paragraph(line[1:], BIG))
        elif line.startswith(("*", "|")):
            flow.append(Paragraph(line[1:], BOLD))
        elif line == "+":
            flow += [Spacer(1, 30), Paragraph("Underskrifter", BOLD), Spacer(1, 18)]
        elif "|" in line and not line.startswith("Arbetsgivaren"):
            signed.append(line.split("|"))
        else:
            flow.append(Paragraph(line.replace("|", "<br/>"), BODY))
    table = Table(signed, colWidths=[240, 200], rowHeights=40)
    table.setStyle(TableStyle([("FONT", (0, 0), (-1, -1), "Helvetica", 10.5)]))
    return [*flow, table]


if __name__ == "__main__":
    SimpleDocTemplate(str(FILES / "E08.pdf"), pagesize=A4, leftMargin=70, rightMargin=90).build(
        story()
    )
