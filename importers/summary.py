"""What a person is told when files have been read: what came in, what to check, what could not be.

The same for an import and for a second reading.
"""

import collections
import collections.abc as c
import typing as t

from archive import messages
from archive.counts import COUNTED
from archive.records import Kept, KeptAs
from archive.visibility import Visibility
from importers import ingest, reparse
from importers.ingest import FileKept, FileSetAside
from importers.reparse import FileReread, FileUnread

# For one, and for several.
KEPT: t.Final = {
    KeptAs.NEW: ("1 nytt protokoll", "{n} nya protokoll"),
    KeptAs.NEW_VERSION: ("1 rättad version", "{n} rättade versioner"),
    KeptAs.PART: ("1 del som justerats för sig", "{n} delar som justerats för sig"),
    KeptAs.COPY: ("1 kopia av ett protokoll som redan finns", "{n} kopior av protokoll"),
    KeptAs.KNOWN: ("1 fil som redan fanns", "{n} filer som redan fanns"),
}


def summary_lines(outcomes: c.Sequence[ingest.Outcome]) -> c.Iterator[str]:
    """The import in a few Swedish lines; every file set aside is named with its reason."""
    kept = [outcome for outcome in outcomes if isinstance(outcome, FileKept)]
    aside = [outcome for outcome in outcomes if isinstance(outcome, FileSetAside)]
    yield _what_came_in(kept)
    yield from _held(o.kept for o in kept if o.kept.visibility is Visibility.HELD)
    yield from _to_check(kept)
    if aside:
        yield f"Lades åt sidan, {_files(aside)}:"
    for refused in aside:
        yield f"  {refused.filename}: {messages.set_aside_sentence(refused.reason)}"


def reparse_lines(outcomes: c.Sequence[reparse.Outcome], *, each: bool = False) -> c.Iterator[str]:
    """A second reading in a few Swedish lines, with `each` every protocol that has changed."""
    reread = [outcome for outcome in outcomes if isinstance(outcome, FileReread)]
    unread = [outcome for outcome in outcomes if isinstance(outcome, FileUnread)]
    changed = [outcome for outcome in reread if outcome.changes]
    protocols = {outcome.kept.protocol_id for outcome in reread}
    touched = {outcome.kept.protocol_id for outcome in changed}
    yield f"Läst om: {_files(reread)} i {len(protocols)} protokoll. Ändrade: {len(touched)}."
    for name, word in COUNTED.items():
        before = sum(getattr(outcome.before, name) for outcome in changed)
        after = sum(getattr(outcome.after, name) for outcome in changed)
        if before != after:
            yield f"  {word} i de ändrade: {before} → {after}"
    if each:
        for outcome in changed:
            yield f"{outcome.kept.protocol_id} ({outcome.filename}): {', '.join(outcome.changes)}"
    yield from _held(outcome.kept for outcome in reread if outcome.newly_held)
    if unread:
        yield f"Gick inte att läsa om, {_files(unread)}. Det som lästes förut står kvar:"
    for lost in unread:
        reason = messages.set_aside_sentence(lost.reason)
        yield f"  {lost.filename} ({lost.protocol_id}): {reason}"


def _held(held: c.Iterable[Kept]) -> c.Iterator[str]:
    """The protocols that wait for a person, each once with its reasons, and how they are freed."""
    waiting = {kept.protocol_id: kept.held_for for kept in held}
    if waiting:
        yield f"Vilande tills någon beslutar, {len(waiting)} protokoll:"
        for protocol_id, reasons in waiting.items():
            yield f"  {protocol_id}: {' '.join(reasons)}".rstrip(": ")
        yield messages.HOW_TO_RELEASE


def _to_check(kept: c.Sequence[FileKept]) -> c.Iterator[str]:
    """What the parser was unsure of; personal data are told with what is held."""
    unsure = [
        (outcome.filename, remarks)
        for outcome in kept
        if (remarks := [r for r in outcome.to_check if r.code not in messages.PERSONAL_DATA])
    ]
    if unsure:
        yield f"Att kontrollera i {_files(unsure)}:"
    for filename, remarks in unsure:
        first = {remark.code: remark for remark in reversed(remarks)}.values()
        sentences = [messages.remark_sentence(remark.code, remark.text) for remark in first]
        yield f"  {filename}: {' '.join(reversed(sentences))}"


def _what_came_in(kept: c.Sequence[FileKept]) -> str:
    counts = collections.Counter(outcome.kept.kept_as for outcome in kept)
    said = [
        one if counts[kind] == 1 else several.format(n=counts[kind])
        for kind, (one, several) in KEPT.items()
        if counts[kind]
    ]
    return f"Inläst: {', '.join(said)}." if said else "Inget lästes in."


def _files(outcomes: c.Sized) -> str:
    return f"{len(outcomes)} {'fil' if len(outcomes) == 1 else 'filer'}"
