"""The command line, as a person or a script meets it: a process, its output and its exit code."""

import contextlib
import csv
import hashlib
import importlib.resources
import io
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request

import click
import jsonschema
import pytest
from commands import run, run_apart
from files import pdf_of, printed

import operations
import protokollarkiv
from swedish_click import usage_sentence

SAMPLES = pathlib.Path(__file__).parent / "samples"
SCHEMA = importlib.resources.files("archive") / "protocol.schema.json"
ID = "kulturforvaltningen/2031-05-06"


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """An archive with the three sample protocols."""
    home = tmp_path_factory.mktemp("arkiv")
    files = home / "filer"
    files.mkdir()
    for sample in SAMPLES.glob("*.txt"):
        shutil.copy(sample, files)
    done = run_apart(home / "data", "import", files)
    assert done.returncode == 0, done.stderr
    assert "Inläst: 3 nya protokoll." in done.stdout
    return home / "data"


@pytest.fixture
def data(imported: pathlib.Path, tmp_path: pathlib.Path) -> pathlib.Path:
    """A copy of the imported archive, to change."""
    return pathlib.Path(shutil.copytree(imported, tmp_path / "data"))


@pytest.mark.parametrize("name", list(protokollarkiv.commands.commands))
def test_every_command_shows_an_example_in_swedish(name: str) -> None:
    command = protokollarkiv.commands.commands[name]
    help_text = command.get_help(click.Context(command, info_name=name))
    assert "Exempel:" in help_text
    assert "Användning: " in help_text
    assert "Usage" not in help_text
    assert not re.search(r"Show this message|INTEGER|DIRECTORY|default|%Y", help_text)


@pytest.mark.parametrize("name", list(protokollarkiv.commands.commands))
def test_every_option_is_explained(name: str) -> None:
    options = protokollarkiv.commands.commands[name].params
    assert [o.name for o in options if isinstance(o, click.Option) and not o.help] == []


def test_help_needs_neither_the_database_nor_the_site() -> None:
    script = "import sys, protokollarkiv; print(*sys.modules)"
    loaded = subprocess.check_output([sys.executable, "-c", script], text=True).split()
    assert "click" in loaded
    assert not {"sqlalchemy", "flask", "pdfminer", "docx", "reportlab"} & set(loaded)


def test_parse_prints_the_form_of_the_schema() -> None:
    done = run(pathlib.Path("finns-inte"), "parse", SAMPLES / "paragrafer.txt", "--json")
    form = json.loads(done.stdout)
    assert done.returncode == 0
    assert form["date"] == {
        "value": "2031-05-06",
        "basis": "stated",
        "earliest": None,
        "latest": None,
        "evidence": form["date"]["evidence"],
    }
    assert [section["number"] for section in form["sections"]] == [41, 42, 43, 44, 45, 46]


def test_parse_of_what_is_not_there_says_so_in_swedish(tmp_path: pathlib.Path) -> None:
    done = run(tmp_path, "parse", tmp_path / "borta.pdf", "--json")
    assert done.returncode == 1
    assert done.stderr == "borta.pdf: filen finns inte eller får inte läsas\n"


def test_search_finds_a_section_and_marks_the_words(imported: pathlib.Path) -> None:
    done = run(imported, "search", "sjukfrånvaron", "--json")
    form = json.loads(done.stdout)
    (hit,) = form["hits"]
    assert form["total"] == 1
    assert (hit["section"]["number"], hit["protocol"]["id"]) == (45, ID)
    assert "<mark>Sjukfrånvaron</mark>" in hit["excerpts"][0]
    assert hit["url"] == f"/protokoll/{ID}?q=sjukfr%C3%A5nvaron#p45"


def test_search_takes_the_parameters_of_the_site(imported: pathlib.Path) -> None:
    done = run(imported, "search", "--typ", "fraga", "--fack", "dik", "--besvarad", "nej", "--json")
    (hit,) = json.loads(done.stdout)["hits"]
    assert hit["kind"] == "fraga"
    assert hit["exchange"]["union"] == "dik"
    assert "ventilationen" in hit["exchange"]["question"]


