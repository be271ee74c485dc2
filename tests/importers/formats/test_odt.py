"""OpenDocument: headings, lists counted as LibreOffice does, tables, and what is not to be read."""

import pytest
from files import odt_of, rezipped, zip_of

from archive.errors import SetAside, UnreadableFile
from archive.settings import Limits
from importers.formats.lines import Line
from importers.formats.odt import read_odt

NUMBERS = """
<text:list-style style:name="L1">
  <text:list-level-style-number text:level="1" style:num-prefix="§ " style:num-format="1"
    text:start-value="{start}"/>
  <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
  <text:list-level-style-bullet text:level="3" text:bullet-char="•"/>
</text:list-style>
"""
BOLD = """
<style:style style:name="B" style:family="{family}">
  <style:text-properties fo:font-weight="bold" fo:font-size="14pt"/></style:style>
"""


def lines(content: bytes) -> tuple[Line, ...]:
    return read_odt(content, "protokoll.odt", Limits()).lines


def texts(content: bytes) -> list[str]:
    return [line.text for line in lines(content)]


def refusal(content: bytes, limits: Limits | None = None) -> SetAside:
    with pytest.raises(UnreadableFile) as caught:
        read_odt(content, "protokoll.odt", limits or Limits())
    return caught.value.reason


def item(*inside: str, start: int | None = None) -> str:
    begins = "" if start is None else f' text:start-value="{start}"'
    return f"<text:list-item{begins}>{''.join(inside)}</text:list-item>"


def listed(*items: str, attributes: str = 'text:style-name="L1"') -> str:
    return f"<text:list {attributes}>{''.join(items)}</text:list>"


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def numbered(body: str, start: int = 1) -> list[tuple[str | None, str]]:
    content = odt_of(body, automatic=NUMBERS.format(start=start))
    return [(line.number, line.text) for line in lines(content)]


def test_headings_have_the_level_of_the_outline() -> None:
    heading, body = lines(odt_of('<text:h text:outline-level="2">Lokaler</text:h>' + p("Ja.")))
    assert (heading.heading, heading.whole, body.heading) == (2, True, None)


def test_a_style_gives_its_weight_and_size_to_all_based_on_it() -> None:
    based = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="B"/>'
    content = odt_of(
        '<text:p text:style-name="P1">Beslut</text:p>' + p("Ja."),
        automatic=based,
        styles=BOLD.format(family="paragraph"),
    )
    assert [(line.bold, line.size) for line in lines(content)] == [(True, 14.0), (False, None)]


def test_a_line_is_bold_only_where_all_its_text_is() -> None:
    content = odt_of(
        '<text:p><text:span text:style-name="B">Svar:</text:span> ja</text:p>'
        '<text:p><text:span text:style-name="B">Svar:</text:span></text:p>',
        automatic=BOLD.format(family="text"),
    )
    assert [line.bold for line in lines(content)] == [False, True]


def test_a_style_based_on_itself_is_no_endless_loop() -> None:
    style = '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="P1"/>'
    assert texts(odt_of('<text:p text:style-name="P1">Ja.</text:p>', automatic=style)) == ["Ja."]


def test_lists_are_numbered_as_their_style_says() -> None:
    body = listed(item(p("Ett")), item(p("Två"), listed(item(p("A")), item(p("B")), attributes="")))
    assert numbered(body, start=4) == [("§ 4", "Ett"), ("§ 5", "Två"), ("5.1", "A"), ("5.2", "B")]


def test_only_the_first_paragraph_of_an_item_bears_its_number() -> None:
    assert numbered(listed(item(p("Ett"), p("Mer.")))) == [("§ 1", "Ett"), (None, "Mer.")]


def test_a_list_starts_over_unless_it_says_that_it_goes_on() -> None:
    going_on = 'text:style-name="L1" text:continue-numbering="true"'
    body = "".join(
        (
            listed(item(p("Ett"))),
            p("Emellan."),
            listed(item(p("Två")), attributes=going_on),
            listed(item(p("Nytt"))),
            listed(item(p("Nio"), start=9)),
        )
    )
    assert [number for number, _ in numbered(body)] == ["§ 1", None, "§ 2", "§ 1", "§ 9"]


def test_a_list_may_go_on_from_one_that_it_names() -> None:
    body = "".join(
        (
            listed(item(p("Ett")), attributes='text:style-name="L1" xml:id="a"'),
            listed(item(p("Annat"))),
            listed(item(p("Två")), attributes='text:style-name="L1" text:continue-list="a"'),
        )
    )
    assert [number for number, _ in numbered(body)] == ["§ 1", "§ 1", "§ 2"]


def test_an_item_that_holds_only_a_deeper_list_counts_nothing() -> None:
    deep = listed(item(listed(item(listed(item(p("Punkt")), attributes="")), attributes="")))
    assert numbered(deep + listed(item(p("Ett")))) == [(None, "• Punkt"), ("§ 1", "Ett")]


def test_headings_are_numbered_by_the_outline_unless_they_say_not() -> None:
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1"'
        ' style:num-format="1" style:num-suffix="."/></text:outline-style>'
    )
    content = odt_of(
        '<text:h text:outline-level="1">Ett</text:h>'
        '<text:h text:outline-level="1" text:is-list-header="true">Utan</text:h>'
        '<text:h text:outline-level="1">Två</text:h>',
        styles=outline,
    )
    assert [line.number for line in lines(content)] == ["1.", None, "2."]


