import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.marks import Marker
from index.query import parse_query
from index.query_tree import Exact, In, Inflected, Leaf, Named, Or, Part, Phrase, Prefix, Word
from index.swedish import Level, meeting, packaged_language, phrase_keys, tokens


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


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("våld", "mot arbetsplatsvåldet", ["våldet"]),
        ("frånvaro", "Korttidssjukfrånvaron ökar", ["frånvaron"]),
        ("sjukfrånvaro", "Korttidssjukfrånvaron ökar", ["sjukfrånvaron"]),
        ("skyddsombud", "huvudskyddsombudens tid", ["skyddsombudens"]),
        ("skydd", "skyddsombud", ["skydds"]),
        ("arbetsmiljörond", "En arbetsmiljö rond, en arbetsmiljö-\nrond", None),
        ("arbetsmiljörond", "arbetsmiljö och rond", []),
        ("miljörond", "i arbetsmiljö ronderna", ["miljö ronderna"]),
        ("individomsorg", "individ- och familjeomsorg", ["individ-"]),
        ("arbetsmiljöansvar", "arbetsmiljöfrågor och -ansvar", ["-ansvar"]),
        ("miljöfråga", "i arbetsmiljö frågestunden", ["miljö fråge"]),
        ("sam", "SAM och sam", ["SAM", "sam"]),
        ("rubrik:larm", "Larmet", ["Larmet"]),
        ("paragraf:9", "§ 9 Larm, 9 larm", ["§ 9"]),
    ],
)
def test_words_are_marked_as_parts_and_written_apart(
    query: str, text: str, found: list[str] | None
):
    expected = ["arbetsmiljö rond", "arbetsmiljö-\nrond"] if found is None else found
    assert marked(query, text) == expected


@pytest.mark.parametrize(
    ("leaf", "text", "found"),
    [
        (Word("kvalitetssystem"), "Ett kvalitetsledningssystem", []),
        (Word("kvalitetssystem", loose=True), "Ett kvalitetsledningssystem", [(4, 27)]),
        (Inflected(("lokal", "samverkansgrupp")), "lokala samverkansgruppen", [(0, 24)]),
        (Inflected(("lokal", "samverkansgrupp")), "lokal för samverkansgrupp", []),
        (Inflected(("lokal", "grupp")), "lokal samverkansgrupp", []),
        (Named("vision", ("vision", "visions")), "Visions fråga om en vision", [(0, 7)]),
        (Named("vision", ("vision", "visions")), "nämndens vision", [(9, 15)]),
        (Exact("SAM"), "SAM, sam och Sam", [(0, 3)]),
        (In(Part.TITLE, Prefix("lar")), "larmen", [(0, 6)]),
    ],
)
def test_each_sort_of_leaf_is_found(leaf: Leaf, text: str, found: list[tuple[int, int]]):
    places = Marker(leaf, packaged_language()).places(text)
    assert [(place.start, place.end) for place in places] == found


def test_how_well_each_place_is_met_is_told():
    places = marker("möte").places("Om möte, mötet, mötestid")
    assert [place.level for place in places] == [Level.AS_WRITTEN, Level.INFLECTED, Level.PART]


def test_an_ellipsis_is_found_in_a_text_of_any_length():
    text = "Larm saknas. " * 100 + "Om för-, grund- och gymnasieskolan. " + "Larm saknas. " * 100
    assert marked("grundskola", text) == ["grund-"]
    assert marked("förskola", text) == ["för-"]


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


def met(key: str, other: str, span: tuple[int, int]) -> tuple[int, int] | None:
    """What of a written word a word meets."""
    found = packaged_language().analyse(other)
    how = meeting(key, packaged_language().analyse(key), other, found)
    start, end = span
    if how is None or how.level > Level.PART or not found.ends or end - start != len(other):
        return how and span
    first = (0, *found.ends)[how.first]
    first += other.startswith("-", first)
    return start + first, start + found.ends[how.last - 1]


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
            spans = [met(key, *written) for row in rows.values() for written in row.items()]
            return [span for span in spans if span]
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
