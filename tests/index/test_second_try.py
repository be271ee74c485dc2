"""What is done for a query that finds nothing or little, and what is never told doing it."""

import pathlib

import pytest
from searchable import entry, section

from archive.registry import packaged
from archive.visibility import Audience, Visibility
from index import Request, Result, SearchIndex, open_index

TEXTS = (
    "Skyddsombuden gick igenom sjukfrånvaron på enheterna.",
    "Ett kvalitetsledningssystem upphandlas under våren.",
    "Tjänstemännen på rådet redovisade ärendet om delade turer.",
    "En rad för varje rad i schemat; råd och åter råd ges av rådet.",
)
SECRET = "Fusionsreaktorn är hemlig, och överläkaren vet."


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    found = open_index(tmp_path_factory.mktemp("index"), packaged())
    sections = [section(number, "Läget", text) for number, text in enumerate(TEXTS, start=1)]
    more = [
        entry("farsta", f"2024-0{month}-01", section(1, "Råd", "Ett råd i rådet."))
        for month in range(1, 5)
    ]
    hidden = entry(
        "bromma", "2024-02-02", section(1, "Hemligt", SECRET), visibility=Visibility.INTERNAL
    )
    found.rebuild([entry("bromma", "2024-01-01", *sections), *more, hidden])
    return found


def ask(
    index: SearchIndex, text: str, audience: Audience = Audience.PUBLIC, *, literal: bool = False
) -> Result:
    return index.search(Request(text, audience, literal=literal))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("sjukfranvaro", "sjukfrånvaro"), ("tjansteman", "tjänsteman"), ("arenden", "ärenden")],
)
def test_words_typed_without_accents_are_taken_for_those_with(
    index: SearchIndex, typed: str, meant: str
):
    result = ask(index, typed)
    assert (result.total, result.altered) == (1, True)
    assert result.notes == (f"Visar träffar för ”{meant}”: ”{typed}” finns inte.",)
    assert ask(index, typed, literal=True).total == 0


def test_a_phrase_typed_without_accents_too(index: SearchIndex):
    assert ask(index, '"tjanstemannen pa radet"').total == 1


def test_a_word_that_exists_is_kept_and_the_more_usual_one_is_offered(index: SearchIndex):
    result = ask(index, "rad")
    assert (result.total, result.altered, result.suggestion) == (1, False, "råd")


def test_other_parts_may_stand_between_where_little_is_found(index: SearchIndex):
    result = ask(index, "kvalitetssystem")
    assert (result.total, result.altered) == (1, True)
    assert result.notes == ("Tog också med ord där något står emellan delarna.",)
    assert ask(index, "kvalitetssystem", literal=True).total == 0


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("skydsombud", "skyddsombud"),
        ("upphandlas OCH skyddsmobuden", "upphandlas"),  # the two never stand together
        ("sjukfrånvro OCH enheterna", "sjukfrånvaro OCH enheterna"),
        ("upphandlas OCH enheterna", "enheterna"),
        ('"delade tur"', "delade tur"),
        ("xyzzy", None),
    ],
)
def test_a_query_without_hits_leads_to_one_that_has(
    index: SearchIndex, typed: str, proposed: str | None
):
    result = ask(index, typed)
    assert result.total == 0
    assert result.suggestion == proposed


def test_of_several_words_those_that_stand_nowhere_are_named(index: SearchIndex):
    result = ask(index, "upphandlas OCH xyzzy")
    assert result.notes == ("”xyzzy” finns inte i någon paragraf här.",)
    assert result.suggestion == "upphandlas"


def test_where_nothing_has_all_words_what_has_some_is_shown(index: SearchIndex):
    result = ask(index, "upphandlas xyzzy under")
    assert (result.total, result.altered, result.suggestion) == (1, True, None)
    assert result.notes == (
        "”xyzzy” finns inte i någon paragraf här.",
        "Inget har alla orden. Tog också med det som har några av dem.",
    )
    assert ask(index, "upphandlas xyzzy under", literal=True).total == 0


def test_nothing_that_was_demanded_by_a_sign_or_a_field_is_left_out(index: SearchIndex):
    assert not ask(index, '"xyzzy abc" upphandlas').total
    assert not ask(index, "=xyzzy upphandlas").total
    assert not ask(index, "rubrik:xyzzy upphandlas").total
    assert not ask(index, "upphandlas xyzzy -under").total


