import datetime as dt

from searches import LABELS, request, result

from webui import months, timeline
from webui.timeline import Timeline

YEARS = {"2023": 4, "2024": 6, "2025": 2}


def years(*, counts: dict[str, int] = YEARS, **filters: object) -> Timeline:
    shown = timeline.timeline(request(**filters), result(ar=counts), LABELS)
    assert shown
    return shown


def by_month(counts: dict[str, int], **filters: object) -> Timeline:
    asked, found = request(**filters), result(ar=YEARS)
    every = {month: counts.get(month, 0) for month in months.shown(asked, found)}
    shown = timeline.timeline(asked, found, LABELS, every)
    assert shown
    return shown


def test_a_year_without_hits_leaves_a_gap_in_the_timeline() -> None:
    bars = years(counts={"2020": 4, "2022": 8}).bars
    assert [(bar.choice.label, bar.height) for bar in bars] == [
        ("2020", 50.0),
        ("2021", 0.0),
        ("2022", 100.0),
    ]


def test_the_years_that_were_asked_for_are_all_there_unless_they_are_far_too_many() -> None:
    asked = {"earliest": dt.date(2021, 1, 1), "latest": dt.date(2026, 12, 31)}
    bars = years(**asked).bars
    assert [bar.choice.label for bar in bars] == ["2021", "2022", "2023", "2024", "2025", "2026"]
    assert [bar.choice.count for bar in bars] == [0, 0, 4, 6, 2, 0]
    far = years(earliest=dt.date(1600, 1, 1)).bars
    assert [bar.choice.label for bar in far] == ["2023", "2024", "2025"]


def test_one_year_alone_needs_no_timeline() -> None:
    assert timeline.timeline(request(), result(ar={"2020": 4}), LABELS) is None


def test_a_year_far_away_does_not_stretch_the_timeline_without_end() -> None:
    bars = years(counts={"0205": 1, "2020": 4}).bars
    assert [bar.choice.request.filters.periods for bar in bars] == [("0205",), ("2020",)]


def test_of_several_years_those_chosen_are_lit() -> None:
    bars = years(periods=("2023", "2025")).bars
    assert [bar.lit for bar in bars] == [True, False, True]
    assert [bar.choice.chosen for bar in bars] == [True, False, True]


def test_no_more_labels_stand_under_the_timeline_than_there_is_room_for() -> None:
    bars = years(counts={"1990": 1, "2025": 1}).bars
    assert sum(bool(bar.label) for bar in bars) <= timeline.MOST_LABELS
    assert sum(bool(bar.label) and bar.on_phone for bar in bars) <= timeline.FEWEST_LABELS


def test_one_year_chosen_is_shown_by_month() -> None:
    shown = by_month({"2024-03": 4, "2024-11": 2}, periods=("2024",))
    assert (shown.heading, shown.unit) == ("per månad 2024", "Månad")
    assert len(shown.bars) == 12
    assert all(bar.lit for bar in shown.bars)
    march = shown.bars[2]
    assert (march.choice.label, march.label, march.height) == ("mars 2024", "mar", 100.0)
    assert march.choice.request.filters.periods == ("2024-03",)


def test_from_one_year_ways_lead_to_its_neighbours_and_to_all() -> None:
    shown = by_month({"2024-03": 4}, periods=("2024",))
    ways = (shown.earlier, *shown.wider, shown.later)
    assert [(way.label, way.request.filters.periods) for way in ways if way] == [
        ("2023", ("2023",)),
        ("Alla år", ()),
        ("2025", ("2025",)),
    ]


def test_a_chosen_month_is_lit_among_those_of_its_year_and_leads_back_to_it() -> None:
    shown = by_month({"2024-03": 4, "2024-05": 2}, periods=("2024-03",))
    assert [bar.choice.label for bar in shown.bars if bar.lit] == ["mars 2024"]
    assert shown.bars[2].choice.request.filters.periods == ("2024",)
    assert shown.bars[4].choice.request.filters.periods == ("2024-03", "2024-05")
    assert [way.label for way in shown.wider] == ["Hela 2024", "Alla år"]


def test_days_within_two_years_are_shown_by_month_and_lit() -> None:
    span = {"earliest": dt.date(2023, 11, 1), "latest": dt.date(2024, 2, 29)}
    shown = by_month({"2023-12": 1, "2024-06": 2}, **span)
    assert len(shown.bars) == 24
    assert [bar.choice.label for bar in shown.bars if bar.lit] == [
        "november 2023",
        "december 2023",
        "januari 2024",
        "februari 2024",
    ]
    assert shown.bars[0].label == "jan 23"
    assert shown.bars[12].choice.request.filters.earliest is None
