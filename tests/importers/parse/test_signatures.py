import datetime as dt

import pytest

from importers.formats.lines import Line
from importers.parse.signatures import parse_signatures, split_signatures


def printed(*texts):
    return [Line(text, page=1, top=14.0 * row, height=10.0) for row, text in enumerate(texts)]


def texts(lines):
    return [line.text for line in lines]


BODY = ("Inga övriga frågor togs upp.", "Nästa möte är 17 maj kl. 9.")


@pytest.mark.parametrize(
    "signed",
    [
        ("Justeras (digitalt)", "Anna Ek för arbetsgivaren", "Disa Ask för Vision"),
        ("Justeras", "Anna Ek", "Disa Ask"),
        ("Justeras digitalt av:", "Anna Ek", "Disa Ask"),
        ("Vid protokollet", "Bo Alm", "Justeras:", "Anna Ek"),
        ("Vid protokollet: Bo Alm",),
        ("Vid protokollet Bo Alm", "Sekreterare"),
        ("Underskrifter", "Anna Ek, ordförande"),
        ("Bo Alm", "Sekreterare"),
        ("Bo Alm, sekreterare", "Anna Ek, ordförande"),
        ("Anna Ek för arbetsgivaren", "Disa Ask för Vision"),
        ("Anna Ek", "Disa Ask"),
        ("Bo Alm",),
        ("___________________", "Bo Alm"),
        ("..........................", "Bo Alm"),
        ("Bo Alm", "Sekreterare", "Underskriftens äkthet kan kontrolleras hos utgivaren."),
        ("Detta dokument är elektroniskt undertecknat.",),
        ("Dokumentet har undertecknats och signerats digitalt signerat",),
        ("Signerat av: Bo Alm",),
        ("Digitalt underskrivet av", "Anna Ek", "2024-03-14T12:18:52+0100", "Disa Ask"),
        ("Anna Ek", "2024-03-14T12:18:52+0100"),
        ("2024-03-14T12:18:52+0100", "2024-03-15T08:00:00+0100"),
    ],
)
def test_signatures_begin_after_the_last_words(signed):
    body, signatures = split_signatures(printed(*BODY, *signed))
    assert texts(body) == list(BODY)
    assert texts(signatures) == list(signed)


@pytest.mark.parametrize(
    "lines",
    [
        ("Justering sker fredagen den 17 maj.",),
        ("Protokollet justeras av Anna Ek och Disa Ask.",),
        ("Protokollet justeras av", "Anna Ek och Disa Ask."),
        ("Vid protokollets genomgång noterades ett fel.",),
        ("Ordföranden tackade och avslutade mötet.",),
        ("Ordförande tackar för det gångna året och särskilt", "Anna Ek"),
        ("Till justerare valdes", "Anna Ek"),
        ("Sekreterare",),
        ("Underskrifter samlas in för utflykten.",),
        ("-",),
    ],
)
def test_text_about_adjustment_and_people_is_no_signature(lines):
    body, signatures = split_signatures(printed(*lines))
    assert texts(body) == list(lines)
    assert signatures == ()


def test_nothing_but_signatures_leaves_an_empty_section():
    body, signatures = split_signatures(printed("Bo Alm", "Sekreterare"))
    assert body == ()
    assert len(signatures) == 2


def test_those_who_signed_are_named_once_in_order():
    signed = printed(
        "Vid protokollet: Bo Alm",
        "Anna Ek för arbetsgivaren",
        "/Disa Ask/",
        "Bo Alm",
        "Sekreterare",
        "Underskriftens äkthet: https://exempel.invalid",
    )
    assert parse_signatures(signed).names == ("Bo Alm", "Anna Ek", "Disa Ask")


@pytest.mark.parametrize(
    "stamp",
    ["2024-03-14T12:18:52+0100", "2024-03-14 12:18:52 +01:00", "Signerat 2024-03-14 12:18:52"],
)
def test_time_stamps_are_read_as_printed(stamp):
    assert parse_signatures(printed(stamp)).stamps == (dt.datetime(2024, 3, 14, 12, 18, 52),)


def test_a_line_may_hold_several_names():
    signed = printed("Justeras: Anna Ek, Disa Ask (Vision)", "Bo Alm · Egil Rot")
    assert parse_signatures(signed).names == ("Anna Ek", "Disa Ask", "Bo Alm", "Egil Rot")


def test_a_moment_outside_the_calendar_is_no_stamp():
    assert parse_signatures(printed("2024-13-45T12:18:52")).stamps == ()


def test_a_signing_services_page_with_its_heading_is_no_text():
    text, signed = split_signatures(
        printed(
            "Mötet avslutades.",
            "Protokollet justeras digitalt.",
            "Deltagare",
            "Anna Ek",
            "Undertecknare",
            "Signerat med BankID 2025-01-02 10:11:12",
        )
    )
    assert texts(text) == ["Mötet avslutades."]
    assert len(signed) == 5


def test_an_appendix_on_a_new_page_is_no_text_of_the_last_section():
    lines = [
        Line("Mötet avslutades.", page=3, top=90.0, height=10.0),
        Line("Bilaga 1", page=4, top=70.0, height=10.0),
        Line("Kommunal yrkar att schemat lämnas oförändrat.", page=4, top=90.0, height=10.0),
    ]
    text, _ = split_signatures(lines)
    assert texts(text) == ["Mötet avslutades."]


def test_an_appendix_named_within_a_page_stays_in_the_text():
    lines = [
        Line("Mötet avslutades.", page=3, top=90.0, height=10.0),
        Line("Bilaga 1", page=3, top=110.0, height=10.0),
    ]
    assert split_signatures(lines)[0] == tuple(lines)


def test_posts_over_the_names_of_those_who_sign_are_no_text():
    body, signed = split_signatures(
        printed(*BODY, "Sekreterare", "Bo Alm", "Ordförande", "Anna Ek")
    )
    assert texts(body) == list(BODY)
    assert len(signed) == 4
