"""Does a named test fail when a module of the parser says nothing?

Copies the project to a temporary folder and blanks each module of `importers/parse/` there in turn:
every public function does nothing. What turns a thing into another of its kind hands it on as it
came; all others return what is empty in the type they promise. A module of constants alone has
strings and patterns that match nothing. The module's own tests or those of the whole parser must
then fail, in a test and not while they are imported. Writes a table in Markdown; the exit code is
1 where no test noticed.
Run: python benchmarks/blank_modules.py [MODULE ...] [--processes 2]
"""

import argparse
import ast
import collections.abc as c
import concurrent.futures as cf
import dataclasses as dc
import enum
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import types
import typing as t
import xml.etree.ElementTree as ET

ROOT: t.Final = pathlib.Path(__file__).parents[1]
PARSE: t.Final = pathlib.Path("importers", "parse")
TESTS: t.Final = ("tests/importers/parse", "tests/importers/test_samples.py")
LEFT_OUT: t.Final = shutil.ignore_patterns(
    ".*", "__pycache__", "*.egg-info", "build", "dist", "node_modules"
)
TOO_LONG: t.Final = 300  # seconds; a reader that never gets on may go round for ever
NOTHING: t.Final = "(?!)"  # as a pattern it matches nowhere
HELPER: t.Final = "neutral"
COLLECTED: t.Final[dict[t.Any, t.Any]] = {
    c.Iterator: iter,
    c.Iterable: iter,
    c.Sequence: tuple,
    c.Mapping: dict,
}


@dc.dataclass(frozen=True, slots=True)
class Outcome:
    """What the tests said of a blanked module."""

    noticed: bool
    by: str


def main() -> int:
    """Blank the modules one by one, and print for each the first test that failed."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("modules", nargs="*", help="only these, as “dates”")
    ask.add_argument("--processes", type=int, default=2)
    chosen = ask.parse_args()
    found = {path.stem: path for path in sorted((ROOT / PARSE).glob("*.py"))}
    blanked = {name: blank(found[name].read_text("utf-8")) for name in chosen.modules or found}
    with tempfile.TemporaryDirectory() as folder, cf.ThreadPoolExecutor(chosen.processes) as pool:
        copies = [pathlib.Path(folder, str(n)) for n in range(chosen.processes)]
        for copy in copies:
            shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        if (before := run(copies[0], "")).noticed:
            print(f"{before.by} fails with every module as it is")
            return 1

        def outcome(name: str) -> Outcome:
            copy = copies.pop()
            module = copy / PARSE / f"{name}.py"
            as_it_was = module.read_text("utf-8")
            module.write_text(blanked[name] or "", "utf-8")
            try:
                return run(copy, name)
            finally:
                module.write_text(as_it_was, "utf-8")
                copies.append(copy)

        print("| Module | The first test that failed |\n| --- | --- |")
        names = [name for name, text in blanked.items() if text is not None]
        silent = 0
        for name, found_out in zip(names, pool.map(outcome, names), strict=True):
            print(f"| {name} | {found_out.by} |", flush=True)
            silent += not found_out.noticed
    print(f"\n{len(names) - silent} of {len(names)} modules are noticed.")
    return 1 if silent else 0


def run(copy: pathlib.Path, name: str) -> Outcome:
    """The tests in the copy to the first that fails; those of the module itself come first."""
    own = f"{TESTS[0]}/test_{name}.py"
    if (copy / own).exists() and (outcome := ran(copy, own)).noticed:
        return outcome
    return ran(copy, *TESTS)


def ran(copy: pathlib.Path, *tests: str) -> Outcome:
    """What comes of running those tests, to the first that fails."""
    report = copy / "report.xml"
    report.unlink(missing_ok=True)
    options = ["-x", "-q", "-n0", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
    command = [sys.executable, "-m", "pytest", *tests, *options, f"--junitxml={report}"]
    try:
        ended = subprocess.run(command, cwd=copy, capture_output=True, timeout=TOO_LONG)
    except subprocess.TimeoutExpired:
        return Outcome(False, f"NO TEST ENDED in {TOO_LONG} seconds")
    if ended.returncode == 0:
        return Outcome(False, "NO TEST NOTICED")
    for case in ET.parse(report).iter("testcase") if report.exists() else ():
        if case.find("failure") is not None:
            return Outcome(True, f"{case.get('classname')}::{case.get('name')}")
        if (error := case.find("error")) is not None:
            return Outcome(False, f"NO TEST: {error.get('message')} of {case.get('name')}")
    return Outcome(False, f"NO TEST RAN: {ended.stderr.decode()[-200:]!r}")


def blank(source: str) -> str | None:
    """The module with public functions that do nothing; None where it has nothing to blank."""
    tree = ast.parse(source)
    functions = list(public_functions(tree.body))
    for function in functions:
        function.body = [returns_nothing(function)]
    constants = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    constants = [] if functions else [node for node in constants if node.value is not None]
    for constant in constants:
        if "__all__" not in ast.unparse(constant):
            EmptyStrings().visit(constant)
    text = ast.unparse(tree)
    if text == ast.unparse(ast.parse(source)):
        return None
    future = f"from benchmarks.blank_modules import {HELPER}\n"
    return f"{future}{text}\n"


def public_functions(body: c.Iterable[ast.stmt]) -> c.Iterator[ast.FunctionDef]:
    """Functions, and methods of public classes, that others may call."""
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if isinstance(node, ast.FunctionDef):
                yield node
            else:
                yield from public_functions(node.body)


def returns_nothing(function: ast.FunctionDef) -> ast.stmt:
    """A body that returns what is neutral for the function's return annotation."""
    promised = function.returns
    if isinstance(promised, ast.Constant) and isinstance(promised.value, str):
        promised = ast.parse(promised.value, mode="eval").body  # a class within itself
    given = [arg for arg in function.args.args if arg.arg not in ("self", "cls")]
    call = f"return {HELPER}({ast.unparse(promised) if promised else None}"
    if given and (kind := given[0].annotation) is not None:
        call += f", {ast.unparse(kind)}, {given[0].arg}"
    return ast.parse(f"{call})").body[0]


class EmptyStrings(ast.NodeTransformer):
    """Strings that match nothing as patterns, and are equal to nothing in a text."""

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant(NOTHING) if isinstance(node.value, str) else node

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.Constant:
        return ast.Constant(NOTHING)


def neutral(promised: t.Any, kind: t.Any = None, given: t.Any = None) -> t.Any:
    """What was given where the same is promised, else what is empty or says nothing."""
    origin, within = t.get_origin(promised), t.get_args(promised)
    if promised == kind and promised is not None:
        return given
    if promised is None or origin in (t.Union, types.UnionType):
        return None
    if origin is re.Pattern:
        return re.compile(NOTHING)
    if origin is tuple and within[-1] is not Ellipsis:
        return (neutral(within[0], kind, given), *map(neutral, within[1:]))
    if origin is not None:
        several = t.get_origin(kind) is not None and t.get_args(kind)[:1] == within[:1]
        items = given if several else ()
        return COLLECTED.get(origin, origin)(items)
    if issubclass(promised, enum.Enum):
        return next(iter(promised))
    if promised in (bool, int, float, str):
        return promised()
    hints = t.get_type_hints(promised)
    defaults = getattr(promised, "_field_defaults", None)  # of a named tuple
    if defaults is None:
        needed = [f.name for f in dc.fields(promised) if f.default is f.default_factory]
    else:
        needed = [name for name in promised._fields if name not in defaults]
    return promised(**{name: neutral(hints[name]) for name in needed})


if __name__ == "__main__":
    sys.exit(main())
