import pytest

from archive.model import Section
from importers.parse.theme import find_theme


def theme(title: str, text: str = "", header: str = "") -> str | None:
    return find_theme(header, [Section(ordinal=1, number=4, title=title, text=text)])


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        ("Månadens tema: Hot och våld", "", "Hot och våld"),
        ("Tema enligt årshjulet – rehabilitering", "", "rehabilitering"),
        ("Årshjul: Systematiskt arbetsmiljöarbete", "", "Systematiskt arbetsmiljöarbete"),
        ("Tema mars – Lika rättigheter", "", "Lika rättigheter"),
        ("Månadens tema", "Hot och våld\n\nBo Alm visade statistik.", "Hot och våld"),
        ("Årshjul", "Dagens tema är hot och våld. Bo Alm visade bilder.", "hot och våld"),
        ("Information", "Tema: Hot och våld", "Hot och våld"),
        ("Information", "Månadens tema enligt årshjulet är hälsa.", "hälsa"),
        ("Årshjul", "Temat diskuterades och arbetet fortsätter.", None),
        ("Årshjul", "Bo Alm gick igenom årshjulet för nästa år, som är oförändrat.", None),
        ("Temadagar", "Planering", None),
        ("Information", "Vision frågade om temat är hot och våld.", None),
    ],
)
def test_the_theme_is_named_by_a_head_or_told(title: str, text: str, found: str | None) -> None:
    assert theme(title, text) == found


def test_the_header_may_name_the_theme() -> None:
    assert theme("Öppnande", header="Protokoll\nMånadens tema: Hälsa") == "Hälsa"
