"""What every search engine must do, whatever it is built on.

A test module of an engine inherits these classes and gives them the fixture `open_engine`, which
opens the engine on a folder (and may be called again, as another process would).
"""

import collections.abc as c
import datetime as dt
import pathlib

import pytest
from searchable import ALL, BROMMA, FARSTA, HELD, INTERNAL, UNDATED, entry, section

from archive.model import Span
from archive.visibility import Audience, Visibility
from index import Filters, Hit, Kind, Order, Request, Result, SearchIndex

OpenEngine = c.Callable[[pathlib.Path], SearchIndex]


def ask(index: SearchIndex, text: str, audience: Audience = Audience.PUBLIC, **more) -> Result:
    return index.search(Request(text, audience, **more))


def places(result: Result) -> set[str]:
    """Where the hits are, short: "bromma 9"."""
    return {place(hit) for hit in result.hits}


def place(hit: Hit) -> str:
    return f"{hit.protocol_id.split('/')[0]} {hit.number or '-'}"


def counts(result: Result, facet: str) -> dict[str, int]:
    return {value.id: value.count for value in result.facets[facet]}


def built(open_engine: OpenEngine, folder: pathlib.Path) -> SearchIndex:
    """An index of all the protocols."""
    index = open_engine(folder)
    index.rebuild(ALL)
    return index


class EngineContract:
    """The index that the tests ask: all the invented protocols, built anew for each."""

    @pytest.fixture(scope="class")
    @classmethod
    def index(
        cls, open_engine: OpenEngine, tmp_path_factory: pytest.TempPathFactory
    ) -> SearchIndex:
        """For all that only ask."""
        return built(open_engine, tmp_path_factory.mktemp("shared"))


