import datetime as dt

import pytest

from archive.registry import packaged
from index.names import Names
from index.query import parse_query
from index.query_tree import (
    And,
    Dated,
    Exact,
    Having,
    In,
    Inflected,
    Named,
    Node,
    Not,
    Or,
    Part,
    Phrase,
    Prefix,
    Word,
)

NAMES = Names.of(packaged())
HOT = Word("hot")
VISION, SSR = Having("fack", ("vision",)), Having("fack", ("ssr",))


def title(key: str) -> In:
    return In(Part.TITLE, Word(key))


def between(first: str, last: str) -> Dated:
    return Dated(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("fack:vision", VISION),
        ("fack:VISION", VISION),
        ("Fack:Vision,", VISION),
        ("fack:SKTF", VISION),
        ("union:vision", VISION),
        ("fack:vision,ssr", Having("fack", ("vision", "ssr"))),
        ("fack:'Akademikerförb. SSR'", SSR),
        ('fack:"Sveriges Lärare"', Having("fack", ("sveriges-larare",))),
        ("fack:sveriges-larare", Having("fack", ("sveriges-larare",))),
        ("fack:Sveriges Lärare", Having("fack", ("sveriges-larare",))),
        ("fack:K:al", Having("fack", ("kommunal",))),
        ("fack:vision hot", And((VISION, HOT))),
        ("fack:(vision ELLER ssr) hot", And((Or((VISION, SSR)), HOT))),
        ("-fack:vision hot", And((Not(VISION), HOT))),
        ("fack:-vision", Not(VISION)),
        ("fack:vision och", And((VISION, Word("och")))),
        ("fack:vision och hot", And((VISION, HOT))),
        ("forvaltning:bromma", Having("forvaltning", ("bromma",))),
        ("förvaltning:hagersten alvsjo", Having("forvaltning", ("hagersten-alvsjo",))),
        ('förvaltning:"Hägersten-Älvsjö"', Having("forvaltning", ("hagersten-alvsjo",))),
        ("förvaltning:socialförvaltning", Having("forvaltning", ("socialforvaltningen",))),
        ("förvaltning:järva", Having("forvaltning", ("jarva",))),
        ("amne:hot-och-vald", Having("amne", ("hot-och-vald",))),
        ("ämne:hot och våld", Having("amne", ("hot-och-vald",))),
        ("ämne:lön", Having("amne", ("lon",))),
        ("utfall:oenighet", Having("utfall", ("disagreed",))),
        ("utfall:agreed", Having("utfall", ("agreed",))),
    ],
)
def test_a_facet_is_asked_for_by_name_or_id(text: str, tree: Node) -> None:
    query = parse_query(text, NAMES)
    assert query.tree == tree
    assert not query.notes


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("datum:2025", "2025-01-01", "2025-12-31"),
        ("datum:2024-02", "2024-02-01", "2024-02-29"),
        ("datum:2025-3", "2025-03-01", "2025-03-31"),
        ("datum:2025-03-12", "2025-03-12", "2025-03-12"),
        ("datum:2025-01..2025-06", "2025-01-01", "2025-06-30"),
        ("datum:2025-06..2025-01", "2025-01-01", "2025-06-30"),
        ("datum:..2024", "0001-01-01", "2024-12-31"),
        ("datum:2024..", "2024-01-01", "9999-12-31"),
        ("år:2024", "2024-01-01", "2024-12-31"),
        ("ar:2023-2025", "2023-01-01", "2025-12-31"),
        ("date:2025,", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_time_is_from_its_first_day_to_its_last(text: str, first: str, last: str) -> None:
    query = parse_query(text, NAMES)
    assert query.tree == between(first, last)
    assert not query.notes


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("rubrik:hot", title("hot")),
        ("Rubrik:hot", title("hot")),
        ("rubrik:=hotet", In(Part.TITLE, Exact("hotet"))),
        ("rubrik:hot*", In(Part.TITLE, Prefix("hot"))),
        ('rubrik:"hot och våld"', In(Part.TITLE, Phrase(("hot", "och", "våld")))),
        ("rubrik:(hot våld)", And((title("hot"), title("våld")))),
        ("rubrik:(hot ELLER våld) larm", And((Or((title("hot"), title("våld"))), Word("larm")))),
        ("rubrik:(hot -våld)", And((title("hot"), Not(title("våld"))))),
        ("rubrik:-hot", Not(title("hot"))),
        ("rubrik:(frågan om lokaler)", And((title("frågan"), title("lokaler")))),
        ("rubrik:hot/våld", And((title("hot"), title("våld")))),
        ("rubrik:(hot (svar:våld))", And((title("hot"), In(Part.ANSWER, Word("våld"))))),
        ("fråga:hot", In(Part.QUESTION, HOT)),
        ("fraga:hot svar:hot", And((In(Part.QUESTION, HOT), In(Part.ANSWER, HOT)))),
        ("paragraf:9", In(Part.TITLE, Exact("§9"))),
        ("paragraf:§9", In(Part.TITLE, Exact("§9"))),
        ('paragraf:"§ 9"', In(Part.TITLE, Exact("§9"))),
        ("dnr:2030/118", Exact("2030/118")),
        ('dnr:"HÄ 2030/118"', Phrase(("hä", "2030/118"))),
        ("dnr:hä 2030/118 hot", And((Phrase(("hä", "2030/118")), HOT))),
        ("person:lindqvist", Or((Exact("lindqvist"), Exact("lindqvists")))),
        ('person:"Anna Berg"', Or((Phrase(("anna", "berg")), Phrase(("anna", "bergs"))))),
        ('person:"Eva Fors"', Phrase(("eva", "fors"))),
    ],
)
def test_a_field_says_where_or_how_a_word_must_stand(text: str, tree: Node) -> None:
    query = parse_query(text, NAMES)
    assert query.tree == tree
    assert not query.notes


