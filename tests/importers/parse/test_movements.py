import pytest

from archive.model import Attendance, Attendee, Section
from importers.parse.movements import with_movements


def moved(text: str, name: str = "Nils Ek", listed: Attendee | None = None):
    present = (listed or Attendee(name), Attendee("Bo Alm"))
    section = Section(ordinal=1, number=5, title="Information", text=text)
    first = with_movements(Attendance(present), [section]).present[0]
    return first.arrived, first.left


@pytest.mark.parametrize(
    ("text", "arrived", "left"),
    [
        ("Vid § 4 anslöt Nils Ek till mötet.", "§ 4", None),
        ("Kl. 13.20 anländer Nils Ek.", "Kl. 13.20", None),
        ("Nils Ek ansluter.", "§ 5", None),
        ("Nils Ek och Bo Alm lämnade mötet kl. 14.00.", None, "kl. 14.00"),
        ("N. Ek lämnar mötet.", None, "§ 5"),
        ("Kommunen anslöt sig till avtalet med Nils Ek.", None, None),
        ("Nils Eklund lämnar mötet.", None, None),
        ("Nils Ek lämnade ett yttrande.", None, None),
    ],
)
def test_comings_and_goings_are_told_in_the_text(
    text: str, arrived: str | None, left: str | None
) -> None:
    assert moved(text) == (arrived, left)


def test_what_the_list_says_stands() -> None:
    listed = Attendee("Nils Ek", arrived="kl. 13.00")
    assert moved("Nils Ek anslöt kl. 13.20.", listed=listed) == ("kl. 13.00", None)