class WordsContract(EngineContract):
    """Which sections a query must and must not meet."""

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("sjukfrånvaro", {"bromma 8"}),
            ("SJUKFRÅNVARONS", {"bromma 8"}),
            ("sjukfranvaro", {"bromma 8"}),  # nothing else is meant
            ("=rad", set()),  # å is a letter of its own
            ("möte", {"bromma 10", "farsta 5", "okand -"}),
            ("mötet", {"bromma 10", "farsta 5", "okand -"}),
            ("skyddsombud", {"bromma 10", "farsta 4"}),
            ("skyddsombuden", {"bromma 10", "farsta 4"}),
            ("protokoll", {"farsta 5"}),
            ("ärende", {"farsta 5"}),
            ("hot våld", {"bromma 9", "bromma 10"}),
            ("hot OCH väktare", {"bromma 9"}),
            ("frågan om OCH lokaler", {"farsta 4"}),
            ("om", {"bromma 9", "bromma 10", "farsta 4"}),
            ("omplacering", set()),
            ('"hot och våld"', {"bromma 9"}),
            ("”hot och våld”", {"bromma 9"}),
            ('"våld och hot"', set()),
            ('"förra mötet"', {"farsta 5"}),
            ('"förra möten"', set()),
            ('"delas ut i mars"', {"bromma 9"}),
            ("=möten", {"okand -"}),
            ("lokaler ELLER väktare", {"bromma 9", "bromma 10", "farsta 4"}),
            ("lokaler OR väktare", {"bromma 9", "bromma 10", "farsta 4"}),
            ("lokaler -skyddsombud", set()),
            ("hot -väktare", {"bromma 10"}),
            ("hot INTE väktare", {"bromma 10"}),
            ("(budget ELLER våld) -lokaler", {"bromma 9", "okand -"}),
            ("skydds*", {"bromma 10", "farsta 4"}),
            ("mbl-*", {"bromma 10"}),
            ("MBL", {"bromma 10"}),
            ("förhandlingen", {"bromma 10"}),
            ("mbl-förhandling", {"bromma 10"}),
            ("6,12 %", {"bromma 8"}),
            ("6,12", {"bromma 8"}),
            ("HÄ 2030/118", {"bromma 8"}),
            ("2030/118", {"bromma 8"}),
            ("SOU 2025:61", {"farsta 4"}),
            ("HÄ 2025:61", set()),
            ("§ 11", {"bromma 10"}),
            ("§11", {"bromma 10"}),
            ("11 §", {"bromma 10"}),
            ("§ 8", {"bromma 8"}),  # its own number counts
            ("13.00", {"bromma 10"}),
            ("svenska", set()),
        ],
    )
    def test_a_query_meets_these_sections_and_no_others(
        self, index: SearchIndex, query: str, found: set[str]
    ):
        result = ask(index, query)
        assert (places(result), result.total) == (found, len(found))

    def test_what_has_some_of_the_words_follows_where_few_have_all(self, index: SearchIndex):
        result = ask(index, "hot väktare")
        assert [place(hit) for hit in result.hits] == ["bromma 9", "bromma 10"]
        assert result.notes == (
            "Få träffar har alla orden. Tog också med det som har några av dem.",
        )

    def test_who_writes_och_gets_nothing_less(self, index: SearchIndex):
        assert places(ask(index, "hot OCH väktare")) == {"bromma 9"}

    def test_words_may_stand_in_different_sections_of_a_protocol(self, index: SearchIndex):
        assert ask(index, "väktare OCH skyddsombuden").total == 0
        result = ask(index, "väktare OCH skyddsombuden", kind=Kind.PROTOCOL)
        assert [hit.protocol_id for hit in result.hits] == [BROMMA.protocol.id]
        assert (result.hits[0].number, result.hits[0].title) == (None, None)

    def test_a_question_is_found_by_its_answer(self, index: SearchIndex):
        [hit] = ask(index, "upphandling", kind=Kind.EXCHANGE).hits
        assert hit.exchange is not None
        assert hit.exchange.union == "vision"
        assert hit.exchange.question.text.startswith("Vision undrar")

    @pytest.mark.parametrize(
        "text",
        ["", " ", "()", '"', "*", "a*", "-", "OCH", "((((", "\0", "🎉", "a" * 100_000, "x:y", "=="],
    )
    def test_anything_can_be_typed(self, index: SearchIndex, text: str):
        assert ask(index, text).total >= 0

    def test_what_could_not_be_read_as_typed_is_told(self, index: SearchIndex):
        result = ask(index, '"hot OCH våld')
        assert result.notes == ("Citattecknet avslutas inte: sökte på orden.",)
        assert result.total == 2

    def test_words_that_stand_nowhere_are_named(self, index: SearchIndex):
        nowhere = "”svenska” finns inte i någon paragraf här."
        assert ask(index, "larm OCH svenska").notes == (nowhere,)
        assert ask(index, "larm svenska").notes == (
            nowhere,
            "Inget har alla orden. Tog också med det som har några av dem.",
        )


class AudienceContract(EngineContract):
    """What lies outside the audience does not exist for it."""

    @pytest.mark.parametrize(
        ("audience", "seen"),
        [
            (Audience.PUBLIC, 0),
            (Audience.SIGNED_IN, 1),
            (Audience.OPERATOR, 1),
        ],
    )
    @pytest.mark.parametrize("query", ["kvarnholmen", "omplacering*", '"kvarnholmens larm"'])
    def test_an_internal_protocol_is_found_by_insiders_only(
        self, index: SearchIndex, audience: Audience, seen: int, query: str
    ):
        result = ask(index, query, audience)
        assert (result.total, len(result.hits)) == (seen, seen)
        assert counts(result, "typ")["protokoll"] == seen

    def test_a_held_protocol_is_for_the_operator_only(self, index: SearchIndex):
        asked = [ask(index, "granatäpplen", audience).total for audience in Audience]
        assert asked == [0, 0, 1]

    @pytest.mark.parametrize("text", ["", "larm", "kvarnholmen", "larm kvarnholmen", "-budget"])
    @pytest.mark.parametrize("kind", Kind)
    def test_the_public_gets_the_same_answer_as_if_nothing_were_hidden(
        self, open_engine: OpenEngine, tmp_path: pathlib.Path, text: str, kind: Kind
    ):
        hiding, plain = open_engine(tmp_path / "hiding"), open_engine(tmp_path / "plain")
        hiding.rebuild(ALL)
        plain.rebuild(one for one in ALL if one.visibility is Visibility.PUBLIC)
        ours, theirs = ask(hiding, text, kind=kind), ask(plain, text, kind=kind)
        assert (ours.hits, ours.total) == (theirs.hits, theirs.total)
        assert (ours.facets, ours.notes) == (theirs.facets, theirs.notes)

    def test_a_hidden_word_is_named_as_found_nowhere(self, index: SearchIndex):
        assert "”kvarnholmen”" in ask(index, "larm kvarnholmen").notes[0]
        assert not ask(index, "larm OCH kvarnholmen", Audience.SIGNED_IN).notes


