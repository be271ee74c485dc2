import pytest

from webui.subheadings import subheadings


def found(text: str) -> list[str]:
    return [text[start:].partition("\n")[0] for start in sorted(subheadings(text))]


@pytest.mark.parametrize(
    "line",
    [
        "Budget 2020",
        "Frågor från Akademikerförbundet SSR",
        "Ärenden för samverkan enligt MBL § 11",
        "Feriejobb 2022, rapport, AMN 2022/274",
        "Utbildning i pågående dödligt våld (PDV)",
        "Nytt verksamhetssystem: Lexbilia",
    ],
)
@pytest.mark.parametrize("after", ["Ramen ökar.", "• larm", "Detta gäller:", "2020 ökade den."])
def test_a_short_line_before_running_text_is_a_subheading(line: str, after: str) -> None:
    assert found(f"{line}\n\n{after}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Mötet är slut.",
        "Vision frågar:",
        "• larm",
        "a) larm",
        "28 maj",
        "Dnr AMN 2025/200",
        "Vision: Siv Saga",
        "Siv Saga, Vision",
        "Siv Saga (Vision)",
        "En rad som är så lång att den knappast kan vara någon underrubrik i ett protokoll",
        "Två\nrader",
    ],
)
def test_what_may_be_something_else_is_none(line: str) -> None:
    assert found(f"{line}\n\nRamen ökar.") == []


@pytest.mark.parametrize("after", ["", "\n\nhyrs i juni.", "\n\nTack"])
def test_without_running_text_of_its_own_it_is_none(after: str) -> None:
    assert found(f"Ramen ökar.\n\nNya lokaler{after}") == []


def test_two_may_stand_together_but_more_are_a_list() -> None:
    assert found("Ärenden\n\nAvtal om städning\n\nDet löper ut.") == [
        "Ärenden",
        "Avtal om städning",
    ]
    assert found("Larm\n\nLås\n\nKök\n\nDe är klara.") == []
