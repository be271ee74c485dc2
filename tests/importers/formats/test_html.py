"""Web pages: what a browser would show, without what stands around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.formats.html import read_html
from importers.formats.lines import Line


def lines(page: str | bytes) -> tuple[Line, ...]:
    return read_html(page.encode() if isinstance(page, str) else page, "protokoll.html").lines


def texts(page: str | bytes) -> list[str]:
    return [line.text for line in lines(page)]


def numbered(page: str) -> list[tuple[str | None, str]]:
    return [(line.number, line.text) for line in lines(page)]


def test_headings_have_their_level_and_weight() -> None:
    heading, body = lines("<h2>Lokaler</h2><p>Frågan bordläggs.")
    assert (heading.heading, heading.bold, heading.whole) == (2, True, True)
    assert (body.heading, body.bold, body.whole) == (None, False, True)


def test_a_heading_may_be_one_by_its_role() -> None:
    assert lines('<div role="heading" aria-level="3">Lokaler</div>')[0].heading == 3


def test_a_line_is_bold_only_where_all_its_text_is() -> None:
    page = (
        "<p><b>Övriga</b> <strong>frågor</strong></p><p><b>Svar:</b> ja</p>"
        "<p style='Font-Weight: 700'>Beslut</p><h1 style='font-weight:normal'>Bilaga</h1>"
    )
    assert [line.bold for line in lines(page)] == [True, False, True, False]


def test_size_stands_on_the_element_in_points_or_pixels() -> None:
    page = "<p style='font-size:14.0pt'>Protokoll</p><p style='font-size: 16px'>nr 3</p><p>Ja.</p>"
    assert [line.size for line in lines(page)] == [14.0, 12.0, None]


def test_line_ends_in_the_file_are_spaces_and_br_is_a_line_end() -> None:
    first, second, third = lines("<p>Plats:\n   stora\n salen<br>kl. 9</p><div>Slut</div>")
    assert [first.text, second.text, third.text] == ["Plats: stora salen", "kl. 9", "Slut"]
    assert second.top - first.top < third.top - second.top
    assert (first.whole, second.whole, third.whole) == (False, False, True)


def test_an_empty_line_makes_the_gap_larger() -> None:
    a, b, c, d = lines("<p>A<br>B<br><br>C</p><p>&nbsp;</p><p>D</p>")
    assert b.top - a.top < c.top - b.top < d.top - c.top


def test_preformatted_text_keeps_its_lines() -> None:
    assert texts("<pre>Anna Ek      ordförande\nBo Lind</pre>") == [
        "Anna Ek",
        "ordförande",
        "Bo Lind",
    ]


def test_hard_spaces_set_apart_what_spaces_do_not() -> None:
    assert texts("<p>Anna   <b> Ek</b></p><p>Anna Ek&nbsp; &nbsp; chef</p>") == [
        "Anna Ek",
        "Anna Ek",
        "chef",
    ]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", ["1.", "2."]),
        ('start="3"', ["3.", "4."]),
        ('type="a"', ["a.", "b."]),
        ('type="I" start="4"', ["IV.", "V."]),
        ('style="list-style-type: lower-alpha"', ["a.", "b."]),
        ('style="list-style: none"', [None, None]),
        ('start="7" reversed', ["7.", "6."]),
        ('start="många"', ["1.", "2."]),
    ],
)
def test_ordered_lists_are_numbered_as_a_browser_does(
    attributes: str, expected: list[str | None]
) -> None:
    page = f"<ol {attributes}><li>Lokaler<li><p>Budget</p><p>Mer.</p></ol>"
    assert numbered(page) == [
        (expected[0], "Lokaler"),
        (expected[1], "Budget"),
        (None, "Mer."),
    ]


def test_an_item_may_say_its_own_number() -> None:
    assert [n for n, _ in numbered("<ol><li>A<li value=9>B<li>C</ol>")] == ["1.", "9.", "10."]


def test_lists_inside_lists_count_for_themselves_and_bullets_stand_in_the_text() -> None:
    page = "<ol><li>Ett<ol type=a><li>A</ol><li>Två<ul><li>Punkt</ul></ol>"
    assert numbered(page) == [("1.", "Ett"), ("a.", "A"), ("2.", "Två"), (None, "• Punkt")]


def test_a_heading_in_a_numbered_list_has_both() -> None:
    (line,) = lines("<ol start=4><li><h2>Lokaler</h2></ol>")
    assert (line.number, line.heading, line.text) == ("4.", 2, "Lokaler")


def test_a_row_of_a_table_is_lines_with_the_same_top() -> None:
    name, role, second, union, after = lines(
        "<table><tr><th>Anna Ek<td>ordförande</tr><tr><td>Bo Lind<td>Vision</table>Mötet öppnas."
    )
    assert (name.text, role.text, after.text) == ("Anna Ek", "ordförande", "Mötet öppnas.")
    assert name.top == role.top < second.top == union.top < after.top
    assert (name.left, role.left, name.bold, role.bold) == (0, 1, True, False)


def test_empty_cells_keep_the_others_in_their_columns_and_rows() -> None:
    first, second, third = lines(
        "<table><tr><td></td><td>A</td></tr><tr><td>B</td></tr><tr><td><td></tr><tr><td>C</table>"
    )
    assert (first.left, second.left) == (1, 0)
    assert first.top < second.top < third.top


def test_a_table_inside_a_cell_stays_in_its_column() -> None:
    page = (
        "<table><tr><td>Närvarande<td><table><tr><td>Anna Ek<td>chef</tr>"
        "<tr><td>Bo Lind<td>HR</tr></table></tr><tr><td>Plats</table>"
    )
    found = [(line.text, line.left, line.top) for line in lines(page)]
    assert found == [
        ("Närvarande", 0, 0),
        ("Anna Ek", 1, 0),
        ("chef", 2, 0),
        ("Bo Lind", 1, 2),
        ("HR", 2, 2),
        ("Plats", 0, 4),
    ]


def test_a_number_in_a_column_of_its_own_stays_with_its_text() -> None:
    assert texts("<table><tr><td>§ 4<td>Lokaler<p>Bordläggs.</table>") == [
        "§ 4 Lokaler",
        "Bordläggs.",
    ]


def test_a_table_without_rows_or_cells_loses_nothing() -> None:
    assert texts("<table>A<td>B<tr>C<td>D</table></td></tr></table>E") == ["A", "B", "C", "D", "E"]


@pytest.mark.parametrize(
    "around",
    [
        "<nav>{}</nav>",
        "<header>{}</header>",
        "<footer><p>{}</p></footer>",
        "<aside>{}</aside>",
        "<div role=navigation>{}</div>",
        "<button>{}</button>",
        "<p class=MsoHeader>{}</p>",
        "<div title=footer><p>{}</p></div>",
    ],
)
def test_what_stands_around_the_text_is_furniture(around: str) -> None:
    found = lines(f"{around.format('Granviks kommun')}<p>Mötet öppnas.")
    assert sorted((line.text, line.furniture) for line in found) == [
        ("Granviks kommun", True),
        ("Mötet öppnas.", False),
    ]


def test_the_header_of_an_article_is_its_own_and_no_furniture() -> None:
    (title,) = lines("<main><header><h1>Protokoll</h1></header></main>")
    assert not title.furniture


@pytest.mark.parametrize(
    "unseen",
    [
        "<head><title>dolt</title></head>",
        "<script>dolt</script>",
        "<style>p {{dolt}}</style>",
        "<!-- dolt -->",
        "<p hidden>dolt</p>",
        "<div style='DISPLAY: none'><p>dolt</p></div>",
        "<span style='mso-hide:all'>dolt</span>",
        "<template>dolt</template>",
        "<noscript>dolt</noscript>",
        "<del>dolt</del>",
        "<ol hidden><li>dolt</ol>",
        "<table hidden><tr><td>dolt</table>",
        "<!--[if gte mso 9]><xml><w:View>dolt</w:View></xml><![endif]-->",
    ],
)
def test_what_is_not_shown_is_not_read(unseen: str) -> None:
    assert numbered(f"{unseen}<ol><li>Ja.</ol>") == [("1.", "Ja.")]


def test_lists_as_word_exports_them_are_read_once() -> None:
    page = (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><b><span"
        " style='mso-list:Ignore'>3.<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;"
        "&nbsp;&nbsp; </span></span></b><![endif]>Lokaler<o:p></o:p></p>"
        "<p><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;&nbsp;&nbsp; </span></span>Hyra</p>"
        "<p>Anna Ek<span style='mso-tab-count:1'> </span>chef</p>"
    )
    assert texts(page) == ["3. Lokaler", "• Hyra", "Anna Ek", "chef"]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1252"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="utf-8">', "cp1252"),  # it says so, and is not
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta http-equiv=Content-Type content="text/html; charset=macintosh">', "mac_roman"),
        ('<?xml version="1.0" encoding="windows-1252"?>', "cp1252"),
        ('<meta charset="x-okänd">', "utf-8"),
        ('<meta charset="unicode_escape">', "cp1252"),
    ],
)
def test_every_encoding_gives_the_same_text_whatever_the_page_says(
    head: str, encoding: str
) -> None:
    page = f"{head}<p>Åsa: ”förskolan” på ön</p>"
    assert texts(page.encode(encoding)) == ["Åsa: ”förskolan” på ön"]


def test_a_stated_code_page_decides_where_the_letters_do_not() -> None:
    assert texts(b"<meta charset=macintosh><p>\x8a</p>") == ["ä"]


def test_entities_are_letters_and_those_of_a_doctype_are_not_followed() -> None:
    assert texts("<p>m&ouml;te&nbsp;&sect;&#160;4 &ndash; &lt;b&gt;</p>") == ["möte § 4 – <b>"]
    bomb = '<!DOCTYPE html [<!ENTITY a "ord ord"><!ENTITY b "&a;&a;">]><p>&b;</p>'
    assert "ord" not in texts(bomb)[-1]


def test_nothing_is_fetched_and_no_file_is_read() -> None:
    page = (
        '<!DOCTYPE html SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<link rel=stylesheet href="http://localhost:1/x.css"><img src="file:///etc/passwd">'
        "<iframe src='file:///etc/passwd'></iframe><p>Ja. &x;</p>"
    )
    assert not any("root" in text for text in texts(page))


@pytest.mark.parametrize("opened", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<nav>"])
def test_elements_nested_without_end_are_read_to_the_bottom(opened: str) -> None:
    found = texts(opened * 10_000 + "Längst in")
    assert [text.removeprefix("• ") for text in found] == ["Längst in"]


def test_a_page_without_text_has_no_lines() -> None:
    assert lines("<html><body><img src=a.png></body></html>") == ()


@given(st.text(alphabet="<>/!-\"'&; abcdeilmoprtuv123\n\0åÖ\ud7ff") | st.binary())
def test_any_page_gives_lines(page: str | bytes) -> None:
    content = page.encode() if isinstance(page, str) else page
    assert all(line.text for line in lines(b"<p>" + content))


TAGS = "p div b table tr td th ul ol li h2 span pre nav main section header blockquote q sup a br"


@given(st.lists(st.sampled_from([*TAGS.split(), *(f"/{tag}" for tag in TAGS.split())])))
def test_no_word_is_lost_or_read_twice_however_elements_are_mixed(tags: list[str]) -> None:
    page = "".join(f"<{tag}> ord{number} " for number, tag in enumerate(tags))
    words = [word for line in lines(page) for word in line.text.split() if "ord" in word]
    assert sorted(word.strip("”") for word in words) == sorted(f"ord{n}" for n in range(len(tags)))
