# ruff: noqa: E501
"""E02: 2011, attendance in prose with full stops between people; a union that has just changed its name."""

import functools
import pathlib

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

FILES = pathlib.Path(__file__).parents[1] / "files"
BODY = ParagraphStyle(
    "body", fontName="Times-Roman", fontSize=11.5, leading=15, spaceAfter=7, alignment=4
)
HEAD = ParagraphStyle(
    "head", parent=BODY, fontName="Times-Bold", alignment=0, spaceBefore=9, spaceAfter=2
)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=16, bulletIndent=4, spaceAfter=3)
STORY = """
#PROTOKOLL 9/2011
fört vid sammanträde med Stadsbyggnadskontorets förvaltningsgrupp torsdagen den 10 november 2011 kl. 9.00 i Tekniska Nämndhuset, sammanträdesrum 4.

<b>Närvarande:</b> För arbetsgivaren Torsten Malmgren, stadsbyggnadsdirektör och ordförande. Eva-Lotta Frimodig, administrativ chef. Krister Wåhlin, bygglovchef. Susanne de la Gardie-Holm, personalhandläggare, tillika sekreterare. För de fackliga organisationerna Göte Blomdahl, Vision. Ann Rytterstedt, Vision. Ivan Markovic, Sveriges Ingenjörer. Barbro Lidén, Jusek. Frånvarande: Kommunal. Ledarna (Stig Hjerpe).

#§ 1. Val av justeringsman.
Till att jämte ordföranden justera dagens protokoll utsågs Ivan Markovic.

#§ 2. Föregående protokoll.
I protokoll 8/2011 § 6 ska det rätteligen stå att utvärderingen av flextiden redovisas under första kvartalet 2012, inte 2013. Med denna rättelse lades protokollet till handlingarna.

#§ 3. SKTF byter namn.
Göte Blomdahl informerade om att SKTF sedan den 1 november heter Vision. Förkortningen SKTF förekommer ännu i en del trycksaker och på anslagstavlan vid hissarna. Personalhandläggaren lovade att anslagstavlan skyltas om.

#§ 4. Ny plan- och bygglag, läget efter ett halvår.
Krister Wåhlin lämnade en redogörelse för hur bygglovsavdelningen har påverkats av plan- och bygglagen (2010:900), som trädde i kraft den 2 maj. Lagens tioveckorsfrist hålls i 71 procent av ärendena. Antalet tekniska samråd har tredubblats jämfört med vad som förut-<br/>sattes i verksamhetsplanen (s. 22).
Ivan Markovic ansåg att byggnadsinspektörerna inte hinner med arbetsplatsbesöken och att kontoret lever på att folk arbetar över. Enligt hans uppgift har nio av tjugotvå inspektörer mer än 150 timmar i övertid. Bygglovchefen vitsordade att läget är ansträngt. Fyra inspektörer rekryteras och annonsen är ute.
Från Visions sida efterfrågades hur övertiden fördelas. Några sådana siffror fanns inte framme; de redovisas vid nästa möte.
Vidare påpekade Vision att assistenterna i receptionen får ta emot missnöjet när frister inte hålls, och att två av dem har hotats. Administrative chefen svarade att väktare har funnits på plats sedan den 24 oktober samt att händelserna är polisanmälda.

#§ 5. Digitalisering av ritningsarkivet, dnr 2011-14417-106.
Arbetsgivaren föreslår att skanningen av 900 000 ritningar läggs ut på entreprenad och att arkivets sex medarbetare får nya arbetsuppgifter. Ingen blir övertalig.
Barbro Lidén, Jusek, frågade om entreprenören får tillgång till sekretessbelagda ritningar. Svaret blev nej: skyddsobjekten, omkring
1 200 stycken, skannas av egen personal.
Vision yrkade att en av de sex skulle få uppdraget att kvalitetsgranska leveranserna. Yrkandet bifölls.
Parterna konstaterade att enighet råder och att förhandlingsskyldigheten enligt 11 § MBL därmed är fullgjord.

#§ 6. Budget 2012 och verksamhetsplan.
Handlingar hade sänts ut den 3 november. Förslaget innebär ett generellt besparingskrav om 1,5 procent, intäktsmål om 214 mnkr och oförändrat antal tjänster. Sveriges Ingenjörer och Jusek hade lämnat en gemensam skrivelse med följande frågor:
*Varför har posten för kompetensutveckling halverats?
*Vad händer med intäktsmålet om byggkonjunkturen vänder?
Arbetsgivarens svar:
*Posten har inte halverats utan delats i två, se sidan 31 i förslaget.
*Målet omprövas i samband med tertialrapport 1.
Sveriges Ingenjörer och Jusek yrkade att frågan skulle bordläggas till dess att skrivelsen besvarats skriftligt. Efter överläggning beslöts att bordlägga förhandlingen enligt 11 § MBL till ett extra sammanträde den 17 november.

#§ 7. Jämställdhets- och mångfaldsplan 2012.
Planen tillställdes deltagarna. Synpunkter lämnas till Susanne de la Gardie-Holm senast den 25 november. Ledarna hade i förväg meddelat att man saknar mål för chefstillsättningar.
I planen anges att ”kontoret ska vara tillgängligt för alla”. Göte Blomdahl frågade om detta även gäller personalrummen på plan 3, dit hissen inte går. Eva-Lotta Frimodig trodde inte att frågan hade övervägts. Hon skulle undersöka om plan 3 kan användas till något annat.

#§ 8. Arbetsmiljö.
I samband med stambytet på plan 6 har det uppmätts buller på upp till 78 dB. Skyddsombudet Ann Rytterstedt har begärt åtgärder enligt 6 kap. 6 a § arbetsmiljölagen. Fastighetskontoret har åtagit sig att förlägga bilningen till före kl. 8 och efter kl. 17.
Sjukfrånvaron tredje kvartalet var 3,4 procent.

#§ 9. Ärenden till nämnden den 24 november.
Information enligt 19 § MBL lämnades om följande ärenden, vilket lades till handlingarna:
*Startpromemoria för kvarteret Plankan, dnr 2011-09873-54
*Taxa för bygglov, dnr 2011-12200-30
Barbro Lidén undrade om taxan kräver omprogrammering av ärendesystemet ByggR. Så är fallet, uppgav bygglovchefen.

#§ 10. Övrigt.
Ann Rytterstedt efterhörde möjligheten att få köpa loss begagnade bildskärmar. Administrative chefen hänvisade till stadens regler, som innebär att utrangerad utrustning återlämnas till leverantören.
Ivan Markovic erinrade om att kallelsen ska vara utsänd en vecka före sammanträdet, vilket den inte har varit vid de tre senaste tillfällena. Sekreteraren lovade bättring.
Ordföranden tackade Ann Rytterstedt, som lämnar förvaltningsgruppen efter elva år.

#§ 11. Nästa sammanträde.
Förvaltningsgruppen sammanträder åter torsdagen den 8 december 2011 kl. 9.00.

Vid protokollet
Susanne de la Gardie-Holm
Justeras
Torsten Malmgren          Ivan Markovic
"""


def furniture(canvas: Canvas, document: BaseDocTemplate, pages: int) -> None:
    canvas.setFont("Times-Italic", 9)
    canvas.drawString(85, 805, "STADSBYGGNADSKONTORET")
    canvas.drawRightString(510, 805, f"Protokoll 9/2011   Sid {document.page} av {pages}")
    canvas.drawCentredString(297, 30, "Fleminggatan 4, Box 8314, 104 20 Stockholm")


def build(target: str, pages: int) -> int:
    """Write it; how many pages it came to."""
    flow = []
    for line in filter(None, STORY.splitlines()):
        if line.startswith("#"):
            flow.append(Paragraph(line[1:], HEAD))
        elif line.startswith("*"):
            flow.append(Paragraph(line[1:], ITEM, bulletText="–"))
        else:
            flow.append(Paragraph(line, BODY))
    document = BaseDocTemplate(target, pagesize=A4)
    frame = Frame(110, 60, 360, 730)
    paint = functools.partial(furniture, pages=pages)
    document.addPageTemplates(PageTemplate("page", [frame], onPage=paint))
    document.build(flow)
    return int(document.page)


if __name__ == "__main__":
    name = str(FILES / "E02.pdf")
    build(name, build(name, 0))
