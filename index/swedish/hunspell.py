"""The Swedish Hunspell dictionary, unfolded: every form of every word, and what begins compounds.

    protokoll/ABDvXY     a word and its flags; some flags are suffixes, some say what a word may be
    SFX v 0 s/WXZ [^a]   the suffix "s" of words not ending in "a": no word, but begins compounds

Everything is folded as text is (`index.swedish.tokens`). The dictionary is data (LGPL-3, Göran
Andersson and others), found through the package hunspell-sv or given by its path.
"""

import collections
import collections.abc as c
import dataclasses as dc
import importlib.metadata
import pathlib
import re
import typing as t

from index.swedish.tokens import fold

BEGIN, MIDDLE, END = "X", "U", "Y"  # may begin a compound, stand within one, end one
ONLY_IN_COMPOUND, NEEDS_AFFIX, FORBIDDEN = "Z", "¤", "%"

_WORD: t.Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Suffix(t.NamedTuple):
    """What a flag lets a word end with instead."""

    stripped: str
    added: str
    flags: str
    condition: re.Pattern[str] | None


@dc.dataclass(frozen=True, slots=True)
class Unfolded:
    """All that the dictionary says of single words; every set of lemmas as it was met."""

    forms: c.Mapping[str, c.Sequence[str]]  # to lemmas
    firsts: c.Mapping[str, c.Sequence[str]]  # what begins a compound or stands within one, to bases
    lasts: c.Set[str]  # what ends a compound, in all its forms
    names: c.Set[str]  # the forms that are written with a capital only


def packaged_paths() -> tuple[pathlib.Path, pathlib.Path]:
    """Where the package hunspell-sv has its .aff and .dic."""
    files = importlib.metadata.files("hunspell-sv") or []
    found = {file.name: pathlib.Path(str(file.locate())) for file in files}
    return found["sv_SE.aff"].resolve(), found["sv_SE.dic"].resolve()


def unfold(aff: str, dic: str) -> Unfolded:
    """Every form of every word of a dictionary, from the text of its two files."""
    suffixes = _read_suffixes(aff)
    forms: dict[str, tuple[str, ...]] = {}
    firsts: dict[str, tuple[str, ...]] = {}
    lasts, names, common = set[str](), set[str](), set[str]()
    for line in dic.splitlines()[1:]:
        written, _, flags = line.partition("\t")[0].strip().partition("/")
        if FORBIDDEN in flags or not _WORD.fullmatch(written):
            continue
        base = fold(written)
        bases = (base,)
        of_its_kind = names if written[0].isupper() else common
        for form, own in [(base, flags), *_inflected(base, flags, suffixes)]:
            if form == base and NEEDS_AFFIX in flags:
                continue
            if ONLY_IN_COMPOUND not in own:
                _add(forms, form, bases)
                of_its_kind.add(form)
            if BEGIN in own or MIDDLE in own:
                _add(firsts, form, bases)
            if END in flags and (ONLY_IN_COMPOUND not in own or form == base):
                lasts.add(form)
    return Unfolded(forms, firsts, lasts, names - common)


def _add(words: dict[str, tuple[str, ...]], form: str, bases: tuple[str, ...]) -> None:
    known = words.setdefault(form, bases)
    if bases[0] not in known:
        words[form] = known + bases


def _inflected(
    word: str, flags: str, suffixes: c.Mapping[str, c.Sequence[Suffix]]
) -> c.Iterator[tuple[str, str]]:
    """The word with every suffix that its flags allow, and what may be done with that."""
    for flag in flags:
        for stripped, added, further, condition in suffixes.get(flag, ()):
            if word.endswith(stripped) and (condition is None or condition.search(word)):
                yield word[: len(word) - len(stripped)] + added, further


def _read_suffixes(aff: str) -> dict[str, list[Suffix]]:
    suffixes = collections.defaultdict[str, list[Suffix]](list)
    for line in aff.splitlines():
        match line.split():
            case ["SFX", flag, stripped, added, *rest] if stripped not in "YN":
                letters, _, further = added.partition("/")
                condition = rest[0] if rest else "."
                ends = None if condition == "." else re.compile(f"(?:{condition})$")
                suffixes[flag].append(
                    Suffix(
                        "" if stripped == "0" else stripped,
                        "" if letters == "0" else letters,
                        further,
                        ends,
                    )
                )
    return suffixes
