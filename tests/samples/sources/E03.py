# ruff: noqa: E501
"""E03: a table of facts on top, as a Word template has it; numbers typed, with a tab after."""

import office

TEXT = """
# Protokoll FSG vård och omsorg
| Datum | Tisdagen den 19 mars 2019
| Tid | 13:15 – 15:40
| Plats | Sammanträdesrum Lindholmen, Kommunhuset i Granvik
| Ordförande | Birgitta Hallin-Roos, förvaltningschef
| Sekreterare | Omid Farahani, HR-konsult
| Justerare | Torbjörn Eklöv, Vision samt Ann-Christin Ståhlbrand, Kommunal
### Deltagare för arbetsgivaren
Birgitta Hallin-Roos, förvaltningschef
Göran Ax, verksamhetschef hemtjänst
Lovisa Brännmark, verksamhetschef särskilt boende
Omid Farahani, HR-konsult
### Deltagare för arbetstagarna
Torbjörn Eklöv, Vision
Ann-Christin Ståhlbrand, Kommunal
Pirjo Lehtonen, Kommunal, huvudskyddsombud
Åke von Essing, Vårdförbundet
### Frånvarande
Mirela Dzafic, Akademikerförbundet SSR
Sveriges Arbetsterapeuter
## 1.\tMötets öppnande
Ordföranden hälsar välkommen och förklarar mötet öppnat. Pirjo Lehtonen är ny i gruppen och presenterar sig.
## 2.\tFastställande av dagordning
Dagordningen fastställs med tillägg av en fråga om arbetsskor, som tas under punkt 11.
## 3.\tVal av justerare
Att jämte ordföranden justera dagens protokoll utses Torbjörn Eklöv och Ann-Christin Ståhlbrand. Justering sker senast den 29 mars 2019.
## 4.\tGenomgång av föregående protokoll
Föregående protokoll gås igenom och läggs till handlingarna. Åke von Essing påminner om att svaret om jourlinjen i punkt 7 i protokollet från den 12 februari 2019 saknas i den utskickade versionen. Omid Farahani beklagar det och skickar ut ett kompletterat protokoll under veckan.
## 5.\tEkonomi, utfall februari
Göran Ax visar utfallet per februari. Hemtjänsten redovisar ett underskott om 2,4 miljoner kronor, varav
1,1 miljoner avser vikarier i januari. Särskilt boende ligger 0,3 miljoner bättre än budget. Helårsprognosen är ett underskott om 6 miljoner kronor och en åtgärdsplan tas fram till nästa möte.
Kommunal undrar om åtgärdsplanen betyder att tillsvidareanställda flyttas mellan områdena.
Svaret är att det i första hand blir fråga om tomma rader som inte återbesätts. Inga förflyttningar är aktuella före sommaren.
Vision vill att konsekvenserna för administratörerna beskrivs i planen. Detta noteras.
## 6.\tNytt planeringssystem i hemtjänsten
Dnr VON 2019/0087
Lovisa Brännmark och Göran Ax berättar om upphandlingen av ett nytt planeringssystem. Anbuden öppnades den 1 mars och tilldelning väntas i maj. Två pilotgrupper, Norra Älvdal och Centrum, startar efter sommaren. En riskbedömning gjordes tillsammans med skyddsombuden den 6 mars och biläggs.
Frågor och svar:
| Fråga | Svar
| Kommunal: Får personalen egna telefoner eller ska de delas? | Var och en får en egen telefon. Inköpet görs samlat före piloten.
| Kommunal: Kommer positionen att loggas under arbetspasset? | Nej, positionering är avstängd och ska så vara.
| Vision: Vem lägger upp behörigheterna? | Frågan är inte löst. Den tas upp igen i april.
Ärendet informerades enligt § 19 MBL. Förhandling enligt § 11 MBL påkallas när pilotgruppernas scheman är klara.
## 7.\tSommarbemanning 2019
Av 86 annonserade vikariat är 31 tillsatta. Rekryteringen går trögare än förra året, främst vad gäller sjuksköterskor.
Åke von Essing (Vårdförbundet) påtalar att ingen i dag kan säga hur nätterna vecka 28 till 31 ska lösas och anser att bemanningsföretag måste kontaktas nu.
Lovisa Brännmark delar bilden. Avrop från ramavtalet görs före påsk, och de fyra veckorna har högst prioritet.
Pirjo Lehtonen uppger att semesterönskemål i område Söder har lämnats tillbaka utan skriftlig motivering. Verksamhetschefen tar med sig detta till enhetscheferna och förväntar sig att motivering lämnas.
## 8.\tArbetsmiljö
Sjukfrånvaron i februari var 9,2 procent, jämfört med 8,7 procent i januari. Korttidsfrånvaron i februari uppgick till 4,1 procent.
Till mötet hade det kommit in sex tillbud, tre av dem om hala entréer. Skyddsombuden efterlyser en gemensam rutin för sandning. Fastighetsavdelningen har ansvaret och Birgitta Hallin-Roos kontaktar dem.
## 9.\tOmorganisation av bemanningsenheten
Dnr VON 2019/0112
Förslaget är att bemanningsenhetens åtta planerare från och med den 1 september 2019 placeras ute i hemtjänstområdena. Riskbedömning har genomförts.
Parterna är oeniga. Kommunal motsätter sig förslaget och anför till protokollet: ”Poolen fungerar, och att splittra den är att gå baklänges.”
Vision reserverar sig mot beslutet med hänvisning till att konsekvensanalysen för administratörerna inte var klar i tid.
Förhandlingen enligt MBL § 11 förklaras avslutad i oenighet. Arbetsgivaren beslutar enligt förslaget.
## 10.\tInformation från de fackliga organisationerna
Vårdförbundet byter lokalt ombud i april. Kommunal håller sektionsmöte den 4 april kl. 17.30 i Folkets hus.
## 11.\tÖvriga frågor
Kommunal ville veta om bidraget till arbetsskor gäller även timavlönade. Beskedet är att det gäller den som har arbetat minst 200 timmar under halvåret.
## 12.\tNästa möte
Nästa möte är tisdagen den 16 april 2019 kl. 13.15 i samma lokal.
## 13.\tMötets avslutande
Ordföranden tackar och avslutar mötet.
Vid protokollet
Omid Farahani
Justeras
Birgitta Hallin-Roos
Torbjörn Eklöv
Ann-Christin Ståhlbrand
"""

if __name__ == "__main__":
    office.write(
        "E03",
        TEXT,
        "docx",
        header=("Granviks kommun", "Vård- och omsorgsförvaltningen", "Sida {page} av {pages}"),
        font="Arial",
        size=10.5,
        styled=False,
        right=False,
    )
