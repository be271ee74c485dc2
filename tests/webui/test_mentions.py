import datetime as dt

import pytest

from webui.mentions import mentions

DAY = dt.date(2021, 5, 28)


@pytest.mark.parametrize(
    "words",
    [
        "mötet den 28 maj 2021",
        "möte 28 maj 2021",
        "Protokollet från den 28 Maj 2021",
        "protokoll 2021-05-28",
        "förvaltningsgruppen den\n28 maj 2021",
        "FSG 2021-05-28",
    ],
)
def test_a_meeting_is_named_by_its_day(words: str) -> None:
    assert mentions([f"Frågan väcktes vid {words} och besvarades."]) == {words: DAY}


@pytest.mark.parametrize(
    "text",
    [
        "Det gäller från den 28 maj 2021.",
        "vid mötet den 28 maj",
        "nämndens möte den 28 maj 2021",
        "mötet den 31 februari 2021",
        "mötet den 28 maj 20211",
        "protokoll 2021-13-40",
        "arbetsmötet den 28 maj 2021",
    ],
)
def test_a_day_that_is_not_said_to_be_the_groups_meeting_is_none(text: str) -> None:
    assert mentions([text]) == {}
