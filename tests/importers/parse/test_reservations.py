import pytest

from archive import registry
from importers.parse.reservations import find_reservations, reserves
from importers.parse.unions import UnionNames

NAMES = UnionNames(registry.packaged().unions)


@pytest.mark.parametrize(
    ("sentence", "unions"),
    [
        ("Vision reserverar sig mot beslutet.", ["vision"]),
        ("Kommunal, Vision och Ledarna reserverade sig.", ["kommunal", "vision", "ledarna"]),
        ("Vision är enig, men Kommunal anmäler avvikande mening.", ["kommunal"]),
        ("Särskilt yttrande från Kommunal och Vision bifogas.", ["kommunal", "vision"]),
        ("Protokollsanteckning av Akademikerförbundet SSR: Planen är bra.", ["ssr"]),
        ("Vision lämnar en reservation till protokollet.", ["vision"]),
        ("Kommunal motsätter sig förslaget.", ["kommunal"]),
        ("Vision kan inte ställa sig bakom förslaget.", ["vision"]),
        ("En skriftlig reservation bifogas.", [None]),
    ],
)
def test_the_union_that_reserves_stands_by_the_words(
    sentence: str, unions: list[str | None]
) -> None:
    assert [found.union for found in find_reservations(sentence, NAMES)] == unions


@pytest.mark.parametrize(
    "sentence",
    [
        "Ingen reserverade sig.",
        "Parterna är eniga utan reservationer.",
        "Vision drar tillbaka sin reservation.",
        "En reservationslös tillstyrkan.",
        "Anteckningarna delas ut.",
    ],
)
def test_what_is_denied_or_withdrawn_is_no_reservation(sentence: str) -> None:
    assert not reserves(sentence)
    assert list(find_reservations(sentence, NAMES)) == []
