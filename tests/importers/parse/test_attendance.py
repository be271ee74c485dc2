import pytest

from archive import registry
from archive.messages import RemarkCode
from importers.formats.lines import Line
from importers.parse.attendance import parse_attendance
from importers.parse.header_blocks import parse_header
from importers.parse.unions import UnionNames

NAMES = UnionNames(registry.packaged().unions)


def read(text):
    """The attendance of a header as printed; " | " parts the cells of a row."""
    lines = [
        Line(cell.strip(), page=1, left=150.0 * column, top=14.0 * row, height=10.0)
        for row, line in enumerate(text.strip("\n").split("\n"))
        for column, cell in enumerate(line.split(" | "))
        if cell.strip()
    ]
    return parse_attendance(parse_header(lines), NAMES)


def names(attendees):
    return [(attendee.name, attendee.union) for attendee in attendees]


ONE_PER_LINE = """
Närvarande:
Arbetsgivarrepresentanter:
Anna Ek, förvaltningschef, ordförande
Bo Alm, HR-konsult, sekreterare
Arbetstagarrepresentanter:
Disa Ask, Vision
Egil Rot, huvudskyddsombud Kommunal
Fia Sten (Akademikerförbundet SSR)
Hade anmält förhinder:
Cia Dal, enhetschef
Gun Holm, Ledarna
"""
UNION_BEFORE = """
Närvarande
Stadsdelsförvaltningen
Anna Ek, stadsdelsdirektör
Bo Alm, avdelningschef ekonomi
Fackliga organisationer
Vision: Disa Ask
Kommunal: Egil Rot
Akademikerförbundet SSR: Fia Sten
Frånvarande: Cia Dal
Ledarna: Gun Holm
"""
UNION_ABOVE = """
Deltagare:
Anna Ek, förvaltningschef
Bo Alm, HR-specialist
Vision
Disa Ask
Kommunal
Egil Rot, skyddsombud
Akademikerförbundet SSR
Fia Sten
Förhinder
Cia Dal, enhetschef
Ledarna
Gun Holm
"""
UNION_IN_COLUMN = """
Närvarande
Namn | Roll | Förbund
Anna Ek | Förvaltningschef
Bo Alm | HR-chef
Disa Ask | Ombud | Vision
Egil Rot | Huvudskyddsombud | Kommunal
Fia Sten | Ombud | SSR
Ej närvarande: Cia Dal, chef, Gun Holm, Ledarna
"""
LABELS_IN_COLUMN = """
Närvarande
Arbetsgivaren | Anna Ek, chef
 | Bo Alm, HR-chef
Vision | Disa Ask
Kommunal | Egil Rot, skyddsombud
SSR | Fia Sten
Frånvarande | Cia Dal, chef
 | Gun Holm, Ledarna
"""
SIDES_IN_COLUMNS = """
Närvarande
För arbetsgivaren | För de fackliga organisationerna
Anna Ek, chef | Disa Ask, Vision
Bo Alm, HR-chef | Egil Rot, Kommunal
 | Fia Sten, SSR
Förhinder: Cia Dal, Gun Holm (Ledarna)
"""
RUNNING = """
Närvarande för arbetsgivaren: Anna Ek, förvaltningschef, ordförande och Bo
Alm HR-chef.
Närvarande för de fackliga organisationerna: Disa Ask, Vision, Egil Rot,
huvudskyddsombud Kommunal, Fia Sten, Akademikerförbundet
SSR.
Frånvarande: Cia Dal, enhetschef HR och
kommunikation, Gun Holm, Ledarna.
"""
FULL_STOPS = """
Närvarande: Anna Ek, chef. Bo Alm, HR-chef. Disa Ask, Vision. Egil Rot, Kommunal.
Fia Sten, SSR.
Frånvarande: Cia Dal, chef. Gun Holm, Ledarna.
"""
POSTS_FIRST = """
Närvarande
Förvaltningschef Anna Ek
HR-chef Bo Alm
Vision Disa Ask
Huvudskyddsombud Egil Rot, Kommunal
SSR Fia Sten
Förhinder
Enhetschef Cia Dal
Ledarna Gun Holm
"""
BULLETS = """
Närvarande
• Anna Ek – förvaltningschef
• Bo Alm – HR-chef
• Disa Ask – Vision
• Egil Rot – Kommunal (deltog §§ 1–4)
• Fia Sten – SSR, via Teams
Anmält förhinder
• Cia Dal
• Gun Holm – Ledarna
"""
NUMBERED = """
Arbetsgivarsidan:
1. Anna Ek, chef
2. Bo Alm, HR-chef
Arbetstagarsidan:
3. Disa Ask, Vision
4. Egil Rot, Kommunal
5. Fia Sten, SSR
Anmäld frånvaro:
Cia Dal
Gun Holm, Ledarna
"""
IN_BRACKETS = """
Närvarande:
Förvaltningen (Anna Ek, Bo Alm)
Vision (Disa Ask)
Kommunal (Egil Rot)
SSR (Fia Sten)
Frånvarande: Cia Dal, Gun Holm (Ledarna)
"""
NO_COMMAS = """
Närvarande vid mötet
Anna Ek förvaltningschef
Bo Alm HR-chef
Disa Ask Vision
Egil Rot huvudskyddsombud Kommunal
Fia Sten Akademikerförbundet SSR
Lämnat återbud
Cia Dal enhetschef
Gun Holm Ledarna
"""
CHAIR_APART = """
Ordförande: Anna Ek, förvaltningschef
Sekreterare: Bo Alm
Arbetstagarorganisationer:
Disa Ask, Vision
Egil Rot, Kommunal
Fia Sten, SSR
Frånvarande
För arbetsgivaren: Cia Dal
Ledarna: Gun Holm
"""
AWAY_IN_LIST = """
Närvarande:
Anna Ek, chef
Bo Alm, HR-chef
Cia Dal, chef (frånvarande)
Disa Ask, Vision
Egil Rot, Kommunal
Fia Sten, SSR
Gun Holm, Ledarna, ej närvarande
"""
NO_LABEL = """
Protokoll FSG
Arbetsgivaren: Anna Ek och Bo Alm
Vision: Disa Ask
Kommunal: Egil Rot
SSR: Fia Sten
Ej närvarande
Cia Dal
Ledarna: Gun Holm
"""
POST_BELOW = """
Närvarande
Arbetsgivarrepresentanter
Anna Ek
Förvaltningschef
Bo Alm
HR-chef
Arbetstagarrepresentanter
Disa Ask
Vision
Egil Rot
Kommunal
Fia Sten
SSR
Frånvarande
Cia Dal, chef
Ledarna: Gun Holm
"""
POST_ABOVE = """
Deltagare
Förvaltningschef
Anna Ek
HR-chef
Bo Alm
Vision
Disa Ask
Kommunal
Egil Rot
SSR
Fia Sten
Förhinder
Enhetschef
Cia Dal
Ledarna
Gun Holm
"""
SIDES_IN_TEXT = """
Närvarande
för arbetsgivaren Anna Ek och Bo Alm
för Vision Disa Ask
för Kommunal Egil Rot
för SSR Fia Sten
Frånvarande
för arbetsgivaren Cia Dal
för Ledarna Gun Holm
"""
TWO_PER_ROW = """
Närvarande
Anna Ek, förvaltningschef | Disa Ask, Vision
Bo Alm, HR-chef | Egil Rot, Kommunal
Fia Sten, SSR
Förhinder
Cia Dal, chef | Gun Holm, Ledarna
"""
LISTS = {
    name: text for name, text in list(globals().items()) if name.isupper() and "\n" in str(text)
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_however_the_list_is_written_it_says_who_was_there(text):
    attendance, remarks = read(text)
    assert sorted(names(attendance.present)) == [
        ("Anna Ek", None),
        ("Bo Alm", None),
        ("Disa Ask", "vision"),
        ("Egil Rot", "kommunal"),
        ("Fia Sten", "ssr"),
    ]
    assert sorted(names(attendance.absent)) == [("Cia Dal", None), ("Gun Holm", "ledarna")]
    assert remarks == ()


def test_roles_are_as_printed():
    attendance, _ = read(ONE_PER_LINE)
    assert [person.role for person in attendance.present] == [
        "förvaltningschef, ordförande",
        "HR-konsult, sekreterare",
        None,
        "huvudskyddsombud",
        None,
    ]


def test_a_note_on_presence_is_kept_apart():
    attendance, _ = read(BULLETS)
    assert [person.note for person in attendance.present[3:]] == ["deltog §§ 1–4", "via Teams"]
    assert [person.role for person in attendance.present[3:]] == [None, None]


def test_a_wrapped_role_stays_with_its_person():
    attendance, _ = read("Närvarande\nAnna Ek, chef stadsutveckling och\nsamhällsplanering\nBo Alm")
    assert [(person.name, person.role) for person in attendance.present] == [
        ("Anna Ek", "chef stadsutveckling och samhällsplanering"),
        ("Bo Alm", None),
    ]


def test_a_name_wrapped_in_a_union_s_list_is_one_name():
    attendance, _ = read("Närvarande\nKommunal: Egil Rot, Ivar Lund, Maj\nLind")
    assert names(attendance.present) == [
        ("Egil Rot", "kommunal"),
        ("Ivar Lund", "kommunal"),
        ("Maj Lind", "kommunal"),
    ]


@pytest.mark.parametrize(
    "line", ["Saco: -", "Saco: vakant", "Saco: ej närvarande", "Saco –", "Saco (vakant)", "Saco:"]
)
def test_a_union_with_nobody_is_absent_without_a_name(line):
    attendance, _ = read(f"Närvarande\nVision: Disa Ask\n{line}\nKommunal: Egil Rot")
    assert names(attendance.present) == [("Disa Ask", "vision"), ("Egil Rot", "kommunal")]
    assert names(attendance.absent) == [(None, "saco")]


@pytest.mark.parametrize(
    "text",
    [
        "Förhinder\nVårdförbundet\nLedarna",
        "Förhinder: Vårdförbundet, Ledarna",
        "Förhinder\nVårdförbundet och Ledarna",
        "Frånvarande Vårdförbundet samt Ledarna",
    ],
)
def test_unions_under_absent_need_no_names(text):
    attendance, _ = read(f"Närvarande\nAnna Ek\n{text}")
    assert names(attendance.absent) == [(None, "vardforbundet"), (None, "ledarna")]


@pytest.mark.parametrize("word", ["-", "Ingen", "Inga"])
def test_nobody_absent_is_nobody(word):
    attendance, remarks = read(f"Närvarande\nAnna Ek\nFrånvarande\n{word}")
    assert attendance.absent == ()
    assert remarks == ()


def test_first_names_alone_are_a_list_too():
    attendance, _ = read("Närvarande: Anna, Bo och Cecilia\nFrånvarande: Erik")
    assert names(attendance.present) == [("Anna", None), ("Bo", None), ("Cecilia", None)]
    assert names(attendance.absent) == [("Erik", None)]


def test_a_person_named_twice_is_one_with_both_roles():
    attendance, _ = read("Ordförande: Anna Ek\nNärvarande\nAnna Ek, förvaltningschef\nBo Alm")
    assert names(attendance.present) == [("Anna Ek", None), ("Bo Alm", None)]


def test_a_secretary_under_a_union_s_persons_is_not_of_that_union():
    attendance, _ = read("Närvarande\nVision: Disa Ask\nSekreterare: Bo Alm")
    assert names(attendance.present) == [("Disa Ask", "vision"), ("Bo Alm", None)]


def test_a_post_of_a_union_whose_name_is_a_word_is_no_membership():
    attendance, _ = read("Närvarande\nAnna Ek, chef kommunal vuxenutbildning")
    assert names(attendance.present) == [("Anna Ek", None)]


def test_a_safety_representative_without_a_union_is_remarked_on():
    attendance, remarks = read("Närvarande\nSkyddsombud:\nRut Berg")
    assert [(p.name, p.role) for p in attendance.present] == [("Rut Berg", "skyddsombud")]
    assert [remark.code for remark in remarks] == [RemarkCode.ATTENDEE_UNCLEAR]


def test_a_line_that_lists_nobody_becomes_a_remark():
    attendance, remarks = read("Närvarande\nAnna Ek\nSe även bifogad lista")
    assert names(attendance.present) == [("Anna Ek", None)]
    assert [(r.code, r.text) for r in remarks] == [
        (RemarkCode.ATTENDEE_UNCLEAR, "Se även bifogad lista")
    ]


def test_a_table_s_head_is_no_line_of_it():
    attendance, remarks = read("Närvarande\nNamn Roll Organisation\nAnna Ek Chef Arbetsgivaren")
    assert [(p.name, p.role) for p in attendance.present] == [("Anna Ek", "Chef Arbetsgivaren")]
    assert remarks == ()


def test_the_employer_in_the_union_s_column_is_no_role():
    attendance, _ = read("Närvarande\nAnna Ek | chef | Arbetsgivaren\nDisa Ask | ombud | Vision")
    assert [(p.name, p.role, p.union) for p in attendance.present] == [
        ("Anna Ek", "chef", None),
        ("Disa Ask", "ombud", "vision"),
    ]


def test_names_in_capitals_are_names():
    attendance, _ = read("Närvarande\nANNA EK, FÖRVALTNINGSCHEF\nBO ALM, HR")
    assert [person.name for person in attendance.present] == ["ANNA EK", "BO ALM"]


def test_a_letterhead_s_clerk_is_no_attendee():
    attendance, _ = read("Handläggare\nCia Dal\nTelefon: 08-000\nNärvarande\nAnna Ek")
    assert names(attendance.present) == [("Anna Ek", None)]


def test_a_header_without_attendance_says_so():
    attendance, remarks = read("Protokoll\nTid: 9–11\nPlats: Eken")
    assert attendance.present == ()
    assert [remark.code for remark in remarks] == [RemarkCode.ATTENDANCE_MISSING]


def test_those_chosen_to_adjust_are_no_attendance():
    attendance, _ = read("Närvarande\nAnna Ek\nJusterare: Disa Ask, Egil Rot")
    assert names(attendance.present) == [("Anna Ek", None)]


def test_word_paragraphs_are_never_joined():
    lines = [
        Line(text, top=float(row), whole=True)
        for row, text in enumerate(["Närvarande", "Anna Ek, chef för", "Bo Alm"])
    ]
    attendance, _ = parse_attendance(parse_header(lines), NAMES)
    assert names(attendance.present) == [("Anna Ek", None), ("Bo Alm", None)]


def test_the_first_row_of_a_table_is_read_whole_where_the_side_stands_last() -> None:
    attendance, _ = read("""
Protokoll
Anna Ek | förvaltningschef | Arbetsgivaren
Bo Alm | HR-konsult | Arbetsgivaren
Disa Ask | ledamot | Vision
""")
    assert names(attendance.present) == [
        ("Anna Ek", None),
        ("Bo Alm", None),
        ("Disa Ask", "vision"),
    ]


def test_a_side_may_be_named_in_a_sentence() -> None:
    attendance, remarks = read("""
Närvarande
Från arbetsgivarsidan deltog Anna Ek, förvaltningschef. Bo Alm, HR-konsult.
Kommunal företräddes av Egil Rot. För Vision deltog Disa Ask och Fia Sten.
""")
    assert names(attendance.present) == [
        ("Anna Ek", None),
        ("Bo Alm", None),
        ("Egil Rot", "kommunal"),
        ("Disa Ask", "vision"),
        ("Fia Sten", "vision"),
    ]
    assert not remarks


def test_a_union_over_the_lines_end_belongs_to_the_name_before() -> None:
    attendance, _ = read("""
Närvarande från facken: Egil Rot Kommunal, Disa Ask
Vision, Fia Sten Akademikerförbundet SSR
""")
    assert names(attendance.present) == [
        ("Egil Rot", "kommunal"),
        ("Disa Ask", "vision"),
        ("Fia Sten", "ssr"),
    ]


def test_a_union_without_a_representative_takes_nobody_from_the_next_line() -> None:
    attendance, _ = read("""
Närvarande:
Kommunal: ingen representant
Vision: Disa Ask
""")
    assert names(attendance.present) == [("Disa Ask", "vision")]
    assert names(attendance.absent) == [(None, "kommunal")]


def test_a_union_before_each_name_is_not_that_of_the_line_above() -> None:
    attendance, _ = read("""
Arbetstagarrepresentanter
Kommunal, Egil Rot
Kommunal, Ivar Lund
Vision, Disa Ask
""")
    assert names(attendance.present) == [
        ("Egil Rot", "kommunal"),
        ("Ivar Lund", "kommunal"),
        ("Disa Ask", "vision"),
    ]


def test_a_name_after_a_slash_may_go_over_the_lines_end() -> None:
    attendance, _ = read("""
Närvarande
Fackliga: Kommunal/Egil Rot, Vision/Disa
Ask
""")
    assert names(attendance.present) == [("Egil Rot", "kommunal"), ("Disa Ask", "vision")]


def test_a_column_may_say_who_came() -> None:
    text = """
Namn | Funktion | Närvaro
Anna Ek | Förvaltningschef | Ja
Bo Alm | HR-chef | Nej
Disa Ask | Vision | Ja, punkt 4–5
Egil Rot | Kommunal | Förhinder
"""
    attendance, _ = read(text)
    assert names(attendance.present) == [("Anna Ek", None), ("Disa Ask", "vision")]
    assert names(attendance.absent) == [("Bo Alm", None), ("Egil Rot", "kommunal")]
    assert attendance.present[1].sections == (4, 5)


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        ("Ledarna; Disa Ask, Vision", [("Disa Ask", "vision"), (None, "ledarna")]),
        ("Ledarna, Disa Ask (Vision)", [("Disa Ask", "vision"), (None, "ledarna")]),
        ("Kommunal. Ledarna (Disa Ask)", [("Disa Ask", "ledarna"), (None, "kommunal")]),
        ("Saco; Ledarna genom Disa Ask", [("Disa Ask", "ledarna"), (None, "saco")]),
    ],
)
def test_a_union_before_somebody_of_another_has_nobody(line: str, absent: list) -> None:
    attendance, _ = read(f"Närvarande: Anna Ek, chef\nFrånvarande: {line}")
    assert names(attendance.absent) == absent


