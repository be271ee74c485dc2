# ruff: noqa: E501
"""E07: notes of a meeting, unnumbered and short, headings only bold; no list of who approves."""

import office

TEXT = """
# Minnesanteckningar samverkansgrupp Miljöförvaltningen
Torsdag 16 november 2023, kl. 10–11.30, Tekniska nämndhuset rum Fladdermusen
Med: Rut Winqvist (förvaltningschef), Jonas Demirel (enhetschef livsmedel), Alva Thorsell (HR-partner, antecknar), Li Sjöö Berg (Akavia), Ragnar Ek (Naturvetarna), Kaltrina Hoti (Vision)
Inte med: Sveriges Ingenjörer
## Förra gången
Inga synpunkter på anteckningarna från 19 oktober.
## Läget på förvaltningen
Rut berättade att nämnden i tisdags beslutade om verksamhetsplanen för 2024. Avgifterna höjs med 4,5 procent. Två vakanser på livsmedel hålls öppna till halvårsskiftet. Li frågade vad det innebär för kontrollplanen. Jonas: planen räknas ned med 220 kontroller och det är avstämt med nämnden.
Kaltrina tyckte att handläggarna fått veta det via Intranätet före sina chefer, vilket inte är bra. Rut höll med.
## Flytt till plan 4
Flytten är nu satt till vecka 6. En riskbedömning är gjord på APT men Vision saknar avsnittet om ljud. Alva kompletterar och skickar ut igen. Gruppen är enig om att flytten genomförs som föreslaget (§ 11 MBL).
• Ragnar ville veta om labbskåpen följer med. Det gör de.
• Höj- och sänkbara bord till alla? Bara den som redan har, övriga beställs i vår.
• Cykelrum: ingen visste. Alva kollar med vaktmästeriet.
## Ensamarbete vid tillsyn
Efter händelsen i oktober där en inspektör blev inlåst åker man två och två till verksamheter på listan. Naturvetarna vill att listan också ska omfatta miljöfarlig verksamhet i ytterområdena. Rut: rimligt, vi gör så från och med nu.
Jonas påminner om att larmknappen i mobilen ska testas varje månad.
## Friskvård
Ingenting nytt. 3 000 kronor även nästa år.
## Från facken
Akavia har bytt lokal klubbstyrelse. Naturvetarna bjuder på föreläsning den 7 december om klimakteriet.
## Nästa gång
14 december kl. 10. Alva bokar rum.
"""

if __name__ == "__main__":
    office.write("E07", TEXT, "docx", font="Calibri", styled=False)