def test_a_union_or_abbreviation_in_a_field_is_asked_for_by_all_its_names() -> None:
    assert parse_query("rubrik:SAM", NAMES).tree == Or(
        (
            In(Part.TITLE, Exact("SAM")),
            In(Part.TITLE, Inflected(("systematiskt", "arbetsmiljöarbete"), 0.8)),
        )
    )
    tree = parse_query("svar:Ledarna", NAMES).tree
    assert tree == In(Part.ANSWER, Named("ledarna", ("ledarna", "ledarnas")))


@pytest.mark.parametrize(
    ("text", "tree", "note"),
    [
        ("fack:visio", Word("visio"), "… sökte på det som ord. Menade du fack:Vision?"),
        (
            'fack:"lärarnas ombud"',
            And((Word("lärarnas"), Word("ombud"))),
            '…"Lärarnas Riksförbund"?',
        ),
        ("fack:vision,hej", And((Word("vision"), Word("hej"))), "Fackförbundet ”hej” finns inte"),
        ("fack:qqqq", Word("qqqq"), "Fackförbundet ”qqqq” finns inte: sökte på det som ord."),
        ("förvaltning:kultur", Word("kultur"), "…forvaltning:Kulturförvaltningen?"),
        ("datum:2025-02-31", Word("2025-02-31"), "”2025-02-31” är ingen tid"),
        ("datum:mars", Word("mars"), "”mars” är ingen tid"),
        ("datum:..", Word("datum"), "Efter ”datum:” saknas ett värde"),
        ("paragraf:ett", Word("ett"), "”ett” är inget paragrafnummer"),
        ("fack:", Word("fack"), "Efter ”fack:” saknas ett värde: sökte på orden."),
        ("fack: hot", And((Word("fack"), HOT)), "Efter ”fack:” saknas ett värde: sökte på orden."),
        ('fack:"vision', VISION, "Citattecknet avslutas inte"),
        ("rubrik:(hot våld", And((title("hot"), Word("våld"))), "En parentes avslutas inte"),
        ('foo:"hot"', And((Word("foo"), Exact("hot"))), "”foo” är inget sökfält"),
        ("foo:bar", And((Word("foo"), Word("bar"))), "”foo” är inget sökfält: sökte på orden."),
    ],
)
def test_what_is_no_value_is_taken_as_words_and_told(text: str, tree: Node, note: str) -> None:
    query = parse_query(text, NAMES)
    assert query.tree == tree
    (told,) = query.notes
    assert told.endswith(note[1:]) if note.startswith("…") else told.startswith(note)


@pytest.mark.parametrize(
    "text", ["Apt:er", "12:00", "kl:13", "SOU:2025", "https://larm.se/a", "hot:"]
)
def test_not_every_colon_makes_a_field(text: str) -> None:
    assert not parse_query(text, NAMES).notes


def test_what_is_quoted_and_unknown_may_hold_an_ellipsis() -> None:
    tree = parse_query('fack:"individ- och hundomsorg"', NAMES).tree
    assert tree == And((Word("individ"), Word("hundomsorg")))
