import datetime as dt

from archive.model import Outcome, ProtocolReference, SamverkanMatter, Section, SickLeave
from webui.particulars import cited, other_protocol, sick_leave


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