def test_absence_and_the_other_side_may_be_told_in_passing() -> None:
    text = """
Närvarande
För arbetsgivaren Anna Ek, förvaltningschef. Bo
Alm, HR-chef. För de fackliga organisationerna Disa Ask, Vision.
Förhinder: Egil Rot, Kommunal.
Ingen från Ledarna eller Saco.
"""
    attendance, _ = read(text)
    assert names(attendance.present) == [
        ("Anna Ek", None),
        ("Bo Alm", None),
        ("Disa Ask", "vision"),
    ]
    assert names(attendance.absent) == [
        ("Egil Rot", "kommunal"),
        (None, "ledarna"),
        (None, "saco"),
    ]


def test_labels_may_be_abbreviated() -> None:
    attendance, remarks = read("Närv: AG: Anna Ek, Bo Alm\nFack: Disa Ask, Vision\nFrånv: Saco")
    assert names(attendance.present) == [
        ("Anna Ek", None),
        ("Bo Alm", None),
        ("Disa Ask", "vision"),
    ]
    assert names(attendance.absent) == [(None, "saco")]
    assert remarks == ()


def test_several_may_sit_for_one_union() -> None:
    attendance, _ = read("Närvarande\nFacken: Disa Ask och Egil Rot för Vision. Fia Sten för SSR.")
    assert names(attendance.present) == [
        ("Disa Ask", "vision"),
        ("Egil Rot", "vision"),
        ("Fia Sten", "ssr"),
    ]


