"""Which headings are of the meeting itself."""

import pytest

from importers.parse.formal_titles import is_formal


@pytest.mark.parametrize(
    "title",
    [
        "Mötets öppnande",
        "Mötet öppnas",
        "MÖTET AVSLUTAS",
        "Öppnande av mötet och fastställande av dagordning",
        "Öppnande",
        "Avslutning",
        "Avslut",
        "Sammanträdets avslutande",
        "Mötet öppnas och dagordningen fastställs",
        "Mötet öppnas, val av sekreterare och justerare",
        "Godkännande av dagordning samt val av justerare",
        "Dagordning och justering",
        "Genomgång av dagordning",
        "Val av justerare samt tidpunkt för när protokollet senast ska vara justerat",
        "Beslut om justerare och tid för justering",
        "Val av protokolljusterare",
        "Val av justeringsmän",
        "Utseende av justerare",
        "Justering av protokollet",
        "Föregående protokoll",
        "Föregående mötes protokoll",
        "Föregående minnesanteckningar",
        "Genomgång av förra protokollet",
        "Uppföljning av föregående protokoll",
        "Protokoll från föregående möte",
        "Genomgång av protokoll nr 5/2022 från den 14 juni samt fråga om rättelse",
        "Nästa möte",
        "Nästa möte och avslutning",
        "Nästa CSG",
    ],
)
def test_a_formal_heading(title):
    assert is_formal(title)


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Övriga frågor",
        "Övriga frågor och avslut",
        "Balanslista",
        "Föregående protokoll samt balanslista",
        "Kvarvarande frågor från föregående möte",
        "Uppföljning från föregående möte",
        "Mötets öppnande och sjukfrånvaro",
        "Personalomsättning och avslutningssamtal",
        "Rekrytering och avslutssamtal",
        "Meröppna bibliotek",
        "Avslutning av projektet Ekbacken",
        "Justering av taxor",
        "Val av ny ordförande i skyddskommittén",
        "Nästa års budget",
        "Protokoll " * 40,
    ],
)
def test_no_formal_heading(title):
    assert not is_formal(title)