@pytest.mark.parametrize(
    "wrong", [("--fack", "finnsinte"), ("--ar", "hej"), ("--fran", "2025-02-31")]
)
def test_a_choice_that_cannot_be_made_gives_no_wider_answer(
    imported: pathlib.Path, wrong: tuple[str, str]
) -> None:
    done = run(imported, "search", "lokaler", *wrong, "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert wrong[1] in done.stderr


def test_export_writes_every_hit_as_a_table(imported: pathlib.Path, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "ny" / "träffar.csv"
    done = run(imported, "export", "sjukfrånvaron", "--fil", file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    head, row = csv.reader(io.StringIO(file.read_text("utf-8-sig"), newline=""), delimiter=";")
    found = dict(zip(head, row, strict=True))
    assert (found["Datum"], found["§"]) == ("2031-05-06", "45")
    assert found["Adress"] == f"/protokoll/{ID}#p45"


def test_export_to_a_pipe_is_the_file_and_nothing_else(imported: pathlib.Path) -> None:
    done = run(imported, "export", "--form", "json", "--typ", "protokoll")
    assert done.returncode == 0
    assert json.loads(done.stdout)["total"] == len(json.loads(done.stdout)["hits"]) == 3
    text = run(imported, "export", "sjukfrånvaron", "--form", "txt").stdout
    assert text.startswith("Protokollarkivet: 1 paragraf om sjukfrånvaron\n/sok?q=")


def test_export_of_everything_is_what_is_open_to_everyone(
    data: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    assert run(data, "ratta", ID, "--synlighet", "intern").returncode == 0
    done = run(data, "export", "--allt", tmp_path / "kopia")
    assert done.stdout == f"Skrivet: 2 protokoll i {tmp_path / 'kopia'}.\n"
    lines = (tmp_path / "kopia" / "arkiv.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 2
    schema = json.loads(SCHEMA.read_text("utf-8"))
    for line in lines:
        jsonschema.validate(json.loads(line), schema)
        assert json.loads(line)["id"] != ID
    told = json.loads((tmp_path / "kopia" / "arkiv.manifest.json").read_text("utf-8"))
    assert told["total"] == 2
    assert ID in run(data, "export", "sjukfrånvaron").stdout
    assert ID not in run(data, "export", "sjukfrånvaron", "--publik").stdout


@pytest.mark.parametrize(
    "wrong",
    [
        ["lokaler", "--allt", "mapp"],
        ["--allt", "mapp", "--fil", "x"],
        ["--allt", "mapp", "--ar", "2031"],
        ["lokaler", "--form", "xml"],
        ["lokaler", "--fack", "mordor"],
    ],
)
def test_an_export_that_asks_for_two_things_or_none_is_wrong_use(
    imported: pathlib.Path, wrong: list[str]
) -> None:
    done = run(imported, "export", *wrong)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_an_export_to_where_nothing_can_be_written_says_so(imported: pathlib.Path) -> None:
    for arguments in (["lokaler", "--fil", "/proc/x.csv"], ["--allt", "/proc/x"]):
        done = run(imported, "export", *arguments)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["search", "stats", "check", "serve", "reindex"])
def test_a_mistyped_folder_gets_no_empty_archive(tmp_path: pathlib.Path, command: str) -> None:
    done = run(tmp_path / "fel", command)
    assert done.returncode == 2
    assert done.stderr.startswith(f"Det finns inget arkiv i {tmp_path / 'fel'}.")
    assert not (tmp_path / "fel").exists()


def test_public_and_internal_at_once_is_refused(tmp_path: pathlib.Path) -> None:
    done = run(tmp_path, "import", "--publik", "--intern", SAMPLES)
    assert (done.returncode, "inte båda" in done.stderr) == (2, True)


def test_an_address_that_is_none_is_refused_in_swedish(imported: pathlib.Path) -> None:
    done = run(imported, "serve", "--host", "999.1.1.1")
    assert done.returncode == 1
    assert done.stderr == "Adressen 999.1.1.1:8000 är upptagen eller går inte att använda.\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("search --finns-inte", "Flaggan --finns-inte finns inte."),
        ("search --limit", "Flaggan --limit saknar värde"),
        ("search --limit många", "Värdet för --limit går inte att använda."),
        ("parse a.pdf b.pdf", "Ett kommando saknas, eller har fått fler värden"),
        ("ratta", "Ange ID."),
        (f"ratta {ID}", "Ange --datum, --forvaltning eller --synlighet."),
        ("leta", "Kommandot leta finns inte."),
        ("-v", "Ett kommando saknas"),
    ],
)
def test_wrong_use_is_told_in_swedish(line: str, said: str) -> None:
    with pytest.raises(click.UsageError) as raised:
        protokollarkiv.commands.main(line.split(), standalone_mode=False)
    assert usage_sentence(raised.value).startswith(said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["search", "--finns-inte"], "Flaggan --finns-inte finns inte.\n"),
        (["ratta", ID, "--forvaltning", "havet"], "Det finns ingen förvaltning havet i registret."),
    ],
    ids=["option", "forvaltning"],
)
def test_wrong_use_has_exit_code_two(
    imported: pathlib.Path, arguments: list[str], said: str
) -> None:
    done = run(imported, *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(said)


def test_a_damaged_settings_file_is_named(tmp_path: pathlib.Path) -> None:
    (tmp_path / "protokollarkiv.toml").write_text("namn = [", "utf-8")
    done = run(tmp_path, "stats")
    assert done.returncode == 2
    assert "protokollarkiv.toml" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_damaged_registry_is_named_with_its_key(tmp_path: pathlib.Path) -> None:
    (tmp_path / "register").mkdir()
    (tmp_path / "register" / "unions.toml").write_text("[Vision]\nname = 1\n", "utf-8")
    done = run(tmp_path, "stats")
    assert done.returncode == 2
    assert "unions.toml" in done.stderr
    assert "Vision" in done.stderr


def test_stats_counts_what_is_there(imported: pathlib.Path) -> None:
    form = json.loads(run(imported, "stats", "--json").stdout)
    assert (form["protocols"], form["files"], form["rejected"]) == (3, 3, 0)


def test_a_correction_moves_the_protocol_and_is_searchable_at_once(data: pathlib.Path) -> None:
    done = run(data, "ratta", ID, "--datum", "2031-05-07")
    assert done.stdout.startswith("Rättat: kulturforvaltningen/2031-05-07")
    (hit,) = json.loads(run(data, "search", "sjukfrånvaron", "--json").stdout)["hits"]
    assert hit["protocol"]["id"] == "kulturforvaltningen/2031-05-07"
    assert run(data, "check").returncode == 0


def test_a_correction_of_what_is_not_there_fails_in_swedish(data: pathlib.Path) -> None:
    done = run(data, "ratta", "bromma/1999-01-01", "--synlighet", "intern")
    assert (done.returncode, done.stderr) == (1, "Det finns inget protokoll bromma/1999-01-01.\n")


def test_a_correction_to_an_impossible_year_is_refused(data: pathlib.Path) -> None:
    done = run(data, "ratta", ID, "--datum", "3025-02-01")
    assert (done.returncode, "3025" in done.stderr) == (2, True)


def test_the_report_of_a_file_says_what_was_found_and_on_what_it_rests() -> None:
    done = run(pathlib.Path("finns-inte"), "parse", SAMPLES / "utan-datum.txt", "--rapport")
    assert done.returncode == 0
    assert done.stdout.startswith("Så är protokollet läst\n")
    assert re.search(r"^Datum +\d{4}-\d\d-\d\d.*\n +beräknat, mellan ", done.stdout, re.MULTILINE)
    assert "Kontrollera: Mötets datum står inte i protokollet" in done.stdout


def test_what_parse_prints_has_the_form_that_is_documented() -> None:
    done = run(pathlib.Path("finns-inte"), "parse", SAMPLES / "paragrafer.txt", "--json")
    form = json.loads(done.stdout)
    jsonschema.validate(form, json.loads(SCHEMA.read_text("utf-8")))
    content = (SAMPLES / "paragrafer.txt").read_bytes()
    assert form["source"]["sha256"] == hashlib.sha256(content).hexdigest()


def test_json_and_a_report_at_once_are_refused() -> None:
    done = run(
        pathlib.Path("finns-inte"), "parse", SAMPLES / "paragrafer.txt", "--json", "--rapport"
    )
    assert (done.returncode, "inte båda" in done.stderr) == (2, True)


def test_what_waits_is_told_by_check_and_released_by_ratta(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "a.txt"
    text = (SAMPLES / "paragrafer.txt").read_text("utf-8")
    file.write_text(text.replace("§ 42", "Anställd 850709-9805.\n\n§ 42", 1), "utf-8")
    data = tmp_path / "data"
    imported = run(data, "import", "--publik", file)
    assert f"  {ID}: Personnummer i § 41." in imported.stdout
    assert "850709" not in imported.stdout
    checked = run(data, "check")
    assert f"Vilande: {ID} Personnummer i § 41." in checked.stdout
    assert "ratta ID --synlighet publik" in checked.stdout
    assert checked.returncode == 0
    assert run(data, "ratta", ID, "--synlighet", "publik").returncode == 0
    again = run(data, "reparse")
    assert again.stdout == "Läst om: 1 fil i 1 protokoll. Ändrade: 0.\n"
    assert "Vilande" not in run(data, "check").stdout


def test_the_operators_own_series_and_domains_are_settings(tmp_path: pathlib.Path) -> None:
    settings = '[egna]\nnummerserier = ["070-123"]\ndomaner = ["post.example"]\n'
    (tmp_path / "protokollarkiv.toml").write_text(settings, "utf-8")
    file = tmp_path / "a.txt"
    text = (SAMPLES / "paragrafer.txt").read_text("utf-8")
    file.write_text(text.replace("§ 42", "070-123 45 67, ek@post.example\n\n§ 42", 1), "utf-8")
    assert '"private-' not in run(tmp_path, "parse", file, "--json").stdout
    assert "Vilande" not in run(tmp_path, "import", file).stdout
    assert run(tmp_path, "reparse").stdout.startswith("Läst om: 1 fil i 1 protokoll. Ändrade: 0.")


def test_what_another_version_has_read_is_told_and_read_again(data: pathlib.Path) -> None:
    with contextlib.closing(sqlite3.connect(data / "katalog.sqlite")) as catalogue, catalogue:
        catalogue.execute("UPDATE files SET parser = 0, parsed = replace(parsed, '§ 45', '')")
        catalogue.execute("UPDATE files SET parsed = replace(parsed, 'Arbetsmiljö', 'Arbete')")
    assert "Lästa med en annan version av programmet: 3 protokoll." in run(data, "check").stdout
    done = run(data, "reparse", ID, "--visa")
    assert done.returncode == 0
    assert done.stdout.startswith("Läst om: 1 fil i 1 protokoll. Ändrade: 1.\n")
    assert f"{ID} (paragrafer.txt): " in done.stdout
    assert "2 protokoll" in run(data, "check").stdout
    assert run(data, "reparse").returncode == 0
    assert run(data, "check").stdout == "Allt stämmer.\n"


def test_an_original_that_is_gone_keeps_its_parse_and_is_named(data: pathlib.Path) -> None:
    for original in (data / "originals").glob("??/*"):
        original.unlink()
    done = run(data, "reparse")
    assert done.returncode == 1
    assert "Gick inte att läsa om, 3 filer." in done.stdout
    assert json.loads(run(data, "search", "sjukfrånvaron", "--json").stdout)["total"] == 1


def test_only_what_is_there_can_be_read_again(data: pathlib.Path) -> None:
    done = run(data, "reparse", "bromma/1999-01-01")
    assert (done.returncode, done.stderr) == (1, "Det finns inget protokoll bromma/1999-01-01.\n")


def test_check_finds_a_damaged_original(data: pathlib.Path) -> None:
    (original, *_) = sorted((data / "originals").glob("??/*"))
    original.chmod(0o644)
    original.write_bytes(b"annat")
    done = run(data, "check")
    assert done.returncode == 3
    assert "Originalet är skadat: " in done.stderr


@pytest.mark.parametrize("damage", ["removed", "emptied"])
def test_a_lost_index_is_built_again_from_the_catalogue(data: pathlib.Path, damage: str) -> None:
    if damage == "removed":
        shutil.rmtree(data / "index")
    else:
        for file in (data / "index").rglob("*"):
            if file.is_file():
                file.write_bytes(b"")
    assert run(data, "check").returncode == 3
    assert run(data, "check", "--repair").returncode == 0
    assert run(data, "check").returncode == 0
    assert json.loads(run(data, "search", "sjukfrånvaron", "--json").stdout)["total"] == 1


def test_a_full_disk_is_told_in_one_sentence_and_nothing_is_lost(data: pathlib.Path) -> None:
    (data / operations.LOG_FILE).write_bytes(b"\n" * 5000)  # no room for the log either
    done = run_apart(data, "reindex", largest_file=5000)
    assert done.returncode == 1
    assert re.fullmatch(r"Katalogen går inte att läsa eller skriva\. [^\n]+\n", done.stderr)
    assert run(data, "check").returncode == 0


def test_an_interrupted_import_says_so_without_a_word_from_its_workers(
    tmp_path: pathlib.Path,
) -> None:
    files = tmp_path / "filer"
    files.mkdir()
    for number in range(6):
        text = (SAMPLES / "paragrafer.txt").read_text("utf-8")
        (files / f"{number}.txt").write_text(f"{text}\nOch {number}.\n", "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "protokollarkiv", "--data", tmp_path / "data", "import", files],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        while not list((tmp_path / "data").glob("originals/*/*")) and process.poll() is None:
            time.sleep(0.01)  # until the workers are being started
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert (process.returncode, told.strip()) == (130, "Avbrutet.")
    assert run(tmp_path / "data", "import", files).returncode == 0
    assert run(tmp_path / "data", "check").returncode == 0


def test_reindex_says_how_much_it_built(data: pathlib.Path) -> None:
    assert run(data, "reindex").stdout == "Sökregistret är ombyggt: 16 paragrafer.\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("reindex", {"Bygger om sökregistret"}),
        ("check", {"Kontrollerar protokoll", "Kontrollerar original"}),
    ],
)
def test_whoever_watches_sees_how_far_it_has_come(
    imported: pathlib.Path, line: str, said: set[str]
) -> None:
    assert run(imported, line).stderr == ""
    screen, terminal = os.openpty()
    with os.fdopen(screen, "rb", buffering=0) as shown, os.fdopen(terminal, "wb") as stderr:
        subprocess.run(
            [sys.executable, "-m", "protokollarkiv", line],
            env={**os.environ, "PROTOKOLLARKIV_DATA": str(imported)},
            stdout=subprocess.DEVNULL,
            stderr=stderr,
            timeout=120,
            check=True,
        )
        seen = shown.read(65_536).decode()
    assert {label for label in said if re.search(rf"{label} .*100%", seen)} == said


def test_a_demo_can_be_filled_twice_and_says_that_it_is_invented(tmp_path: pathlib.Path) -> None:
    demo = tmp_path / "demo"
    assert "Inläst: 3 nya protokoll." in run(demo, "demo", "--antal", "3").stdout
    assert "Inläst: 3 filer som redan fanns." in run(demo, "demo", "--antal", "3").stdout
    assert "påhittade" in (demo / "protokollarkiv.toml").read_text("utf-8")


def test_a_demo_leaves_a_real_archive_alone(data: pathlib.Path) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    done = run(data, "demo")
    assert done.returncode == 2
    assert "är inget demoarkiv" in done.stderr
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before


def test_serve_answers_and_a_taken_port_is_told(imported: pathlib.Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-m", "protokollarkiv", "serve", "--port", str(port)],
        env={**os.environ, "PROTOKOLLARKIV_DATA": imported.name, "PYTHONUNBUFFERED": "1"},
        cwd=imported.parent,  # a relative folder, as ./data is
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        try:
            assert f"http://127.0.0.1:{port}/" in server.stdout.readline()
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/sok?q=lokaler") as answer:
                assert "Protokollarkivet" in answer.read().decode()
            original = f"http://127.0.0.1:{port}/protokoll/{ID}/original"
            with urllib.request.urlopen(original) as answer:
                assert answer.read() == (SAMPLES / "paragrafer.txt").read_bytes()
            again = run(imported, "serve", "--port", str(port))
            assert again.returncode == 1
            assert again.stderr.startswith(f"Adressen 127.0.0.1:{port} är upptagen")
        finally:
            server.terminate()


MINUTES = "Protokoll förvaltningsgruppen\n\n§ 1 Mötet öppnas\n\nVision frågade om larm.\n"


def test_pages_are_drawn_by_import_and_again_by_check_repair(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of(printed(MINUTES)))
    done = run(tmp_path / "data", "import", "--aven-andra", tmp_path / "a.pdf")
    assert done.returncode == 0, done.stderr
    (picture,) = (tmp_path / "data" / "pages").rglob("*.webp")
    assert picture.name == "1.webp"
    assert run(tmp_path / "data", "check").stdout == "Allt stämmer.\n"
    picture.unlink()
    done = run(tmp_path / "data", "check")
    assert done.returncode == 0
    assert "Filer utan alla sidbilder: 1. ”check --repair” ritar dem.\n" in done.stdout
    assert run(tmp_path / "data", "check", "--repair").stdout == "Allt stämmer.\n"
    assert picture.exists()


def test_pages_are_not_drawn_where_the_operator_wants_none(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of(printed(MINUTES)))
    data = tmp_path / "data"
    data.mkdir()
    (data / "protokollarkiv.toml").write_text("sidbilder = false\n")
    assert run(data, "import", "--aven-andra", tmp_path / "a.pdf").returncode == 0
    assert not list((data / "pages").rglob("*.webp"))
    assert run(data, "check").stdout == "Allt stämmer.\n"
