# ruff: noqa: E501
"""E10: spring of 2020, over Teams; headings numbered by the office program, unions absent without names."""

import office

TEXT = """
# Förvaltningsgruppen
Protokoll nr 5
Onsdag 6 maj 2020 kl 9-11
Skarpnäcks stadsdelsförvaltning, Björkhagsplan 6 samt Teams
Närvarande
Stadsdelsdirektör: Per-Olof Rask
Avdelningschef äldreomsorg: Margareta Pihl
Avdelningschef förskola: Yusuf Demir
HR-chef: Anna-Lena Kruse (vid datorn)
Kommunal: Siv Bergvall, Mohamed Jama, Leena Kivi
Vision: Börje Hjalmarsson
Akademikerförbundet SSR: Cecilia Ahnfelt-Rydberg
Lärarförbundet: Petra Dalin
Huvudskyddsombud: Siv Bergvall
Ej närvarande: Lärarnas Riksförbund, Ledarna samt Vårdförbundet
#1 Dagordning
Godkändes. Mötet hålls kort med hänsyn till läget.
#1 Val av justerare
Börje Hjalmarsson.
#1 Covid-19, lägesbild
Per-Olof Rask redogör för läget. Smitta finns eller har funnits på två av fyra vård- och omsorgsboenden. Personalförsörjningen håller tack vare 60 omplacerade medarbetare från öppna förskolan, fritidsgårdarna och dagverksamheten. Besöksförbudet gäller tills vidare.
Margareta Pihl berättar att munskydd och visir nu finns för cirka nio dygn. Under påsken var det nere på ett dygn. Leveranser sker via stadens centrala lager, tisdag och fredag.
Frågor från Kommunal, inskickade i förväg:
- Varför gäller olika regler för visir på Hammarbyhöjdens servicehus och i hemtjänsten?
- Har de omplacerade rätt till OB-tillägg när de går in på andras scheman?
- Ska den som är i riskgrupp behöva visa läkarintyg?
Förvaltningens svar, i samma ordning:
- Det ska det inte göra. En gemensam instruktion skickas ut i eftermiddag.
- Ja, tillägg betalas efter det schema man faktiskt arbetar.
- Frågan bereds av stadsledningskontoret. Svar kan inte ges i nuläget.
Siv Bergvall säger att hon den 22 april lade ett skyddsstopp på Tussmötegården eftersom munskydd saknades vid nära vård. Stoppet hävdes av Arbetsmiljöverket dagen därpå sedan arbetsgivaren tagit fram en handlingsplan. Hon är inte nöjd med att det behövdes ett stopp för att få fram en plan. Stadsdelsdirektören beklagar det som hänt och menar att dialogen borde ha börjat tidigare.
#1 Förskolan under pandemin
Närvaron bland barnen är 55 procent. Yusuf Demir meddelar att avdelningar slås samman tillfälligt på sju förskolor, från och med den 11 maj. Petra Dalin önskar att barnskötare och förskollärare inte ska behöva byta hus mer än en gång. Det kan inte garanteras, säger Yusuf Demir, men det är ambitionen.
En riskbedömning har gjorts på varje förskola. Samverkan enl. 11 § MBL sker på enheterna; förvaltningsgruppen informeras härmed enl. 19 § MBL.
#1 Sommaren och semester
Semester beviljas som vanligt i fyra veckor. För äldreomsorgen införs en särskild ersättning om 1 500 kr per vecka till den som frivilligt flyttar en vecka, dnr 2020/211. Kommunal och Vision har medverkat till förslaget. Samverkan enl. 11 § MBL avslutas, parterna är överens.
Cecilia Ahnfelt-Rydberg frågar om biståndshandläggarna också kan komma i fråga. Per-Olof Rask tackar nej till det, ersättningen är till för dem som inte kan arbeta hemifrån.
#1 Ekonomi
Kostnaden för skyddsutrustning är hittills 3,6 mnkr och för sjuklöner, som staten ersätter, 4,1 mnkr. Prognosen per april visar på ett underskott om 11 mnkr. Korttidsfrånvaron i april var 7,8 procent, mer än dubbelt mot det normala.
Leena Kivi vill veta om den som stannar hemma med lindriga symtom riskerar att bli av med sina inarbetade timmar. Anna-Lena Kruse: Nej. Timmarna sparas och får tas ut till och med november.
Mohamed Jama har hört från flera håll att vikarier inte ringts in för att hålla nere kostnaden, trots att stadsdelsdirektören i mars sade att ekonomin fick komma i andra hand. Per-Olof Rask förklarar att det han sade i mars gäller alltjämt. Har någon chef gjort en annan bedömning vill han veta vilken.
#1 Nämndärenden
Nämndens sammanträde den 14 maj genomförs på distans. Inga ärenden för samverkan. Beredskapsplanen, SDN 2020/98, delges nämnden som en anmälan.
#1 Fackliga frågor
Vision ställde in sitt årsmöte i mars, nytt datum är 10 september. Börje Hjalmarsson efterlyser ett avstämningsmöte varje vecka så länge pandemin pågår. Så blir det: fredagar kl. 8.15, digitalt, HR-chefen kallar.
#1 Nästa möte
Onsdag 3 juni 2020 kl 9.
Justeras via e-post
Per-Olof Rask
Börje Hjalmarsson
"""

if __name__ == "__main__":
    office.write("E10", TEXT, "odt", font="Liberation Sans", size=11, styled=False)
