from searches import LABELS, request, result

from webui import timeline


def test_a_year_without_hits_leaves_a_gap_in_the_timeline() -> None:
    bars = timeline.timeline(request(), result(ar={"2020": 4, "2022": 8}), LABELS)
    assert [(bar.choice.label, bar.height) for bar in bars] == [
        ("2020", 50.0),
        ("2021", 0.0),
        ("2022", 100.0),
    ]


def test_one_year_alone_needs_no_timeline() -> None:
    assert timeline.timeline(request(), result(ar={"2020": 4}), LABELS) == ()


def test_a_year_far_away_does_not_stretch_the_timeline_without_end() -> None:
    bars = timeline.timeline(request(), result(ar={"0205": 1, "2020": 4}), LABELS)
    assert len(bars) == 2


def test_a_chosen_month_lights_its_year() -> None:
    years = result(ar={"2020": 4, "2021": 4})
    bars = timeline.timeline(request(periods=("2021-03",)), years, LABELS)
    assert [bar.lit for bar in bars] == [False, True]


def test_no_more_labels_stand_under_the_timeline_than_there_is_room_for() -> None:
    bars = timeline.timeline(request(), result(ar={"1990": 1, "2025": 1}), LABELS)
    assert sum(bool(bar.label) for bar in bars) <= timeline.MOST_LABELS
