import datetime as dt

from archive.identifiers import has_stem, new_protocol_id, protocol_stem


def test_the_stem_says_what_is_not_known() -> None:
    assert protocol_stem("farsta", dt.date(2024, 3, 14)) == "farsta/2024-03-14"
    assert protocol_stem(None, dt.date(2024, 3, 14)) == "okand/2024-03-14"
    assert protocol_stem("farsta", None) == "farsta/odaterat"


def test_the_first_of_a_day_has_no_number() -> None:
    assert new_protocol_id("farsta/2024-03-14", set()) == "farsta/2024-03-14"


def test_a_later_one_of_the_day_gets_the_first_free_number() -> None:
    taken = {"farsta/2024-03-14", "farsta/2024-03-14-2"}
    assert new_protocol_id("farsta/2024-03-14", taken) == "farsta/2024-03-14-3"


def test_an_id_has_its_own_stem_numbered_or_not() -> None:
    assert has_stem("farsta/2024-03-14", "farsta/2024-03-14")
    assert has_stem("farsta/2024-03-14-12", "farsta/2024-03-14")


def test_a_longer_id_has_another_stem() -> None:
    assert not has_stem("farsta/odaterat-x", "farsta/odaterat")
    assert not has_stem("farsta/2024-03-144", "farsta/2024-03-14")
    assert not has_stem("bromma/2024-03-14", "farsta/2024-03-14")
