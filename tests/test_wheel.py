"""The wheel carries everything the program needs: editable installs hide what is left out."""

import pathlib
import shutil
import subprocess
import sys
import zipfile

import pytest

ROOT = pathlib.Path(__file__).parents[1]
PACKAGES = ("archive", "importers", "index", "webui")
CARRIED = {".py", ".toml", ".txt", ".html", ".css", ".svg", ".json", ".mako"}


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names in a wheel built from a copy of the source."""
    source = tmp_path_factory.mktemp("source")
    for name in PACKAGES:
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for pattern in ("*.py", "*.toml", "README.md", "LICENSE"):
        for file in ROOT.glob(pattern):
            shutil.copy(file, source)
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target, source],
        check=True,
        capture_output=True,
    )
    (wheel,) = target.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("package", PACKAGES)
def test_the_wheel_carries_every_module_and_data_file(package: str, inside: set[str]) -> None:
    wanted = {
        str(path.relative_to(ROOT))
        for path in (ROOT / package).rglob("*")
        if path.suffix in CARRIED and "__pycache__" not in path.parts
    }
    assert len(wanted) > 3
    assert wanted - inside == set()


def test_the_wheel_carries_the_command_and_no_tests(inside: set[str]) -> None:
    assert {"protokollarkiv.py", "operations.py", "serving.py", "swedish_click.py"} <= inside
    assert not any(name.startswith(("tests/", "benchmarks/")) for name in inside)