class FacetContract(EngineContract):
    """Filters narrow, and counts say what a choice gives."""

    @pytest.mark.parametrize(
        ("filters", "found"),
        [
            (Filters(forvaltningar=("bromma",)), {"bromma 1", "bromma 8", "bromma 9", "bromma 10"}),
            (Filters(forvaltningar=("bromma",), topics=("lokaler",)), {"bromma 10"}),
            (Filters(topics=("lokaler", "budget")), {"bromma 10", "farsta 4"}),
            (Filters(unions=("vision",)), {"bromma 9"}),
            (Filters(outcomes=("agreed", "disagreed")), {"bromma 10", "farsta 4"}),
            (Filters(periods=("2024",)), {"farsta 4", "farsta 5"}),
            (Filters(periods=("2024-11",)), {"farsta 4", "farsta 5"}),
            (Filters(periods=("2024-12",)), set()),
            (Filters(periods=("20",)), set()),
            (Filters(latest=dt.date(2024, 11, 5)), {"farsta 4", "farsta 5"}),
            (Filters(earliest=dt.date(2025, 3, 13)), set()),
            (Filters(answered=False), {"bromma 9"}),
            (Filters(forvaltningar=("finns-inte",)), set()),
        ],
    )
    def test_filters_leave_these_sections(
        self, index: SearchIndex, filters: Filters, found: set[str]
    ):
        result = ask(index, "", filters=filters)
        assert (places(result), result.total) == (found, len(found))

    def test_undated_protocols_are_there_when_no_date_is_chosen(self, index: SearchIndex):
        assert "okand -" in places(ask(index, ""))

    def test_an_asked_union_is_the_asker_of_a_question(self, index: SearchIndex):
        filters = Filters(unions=("kommunal",))
        [hit] = ask(index, "", kind=Kind.EXCHANGE, filters=filters).hits
        assert hit.unions == ("kommunal",)

    def test_a_facet_ignores_its_own_choice(self, index: SearchIndex):
        result = ask(index, "", filters=Filters(forvaltningar=("farsta",)))
        assert counts(result, "forvaltning") == {"bromma": 4, "farsta": 2}
        assert counts(result, "amne") == {"budget": 1}
        assert counts(result, "ar") == {"2024": 2}

    def test_the_kinds_are_counted_each_on_its_own(self, index: SearchIndex):
        for kind in Kind:
            result = ask(index, "larm", kind=kind)
            assert counts(result, "typ") == {"paragraf": 1, "fraga": 1, "protokoll": 1}
            assert result.total == 1

    def test_years_stand_in_order_and_others_by_count(self, index: SearchIndex):
        result = ask(index, "")
        assert [value.id for value in result.facets["ar"]] == ["2024", "2025"]
        assert [value.id for value in result.facets["forvaltning"]] == ["bromma", "farsta"]

    def test_a_successor_counts_and_finds_what_its_predecessors_have(
        self, open_engine: OpenEngine, tmp_path: pathlib.Path
    ):
        index = open_engine(tmp_path / "index")
        old = entry("rinkeby-kista", "2019-02-01", section(1, "Larm", "Om larm."))
        new = entry("jarva", "2024-02-01", section(1, "Larm", "Om larm."))
        index.rebuild([old, new])
        chosen = Filters(forvaltningar=("jarva",))
        result = ask(index, "larm", filters=chosen)
        assert result.total == counts(result, "forvaltning")["jarva"] == 2
        without = ask(index, "larm", filters=Filters(forvaltningar=("jarva",), predecessors=False))
        assert without.total == counts(without, "forvaltning")["jarva"] == 1


