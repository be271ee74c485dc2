from archive.model import Attendee
from webui.sides import Side, by_side


def test_the_employer_comes_first_and_unions_in_the_protocols_order() -> None:
    bo, ulla, siv = Attendee("Bo", None, "vision"), Attendee("Ulla"), Attendee("Siv", None, "ssr")
    assert by_side([bo, ulla, siv]) == (
        Side(None, (ulla,)),
        Side("vision", (bo,)),
        Side("ssr", (siv,)),
    )


def test_a_side_with_nobody_there_is_not_shown() -> None:
    assert by_side([]) == ()
