import pytest

from archive.registry import Registries, Union, packaged
from index.names import Names
from index.query import parse_query
from index.query_lexer import MAX_WORDS
from index.query_names import MAX_NAMES
from index.query_tree import (
    And,
    Exact,
    Having,
    Inflected,
    Named,
    Node,
    Not,
    Or,
    Phrase,
    Word,
    wanted,
)
from index.swedish import packaged_language

NAMES = Names.of(packaged())
INFLECTED = Names.of(packaged(), packaged_language())

VISION = Or((Named("vision", ("vision", "visions")), Exact("SKTF", 0.8)))
READ_AS_UNION = "Läste Vision som fackförbundet. Skriv vision med liten bokstav för ordet."
SAM = Or((Exact("SAM"), Inflected(("systematiskt", "arbetsmiljöarbete"), 0.8)))
WORK = And((Word("systematiskt"), Word("arbetsmiljöarbete")))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("Vision", VISION),
        ("Visions svar", And((VISION, Word("svar")))),
        ("VISION svarade", And((VISION, Word("svarade")))),
        ("-Vision hot", And((Not(VISION), Word("hot")))),
        ("Vision/hot", And((VISION, Word("hot")))),
        ("Ledarna", Named("ledarna", ("ledarna", "ledarnas"))),
        (
            "Byggnads",
            Or(
                (
                    Named("byggnads", ("byggnads",)),
                    Inflected(("svenska", "byggnadsarbetareförbundet"), 0.8),
                )
            ),
        ),
    ],
)
def test_a_capital_makes_a_union_of_what_is_a_word_too(text: str, tree: Node) -> None:
    query = parse_query(text, NAMES)
    assert query.tree == tree
    assert "som fackförbundet. Skriv " in query.notes[0]


def test_how_to_search_the_word_is_told() -> None:
    assert parse_query("Vision", NAMES).notes == (
        READ_AS_UNION,
        "Sökte också på SKTF, samma fackförbund.",
    )


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("vision", Word("vision")),
        ("VISION", Word("vision")),
        ("SSRX VISION", And((Word("ssrx"), Word("vision")))),
        ("Visionen", Word("visionen")),
        ("Vision-möte", Word("vision-möte")),
        ("=Vision", Exact("vision")),
        ('"Vision"', Exact("vision")),
        ("Visio*", parse_query("visio*").tree),
    ],
)
def test_without_a_capital_of_its_own_it_is_the_word(text: str, tree: Node) -> None:
    query = parse_query(text, NAMES)
    assert query.tree == tree
    assert not query.notes


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "SSR",
            Or((Word("ssr"), Word("akademikerförbundet", 0.8), Exact("ASSR", 0.8))),
        ),
        (
            "ssr:s",
            Or((Word("ssr:s"), Word("akademikerförbundet", 0.8), Exact("ASSR", 0.8))),
        ),
        (
            "Akademikerförbundet SSR",
            Or(
                (
                    Inflected(("akademikerförbundet", "ssr")),
                    Word("akademikerförbundet", 0.8),
                    Exact("ASSR", 0.8),
                    Exact("SSR", 0.8),
                )
            ),
        ),
        ("Saco", Or((Word("saco"), Word("sacorådet", 0.8)))),
        ("Vårdförbundet", Word("vårdförbundet")),
        ("vårdförbundets", Word("vårdförbundets")),
    ],
)
def test_a_union_is_found_by_all_its_names(text: str, tree: Node) -> None:
    query = parse_query(text, NAMES)
    assert query.tree == tree
    assert not query.notes


def test_those_that_went_into_a_union_are_reached_too_and_it_is_told() -> None:
    for text in ("Sveriges Lärare", "sveriges lärares", "Sveriges  Lärare"):
        query = parse_query(text, NAMES)
        leaves = wanted(query.tree)
        assert leaves[0] == Inflected(("sveriges", "lärare"))
        assert {Word("lärarförbundet", 0.8), Inflected(("lärarnas", "riksförbund"), 0.8)} <= {
            *leaves
        }
        assert query.notes == (
            "Sökte också på Lärarnas Riksförbund och Lärarförbundet,"
            " som har gått upp i Sveriges Lärare.",
        )


def test_a_union_that_went_into_another_is_itself() -> None:
    leaves = wanted(parse_query("Lärarförbundet", NAMES).tree)
    assert leaves == (Word("lärarförbundet"), Word("läraförbundet", 0.8))


def test_a_former_name_finds_the_present_one_only_where_that_is_the_union() -> None:
    query = parse_query("SKTF", NAMES)
    now = And((Having("fack", ("vision",)), Named("vision", ("vision", "visions"))))
    assert query.tree == Or((Word("sktf"), now))
    assert query.notes == ("Sökte också på Vision, samma fackförbund.",)


def test_a_name_is_words_in_a_row() -> None:
    apart = parse_query("Sveriges ELLER Lärare", NAMES).tree
    assert apart == Or((Word("sveriges"), Word("lärare")))