@pytest.mark.parametrize(
    "typed", ["fusionsreaktorn", "fusionsreaktor", "fusionsreaktron", "overlakaren", "reaktor"]
)
def test_what_stands_only_in_internal_protocols_is_not_hinted_at(index: SearchIndex, typed: str):
    told = ask(index, typed)
    nothing = ask(index, "fusionsxxxxxxxn")
    assert (told.total, told.suggestion, told.notes) == (0, None, nothing.notes)
    assert index.complete(typed[:6], Audience.PUBLIC) == ()
    inside = ask(index, typed, Audience.OPERATOR)
    assert inside.total or inside.suggestion


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("hot skyddso", "hot skyddsombuden"),
        ("frånv", "sjukfrånvaron"),
        ("kvalitetsl", "kvalitetsledningssystem"),
    ],
)
def test_what_is_typed_is_completed_by_any_part_of_a_word(
    index: SearchIndex, typed: str, proposed: str
):
    assert proposed in [found.text for found in index.complete(typed, Audience.PUBLIC)]


def test_completion_needs_no_accents(index: SearchIndex):
    assert "sjukfrånvaro" in [it.text for it in index.complete("sjukfra", Audience.PUBLIC)]


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("hot oc", "amne:hot-och-vald"),
        ("hot och v", "amne:hot-och-vald"),
        ("larm hot och va", "larm amne:hot-och-vald"),
        ("Hot Och Vå", "amne:hot-och-vald"),
        ("våld", "amne:hot-och-vald"),
        ("och", None),
        ("stad", None),
    ],
)
def test_a_name_is_completed_by_all_its_words(
    tmp_path: pathlib.Path, typed: str, proposed: str | None
):
    index = open_index(tmp_path, packaged())
    index.rebuild(
        [entry("farsta", "2025-06-01", section(1, "Hot", "X.", topics=("hot-och-vald",)))]
    )
    names = [it.text for it in index.complete(typed, Audience.PUBLIC) if it.sort == "amne"]
    assert names == ([proposed] if proposed else [])


def test_of_one_words_forms_one_is_proposed(index: SearchIndex):
    found = [it.text for it in index.complete("råd", Audience.PUBLIC) if it.sort == "ord"]
    assert found == ["råd"]


def test_a_word_that_exists_may_still_lack_its_accents(tmp_path: pathlib.Path):
    index = open_index(tmp_path, packaged())
    violence = section(3, "Hot", "Om hot och våld.")
    election = section(4, "Val", "En vald justerare.")
    index.rebuild([entry("arsta", "2025-06-01", violence, election)])
    result = ask(index, "hot vald")
    assert [hit.number for hit in result.hits] == [3]
    assert result.notes == ("Visar träffar för ”våld”: ”vald” står inte med de andra orden.",)
    assert ask(index, "hot vald", literal=True).total == 0


def test_a_name_is_proposed_with_its_capital(tmp_path: pathlib.Path):
    index = open_index(tmp_path, packaged())
    texts = ("Vi tackar Frostlund för ordet. Ventilation saknas.", "Ja. Frostlunds plan lyfts.")
    hidden = section(1, "X", "Här är frostlund, frostlund och frostlund vanliga ord.")
    index.rebuild(
        [
            entry("farsta", "2025-06-01", *(section(n, "X", it) for n, it in enumerate(texts, 1))),
            entry("bromma", "2025-06-01", hidden, visibility=Visibility.INTERNAL),
        ]
    )
    assert ask(index, "frosltund").suggestion == "Frostlund"
    assert ask(index, "ventilatoin").suggestion == "ventilation"  # a sentence begins
    assert ask(index, "FROSLTUND").suggestion == "Frostlund"
    assert ask(index, "frosltund", Audience.OPERATOR).suggestion == "frostlund"


def test_a_capital_that_would_ask_for_something_else_is_not_proposed(tmp_path: pathlib.Path):
    index = open_index(tmp_path, packaged())
    index.rebuild([entry("farsta", "2025-06-01", section(1, "X", "Då sade Vision nej till det."))])
    assert ask(index, "visoin").suggestion == "vision"
