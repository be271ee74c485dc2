import pytest

from importers.parse.people import (
    AWAY,
    NOBODY,
    PRESENCE_NOTE,
    is_name,
    is_single_name,
    names_a_post,
    split_name,
    split_post,
)


@pytest.mark.parametrize(
    "name",
    [
        "Anna Ek",
        "Bo von Essen",
        "Sara El Amin",
        "Eva-Lena af Ugglas",
        "Jean-Pierre O’Neil",
        "Omar al-Hassan",
        "Bo A. Alm",
        "J. Ström",
        "PO Trygg",
        "Åsa Öst Lind",
        "Maj Lind",
        "Åke Tideman",
        "Henning Stadler",
    ],
)
def test_a_full_name_is_a_name(name):
    assert is_name(name)


@pytest.mark.parametrize(
    "text",
    [
        "Anna",
        "Anna A.",
        "HR Väst",
        "Hållbar Stad",
        "Barn och Unga",
        "Norra Innerstaden",
        "Socialförvaltningen Stab",
        "Tf. Förvaltningschef",
        "Enhetschef Äldreomsorg",
        "Sveriges Lärare",
        "Vision Söder",
        "Fackliga Organisationer",
        "Digitalt Teams",
        "tisdagen den",
        "Tisdagen Den",
        "",
    ],
)
def test_posts_bodies_and_areas_are_no_names(text):
    assert not is_name(text)


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("Anna Ek HR-chef", "Anna Ek", "HR-chef"),
        ("Anna Ek, chef", "", "Anna Ek, chef"),  # punctuation is parted first
        ("Egil Rot huvudskyddsombud Kommunal", "Egil Rot", "huvudskyddsombud Kommunal"),
        ("Anna Ek Förvaltningschef", "Anna Ek", "Förvaltningschef"),
        ("avdelningschef Anna Ek", "", "avdelningschef Anna Ek"),
    ],
)
def test_a_name_ends_where_a_post_begins(text, name, rest):
    assert split_name(text) == (name, rest)


@pytest.mark.parametrize(
    ("text", "post", "name"),
    [
        ("HR-chef Bo Alm", "HR-chef", "Bo Alm"),
        ("Tf. HR-chef Bo von Essen", "Tf. HR-chef", "Bo von Essen"),
        ("Huvudskyddsombud Maj Lind Ek", "Huvudskyddsombud", "Maj Lind Ek"),
        ("Avdelningen Bo Alm", "", ""),
        ("Bo Alm", "", ""),
    ],
)
def test_a_post_may_stand_before_the_name(text, post, name):
    assert split_post(text) == (post, name)


@pytest.mark.parametrize("word", ["Ekonomi", "HR", "förvaltning", "Chef", "B."])
def test_a_word_of_the_trade_is_no_first_name(word):
    assert not is_single_name(word)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tf. rektor", True),
        ("ordförande i klubben", True),
        ("ordf.", True),
        ("ekonomi och kommunikation", False),
    ],
)
def test_posts_are_known_by_their_last_part(text, found):
    assert names_a_post(text) is found


@pytest.mark.parametrize(
    "note",
    [
        "deltog vid punkt 9",
        "§§ 3–5",
        "§§ 3, 5 och 7",
        "t.o.m. § 4",
        "från kl. 14.00",
        "fr.o.m. 13.30",
        "via Teams",
        "föredragande § 5",
        "del av mötet",
        "digitalt",
    ],
)
def test_a_note_on_presence_is_found_whole(note):
    found = PRESENCE_NOTE.search(f"Anna Ek, chef {note}")
    assert found is not None
    assert found[0] == note


@pytest.mark.parametrize(
    "role", ["chef för enhet 4", "chef på plan 3", "ansvarig för LSS § 9-boende"]
)
def test_a_number_in_a_role_is_no_note_on_presence(role):
    assert PRESENCE_NOTE.search(role) is None


def test_absence_is_said_of_persons_and_of_unions():
    assert AWAY.fullmatch("ej närvarande")
    assert NOBODY.fullmatch("vakant")
    assert not AWAY.fullmatch("vakant")
    assert not NOBODY.fullmatch("Anna Ek")