def test_the_longest_name_is_meant() -> None:
    names = Names.of(
        Registries(
            {
                "a": Union(id="a", name="Havet"),
                "b": Union(id="b", name="Havet Syd"),
            },
            {},
            {},
            {},
        )
    )
    assert parse_query("havet syd", names).tree == Inflected(("havet", "syd"))
    assert parse_query("syd havet", names).tree == And((Word("syd"), Word("havet")))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("SAM", SAM),
        ("SAM hot", And((SAM, Word("hot")))),
        ("sam", Or((Word("sam"), Inflected(("systematiskt", "arbetsmiljöarbete"), 0.8)))),
        ("HSO", Or((Exact("HSO"), Word("huvudskyddsombud", 0.8)))),
        ("HSO:n", Or((Exact("HSO"), Word("hso:n"), Word("huvudskyddsombud", 0.8)))),
        ("huvudskyddsombud", Or((Word("huvudskyddsombud"), Exact("HSO", 0.8)))),
        ("SoL", Or((Exact("sol"), Word("socialtjänstlagen", 0.8)))),
        ("dnr", Or((Word("dnr"), Word("diarienummer", 0.8)))),
        ("systematiskt arbetsmiljöarbete", Or((WORK, Exact("SAM", 0.8)))),
        (
            "lagen om anställningsskydd",
            Or(
                (
                    And((Word("lagen"), Word("anställningsskydd"))),
                    Exact("LAS", 0.8),
                    Word("anställningsskyddslagen", 0.8),
                )
            ),
        ),
        (
            "LAS",
            Or(
                (
                    Exact("LAS"),
                    Inflected(("lagen", "om", "anställningsskydd"), 0.8),
                    Word("anställningsskyddslagen", 0.8),
                )
            ),
        ),
        ("IFO", Or((Exact("IFO"), Inflected(("individ", "och", "familjeomsorg"), 0.8)))),
        ("MBL-förhandling", Word("mbl-förhandling")),
        ('"SAM"', Exact("sam")),
        ('"systematiskt arbetsmiljöarbete"', Phrase(("systematiskt", "arbetsmiljöarbete"))),
        ("=sam", Exact("sam")),
        ("arbetsmiljöarbete systematiskt", And(WORK.parts[::-1])),
    ],
)
def test_an_abbreviation_and_what_it_stands_for_find_each_other(text: str, tree: Node) -> None:
    query = parse_query(text, NAMES)
    assert query.tree == tree
    assert not query.notes


def test_what_it_stands_for_is_known_in_any_inflection() -> None:
    leaves = wanted(parse_query("systematiska arbetsmiljöarbetet", INFLECTED).tree)
    assert leaves == (
        Word("systematiska"),
        Word("arbetsmiljöarbetet"),
        Exact("SAM", 0.8),
    )
    assert wanted(parse_query("systematiska arbetsmiljöarbetet", NAMES).tree) == leaves[:2]


def test_the_doing_and_what_is_done_find_each_other_but_not_who_it_is_done_to() -> None:
    assert Word("rehabilitering", 0.8) in wanted(parse_query("rehabilitera", NAMES).tree)
    assert Word("rehabilitera", 0.8) in wanted(parse_query("rehabilitering", NAMES).tree)
    assert parse_query("anställd", NAMES).tree == Word("anställd")
    assert parse_query("anställning", NAMES).tree == Word("anställning")


def test_every_synonym_is_found_by_each_of_the_others() -> None:
    for key, meanings in packaged().synonyms.items():
        for text in (key, *meanings):
            leaves = wanted(parse_query(text, NAMES).tree)
            others = [leaf for leaf in leaves if getattr(leaf, "weight", 1) < 1]
            assert len(others) >= len(meanings), text


def test_every_union_is_found_by_its_name_and_no_name_is_read_as_another_union() -> None:
    for union in packaged().unions.values():
        query = parse_query(f"{union.name} hot", NAMES)
        named = [leaf for leaf in wanted(query.tree) if isinstance(leaf, Named)]
        assert bool(named) == union.common_noun
        assert all(leaf.union == union.id for leaf in named)


def test_so_many_names_and_no_more() -> None:
    text = " ".join(["SAM", "sam"] * MAX_NAMES)
    query = parse_query(text, NAMES)
    assert query.notes == (f"Fler än {MAX_NAMES} namn och förkortningar: läste resten som ord.",)


def test_no_query_asks_for_much_more_than_was_typed() -> None:
    every = [name for union in packaged().unions.values() for name in union.names]
    leaves = wanted(parse_query(" ".join(every + list(packaged().synonyms)), NAMES).tree)
    assert len(leaves) <= MAX_WORDS + MAX_NAMES * 10


def test_names_are_remembered_apart() -> None:
    assert parse_query("SAM", NAMES).tree == SAM
    assert parse_query("SAM").tree == Word("sam")
    assert parse_query("SAM", Names()).tree == Word("sam")


@pytest.mark.parametrize(
    "text",
    [
        "SAM " * 2_500,
        "Sveriges Lärare " * 600,
        "fack:a " * 1_400,
        "fack:sveriges lärare " * 400,
        "rubrik:(SAM " * 800,
        "Vision/" * 1_400,
    ],
)
def test_however_many_names_are_typed_only_so_much_is_asked_for(text: str) -> None:
    query = parse_query(text, NAMES)
    assert query.notes
    assert len(wanted(query.tree)) <= MAX_WORDS + MAX_NAMES * 10


@pytest.mark.parametrize(
    "text", ["sjukfrånvaro socialförvaltningen", "sjukfranvaro Socialforvaltningen"]
)
def test_a_forvaltning_beside_other_words_is_also_where_it_comes_from(text: str):
    query = parse_query(text, NAMES)
    assert isinstance(query.tree, And)
    where = query.tree.parts[1]
    assert isinstance(where, Or)
    assert where.parts[1] == Having("forvaltning", ("socialforvaltningen",))
    assert query.notes == ("Tog också med det som kommer från Socialförvaltningen.",)


def test_a_name_of_several_words_is_one_forvaltning():
    tree = parse_query("larm Norra innerstaden", NAMES).tree
    assert isinstance(tree, And)
    assert Having("forvaltning", ("norra-innerstaden",)) in tree.parts[1].parts


def test_a_forvaltning_alone_is_a_word():
    assert parse_query("Farsta", NAMES).tree == Word("farsta")
