"""The house rules that a machine can see: who imports whom, and what the lock files may hold."""

import ast
import pathlib
import re
import tomllib

import pytest

ROOT = pathlib.Path(__file__).parents[1]
MAY_IMPORT = {
    "archive": set(),
    "importers": {"archive"},
    "index": {"archive"},
    "webui": {"archive", "index"},
}
ONLY_HOME = {
    "pdfminer": ("importers/formats/pdf/",),
    "whoosh": ("index/whoosh_engine/",),
    "flask": ("webui/",),
    "mcp": ("webui/mcp.py",),
    "docx": ("importers/formats/docx.py", "importers/demo/"),
    "odfdo": ("importers/formats/odt.py", "importers/formats/odt_styles.py"),
    "lxml": ("importers/formats/html.py",),
    "reportlab": ("importers/demo/",),
    "pypdfium2": ("importers/formats/sheets.py",),
    "PIL": ("importers/formats/sheets.py", "importers/formats/scan/", "importers/pictures.py"),
}


def modules(package: str) -> list[pathlib.Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imports_of(path: pathlib.Path) -> set[str]:
    """The top-level names a file imports, inside functions too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            names.add((node.module or "").split(".")[0])
    return names


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_packages_only_import_downwards(package: str) -> None:
    ours = MAY_IMPORT.keys() | {"protokollarkiv", "operations", "serving", "swedish_click"}
    for path in modules(package):
        assert imports_of(path) & ours <= MAY_IMPORT[package] | {package}, path


@pytest.mark.parametrize("library", ONLY_HOME)
def test_a_library_is_used_only_in_its_home(library: str) -> None:
    users = [
        str(path.relative_to(ROOT))
        for package in MAY_IMPORT
        for path in modules(package)
        if library in imports_of(path)
    ]
    assert users, f"nothing uses {library}"
    assert all(user.startswith(ONLY_HOME[library]) for user in users), users


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_every_module_says_what_it_is(package: str) -> None:
    silent = [path for path in modules(package) if not ast.get_docstring(_tree(path))]
    assert silent == []


def _tree(path: pathlib.Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    pinned = re.findall(r"^[\w.\-\[\]]+==\S+", text, re.MULTILINE)
    assert len(pinned) > 10
    assert text.count("--hash=sha256:") >= len(pinned)


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    locked = (ROOT / "requirements.lock").read_text("utf-8").casefold()
    for requirement in project["dependencies"]:
        name = re.split(r"[<>=~!\[ ]", requirement)[0].casefold().replace(".", "-")
        assert re.search(rf"^{re.escape(name)}==", locked, re.MULTILINE), name
