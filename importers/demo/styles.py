"""House styles: how one förvaltning's minutes look for some years, until somebody changes them.

A style decides what is printed and so what a reader of the file can know: where the date and the
förvaltning stand, how paragraphs are numbered, how the people at the table are listed.
"""

import dataclasses as dc
import enum
import random
import typing as t

from importers.demo.wording import Manner


class Numbering(enum.Enum):
    """What stands before a heading."""

    PARAGRAF = "§ {}"
    DOT = "{}."
    AFTER = "{} §"
    TIGHT = "§{}."
    WORD = "Word"  # Word's own "1.", which is not in the text of a .docx
    NONE = ""

    def label(self, number: int) -> str:
        """As it is printed before a title, or empty."""
        form = Numbering.DOT if self is Numbering.WORD else self
        return str(form.value).format(number)


class PeopleAs(enum.Enum):
    """How attendance is listed."""

    LINES = enum.auto()  # "Name, role" and "Name, Union"
    BY_UNION = enum.auto()  # "Union: name, name"
    BRACKETS = enum.auto()  # "Name (Union)"
    TABLE = enum.auto()


class DateIn(enum.Enum):
    """Where the meeting's date stands."""

    TITLE = enum.auto()  # "Protokoll från förvaltningsgruppen den 14 januari 2025"
    ISO = enum.auto()  # "Datum: 2022-05-03"
    RANGE = enum.auto()  # "onsdagen den 7 februari 2018 kl. 13.00–15.30"
    PLAIN = enum.auto()  # "Fredag 4 december 2020 kl 9-11.30"
    NOWHERE = enum.auto()


class AdminIn(enum.Enum):
    """Where it says whose minutes they are."""

    PAGE_HEADER = enum.auto()
    TITLE = enum.auto()
    BOARD_ONLY = enum.auto()  # only through the board's name and case numbers in the text


class Signing(enum.Enum):
    """How the minutes end."""

    STAMPS = enum.auto()  # digital, with time stamps
    NAMES = enum.auto()  # digital, "Name för Union"
    BY_HAND = enum.auto()  # "Vid protokollet", "Justeras"


class Agenda(enum.Enum):
    """The order of business (see `importers.demo.agenda`)."""

    GROUPED = enum.auto()
    OWN_TITLES = enum.auto()
    BY_AREA = enum.auto()


@dc.dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """All of it."""

    name: str
    forum: str  # as in "Protokoll från …"
    agenda: Agenda
    numbering: Numbering
    running: bool = False  # numbers run on over the year
    people: PeopleAs
    date: DateIn
    admin: AdminIn
    signing: Signing
    manners: tuple[Manner, ...]
    formats: tuple[str, ...]  # of "pdf", "docx", "txt" (clean) and "raw" (as PDF readers give it)
    hyphenate: bool = False
    serif: bool = False
    long_titles: bool = False  # headings that need two lines
    page_numbers: bool = True


STYLES: t.Final = (
    HouseStyle(
        name="paragraf",
        forum="förvaltningsgruppen",
        agenda=Agenda.BY_AREA,
        numbering=Numbering.PARAGRAF,
        people=PeopleAs.LINES,
        date=DateIn.ISO,
        admin=AdminIn.PAGE_HEADER,
        signing=Signing.STAMPS,
        manners=(Manner.PAST,),
        formats=("pdf", "pdf", "raw"),
        hyphenate=True,
    ),
    HouseStyle(
        name="punkt",
        forum="förvaltningsgruppen",
        agenda=Agenda.GROUPED,
        numbering=Numbering.DOT,
        people=PeopleAs.BY_UNION,
        date=DateIn.TITLE,
        admin=AdminIn.PAGE_HEADER,
        signing=Signing.NAMES,
        manners=(Manner.PAST, Manner.LABELLED),
        formats=("pdf",),
        serif=True,
        long_titles=True,
    ),
    HouseStyle(
        name="lopande",
        forum="förvaltningens samverkansgrupp",
        agenda=Agenda.OWN_TITLES,
        numbering=Numbering.PARAGRAF,
        running=True,
        people=PeopleAs.BRACKETS,
        date=DateIn.RANGE,
        admin=AdminIn.TITLE,
        signing=Signing.BY_HAND,
        manners=(Manner.PAST, Manner.PRESENT),
        formats=("pdf", "docx"),
        serif=True,
    ),
    HouseStyle(
        name="efter",
        forum="samverkansgruppen",
        agenda=Agenda.BY_AREA,
        numbering=Numbering.AFTER,
        people=PeopleAs.TABLE,
        date=DateIn.RANGE,
        admin=AdminIn.TITLE,
        signing=Signing.BY_HAND,
        manners=(Manner.PRESENT,),
        formats=("docx", "pdf"),
    ),
    HouseStyle(
        name="word",
        forum="FSG",
        agenda=Agenda.OWN_TITLES,
        numbering=Numbering.WORD,
        people=PeopleAs.LINES,
        date=DateIn.ISO,
        admin=AdminIn.TITLE,
        signing=Signing.NAMES,
        manners=(Manner.PRESENT, Manner.LABELLED),
        formats=("docx",),
        page_numbers=False,
    ),
    HouseStyle(
        name="onumrerad",
        forum="FSG",
        agenda=Agenda.OWN_TITLES,
        numbering=Numbering.NONE,
        people=PeopleAs.BY_UNION,
        date=DateIn.TITLE,
        admin=AdminIn.PAGE_HEADER,
        signing=Signing.BY_HAND,
        manners=(Manner.PRESENT,),
        formats=("docx", "pdf"),
    ),
    HouseStyle(
        name="odaterad",
        forum="förvaltningsgruppen",
        agenda=Agenda.BY_AREA,
        numbering=Numbering.TIGHT,
        people=PeopleAs.BRACKETS,
        date=DateIn.NOWHERE,
        admin=AdminIn.BOARD_ONLY,
        signing=Signing.STAMPS,
        manners=(Manner.PAST,),
        formats=("pdf", "raw"),
        hyphenate=True,
    ),
    HouseStyle(
        name="text",
        forum="samverkansgruppen",
        agenda=Agenda.GROUPED,
        numbering=Numbering.DOT,
        people=PeopleAs.BRACKETS,
        date=DateIn.PLAIN,
        admin=AdminIn.TITLE,
        signing=Signing.NAMES,
        manners=(Manner.LABELLED, Manner.PAST),
        formats=("txt", "pdf"),
    ),
    HouseStyle(
        name="tabell",
        forum="förvaltningens samverkansgrupp",
        agenda=Agenda.GROUPED,
        numbering=Numbering.PARAGRAF,
        running=True,
        people=PeopleAs.TABLE,
        date=DateIn.ISO,
        admin=AdminIn.PAGE_HEADER,
        signing=Signing.STAMPS,
        manners=(Manner.PAST, Manner.PRESENT),
        formats=("pdf", "docx"),
        long_titles=True,
    ),
)


def styles_of(
    forvaltningar: tuple[str, ...], seed: str
) -> dict[str, tuple[HouseStyle, HouseStyle]]:
    """Two styles for each, one after the other, so that all styles come to use."""
    rng = random.Random(f"{seed}/styles")
    first = rng.sample(STYLES, len(STYLES))
    return {
        name: (first[n % len(first)], first[(n + 5) % len(first)])
        for n, name in enumerate(forvaltningar)
    }
