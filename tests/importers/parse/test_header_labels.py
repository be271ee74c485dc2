import pytest

from importers.parse.header_labels import Kind, Side, find_label, find_side, side_within


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Närvarande", Kind.PRESENT, ""),
        ("NÄRVARANDE:", Kind.PRESENT, ""),
        ("Närvarande vid mötet", Kind.PRESENT, ""),
        ("Närvarande för arbetsgivaren: Anna Ek", Kind.PRESENT, "Anna Ek"),
        ("Närvarande Anna Ek, chef", Kind.PRESENT, "Anna Ek, chef"),
        ("Deltagare:", Kind.PRESENT, ""),
        ("Övriga deltagare", Kind.PRESENT, ""),
        ("Förhinder", Kind.ABSENT, ""),
        ("Frånvarande", Kind.ABSENT, ""),
        ("Hade anmält förhinder:", Kind.ABSENT, ""),
        ("Anmält frånvaro", Kind.ABSENT, ""),
        ("Anmälda förhinder:", Kind.ABSENT, ""),
        ("Lämnat återbud", Kind.ABSENT, ""),
        ("Ej närvarande: Saco", Kind.ABSENT, "Saco"),
        ("Tid: 13.00–15.00", Kind.TIME, "13.00–15.00"),
        ("Tid 13.00", Kind.TIME, "13.00"),
        ("Tidpunkt:", Kind.TIME, ""),
        ("Datum och tid:", Kind.TIME, ""),
        ("Sammanträdesdatum", Kind.TIME, ""),
        ("Plats Eken", Kind.PLACE, "Eken"),
        ("Lokal:", Kind.PLACE, ""),
        ("Tid och plats: 3 maj, Eken", Kind.TIME_AND_PLACE, "3 maj, Eken"),
        ("Plats och tid", Kind.TIME_AND_PLACE, ""),
        ("Ordförande: Anna Ek", Kind.CHAIR, "Anna Ek"),
        ("Vid protokollet: Bo Alm", Kind.SECRETARY, "Bo Alm"),
        ("Justerare:", Kind.JUSTERARE, ""),
        ("Utses att justera", Kind.JUSTERARE, ""),
        ("Kopia till:", Kind.OTHER, ""),
        ("Tid för justering: 5 maj", Kind.OTHER, "5 maj"),
        ("Nästa möte: 5 juni kl 9", Kind.OTHER, "5 juni kl 9"),
    ],
)
def test_a_label_is_known_with_its_value(text, kind, value):
    label = find_label(text)
    assert label is not None
    assert (label.kind, label.value) == (kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "Närvarande var åtta personer",
        "närvarande:",
        "Platsbrist i förskolan",
        "Tiden räckte inte till",
        "Anna Ek, chef",
        "Vision: Disa Ask",
        "För arbetsgivaren",
        "",
    ],
)
def test_other_lines_are_no_labels(text):
    assert find_label(text) is None


@pytest.mark.parametrize(
    ("text", "side", "value"),
    [
        ("Arbetsgivarrepresentanter:", Side.EMPLOYER, ""),
        ("Arbetsgivarens representanter", Side.EMPLOYER, ""),
        ("För arbetsgivaren: Anna Ek", Side.EMPLOYER, "Anna Ek"),
        ("Arbetsgivarsidan", Side.EMPLOYER, ""),
        ("Stadsdelsförvaltningen", Side.EMPLOYER, ""),
        ("Ekbackens stadsdelsförvaltning:", Side.EMPLOYER, ""),
        ("Förvaltningsledningen", Side.EMPLOYER, ""),
        ("Fackliga organisationer", Side.UNION, ""),
        ("De fackliga organisationerna:", Side.UNION, ""),
        ("För de fackliga organisationerna", Side.UNION, ""),
        ("Arbetstagarrepresentanter:", Side.UNION, ""),
        ("Arbetstagarorganisationer och skyddsombud", Side.UNION, ""),
        ("Personalorganisationerna", Side.UNION, ""),
        ("Skyddsombud: Rut Berg", Side.UNION, "Rut Berg"),
    ],
)
def test_a_side_of_the_table_is_announced(text, side, value):
    announced = find_side(text)
    assert announced is not None
    assert (announced[0], announced[2]) == (side, value)


@pytest.mark.parametrize(
    "text",
    [
        "Arbetsgivaren informerade om budgeten",
        "Fackliga frågor togs upp",
        "Anna Ek, förvaltningschef",
        "Vision",
        "",
    ],
)
def test_other_lines_announce_no_side(text):
    assert find_side(text) is None


@pytest.mark.parametrize(
    ("label", "side"),
    [
        ("Närvarande för arbetsgivaren", Side.EMPLOYER),
        ("Närvarande från de fackliga organisationerna", Side.UNION),
        ("Närvarande", None),
        ("Närvarande för Vision", None),
    ],
)
def test_an_attendance_label_may_name_its_side(label, side):
    assert side_within(label) is side