def test_a_row_of_a_table_is_lines_with_the_same_top() -> None:
    def cell(*inside: str) -> str:
        return f"<table:table-cell>{''.join(inside)}</table:table-cell>"

    row = f"<table:table-row>{cell(p('Anna Ek'), p('chef'))}{cell(p('ordförande'))}"
    head = f"<table:table-row>{cell(p('Namn'))}{cell(p('Roll'))}</table:table-row>"
    content = odt_of(
        f"<table:table><table:table-header-rows>{head}</table:table-header-rows>{row}"
        f"<table:covered-table-cell>{p('dold')}</table:covered-table-cell></table:table-row>"
        f"</table:table>{p('Mötet öppnas.')}"
    )
    name, role, anna, chef, chair, after = lines(content)
    assert [line.text for line in (name, role, anna, chef, chair)] == [
        "Namn",
        "Roll",
        "Anna Ek",
        "chef",
        "ordförande",
    ]
    assert name.top == role.top < anna.top == chair.top < chef.top < after.top
    assert anna.left < chair.left


def test_spaces_tabs_and_breaks_are_elements_and_line_ends_in_the_file_are_not() -> None:
    content = odt_of(
        "<text:p>Anna\n        Ek<text:tab/>chef<text:line-break/>"
        'Bo<text:s text:c="2"/>Lind</text:p>'
    )
    anna, role, bo = lines(content)
    assert [anna.text, role.text, bo.text] == ["Anna Ek", "chef", "Bo Lind"]
    assert anna.top == role.top < bo.top


def test_what_is_deleted_hidden_or_a_comment_is_left_out() -> None:
    hidden = (
        '<style:style style:name="H" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    content = odt_of(
        f"<text:tracked-changes><text:changed-region><text:deletion>{p('Avslås.')}"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>Bifalls<text:change text:change-id="a"/>'
        f"<office:annotation>{p('Stämmer det?')}</office:annotation>"
        '<text:span text:style-name="H"> dolt</text:span>.</text:p>'
        f'<text:section text:display="none">{p("Dolt avsnitt.")}</text:section>',
        automatic=hidden,
    )
    assert texts(content) == ["Bifalls."]


def test_text_boxes_follow_their_paragraph_and_notes_the_last_one() -> None:
    note = f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{p('Not.')}"
    content = odt_of(
        f"<text:p>Protokoll{note}</text:note-body></text:note><draw:frame><draw:text-box>"
        f"{p('Justeras omedelbart')}</draw:text-box></draw:frame></text:p>{p('Mötet öppnas.')}"
    )
    assert texts(content) == ["Protokoll", "Justeras omedelbart", "Mötet öppnas.", "Not."]


def test_headers_come_first_and_footers_last_once_as_furniture() -> None:
    content = odt_of(
        p("Mötet öppnas."),
        master=f"<style:footer>{p('granvik.example')}</style:footer>"
        f"<style:header>{p('Granviks kommun')}</style:header>"
        f"<style:header-left>{p('Granviks kommun')}</style:header-left>"
        f'<style:footer-left style:display="false">{p("visas inte")}</style:footer-left>',
    )
    assert [(line.text, line.furniture) for line in lines(content)] == [
        ("Granviks kommun", True),
        ("Mötet öppnas.", False),
        ("granvik.example", True),
    ]


def test_elements_of_programs_own_are_passed_through() -> None:
    own = '<x:wrapper xmlns:x="urn:example:own">' + p("Ja.") + "</x:wrapper><!-- anteckning -->"
    assert texts(odt_of(own + '<text:p>A<x:y xmlns:x="urn:example:own">B</x:y></text:p>')) == [
        "Ja.",
        "AB",
    ]


def test_a_template_is_read_too() -> None:
    kind = "application/vnd.oasis.opendocument.text-template"
    assert texts(odt_of(p("Ja."), mimetype=kind)) == ["Ja."]


def test_a_locked_file_is_told_as_locked() -> None:
    manifest = b"<manifest><encryption-data/></manifest>"
    content = rezipped(odt_of(p("Ja.")), {"META-INF/manifest.xml": lambda _: manifest})
    assert refusal(content) is SetAside.ENCRYPTED


@pytest.mark.parametrize(
    "content",
    [
        zip_of({"mimetype": b"application/vnd.oasis.opendocument.text"}),
        rezipped(odt_of(p("Ja.")), {"content.xml": lambda part: part[:-9]}),
        rezipped(odt_of(p("Ja.")), {"styles.xml": lambda _: b""}),
        odt_of("".join(f'<text:a text:name="{n}">' for n in range(400)) + "</text:a>" * 400),
        odt_of(p("Ja."))[:-40],
    ],
    ids=["no content", "cut XML", "empty styles", "nested too deep", "cut archive"],
)
def test_a_damaged_file_is_broken(content: bytes) -> None:
    assert refusal(content) is SetAside.BROKEN


def test_entities_that_grow_without_end_are_not_followed() -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "ord">{entities}]>'.encode()
    content = rezipped(
        odt_of(p("Ja.")),
        {"content.xml": lambda part: bomb + part.replace(b"Ja.", b"&e9;")},
    )
    assert refusal(content) is SetAside.BROKEN


def test_a_file_that_unpacks_to_too_much_is_not_unpacked() -> None:
    content = zip_of(
        {"mimetype": b"application/vnd.oasis.opendocument.text", "x": b" " * 5_000_000}
    )
    assert refusal(content, Limits(file_mb=1)) is SetAside.TOO_LARGE
