from archive.model import Span
from index import Excerpt
from webui.linking import Links

LINKS = Links({"HÄ 2024/12": "/arende/ha", "Protokollet från den 8 juni": "/protokoll/x"})


def test_what_is_written_out_becomes_a_link() -> None:
    assert LINKS(Excerpt("Se dnr HÄ 2024/12.")) == 'Se dnr <a href="/arende/ha">HÄ 2024/12</a>.'


def test_a_number_is_no_link_within_a_longer_one() -> None:
    for text in ("HÄ 2024/123", "HÄ 2024/12-3", "HÄ 2024/12:4", "SHÄ 2024/12"):
        assert "<a" not in LINKS(Excerpt(text)), text


def test_a_line_may_end_within_it() -> None:
    assert '<a href="/arende/ha">HÄ\n2024/12</a>' in LINKS(Excerpt("HÄ\n2024/12"))


def test_marks_are_kept_within_a_link_and_across_its_edge() -> None:
    html = LINKS(Excerpt("dnr HÄ 2024/12 och mer", (Span(0, 6), Span(15, 18))))
    assert html == (
        '<span class="word"><mark>dnr </mark></span><a href="/arende/ha">'
        '<span class="word"><mark>HÄ</mark></span> 2024/12</a> '
        '<span class="word"><mark>och</mark></span> mer'
    )


def test_everything_is_escaped() -> None:
    links = Links({"<b> 1": '/x?"><script>'})
    html = links(Excerpt("<i> <b> 1 </i>"))
    assert html == '&lt;i&gt; <a href="/x?&#34;&gt;&lt;script&gt;">&lt;b&gt; 1</a> &lt;/i&gt;'


def test_without_links_a_passage_is_only_marked() -> None:
    assert Links({})(Excerpt("larm", cut_after=True)) == "larm …"
    assert LINKS(Excerpt("HÄ 2024/12", cut_before=True)).startswith("… <a")
