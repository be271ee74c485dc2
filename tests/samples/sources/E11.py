# ruff: noqa: E501
"""E11: short minutes of a whole municipality's central group; questions first, then answers, per union."""

import office

TEXT = """
# CSG 27 november 2023
Central samverkansgrupp, Brunna kommun. Minnesanteckningar förda av Wilma Näsholm.
Kl 13-14.30 i Lilla rådssalen
Deltog gjorde kommundirektör Hans-Erik Löfdahl (ordförande), HR-direktör Parisa Golshani och ekonomichef Ture Bång. Från organisationerna: Annika Rööst (Vision), Stefan Tall (Kommunal), Maud Eriksdotter Lund (Sveriges Lärare), Jan-Åke Pettersson Vik (Sveriges Skolledare) och Zeynep Aydın (Akavia).
Ingen från Ledarna eller Seko.
## §1 Budget 2024
Kommunfullmäktige antog budgeten i torsdags. Samtliga nämnder ska minska med en procent. Det varsel som det har skrivits om i tidningen är inte aktuellt.
## §2 Frågor från Vision
- Kommer anställningsstoppet att gälla även vikariat?
- Hur många tjänster på kommunhuset berörs av den nya organisationen?
- Varför får inte facken se konsultrapporten?
Svar:
- Vikariat kortare än sex månader är undantagna.
- Ungefär tjugo, flertalet inom service.
- Rapporten är arbetsmaterial till den 15 december. Därefter lämnas den ut.
## §3 Frågor från Kommunal
- Vad är tidplanen för heltid som norm i måltidsverksamheten?
- Ska kommunen ta över lokalvården i egen regi?
Svar:
- Arbetet pausas under 2024 av budgetskäl.
- HR-direktören hade ingen uppgift om detta och återkommer.
## §4 Gemensamma frågor från Sveriges Lärare och Sveriges Skolledare
Organisationerna har skickat in två frågor tillsammans.
- Hur ska rektor hinna med lönesamtalen när lönerevisionen tidigareläggs till februari?
- Får undervisning ställas in för centrala utbildningsdagar?
Arbetsgivaren svarade:
- Samtalen kan läggas ut från vecka 2 och rektorerna erbjuds hjälp av HR-specialist.
- Nej, utbildningsdagar läggs på lovdagar.
## §5 Nytt HR-system
Informerades enligt MBL § 19. Driftstart den 1 mars 2024, dnr KS 2023/641. Akavia undrar om personalakterna flyttas med. Ja, från och med 2015.
## §6 Flytt av räddningstjänstens administration
Förhandlades enligt MBL § 11 och avslutades i enighet.
## §7 Nästa CSG
Måndag den 18 december, kl 13.
"""

if __name__ == "__main__":
    office.write("E11", TEXT, "rtf", font="Times New Roman", size=12, styled=False)
