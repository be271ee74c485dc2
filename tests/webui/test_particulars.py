import datetime as dt

import pytest

from archive.model import (
    Basis,
    MeetingDate,
    Outcome,
    Protocol,
    ProtocolReference,
    SamverkanMatter,
    Section,
    SickLeave,
)
from webui.particulars import cited, day_clue, other_protocol, sick_leave, tab_title

DAY = dt.date(2023, 5, 19)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_figures_of_sick_leave_say_what_and_when() -> None:
    figures = (
        SickLeave(6.3, "2023-08"),
        SickLeave(3.25, None, "short"),
        SickLeave(7.0, "2023-12", "long"),
        SickLeave(6.3, "2023-08"),
    )
    section = Section(1, 1, "Sjukfrånvaro", "", sick_leave=figures)
    assert [plain(it) for it in sick_leave(section)] == [
        "6,3 % i augusti 2023",
        "korttid 3,25 %",
        "långtid 7 % i december 2023",
    ]


def test_a_law_that_samverkan_is_by_is_not_named_twice() -> None:
    section = Section(
        1,
        1,
        "Nämndärenden",
        "",
        references=("MBL § 11", "SOU 2020:1"),
        samverkan=(SamverkanMatter("MBL § 11", None, Outcome.AGREED),),
    )
    assert cited(section) == ("SOU 2020:1",)


def test_another_protocol_is_told_by_what_is_known_of_it() -> None:
    day = dt.date(2020, 6, 8)
    told = {
        ProtocolReference("Protokollet från den 8 juni", day): "protokollet 8 juni 2020",
        ProtocolReference("§ 4 den 8 juni", day, section=4): "protokollet 8 juni 2020, § 4",
        ProtocolReference("protokoll 3/2024", number="3/2024"): "protokoll nr 3/2024",
        ProtocolReference("förra protokollet"): "förra protokollet",
    }
    assert {it: plain(other_protocol(it)) for it in told} == told


@pytest.mark.parametrize(
    ("title", "day", "name", "tab"),
    [
        ("Protokoll från FSG", DAY, "Farsta", "Protokoll 19 maj 2023, Farsta"),
        ("Minnesanteckningar", DAY, "Farsta", "Minnesanteckningar 19 maj 2023, Farsta"),
        ("Samverkan", None, "Farsta", "Protokoll utan datum, Farsta"),
        ("Samverkan", DAY, None, "Protokoll 19 maj 2023"),
        ("Samverkan", None, None, "Samverkan"),
    ],
)
def test_a_tab_tells_one_protocol_from_another(
    title: str, day: dt.date | None, name: str | None, tab: str
) -> None:
    assert plain(tab_title(Protocol(title, MeetingDate(day)), name)) == tab


def test_a_tab_does_not_make_an_inferred_day_look_certain() -> None:
    protocol = Protocol("P", inferred("Filnamnet p.pdf"))
    assert plain(tab_title(protocol, "Farsta")) == "Protokoll 19 maj 2023 (beräknat), Farsta"


def inferred(*evidence: str, earliest: dt.date = dt.date(2023, 4, 20)) -> MeetingDate:
    return MeetingDate(DAY, Basis.INFERRED, earliest, DAY, evidence)


def test_it_is_told_which_clue_gave_the_day() -> None:
    told = {
        inferred("Rättelse …", "Signerat 2023-05-20", "Filnamnet p 2023-05-19.pdf"): (
            "Dagen, 19 maj, är tagen ur filens namn; det övriga stämmer med den."
        ),
        inferred("Filnamnet p.pdf", earliest=DAY): "Dagen, 19 maj, är tagen ur filens namn.",
        inferred("a", "b", "Samma veckodag som mötet 2023-04-21"): (
            "Dagen, 19 maj, är den enda däremellan på samma veckodag som gruppens andra möten."
        ),
        inferred("Fredagen den 19 maj", "Signerat 2023-05-20", earliest=DAY): (
            "Dagen, 19 maj, står i protokollet. Året är taget ur underskriften."
        ),
        inferred("Fredagen den 19 maj", "Filnamnet p 2023.pdf", earliest=DAY): (
            "Dagen, 19 maj, står i protokollet. Året är taget ur filens namn."
        ),
    }
    for date, sentence in told.items():
        assert plain(day_clue(date)) == sentence


def test_where_the_evidence_does_not_tell_nothing_is_told() -> None:
    for date in (
        MeetingDate(),
        MeetingDate(DAY, Basis.STATED, evidence=("Filnamnet p.pdf",)),
        inferred(),
        inferred("mötet hölls den 3", "nästa möte den 9"),
    ):
        assert day_clue(date) == ""