class OrderContract(EngineContract):
    """In which order the hits come."""

    def test_newest_and_oldest_have_the_undated_last(self, index: SearchIndex):
        newest = ask(index, "budget ELLER möte", order=Order.NEWEST)
        oldest = ask(index, "budget ELLER möte", order=Order.OLDEST)
        assert [place(hit) for hit in newest.hits] == [
            "bromma 10",
            "farsta 4",
            "farsta 5",
            "okand -",
        ]
        assert [place(hit) for hit in oldest.hits] == [
            "farsta 4",
            "farsta 5",
            "bromma 10",
            "okand -",
        ]

    def test_a_word_in_the_title_counts_more(self, index: SearchIndex):
        assert place(ask(index, "lokaler").hits[0]) == "bromma 10"

    def test_formal_items_stand_below_matters_of_substance(
        self, open_engine: OpenEngine, tmp_path: pathlib.Path
    ):
        index = open_engine(tmp_path / "index")
        formal = section(1, "Larm", "Larm.", topics=("formalia",))
        matter = section(2, "Övrigt", "Länge talades det om många ting och till sist om larm.")
        index.rebuild([entry("bromma", "2025-01-01", formal, matter)])
        assert [hit.number for hit in ask(index, "larm").hits] == [2, 1]

    def test_among_equals_the_newest_is_first(
        self, open_engine: OpenEngine, tmp_path: pathlib.Path
    ):
        index = open_engine(tmp_path / "index")
        dates = ["2023-01-01", "2025-01-01", "2024-01-01"]
        index.rebuild(entry("bromma", date, section(1, "Larm", "Om larm.")) for date in dates)
        assert [str(hit.date) for hit in ask(index, "larm").hits] == sorted(dates, reverse=True)

    def test_pages_follow_on_one_another(self, index: SearchIndex):
        everything = ask(index, "", limit=100).hits
        pages = [ask(index, "", offset=offset, limit=3).hits for offset in range(0, 12, 3)]
        assert tuple(hit for page in pages for hit in page) == everything

    @pytest.mark.parametrize(("offset", "limit"), [(10**12, 20), (0, 0), (3, -1)])
    def test_a_page_beyond_the_last_is_empty_with_the_right_total(
        self, index: SearchIndex, offset: int, limit: int
    ):
        result = ask(index, "", offset=offset, limit=limit)
        assert (result.hits, result.total) == ((), 7)


class ShownContract(EngineContract):
    """What a hit shows."""

    def test_a_hit_shows_its_place_and_the_exchange_it_lies_in(self, index: SearchIndex):
        [hit] = ask(index, "väktare").hits
        assert (hit.anchor, hit.page, hit.number, hit.ordinal) == ("p9", 4, 9, 9)
        assert hit.exchange is not None
        assert (hit.exchange.union, hit.exchange.answered) == ("kommunal", False)
        assert [marked(hit.exchange.question.text, m) for m in hit.exchange.question.marks] == [
            "väktare"
        ]

    def test_titles_are_marked(self, index: SearchIndex):
        [hit] = ask(index, "sjukfrånvaro").hits
        assert hit.title == "Sjukfrånvaron"
        assert hit.title_marks == (Span(0, 13),)

    def test_excerpts_are_marked_where_the_words_stand(self, index: SearchIndex):
        hits = ask(index, "skyddsombud").hits
        words = {marked(e.text, mark) for hit in hits for e in hit.excerpts for mark in e.marks}
        assert words == {"skyddsombud", "Skyddsombuden"}

    def test_marks_are_those_of_the_query(self, index: SearchIndex):
        text = "Mötet om larm och mötena"
        mark = index.marker(Request("möte -larm", Audience.PUBLIC))
        assert [marked(text, place) for place in mark(text)] == ["Mötet", "mötena"]

    def test_marks_are_those_of_what_was_looked_for_instead(self, index: SearchIndex):
        mark = index.marker(Request("sjukfranvaro", Audience.PUBLIC))
        assert mark("Om sjukfrånvaron") == (Span(3, 16),)
        typed = index.marker(Request("sjukfranvaro", Audience.PUBLIC, literal=True))
        assert typed("Om sjukfrånvaron") == ()


