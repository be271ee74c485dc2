"""What a person is told when an import is over: what came in, what to check, what was set aside."""

import collections
import collections.abc as c
import typing as t

from archive import messages
from archive.records import KeptAs
from archive.visibility import Visibility
from importers.ingest import FileKept, FileSetAside, Outcome

# For one, and for several.
KEPT: t.Final = {
    KeptAs.NEW: ("1 nytt protokoll", "{n} nya protokoll"),
    KeptAs.NEW_VERSION: ("1 rättad version", "{n} rättade versioner"),
    KeptAs.PART: ("1 del som justerats för sig", "{n} delar som justerats för sig"),
    KeptAs.COPY: ("1 kopia av ett protokoll som redan finns", "{n} kopior av protokoll"),
    KeptAs.KNOWN: ("1 fil som redan fanns", "{n} filer som redan fanns"),
}


def summary_lines(outcomes: c.Sequence[Outcome]) -> c.Iterator[str]:
    """The import in a few Swedish lines; every file set aside is named with its reason."""
    kept = [outcome for outcome in outcomes if isinstance(outcome, FileKept)]
    aside = [outcome for outcome in outcomes if isinstance(outcome, FileSetAside)]
    yield _what_came_in(kept)
    for outcome in kept:
        if outcome.kept.visibility is Visibility.HELD:
            yield f"Vilande tills någon beslutar: {outcome.filename} ({outcome.kept.protocol_id})"
    unsure = [outcome for outcome in kept if outcome.to_check]
    if unsure:
        yield f"Att kontrollera i {len(unsure)} {_files(unsure)}:"
    for outcome in unsure:
        first = {remark.code: remark for remark in reversed(outcome.to_check)}.values()
        sentences = [messages.remark_sentence(remark.code, remark.text) for remark in first]
        yield f"  {outcome.filename}: {' '.join(reversed(sentences))}"
    if aside:
        yield f"Lades åt sidan, {len(aside)} {_files(aside)}:"
    for refused in aside:
        yield f"  {refused.filename}: {messages.set_aside_sentence(refused.reason)}"


def _what_came_in(kept: c.Sequence[FileKept]) -> str:
    counts = collections.Counter(outcome.kept.kept_as for outcome in kept)
    said = [
        one if counts[kind] == 1 else several.format(n=counts[kind])
        for kind, (one, several) in KEPT.items()
        if counts[kind]
    ]
    return f"Inläst: {', '.join(said)}." if said else "Inget lästes in."


def _files(outcomes: c.Sized) -> str:
    return "fil" if len(outcomes) == 1 else "filer"
