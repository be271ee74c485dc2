import pathlib

import pytest

from archive.errors import Fault, SettingsError
from archive.settings import FILE, Limits, Own, Settings, load_settings


def write(folder: pathlib.Path, text: str) -> pathlib.Path:
    (folder / FILE).write_text(text, "utf-8")
    return folder


def test_a_folder_without_settings_has_the_shipped_ones(tmp_path: pathlib.Path) -> None:
    settings = load_settings(tmp_path, {})
    assert settings == Settings(data_dir=tmp_path)
    assert settings.standard_synlighet == "publik"


def test_what_the_file_says_is_what_holds(tmp_path: pathlib.Path) -> None:
    write(tmp_path, 'namn = "Påhittade arkivet"\nstandard_synlighet = "intern"\n')
    settings = load_settings(tmp_path, {})
    assert (settings.namn, settings.standard_synlighet) == ("Påhittade arkivet", "intern")


def test_limits_are_a_table_of_their_own(tmp_path: pathlib.Path) -> None:
    write(tmp_path, "[limits]\nfile_mb = 5\n")
    assert load_settings(tmp_path, {}).limits == Limits(file_mb=5)


def test_the_operators_own_numbers_and_domains_are_a_table_of_their_own(
    tmp_path: pathlib.Path,
) -> None:
    write(tmp_path, '[egna]\nnummerserier = ["0470-12"]\ndomaner = ["lillby.se"]\n')
    assert load_settings(tmp_path, {}).egna == Own(
        nummerserier=("0470-12",), domaner=("lillby.se",)
    )
    assert load_settings(write(tmp_path, "[egna]\ndomaner = []"), {}).egna.domaner == ()


def test_the_environment_goes_before_the_file(tmp_path: pathlib.Path) -> None:
    write(tmp_path, 'namn = "Från filen"\n')
    assert load_settings(tmp_path, {"PROTOKOLLARKIV_NAMN": "Härifrån"}).namn == "Härifrån"


@pytest.mark.parametrize(("value", "holds"), [("true", True), ("false", False)])
def test_the_environment_says_yes_and_no_as_the_file_does(
    tmp_path: pathlib.Path, value: str, holds: bool
) -> None:
    write(tmp_path, f"ocr = {str(not holds).lower()}\n")
    assert load_settings(tmp_path, {"PROTOKOLLARKIV_OCR": value}).ocr is holds


def test_the_environment_must_say_yes_or_no(tmp_path: pathlib.Path) -> None:
    with pytest.raises(SettingsError) as raised:
        load_settings(tmp_path, {"PROTOKOLLARKIV_SIDBILDER": "kanske"})
    assert raised.value.key == "sidbilder"


def test_a_name_may_be_the_word_for_yes(tmp_path: pathlib.Path) -> None:
    assert load_settings(tmp_path, {"PROTOKOLLARKIV_NAMN": "true"}).namn == "true"


def test_other_variables_of_the_environment_are_nobodys_business(tmp_path: pathlib.Path) -> None:
    assert load_settings(
        tmp_path, {"NAMN": "x", "PROTOKOLLARKIV_DATA": "y", "PROTOKOLLARKIV_DATA_DIR": "z"}
    ) == Settings(data_dir=tmp_path)


@pytest.mark.parametrize(
    ("text", "key", "fault"),
    [
        ("okänd = 1", None, Fault.NOT_TOML),
        ("mamn = 'x'", "mamn", Fault.UNKNOWN_KEY),
        ("namn = 3", "namn", Fault.WRONG_VALUE),
        ("standard_synlighet = 'hemlig'", "standard_synlighet", Fault.WRONG_VALUE),
        ("validering = 'javascript:alert(1)'", "validering", Fault.WRONG_VALUE),
        ("[limits]\nfile_mb = 'stor'", "limits.file_mb", Fault.WRONG_VALUE),
        ("[limits]\nfile_gb = 1", "limits.file_gb", Fault.UNKNOWN_KEY),
        ("limits = 3", "limits", Fault.WRONG_VALUE),
        ("[egna]\nnummerserier = ['+46 8']", "egna.nummerserier", Fault.WRONG_VALUE),
        ("[egna]\ndomaner = ['bo@lillby.se']", "egna.domaner", Fault.WRONG_VALUE),
        ("[egna]\ndomaner = 'lillby.se'", "egna.domaner", Fault.WRONG_VALUE),
        ("[egna]\ndomän = []", None, Fault.NOT_TOML),
        ("data_dir = '/annan'", "data_dir", Fault.UNKNOWN_KEY),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(
    tmp_path: pathlib.Path, text: str, key: str | None, fault: Fault
) -> None:
    with pytest.raises(SettingsError) as raised:
        load_settings(write(tmp_path, text), {})
    refusal = raised.value
    assert (refusal.file, refusal.key, refusal.fault) == (tmp_path / FILE, key, fault)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("file_seconds", "0"),
        ("file_seconds", "-1"),
        ("file_seconds", "nan"),
        ("file_seconds", "inf"),
        ("memory_mb", "1"),
        ("memory_mb", "99999999999999"),
        ("file_mb", "0"),
        ("pages", "-1"),
        ("page_seconds", "0"),
        ("workers", "-1"),
        ("workers", "5000"),
    ],
)
def test_a_limit_under_which_nothing_could_be_read_is_refused(
    tmp_path: pathlib.Path, name: str, value: str
) -> None:
    with pytest.raises(SettingsError) as raised:
        load_settings(write(tmp_path, f"[limits]\n{name} = {value}"), {})
    assert (raised.value.key, raised.value.fault) == (f"limits.{name}", Fault.WRONG_VALUE)


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: pathlib.Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(SettingsError) as raised:
        load_settings(tmp_path, {})
    assert (raised.value.key, raised.value.fault) == (None, Fault.UNREADABLE)


def test_a_wrong_value_in_the_environment_is_named_by_its_variable(tmp_path: pathlib.Path) -> None:
    with pytest.raises(SettingsError) as raised:
        load_settings(tmp_path, {"PROTOKOLLARKIV_STANDARD_SYNLIGHET": "hemlig"})
    assert raised.value.key == "standard_synlighet"


def test_a_file_in_another_encoding_is_named(tmp_path: pathlib.Path) -> None:
    (tmp_path / FILE).write_bytes(b"namn = '\xe5'")
    with pytest.raises(SettingsError):
        load_settings(tmp_path, {})


def test_everything_lies_in_the_data_folder(tmp_path: pathlib.Path) -> None:
    settings = Settings(data_dir=tmp_path)
    assert settings.database_url == f"sqlite:///{tmp_path}/katalog.sqlite"
    assert settings.originals_dir == tmp_path / "originals"
    assert settings.pages_dir == tmp_path / "pages"
    assert settings.index_dir == tmp_path / "index"
    assert settings.register_dir == tmp_path / "register"


def test_another_database_is_used_where_one_is_named(tmp_path: pathlib.Path) -> None:
    url = "postgresql+psycopg://arkiv@localhost/arkiv"
    assert Settings(data_dir=tmp_path, databas=url).database_url == url
