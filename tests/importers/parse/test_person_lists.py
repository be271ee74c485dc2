import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import registry
from importers.parse.person_lists import parse_person_line, split_union
from importers.parse.unions import UnionNames

NAMES = UnionNames(registry.packaged().unions)
PIECES = [
    "Anna",
    "Ek",
    "Vision",
    "SSR",
    "chef",
    ",",
    ";",
    ".",
    "(",
    ")",
    "/",
    "–",
    "och",
    "§ 4",
    "⟦7⟧",
]


def people(text, **options):
    line = parse_person_line(text, NAMES, **options)
    return [(person.name, person.role, person.union) for person in line.persons]


@pytest.mark.parametrize(
    ("text", "role", "union"),
    [
        ("Anna Ek", None, None),
        ("Anna Ek, enhetschef", "enhetschef", None),
        ("Anna Ek enhetschef", "enhetschef", None),
        ("Anna Ek – enhetschef", "enhetschef", None),
        ("Enhetschef Anna Ek", "Enhetschef", None),
        ("Anna Ek, chef ekonomi, HR och kommunikation", "chef ekonomi, HR och kommunikation", None),
        ("Anna Ek, chef Barn och Unga, Hållbar Stad", "chef Barn och Unga, Hållbar Stad", None),
        ("Anna Ek, tf. rektor, ordförande", "tf. rektor, ordförande", None),
        ("Anna Ek (ordf.)", "ordf.", None),
        ("Anna Ek, Vision", None, "vision"),
        ("Anna Ek Vision", None, "vision"),
        ("Anna Ek (Vision)", None, "vision"),
        ("Anna Ek – Kommunal", None, "kommunal"),
        ("Anna Ek Akavia", None, "akavia"),
        ("Anna Ek, Vision Söder", "Vision Söder", "vision"),
        ("Vision, Anna Ek", None, "vision"),
        ("Kommunal Anna Ek", None, "kommunal"),
        ("Anna Ek, huvudskyddsombud, Akademikerförbundet SSR", "huvudskyddsombud", "ssr"),
        ("Anna Ek, huvudskyddsombud Kommunal", "huvudskyddsombud", "kommunal"),
        ("Anna Ek (skyddsombud, Kommunal)", "skyddsombud", "kommunal"),
        ("Anna Ek, ombud för Kommunal", "ombud", "kommunal"),
        ("Anna Ek, ombud för Kommunal och Vision", "ombud för Kommunal och Vision", "kommunal"),
        ("Anna Ek, Vision/SSR", "Vision/SSR", "vision"),
        ("Anna Ek, ordförande Kommunal Söder", "ordförande Kommunal Söder", "kommunal"),
        ("Anna Ek, ersättare för Bo Alm", "ersättare för Bo Alm", None),
    ],
)
def test_a_line_holds_one_person(text, role, union):
    assert people(text) == [("Anna Ek", role, union)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ek, Bo Alm och Cia Dal",
        "Anna Ek; Bo Alm; Cia Dal",
        "Anna Ek/Bo Alm/Cia Dal",
        "Anna Ek, Bo Alm samt Cia Dal.",
    ],
)
def test_names_alone_are_parted_by_any_sign(text):
    assert [name for name, *_ in people(text)] == ["Anna Ek", "Bo Alm", "Cia Dal"]


def test_a_running_sentence_is_parted_at_each_name():
    text = "Anna Ek, förvaltningschef, ordförande, Bo Alm HR-chef och Cia Dal, ekonomichef"
    assert people(text) == [
        ("Anna Ek", "förvaltningschef, ordförande", None),
        ("Bo Alm", "HR-chef", None),
        ("Cia Dal", "ekonomichef", None),
    ]


def test_full_stops_part_persons_but_not_initials():
    assert people("Anna E. Ek, rektor. Bo Alm, tf. rektor.") == [
        ("Anna E. Ek", "rektor", None),
        ("Bo Alm", "tf. rektor", None),
    ]


def test_posts_written_first_go_on_so():
    assert people("Tf. HR-chef Anna Ek, enhetschef Bo Alm") == [
        ("Anna Ek", "Tf. HR-chef", None),
        ("Bo Alm", "enhetschef", None),
    ]


def test_each_person_has_a_union_of_their_own():
    assert people("Anna Ek, Vision och Bo Alm, Kommunal samt Cia Dal (SSR)") == [
        ("Anna Ek", None, "vision"),
        ("Bo Alm", None, "kommunal"),
        ("Cia Dal", None, "ssr"),
    ]


def test_first_names_alone_are_names_where_nothing_else_stands():
    assert [name for name, *_ in people("Anna, Bo och Cecilia")] == ["Anna", "Bo", "Cecilia"]


def test_a_first_name_alone_counts_in_a_list_of_persons():
    assert people("Anna") == []
    assert people("Anna", single_names=True) == [("Anna", None, None)]


def test_a_first_name_with_its_union_in_brackets_is_a_name():
    assert people("Anna (Vision), Bo (Kommunal)") == [
        ("Anna", None, "vision"),
        ("Bo", None, "kommunal"),
    ]


def test_notes_on_presence_are_neither_name_nor_role():
    line = parse_person_line("Anna Ek, HR-konsult, §§ 3, 5 och 7, Bo Alm via Teams", NAMES)
    assert [(p.name, p.role, p.note) for p in line.persons] == [
        ("Anna Ek", "HR-konsult", "§§ 3, 5 och 7"),
        ("Bo Alm", None, "via Teams"),
    ]


@pytest.mark.parametrize(
    "text", ["Anna Ek (ej närvarande)", "Anna Ek, frånvarande", "Anna Ek – anmält förhinder"]
)
def test_a_person_may_be_listed_as_away(text):
    (person,) = parse_person_line(text, NAMES).persons
    assert (person.name, person.role, person.away) == ("Anna Ek", None, True)


def test_unions_without_persons_are_told_apart():
    line = parse_person_line("Vårdförbundet, Ledarna och SSR", NAMES)
    assert line.unions == ["vardforbundet", "ledarna", "ssr"]
    assert line.persons == []


@pytest.mark.parametrize("text", ["Se bifogad lista", "Anna Ek öppnade mötet"])
def test_what_lists_nobody_is_left_as_unclear(text):
    line = parse_person_line(text, NAMES)
    assert line.persons == []
    assert line.unclear == [text]


def test_a_paragraph_too_long_for_a_list_is_left_whole():
    text = "Anna Ek, chef, " * 200
    line = parse_person_line(text, NAMES)
    assert line.persons == []
    assert line.unclear == [text]


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_no_line_however_odd_stops_the_reader(pieces):
    line = parse_person_line(" ".join(pieces), NAMES)
    assert all(person.name for person in line.persons)


def test_a_union_is_split_from_what_follows_it():
    assert split_union("Akademikerförbundet SSR: Anna Ek", NAMES) == ("ssr", "Anna Ek")
    assert split_union("Anna Ek, Vision", NAMES) == (None, "Anna Ek, Vision")
