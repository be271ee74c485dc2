# ruff: noqa: E501
"""E06: a municipality outside Stockholm; open questions in a table, sick leave, the year's themes."""

import office

TEXT = """
# Protokoll
# Förvaltningens samverkansgrupp (FSG)
Sammanträdesdatum: den 13 mars 2024
Tid: 08:30-11:15. Ajournering 09:50-10:05.
Plats: Rådhuset, sal Norrskenet
| Arbetsgivarrepresentanter | Arbetstagarrepresentanter
| Ulrika Zetterqvist, socialchef | Kommunal: Jenny Wiik, Hampus Rådström
| Mats-Ola Fjellner, områdeschef IFO | Vision: Solveig Mårtensson
| Sara Tekle, områdeschef funktionsstöd | Akademikerförbundet SSR: Bengt-Arne Hult
| Inger Skoog, HR-strateg, sekreterare | Vårdförbundet: Nadja Petrović
Frånvarande: Sveriges Arbetsterapeuter, Fysioterapeuterna
## 1 § Mötet öppnas
Socialchefen hälsar alla välkomna till årets andra möte.
## 2 § Val av justerare
Hampus Rådström (Kommunal) och Bengt-Arne Hult (Akademikerförbundet SSR).
## 3 § Balanslista
| Nr | Fråga | Ställd av | Status
| 4/23 | Parkering för hemtjänstens bilar vid Skolgatan | Kommunal | Kvarstår. Tekniska återkommer i april
| 9/23 | Rutin för hur överanställning redovisas | Vision | Klar, rutinen publicerad 2024-02-20
| 1/24 | Förstärkt introduktion på Björkliden | Vårdförbundet | Pågår
| 2/24 | Uppräkning av friskvårdsbidraget | SSR | Avslutas, besked lämnat i budgeten
Gruppen går igenom listan. Solveig Mårtensson konstaterar att 4/23 nu har stått på listan i ett år och yrkar att frågan får ett slutdatum. Ulrika Zetterqvist bifaller det och sätter den 30 april.
## 4 § Månadens tema enligt årshjulet: Systematiskt arbetsmiljöarbete
Den årliga uppföljningen av SAM genomfördes i januari och februari. 41 av 44 enheter har svarat. Brister finns framför allt i delegeringen av arbetsmiljöuppgifter, där åtta chefer saknar undertecknad delegation. HR-strategen kontaktar dessa före påsk.
Skyddsombuden ställde tre frågor:
1. Hur följs de tre enheter upp som inte har svarat?
2. När får nya skyddsombud sin utbildning?
3. Kan skyddsombuden få läsbehörighet i ledningssystemet?
Svar:
1. Områdescheferna gör uppföljningen muntligt med respektive chef.
2. Vecka 17, tre dagar i Folkets hus.
3. Ja, behörigheten läggs upp så snart en lista har lämnats till HR.
## 5 § Sjukfrånvaro
| Månad | Total | Korttid (dag 1–14) | Långtid (dag 15–)
| Januari 2024 | 9,8 % | 4,6 % | 5,2 %
| Februari 2024 | 9,1 % | 3,9 % | 5,2 %
Frånvaron är lägre än samma period i fjol. Funktionsstöd ligger högst. Nadja Petrović, Vårdförbundet, påpekar att korttalen ser bättre ut än de är eftersom många arbetar sjuka när vikarier saknas. Sara Tekle håller inte med om slutsatsen men delar oron, och frågan tas upp i chefsgruppen.
## 6 § Ekonomi
Resultatet per februari är minus 4,7 miljoner kronor. Konsulter inom barn och unga står för hela underskottet. Mats-Ola Fjellner tror att kostnaden kan halveras efter sommaren, då fyra socialsekreterare som har rekryterats från Finland är på plats.
Från SSR:s sida efterlyses en redovisning av vad varje konsult kostar per månad jämfört med en anställd. Redovisningen skickas ut med protokollet.
## 7 § Förändrad ledningsorganisation inom funktionsstöd
Diarienummer SN-2024-00094. Förslaget innebär att tre gruppbostäder får gemensam enhetschef. Bakgrunden är lagkravet på närvarande ledarskap och Arbetsmiljöverkets föreskrift AFS 2015:4. En riskbedömning är gjord den 27 februari och kompletterades under ajourneringen.
Kommunal anför att 34 medarbetare per chef är för många och hänvisar till riktvärdet 30 i verksamhetsplanen s. 14. Arbetsgivaren framhåller att en samordnare tillsätts på halvtid.
Parterna enas om följande: ”Antalet medarbetare per chef följs upp efter sex månader.” Med det tillägget är parterna överens och samverkan enligt MBL § 11 är avslutad.
## 8 § Heltidsresan
Inget nytt. Bordläggs till nästa möte.
## 9 § Rutin för medarbetare som utsätts för otillåten påverkan
Rutinen (SN-2024-00121) har arbetats om efter synpunkter från IFO. Nytt är att chef alltid polisanmäler och att den som är utsatt får en kontaktperson.
Bengt-Arne Hult, SSR: Vem är kontaktperson om det är chefen själv som utövar påverkan? Inger Skoog: Då utses någon på HR.
Solveig Mårtensson saknar en skrivning om sociala medier. Förvaltningen för in en sådan.
Information enligt MBL § 19 lämnad, inga invändningar.
## 10 § Information från facken
Vision inleder avtalsrörelsen i april. Kommunal söker skyddsombud till natten. Bengt-Arne Hult informerade om SSR:s konferens för socialsekreterare.
## 11 § Övriga frågor
a) Jenny Wiik har fått frågan om tvätt av arbetskläder. Besked om nya leverantören kunde inte ges i dag.
b) Nadja Petrović tackar för blommorna på sjuksköterskedagen.
## 12 § Nästa möte
Onsdagen den 17 april 2024 kl. 08.30, Rådhuset. Tema: Lönebildning.
Inger Skoog
Sekreterare
Ulrika Zetterqvist
Ordförande
Hampus Rådström
Justerare
Bengt-Arne Hult
Justerare
^
# Bilaga 1 Kostnad för konsulter
| Yrke | Konsult per månad | Anställd per månad
| Socialsekreterare barn och unga | 118 000 kr | 61 500 kr
| Familjebehandlare | 104 000 kr | 57 000 kr
Beloppen avser februari och innehåller sociala avgifter.
"""

if __name__ == "__main__":
    office.write(
        "E06",
        TEXT,
        header=("Älvsunds kommun  Socialförvaltningen", "FSG-protokoll 2/2024"),
        footer=("Justerandes sign: ______  ______", "{page}/{pages}"),
        font="Liberation Sans",
        size=10,
        right=False,
    )
