"""What is discussed: matters with their tellings, questions and answers, as TOML.

A file is an area of the agenda; `threads.toml` holds questions that come back over the years.
In a text "[a|b]" is a choice and "{unit}" a gap (see `importers.demo.slots`). An answer that begins
with a small letter can follow "svarade att"; one with a capital stands for itself.
"""

import dataclasses as dc
import functools
import importlib.resources
import tomllib
import typing as t

import msgspec

AREAS: t.Final = (
    *("arbetsmiljo", "personal", "ekonomi", "organisation", "lokaler", "it", "verksamhet"),
    *("kompetens", "likaratt", "miljo"),
)
THREADS: t.Final = "threads"
PHRASES: t.Final = "phrases"


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a union may ask, in the forms its language allows; at least one of the four is there."""

    about: str = ""  # "rutinerna för ensamarbete": what a later protocol calls it
    context: str = ""  # a sentence said before the question
    direct: str = ""  # "När testas larmen?"
    indirect: str = ""  # "när larmen testas": after "frågade"
    wish: str = ""  # "en redovisning av larmen": after "önskar"
    remark: str = ""  # "larmen sällan testas": after "påtalade att"
    answers: tuple[str, ...] = ()


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Something that can stand under a heading, with several tellings."""

    id: str = ""
    area: str = ""
    titles: tuple[str, ...]
    concerns: tuple[str, ...] = ()  # kinds of förvaltning; none: all
    since: int = 0
    until: int = 9999
    months: tuple[int, ...] = ()  # when in the year; none: always
    mbl: t.Literal["", "11", "19"] = ""
    told: tuple[str, ...]
    questions: tuple[Question, ...] = ()
    objections: tuple[str, ...] = ()  # why a union may disagree: after "eftersom"


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A question that is asked again, and gets another answer each time."""

    id: str = ""
    titles: tuple[str, ...]
    about: str  # as in Question
    concerns: tuple[str, ...] = ()
    stages: tuple[Question, ...]


@functools.cache
def matters() -> tuple[Matter, ...]:
    """All of them, area by area."""
    return tuple(
        dc.replace(matter, id=key, area=area)
        for area in AREAS
        for key, matter in _read(area, dict[str, Matter]).items()
    )


@functools.cache
def threads() -> tuple[Thread, ...]:
    """All questions that come back."""
    return tuple(
        dc.replace(thread, id=key) for key, thread in _read(THREADS, dict[str, Thread]).items()
    )


@functools.cache
def phrases() -> dict[str, tuple[str, ...]]:
    """The formalities, and what comes in lists: union news, the board's cases."""
    return _read(PHRASES, dict[str, tuple[str, ...]])


Form = t.TypeVar("Form")


def _read(name: str, form: type[Form]) -> Form:
    text = (importlib.resources.files(__name__) / f"{name}.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), form)
