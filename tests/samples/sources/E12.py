# ruff: noqa: E501
"""E12: very formal; background, discussion and decision in every §, and what should not be published."""

import office

TEXT = """
# PROTOKOLL NR 2/2025
Fört vid ordinarie sammanträde med förvaltningsgruppen vid Arbetsmarknadsförvaltningen, Stockholms stad
Sammanträdesdag: Torsdagen den 6 februari 2025
Sammanträdestid: Klockan 13.00 – 16.20, ajournering klockan 14.45 – 15.05
Sammanträdesplats: Livdjursgatan 4, konferensrum Slaktaren
### NÄRVARANDE LEDAMÖTER
För arbetsgivaren:
Kajsa-Stina af Ekenstam, förvaltningsdirektör, ordförande
Lars-Erik Bohlin, administrativ chef
Dragana Ilić Sandahl, avdelningschef Jobbtorg Stockholm
Edvin Hägg, HR-chef
För Vision:
Marianne Trolle
Sebastian Öun
För Akademikerförbundet SSR:
Hedda Lagercrantz Moberg
För Kommunal:
Robel Tesfai
För Saco-S:
P.O. Wikander
### FRÅNVARANDE LEDAMÖTER
För Ledarna:
Ingrid Sjö, anmält förhinder
För Sveriges Lärare:
vakant
### SEKRETERARE
Tilde Anckarman
### JUSTERARE
Marianne Trolle och Hedda Lagercrantz Moberg
## § 14 Sammanträdets öppnande och fastställande av dagordning
### Bakgrund
Kallelse och handlingar sändes ut den 30 januari 2025.
### Beslut
Förvaltningsgruppen fastställer dagordningen.
## § 15 Protokoll från föregående sammanträde
### Bakgrund
Protokoll 1/2025 från den 9 januari 2025 har justerats.
### Diskussion
Kommunal anmäler att Robel Tesfai i § 6 i protokoll 1/2025 felaktigt har antecknats som frånvarande. Sekreteraren rättar uppgiften.
### Beslut
Protokollet läggs med denna rättelse till handlingarna.
## § 16 Avveckling av Jobbtorg Unga i Farsta
### Bakgrund
Ärendet har diarienummer AMF 2025/31. Verksamheten med 19 medarbetare föreslås upphöra den 1 juni 2025 och uppgifterna föras över till Jobbtorg Skärholmen. Riskbedömning har upprättats den 22 januari 2025 i samverkan med skyddsombuden och fogas till protokollet.
### Diskussion
Marianne Trolle framhåller för Visions del att restiden för de unga deltagarna inte har utretts och begär att en sådan utredning görs. Dragana Ilić Sandahl svarar att restiderna har räknats fram av trafikkontoret och att de kan bifogas beslutsunderlaget.
Akademikerförbundet SSR spörjer huruvida omplaceringsutredningar enligt anställningsskyddslagen kommer att inledas före beslutet. HR-chefen genmäler att så inte är fallet.
Enligt P.O. Wikander (Saco-S) har flera medarbetare redan sökt sig bort. Ordföranden beklagar detta.
### Beslut
Parterna har inte kunnat enas. Samverkan enligt MBL § 11 avslutas i oenighet.
### Protokollsanteckning
Vision och Akademikerförbundet SSR reserverar sig mot beslutet till förmån för ett oförändrat jobbtorg. Vision lämnar särskilt yttrande: Ungdomar på Söderort betalar priset.
## § 17 Upphandling av konsulter för arbetsförmågebedömning
### Bakgrund
Förvaltningen avser att anlita leverantörer inom stadens ramavtal under perioden 1 mars – 31 december 2025, dnr AMF 2025/44. Primär förhandling enligt MBL § 38 har påkallats.
### Diskussion
Hedda Lagercrantz Moberg undrar varför stadens egna arbetsterapeuter inte kan anlitas i stället. Arbetsgivaren anför att samtliga är fullbelagda till och med oktober.
### Beslut
Förhandlingen enligt MBL § 38 avslutas i enighet.
## § 18 Ny delegationsordning
### Bakgrund
Förslag till ändrad delegationsordning har utarbetats av administrativa staben, dnr AMF 2024/702.
### Diskussion
Ingen begär ordet.
### Beslut
Förvaltningsgruppen är informerad i enlighet med MBL § 19.
## § 19 Ändrad arbetstidsförläggning i vuxenutbildningens reception
### Bakgrund
Kvällsöppet till klockan 20 på tisdagar övervägs. Riskbedömning saknas ännu.
### Diskussion
Sebastian Öun, Vision, vidhåller att kvällsöppet förutsätter att minst två personer tjänstgör samtidigt. Lars-Erik Bohlin utfäster sig att det skrivs in i förslaget.
Robel Tesfai för Kommunals räkning: Hur ska vaktmästarna bemannas samma kvällar? Besked i den delen lämnas när kostnaden är beräknad, anför den administrativa chefen.
### Beslut
Ärendet enligt MBL § 11 bordläggs till sammanträdet den 6 mars 2025.
## § 20 Arbetsskada och personuppgifter i handlingarna
### Bakgrund
I det utsända underlaget till skyddskommittén fanns, i strid mot dataskyddsförordningen, personnumret 610429-2385 tillsammans med uppgift om en inträffad arbetsskada den 15 januari.
### Diskussion
Vision anmärker på att underlaget sändes till samtliga 14 ledamöter och ersättare. Den berörda, Mirja Sundelin, nås enligt underlaget på sin privata mobil 070-174 06 38 och på mirja.sundelin@example.com. Har hon underrättats? HR-chefen svarar ja, och händelsen är anmäld till Integritetsskyddsmyndigheten inom 72 timmar.
### Beslut
Underlaget återkallas. Ledamöterna åläggs att förstöra sina exemplar.
## § 21 Budgetuppföljning och sjukfrånvaro
### Bakgrund
Bokslutet för 2024 visar ett överskott om 5,2 mnkr. Sjukfrånvaron uppgick i december 2024 till 5,8 %, därav långtidssjukfrånvaro 3,3 %.
### Diskussion
Saco-S noterar att överskottet motsvarar åtta tjänster och att det borde ha kommit medarbetarna till del. Något svar avges inte.
### Beslut
Informationen enligt MBL § 19 antecknas till protokollet.
## § 22 Ärenden till arbetsmarknadsnämnden den 25 februari 2025
### Bakgrund
Två ärenden föreligger:
a) Verksamhetsberättelse 2024, dnr AMF 2024/655
b) Organisation för feriejobb, dnr AMF 2025/12
### Diskussion
Beträffande b) ifrågasätter Robel Tesfai att handledarna rekryteras först i maj. Avdelningschefen medger att det är sent. Annonsering tidigareläggs till mars.
### Beslut
a) Information enligt MBL § 19 är fullgjord.
b) Förhandling enligt MBL § 11 har inletts.
## § 23 Sammanträdets avslutande
### Beslut
Ordföranden förklarar sammanträdet avslutat. Nästa sammanträde äger rum torsdagen den 6 mars 2025.
Vid protokollet
Tilde Anckarman
Justeras
Kajsa-Stina af Ekenstam
Marianne Trolle, Vision
Hedda Lagercrantz Moberg, Akademikerförbundet SSR
^
# Bilaga 1. Riskbedömning § 16
| Risk | Allvarlighet | Åtgärd
| Ökad arbetsbelastning under avvecklingen | Medel | Uppföljning varannan vecka
| Oro för framtiden | Hög | Samtal med närmaste chef före den 1 mars
# Bilaga 2. Särskilt yttrande från Vision
Jobbtorget i Farsta har på tre år hjälpt 640 unga till arbete eller studier. Att lägga ned det är att spara där det kostar mest.
"""

if __name__ == "__main__":
    office.write(
        "E12",
        TEXT,
        header=(
            "STOCKHOLMS STAD – ARBETSMARKNADSFÖRVALTNINGEN",
            "Dnr AMF 2025/3",
            "Blad {page} av {pages}",
        ),
        footer=("Justerarnas signatur ________   Utdragsbestyrkande ________", "start.stockholm"),
        size=11.5,
        margin=3,
    )
