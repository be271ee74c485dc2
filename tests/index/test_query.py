import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import parse_query
from index.query_lexemes import MAX_DEPTH
from index.query_lexer import MAX_PREFIXES, MAX_WORDS
from index.query_tree import And, Everything, Exact, Node, Not, Or, Phrase, Prefix, Word, wanted

HOT, VALD, LARM = Word("hot"), Word("våld"), Word("larm")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", Everything()),
        ("  ", Everything()),
        ("Hot", HOT),
        ("hot våld", And((HOT, VALD))),
        ("hot och våld", And((HOT, VALD))),  # och decides nothing
        ("hot OCH våld", And((HOT, VALD))),
        ("hot AND våld", And((HOT, VALD))),
        ("hot hot", HOT),
        ("och", Word("och")),
        ("att och", And((Word("att"), Word("och")))),
        ("hot ELLER våld", Or((HOT, VALD))),
        ("hot OR våld larm", Or((HOT, And((VALD, LARM))))),
        ("(hot ELLER våld) larm", And((Or((HOT, VALD)), LARM))),
        ("hot INTE våld", And((HOT, Not(VALD)))),
        ("hot OCH INTE våld", And((HOT, Not(VALD)))),
        ("hot -våld", And((HOT, Not(VALD)))),
        ("-hot", Not(HOT)),
        ("-(hot våld)", Not(And((HOT, VALD)))),
        ('-"hot och våld"', Not(Phrase(("hot", "och", "våld")))),
        ("INTE INTE hot", HOT),
        ("hot - våld", And((HOT, VALD))),
        ('"hot och våld"', Phrase(("hot", "och", "våld"))),
        ("”hot och våld”", Phrase(("hot", "och", "våld"))),
        ("’hot och våld’", Phrase(("hot", "och", "våld"))),
        ("'hot och våld'", Phrase(("hot", "och", "våld"))),
        ('"mötet"', Exact("mötet")),
        ("Moderna's avtal", And((Word("moderna's"), Word("avtal")))),
        ("=mötet", Exact("mötet")),
        ("arbets*", Prefix("arbets")),
        ("mbl-*", Prefix("mbl-")),
        ("MBL-frågor", Word("mbl-frågor")),
        ("§ 9", Word("§9")),
        ("9 §", Word("§9")),
        ("MBL § 19", And((Word("mbl"), Word("§19")))),
        ("6,12 %", Word("6,12%")),
        ("HÄ 2030/118", Phrase(("hä", "2030/118"))),
        ("SOU 2025:61", Phrase(("sou", "2025:61"))),
        ("12:00", Word("12:00")),
        ("HSO:s", Word("hso:s")),
        ("kl:13", And((Word("kl"), Word("13")))),
        ("http://larm.se", And((Word("http"), Word("larm"), Word("se")))),
    ],
)
def test_a_query_is_read_so(text: str, tree: Node):
    assert parse_query(text).tree == tree
    assert not parse_query(text).notes


@pytest.mark.parametrize(
    ("text", "tree", "note"),
    [
        ('"hot våld', And((HOT, VALD)), "Citattecknet avslutas inte: sökte på orden."),
        ("(hot våld", And((HOT, VALD)), "En parentes avslutas inte"),
        ("hot) våld", And((HOT, VALD)), "En parentes saknar sin början"),
        ("hot ELLER", HOT, "”ELLER” står inte mellan två ord"),
        ("OCH hot", HOT, "”OCH” står inte mellan två ord"),
        ("a*", Word("a"), "”a*” behöver två bokstäver före stjärnan"),
        ("*hot", HOT, "Stjärnan i ”*hot” kan bara stå sist"),
        ("foo:bar", And((Word("foo"), Word("bar"))), "”foo” är inget sökfält"),
        ("fack:vision", Word("vision"), "Fackförbundet ”vision” finns inte"),
        ("!!!", Everything(), "Frågan innehåller inget ord"),
        ("\0", Everything(), "Frågan innehåller inget ord"),
        ("🎉", Everything(), "Frågan innehåller inget ord"),
    ],
)
def test_what_cannot_be_read_is_taken_as_words_and_told(text: str, tree: Node, note: str):
    query = parse_query(text)
    assert query.tree == tree
    assert query.notes[0].startswith(note)


def test_an_empty_parenthesis_is_nothing():
    assert parse_query("() hot").tree == HOT


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "ord " * 25_000,
        "(" * 10_000,
        "(" * 10_000 + "hot" + ")" * 10_000,
        "OCH " * 25_000,
        "INTE " * 20_000 + "hot",
        '"' * 100_000,
        "'a " * 30_000,
        "-" * 100_000,
        "§ " * 50_000,
        "1.1" * 30_000,
        "rubrik:" * 10_000,
        "rubrik:(" * 10_000,
        'fack:"' * 10_000,
        "fack:a " * 10_000,
        "*" * 100_000,
        "🎉" * 25_000,
    ],
)
def test_however_much_is_typed_only_so_much_is_read(text: str):
    query = parse_query(text)
    assert query.notes
    assert len(wanted(query.tree)) <= MAX_WORDS


def test_so_many_words_and_no_more():
    query = parse_query(" ".join(f"ord{n}" for n in range(MAX_WORDS + 1)))
    assert len(wanted(query.tree)) == MAX_WORDS
    assert query.notes == (f"Frågan är lång: sökte på de första {MAX_WORDS} orden.",)


def test_so_many_prefixes_and_no_more():
    leaves = wanted(parse_query(" ".join(f"ord{n}*" for n in range(20))).tree)
    assert sum(isinstance(leaf, Prefix) for leaf in leaves) == MAX_PREFIXES
    assert len(leaves) == 20


def test_what_is_excluded_is_not_wanted():
    assert wanted(parse_query("hot -våld -(larm INTE x)").tree) == (HOT,)


def depth(tree: Node) -> int:
    match tree:
        case And(parts) | Or(parts):
            return 1 + max(map(depth, parts))
        case Not(part):
            return 1 + depth(part)
        case _:
            return 1


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            ["(", ")", '"', "’", "-", "*", "=", "§", "9", " ", "OCH", "ELLER", "INTE", "hot", "och"]
        ),
        max_size=60,
    ).map(lambda pieces: " ".join(pieces).replace("  ", ""))
)
def test_any_text_can_be_read(text: str):
    tree = parse_query(text).tree
    assert depth(tree) <= 4 * MAX_DEPTH
    assert parse_query(text).tree == tree
