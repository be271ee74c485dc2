import pytest

from importers.parse.presence import Presence, read_presence


@pytest.mark.parametrize(
    ("note", "presence"),
    [
        ("§§ 3–5", Presence((3, 4, 5))),
        ("deltog vid punkt 9", Presence((9,))),
        ("endast § 2, 4 och 6–7", Presence((2, 4, 6, 7))),
        ("t.o.m. § 6", Presence(left="§ 6")),
        ("till och med punkt 6", Presence(left="punkt 6")),
        ("fr.o.m. punkt 4", Presence(arrived="punkt 4")),
        ("från kl. 13.40", Presence(arrived="kl. 13.40")),
        ("kl. 13.40–14.10", Presence(arrived="kl. 13.40", left="14.10")),
        ("anlände kl 13.20", Presence(arrived="kl 13.20")),
        ("lämnar mötet efter § 7", Presence(left="§ 7")),
        ("gick kl. 14.00", Presence(left="kl. 14.00")),
        ("fr.o.m. § 3 t.o.m. § 5", Presence(arrived="§ 3", left="§ 5")),
        ("3–6 §§", Presence((3, 4, 5, 6))),
        ("lämnade mötet under 7 §", Presence(left="7 §")),
        ("kl. 13.45", Presence(arrived="kl. 13.45")),
        ("ej § 5", Presence()),
        ("via Teams", Presence()),
        (None, Presence()),
    ],
)
def test_a_note_tells_when_somebody_was_there(note: str | None, presence: Presence) -> None:
    assert read_presence(note) == presence
