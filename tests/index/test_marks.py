import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.marks import Marker
from index.query import parse_query
from index.query_tree import Exact, Leaf, Or, Phrase, Prefix, Word
from index.swedish import packaged_language, phrase_keys, tokens


def marker(query: str) -> Marker:
    return Marker(parse_query(query).tree, packaged_language())


def marked(query: str, text: str) -> list[str]:
    return [text[mark.start : mark.end] for mark in marker(query).marks(text)]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("möte", "Mötet och mötena", ["Mötet", "mötena"]),
        ("=möte", "Mötet om möte", ["möte"]),
        ("arbets*", "Arbetsmiljö, arbete", ["Arbetsmiljö"]),
        ('"hot och våld"', "Våld och hot, hot och våld", ["hot och våld"]),
        ('"hot våld"', "hot och våld", []),
        ("hot -våld", "hot och våld", ["hot"]),
        ("hot och våld", "hot och våld", ["hot", "våld"]),
        ("§ 9", "Enligt § 9, 9 och 9 §", ["§ 9", "9 §"]),
        ("förhandling", "MBL-förhandlingen", ["förhandlingen"]),
        ("mbl-förhandling mbl", "MBL-förhandlingen", ["MBL-förhandlingen"]),
        ("6,12 %", "Den var 6,12 %.", ["6,12 %"]),
        ("HÄ 2030/118", "HÄ om HÄ 2030/118", ["HÄ 2030/118"]),
        ("", "hot", []),
    ],
)
def test_these_places_are_marked(query: str, text: str, found: list[str]):
    assert marked(query, text) == found


def test_words_are_found_whatever_way_they_are_written():
    text = "Vå\u00adldet, A\u030atga\u0308rden och Ätgärder på kommittén"
    assert marked("våld åtgärd", text) == ["Vå\u00adldet", "A\u030atga\u0308rden"]
    assert marked("kommitte", "På kommittén, KOMMITTE\u0301") == ["kommittén", "KOMMITTE\u0301"]


def test_a_phrase_may_overlap_itself_and_run_over_signs_and_lines():
    assert marked('"om och om"', "om och om och om igen") == ["om och om och om"]
    assert marked('"hot och våld"', "Hot –\n\noch (våld)") == ["Hot –\n\noch (våld"]


def test_a_phrase_with_a_word_of_any_length_is_found():
    name = "x" * 300
    assert marked(f'"om {name} igen"', f"Om {name} igen") == [f"Om {name} igen"]


def inflected(key: str, other: str) -> bool:
    lemmas = packaged_language().analyse(other).lemmas
    return key == other or not set(packaged_language().analyse(key).lemmas).isdisjoint(lemmas)


def plainly(leaf: Leaf, text: str) -> list[tuple[int, int]]:
    """The places of a leaf, with every token of the text looked at."""
    rows: dict[int, dict[str, tuple[int, int]]] = {}
    for key, start, end, position in tokens(text):
        rows.setdefault(position, {})[key] = (start, end)
    match leaf:
        case Phrase(keys):
            stretches = (range(first, first + len(keys)) for first in range(len(rows)))
            return [
                (rows[places[0]][keys[0]][0], rows[places[-1]][keys[-1]][1])
                for places in stretches
                if all(key in rows.get(n, {}) for n, key in zip(places, keys, strict=True))
            ]
        case Prefix(beginning):
            fits = [key for row in rows.values() for key in row if key.startswith(beginning)]
        case Exact(key):
            fits = [key]
        case Word(key):
            fits = [other for row in rows.values() for other in row if inflected(key, other)]
    return [span for row in rows.values() for key, span in row.items() if key in fits]


WRITTEN = (
    "hot och våld, möte. Mötet MBL-frågor mbl § 9 8 §§ 3–5 25 % idé ledamöter ledamot – _om_ 9:e"
)
TEXTS = st.lists(
    st.sampled_from([*WRITTEN.split(), "vå\u00adld", "Sørensen", "ﬁnns", "\n"]), max_size=30
).flatmap(lambda words: st.sampled_from([" ", "\n", "  ", ""]).map(lambda by: by.join(words)))
WORDS = [key for key in phrase_keys(WRITTEN)]
LEAVES = (
    st.sampled_from(WORDS).map(Word)
    | st.sampled_from(WORDS).map(Exact)
    | st.sampled_from([word[:n] for word in WORDS for n in (1, 2, 3)]).map(Prefix)
    | st.lists(st.sampled_from(WORDS), min_size=2, max_size=4).map(lambda ws: Phrase(tuple(ws)))
    | st.tuples(st.integers(0, len(WORDS) - 4), st.integers(2, 4)).map(
        lambda cut: Phrase(tuple(WORDS[cut[0] : sum(cut)]))
    )
)


@given(TEXTS, st.lists(LEAVES, min_size=2, max_size=5, unique=True))
def test_places_are_those_found_by_looking_at_every_word(text: str, leaves: list[Leaf]):
    expected = {(start, end) for leaf in leaves for start, end in plainly(leaf, text)}
    found = Marker(Or(tuple(leaves)), packaged_language()).places(text)
    assert {(place.start, place.end) for place in found} == expected
    assert list(found) == sorted(found)
