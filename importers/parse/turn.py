"""One question and its answer while they are being read."""

import dataclasses as dc
import typing as t

from importers.parse.speech import Speech


@dc.dataclass(slots=True)
class Turn:
    """One question while it is being read; its ends grow sentence by sentence."""

    lead: int  # where the question starts if what stands before it belongs to it
    start: int
    end: int
    union: str | None
    asker: str | None
    certain: bool  # somebody asks; otherwise only an answer makes it a question
    wants_information: bool  # so that being informed is an answer
    carried: str | None  # who asked before it in the same run
    asked_end: int = 0  # where the sentences end that ask; plain ones may follow before `end`
    by_label: bool = False  # "Vision: …"
    background: bool = False  # only what it rests on has been heard
    awaits_list: bool = False
    heard_to: int = 0  # up to where only talk about the question has followed it
    answer_start: int | None = None
    answer_end: int = 0
    labelled: bool = False  # the answer is: "Svar:"

    @property
    def is_exchange(self) -> bool:
        """Whether somebody asked, or somebody answered."""
        return self.start < self.end and (self.certain or self.answer_start is not None)


class Lead(t.NamedTuple):
    """Plain text that may lead up to a question."""

    start: int
    refers: bool  # it points into a document, and so belongs to the question in any case
    by: Speech | None = None  # a union's words, with whoever spoke them