class KeepingContract(EngineContract):
    """How the index is kept true."""

    @pytest.fixture
    def own(self, open_engine: OpenEngine, tmp_path: pathlib.Path) -> SearchIndex:
        """For one that changes it."""
        return built(open_engine, tmp_path / "index")

    def test_an_update_replaces_what_was_there(self, own: SearchIndex):
        own.update([entry("farsta", "2024-11-05", section(4, "Ny", "Helt annan text."))])
        assert ask(own, "budget", filters=Filters(forvaltningar=("farsta",))).total == 0
        assert places(ask(own, "annan")) == {"farsta 4"}

    def test_the_last_of_several_under_one_id_stays(self, own: SearchIndex):
        text = [section(4, "Ny", word) for word in ("första", "andra")]
        own.update(entry("farsta", "2024-11-05", one) for one in text)
        assert (ask(own, "första").total, ask(own, "andra").total) == (0, 1)

    def test_what_is_removed_is_not_found(self, own: SearchIndex):
        own.update([], removed=[str(FARSTA.protocol.id), "finns/inte"])
        assert "farsta" not in counts(ask(own, ""), "forvaltning")
        assert own.protocol_ids() == {one.protocol.id for one in ALL} - {FARSTA.protocol.id}

    def test_it_tells_what_it_holds(self, own: SearchIndex):
        assert own.counts() == {Kind.SECTION: 9, Kind.EXCHANGE: 2, Kind.PROTOCOL: 5}
        assert own.protocol_ids() == {one.protocol.id for one in ALL}

    def test_every_commit_has_a_number_of_its_own(self, own: SearchIndex):
        seen = [own.generation()]
        own.update([UNDATED])
        seen.append(own.generation())
        own.rebuild([UNDATED])
        seen.append(own.generation())
        assert len(set(seen)) == 3

    def test_another_reader_sees_a_commit_at_once(
        self, own: SearchIndex, open_engine: OpenEngine, tmp_path: pathlib.Path
    ):
        other = open_engine(tmp_path / "index")
        assert ask(other, "nyord").total == 0
        own.update([entry("farsta", "2025-05-05", section(1, "Nyord", "Ett nyord."))])
        assert ask(other, "nyord").total == 1

    def test_readers_go_on_while_it_is_rebuilt(
        self, own: SearchIndex, open_engine: OpenEngine, tmp_path: pathlib.Path
    ):
        other = open_engine(tmp_path / "index")
        seen: list[int] = []

        def while_another_searches() -> c.Iterator:
            for one in (BROMMA, INTERNAL, HELD):
                seen.append(ask(other, "budget").total)
                yield one

        own.rebuild(while_another_searches())
        assert seen == [2, 2, 2]
        assert ask(other, "budget").total == 0

    def test_a_rebuild_that_fails_leaves_the_old_one(self, own: SearchIndex):
        def broken() -> c.Iterator:
            yield BROMMA
            raise RuntimeError("the catalogue went away")

        with pytest.raises(RuntimeError):
            own.rebuild(broken())
        assert ask(own, "budget").total == 2
        own.update([entry("farsta", "2025-05-05", section(1, "Nyord", "Ett nyord."))])
        assert ask(own, "nyord").total == 1

    def test_an_index_that_is_not_there_finds_nothing_and_says_so(
        self, open_engine: OpenEngine, tmp_path: pathlib.Path
    ):
        index = open_engine(tmp_path / "none")
        assert index.needs_rebuild()
        assert ask(index, "budget").total == 0
        assert ask(index, "budget").notes
        index.rebuild([])
        assert not index.needs_rebuild()
        assert not ask(index, "budget").notes

    def test_what_was_only_added_to_still_needs_to_be_built(
        self, open_engine: OpenEngine, tmp_path: pathlib.Path
    ):
        index = open_engine(tmp_path / "new")
        index.update([FARSTA])
        assert ask(index, "budget").total == 1
        assert index.needs_rebuild()


def marked(text: str, mark: Span) -> str:
    return text[mark.start : mark.end]


class SearchIndexContract(
    WordsContract,
    AudienceContract,
    FacetContract,
    OrderContract,
    ShownContract,
    KeepingContract,
):
    """All of it."""
