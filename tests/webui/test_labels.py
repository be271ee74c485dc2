from searches import LABELS


def test_an_id_that_no_registry_knows_is_shown_as_it_is() -> None:
    assert LABELS.union("okänt") == LABELS.union_short("okänt") == "okänt"
    assert LABELS.forvaltning("okänd") == LABELS.topic("okänd") == "okänd"
    assert LABELS.period("2025-03") == "mars 2025"
