# ruff: noqa: E501
"""E01: a meeting over Teams, with people who come, go and are there for some §§ only."""

import office

TEXT = """
# Protokoll från förvaltningsgruppen 2022-10-18
Tid: Tisdag kl. 13.15–16.05
Plats: Microsoft Teams
### Deltagare
Arbetsgivaren
Helene Öhrvall, tf äldredirektör, ordförande (§§ 1–9)
Petter Nyman-Castro, HR-chef, ordförande från § 10
Samira Boukhari, avdelningschef utförarenheten
Leif Åkerhielm, avdelningschef planering och uppföljning (§§ 5–7)
Linn Dahlgren, controller (§ 5)
Ebba Fors, HR-konsult, sekreterare
Fackliga organisationer
Roger Snäll, Kommunal
Fatumo Abdullahi, Kommunal (anslöt kl. 13.40)
Carin Mellgren, Vision
Joakim Tuvesson, Akademikerförbundet SSR (lämnade mötet kl. 15.10)
Anna-Stina Kock, Vårdförbundet
Malte Q. Forsell, Saco-rådet
Förhindrade
Gunvor Rydh, Ledarna
Fysioterapeuterna
## § 1 Mötet öppnas och dagordningen fastställs
Helene Öhrvall öppnar mötet. Alla deltar digitalt och ombeds ha kameran på. Dagordningen fastställs, dock behandlas § 8 före § 6 om tiden medger.
## § 2 Justering
Carin Mellgren och Anna-Stina Kock justerar tillsammans med ordförande. Justeringen görs digitalt senast tisdagen den 25 oktober.
## § 3 Föregående mötes protokoll
Protokollet från 2022-09-20 är justerat och läggs till handlingarna. Saco-rådet noterar att bilagan om lokalerna i Tekniska Nämndhuset aldrig kom ut. HR-konsulten beklagar och skickar den till samtliga i dag.
## § 4 Aktuellt från förvaltningsledningen
Tf äldredirektören berättar att rekryteringen av ordinarie direktör är i slutfasen. Fem kandidater är kvar. De fackliga organisationerna träffar två av dem den 27 oktober, en halvtimme vardera.
Stadens nya mandatfördelning gör att nämnden får ny sammansättning från årsskiftet. Några direktiv om organisationen har inte kommit. Förvaltningen har därför valt att inte påbörja några större förändringar under hösten.
Carin Mellgren undrar hur visstidsanställda projektledare som slutar 31 december ska få besked när inget är bestämt. Direktören meddelar att besked lämnas senast 15 november, oavsett vad som händer politiskt.
Fatumo Abdullahi ansluter till mötet.
## § 5 Tertialrapport 2 och budgetläget
Linn Dahlgren visar bilder. Prognosen för helåret är ett överskott om 3,1 mnkr, främst beroende på att utbildningssatsningen Äldreomsorgslyftet inte förbrukas i den takt som var tänkt. Statsbidraget kan inte föras över till 2023.
Kommunal är kritiska till att pengar lämnas tillbaka samtidigt som stadsdelarna uppger att det saknas vikarier för den som ska studera. Enligt Roger Snäll har tolv undersköterskor tackat nej till sina platser bara under september av det skälet.
Leif Åkerhielm bekräftar bilden och redogör för det förslag som har lämnats till Socialstyrelsen om att även vikariekostnader ska få räknas in. Svar därifrån väntas före jul.
Vårdförbundet efterlyser motsvarande satsning för sjuksköterskor: finns den? Nej, den upphörde 2021 men förvaltningen har tagit upp frågan i budgetunderlaget.
Informationen enligt MBL § 19 anses fullgjord.
## § 6 Ny upphandling av trygghetslarm (dnr 2022/318-2.2.1)
Avtalet löper ut den 30 juni 2023. Upphandlingen omfattar cirka 22 000 larm, installation och larmmottagning. Inom förvaltningen berörs trygghetsjourens 48 medarbetare, som får ny teknik och delvis nya arbetstider.
Fackens gemensamma fråga inför mötet var om larmmottagningen är kvar i egen regi. Avdelningschefen svarade ja, den delen ligger utanför upphandlingen, men gränssnittet mot leverantören blir ett annat.
Roger Snäll, Kommunal, tar upp att nattpersonalen fick veta om nya arbetstider genom en leverantör. Han menar att det är ett brott mot samverkansavtalets 4 §. Samira Boukhari säger att uppgiften kom från en gammal presentation, att inga nya arbetstider är beslutade och att hon har träffat nattgruppen.
Akademikerförbundet SSR önskar en barn- respektive äldrekonsekvensanalys av larm som bygger på mobilnät. Frågan lämnades utan svar vid mötet.
Riskbedömning ska göras när anbuden är utvärderade. Förhandling enligt § 11 MBL skjuts upp till den 22 november.
## § 7 Arbetsmiljö och hälsa
Sjukfrånvaron för den senaste tolvmånadersperioden är 8,1 procent. I augusti var den 6,6 procent och i september 7,2 procent. Korttidsfrånvaron i september var 3,0 procent.
Anmälningar i IA under perioden: 14 arbetsskador, 9 tillbud och 3 riskobservationer. Hot och våld förekommer i fyra av tillbuden, samtliga i trygghetsjouren vid hembesök nattetid.
Vision har fått signaler om att jourpersonal åker ensam trots bestämmelsen om dubbelbemanning. Vad gäller? Samira Boukhari klargör att dubbelbemanning gäller klockan 22–06 och att avsteg ska rapporteras i IA.
Skyddsombudet Roger Snäll begär att larmdosorna i bilarna byts ut. Begäran behandlas skyndsamt och svar lämnas skriftligen inom en vecka.
Handlingsplanen efter skyddsronden på plan 5 är klar så när som på två punkter: ventilationen i konferensrummet Sjöstaden och
belysningen vid entrén mot gården.
## § 8 Återgång till kontoret och distansarbete
Förvaltningens riktlinje, högst två dagar i veckan på distans, har gällt sedan 1 maj. Uppföljningen visar att 64 procent av medarbetarna är nöjda. HR föreslår att riktlinjen förlängs oförändrad till och med den 31 december 2023.
Samtliga organisationer tillstyrker utom Saco-rådet, som vill ha tre dagar. Malte Q. Forsell lägger till att grannförvaltningarna tillåter det. HR-chefen svarar att man har jämfört med fyra förvaltningar och att tre av dem har två dagar.
Samverkan enligt § 11 MBL avslutas i enighet. Saco-rådet antecknar en avvikande mening till protokollet.
## § 9 Ärenden till äldrenämnden den 8 november 2022
1. Tertialrapport 2, se § 5 ovan.
2. Svar på remiss av Ds 2022:11, dnr 2022/402-2.3. Ingen har frågor.
3. Yttrande över motion om måltidsmiljö. Joakim Tuvesson undrar varför personalens pedagogiska måltider inte nämns. Det är ett förbiseende och rättas innan ärendet skickas.
Ärendena har informerats enligt § 19 MBL.
Petter Nyman-Castro tar över som ordförande.
## § 10 Lika rättigheter
Inget att rapportera.
## § 11 Fackliga frågor och information
Vårdförbundet meddelar att Anna-Stina Kock går i pension vid årsskiftet. Kommunal har öppet hus på sektionen den 9 november. Vision och Akademikerförbundet SSR planerar en gemensam lönefrukost.
Roger Snäll lämnade mötet kl. 15.50.
## § 12 Övriga frågor
Anna-Stina Kock undrar om vaccinationstid för influensa är arbetstid. HR-chefen hade inte tillräckligt underlag och återkommer med besked per e-post.
## § 13 Nästa möte
Tisdag den 22 november 2022 kl. 13.15, om möjligt på plats i lokal Kvarnen.
Vid protokollet: Ebba Fors
Justeras digitalt
Helene Öhrvall §§ 1–9
Petter Nyman-Castro §§ 10–13
Carin Mellgren, Vision
Anna-Stina Kock, Vårdförbundet
"""

if __name__ == "__main__":
    office.write(
        "E01",
        TEXT,
        header=("Äldreförvaltningen", "Staben", "Protokoll", "Sida {page} ({pages})"),
        footer=("Äldreförvaltningen, Palmfeltsvägen 5", "Växel 08-508 00 000", "start.stockholm"),
        margin=3.4,
    )