def test_the_label_stands_over_unions_named_beside_a_person() -> None:
    attendance, _ = read("Närvarande\nSaco: Disa Ask (för Akavia och DIK)")
    assert names(attendance.present) == [("Disa Ask", "saco")]


def test_a_union_with_a_dash_in_its_row_has_nobody() -> None:
    attendance, _ = read(
        "Närvarande\nVision | Disa Ask\nAkademiker-\nförbundet SSR | Egil Rot\nSaco | -"
    )
    assert names(attendance.present) == [("Disa Ask", "vision"), ("Egil Rot", "ssr")]
    assert names(attendance.absent) == [(None, "saco")]


def test_a_side_in_the_middle_of_its_persons_height_is_over_them_all() -> None:
    lines = [
        Line("Protokoll", page=1, left=80.0, top=10.0, height=10.0),
        Line("Plats", page=1, left=80.0, top=24.0, height=10.0),
        Line("Ekrummet", page=1, left=170.0, top=24.0, height=10.0),
        Line("Anna Ek, chef", page=1, left=170.0, top=38.0, height=10.0),
        Line("Arbetsgivare:", page=1, left=80.0, top=52.0, height=10.0),
        Line("Bo Alm, HR-chef", page=1, left=170.0, top=52.0, height=10.0),
        Line("Cia Dal, ekonom (punkt 4)", page=1, left=170.0, top=66.0, height=10.0),
    ]
    attendance, _ = parse_attendance(parse_header(lines), NAMES)
    assert names(attendance.present) == [("Anna Ek", None), ("Bo Alm", None), ("Cia Dal", None)]


def test_initials_written_together_are_a_first_name() -> None:
    attendance, _ = read("Närvarande\nSaco: P.O. Ek")
    assert names(attendance.present) == [("P.O. Ek", "saco")]


def test_one_person_under_two_spellings_is_one() -> None:
    attendance, _ = read("Närvarande\nAnna Ek, chef\nANNA EK, ordförande")
    assert [(a.name, a.role) for a in attendance.present] == [("Anna Ek", "chef, ordförande")]


@pytest.mark.parametrize(
    ("note", "sections", "arrived", "left"),
    [
        ("§§ 3–5", (3, 4, 5), None, None),
        ("t.o.m. § 6", (), None, "§ 6"),
        ("anlände kl. 13.20", (), "kl. 13.20", None),
        ("lämnar mötet efter § 7", (), None, "§ 7"),
    ],
)
def test_presence_for_some_items_is_read(note, sections, arrived, left) -> None:
    attendance, _ = read(f"Närvarande\nAnna Ek, chef, {note}\nBo Alm, HR-chef ({note})")
    for person in attendance.present:
        assert (person.sections, person.arrived, person.left) == (sections, arrived, left)
        assert person.note == note
