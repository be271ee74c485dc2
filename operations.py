"""What the commands do: open an archive with all its parts, fill it, check it.

Here the packages meet, and in `serving.py`; `protokollarkiv.py` has the commands themselves.
"""

import collections.abc as c
import contextlib
import dataclasses as dc
import datetime as dt
import importlib.resources.abc
import logging
import logging.handlers
import os
import pathlib
import sys
import typing as t

import click

import index
from archive import messages
from archive.errors import CatalogueError, NoArchive
from archive.media_types import DRAWN
from archive.name_masking import NamesShown
from archive.originals import Originals
from archive.pages import PageStore
from archive.registry import Registries, load_registries
from archive.settings import FILE as SETTINGS_FILE
from archive.settings import Settings, load_settings
from archive.visibility import Audience, Visibility
from archive.whole_files import whole_file, write_whole
from swedish_click import WrongUse

if t.TYPE_CHECKING:  # the database's libraries are slow to load, and some commands need none
    from archive.catalogue import Catalogue

log = logging.getLogger(__name__)

NOTICE: t.Final = "Alla protokoll här är påhittade. Kommunen, människorna och ärendena finns inte."
LOG_FILE: t.Final = "protokollarkiv.log"
LOG_FORMAT: t.Final = "%(asctime)s %(process)d %(name)s %(levelname)s %(message)s"


@dc.dataclass(frozen=True, slots=True)
class Archive:
    """The opened parts, as every command but `parse` needs them."""

    settings: Settings
    registries: Registries
    catalogue: "Catalogue"
    originals: Originals
    pages: PageStore
    index: index.SearchIndex


@contextlib.contextmanager
def opened(data: pathlib.Path, *, begin: bool = False, heal: bool = True) -> c.Iterator[Archive]:
    """The archive in a data folder, its index rebuilt where needed unless `heal` is false.

    Raises NoArchive where there is none and `begin` is not said, and other ArchiveErrors.
    """
    from archive.catalogue import Catalogue

    settings = load_settings(data, os.environ)
    registries = load_registries(settings.register_dir)
    if not begin and not settings.has_catalogue:
        raise NoArchive(data)
    start_log(data)
    originals = Originals(settings.originals_dir)
    pages = PageStore(settings.pages_dir)
    shown = NamesShown(settings.visa_namn)
    with Catalogue.open(settings.database_url, shown) as catalogue:
        form = "" if shown is NamesShown.ALL else f"namn {shown}"
        found = index.open_index(settings.index_dir, registries, form)
        if heal and found.needs_rebuild():
            make_searchable(catalogue, found)
        yield Archive(settings, registries, catalogue, originals, pages, found)


def start_log(data: pathlib.Path) -> None:
    """Log to a file in the data folder; raises CatalogueError where it cannot be written."""
    with writing_in(data):
        handler = logging.handlers.WatchedFileHandler(data / LOG_FILE, encoding="utf-8")
    handler.setFormatter(logging.Formatter(LOG_FORMAT))
    logging.getLogger().addHandler(handler)


@contextlib.contextmanager
def writing_in(data: pathlib.Path) -> c.Iterator[None]:
    """Make the data folder, and turn what the disk refuses inside into CatalogueError."""
    try:
        data.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as err:
        raise CatalogueError(f"cannot write in {data}: {err}") from err


def run_import(
    archive: Archive,
    paths: c.Sequence[pathlib.Path],
    visibility: Visibility | None = None,
    keep_others: bool = False,
) -> int:
    """Import, index as it goes, and tell how it went; 1 where files were set aside."""
    from importers.formats.scan import find_tesseract
    from importers.ingest import FileSetAside, Importer, Outcome
    from importers.summary import summary_lines

    importer = Importer(
        catalogue=archive.catalogue,
        originals=archive.originals,
        pages=archive.pages,
        registries=archive.registries,
        limits=archive.settings.limits,
        visibility=visibility or Visibility(archive.settings.standard_synlighet),
        keep_others=keep_others,
        tesseract=find_tesseract() if archive.settings.ocr else None,
        own=archive.settings.egna,
    )
    outcomes: list[Outcome] = []
    with (
        progress(lambda: importer.count(paths), "Läser in") as advance,
        index.Indexing(archive.catalogue, archive.index) as indexing,
    ):
        for outcome in importer.run(paths):
            outcomes.append(outcome)
            indexing.wake()
            advance()
    make_searchable(archive.catalogue, archive.index)
    for line in summary_lines(outcomes):
        click.echo(line)
    draw_pages(archive)
    return 1 if any(isinstance(outcome, FileSetAside) for outcome in outcomes) else 0


def make_searchable(catalogue: "Catalogue", found: index.SearchIndex) -> None:
    """Put all that is marked into the index; where that must be rebuilt, everything."""

    def count() -> int:
        return catalogue.count() if found.needs_rebuild() else len(catalogue.marked())

    with progress(count, "Gör sökbart") as advance:
        index.index_pending(catalogue, found, advance)


def rebuild(archive: Archive) -> int:
    """Build the index anew beside the one there is; how many §§ it then holds."""
    with progress(archive.catalogue.count, "Bygger om sökregistret") as advance:
        index.rebuild_all(archive.catalogue, archive.index, advance)
    return archive.index.counts()[index.Kind.SECTION]


def draw_pages(archive: Archive, *, again: c.Container[str] = frozenset()) -> None:
    """Draw the pages of files that have not been drawn, and of those again, by SHA-256."""
    if not archive.settings.sidbilder:
        return
    files = [
        file.sha256
        for file in archive.catalogue.shown_files()
        if file.media_type in DRAWN
        and (file.sha256 in again or not archive.pages.is_drawn(file.sha256))
    ]
    if not files:
        return
    from importers import pictures  # what draws is slow to load

    settings = archive.settings
    drawings = [pictures.Drawing(archive.originals.path(sha256), sha256) for sha256 in files]
    with progress(lambda: len(drawings), "Ritar sidor") as advance:
        for _ in pictures.draw(drawings, settings.pages_dir, settings.limits):
            advance()


def run_reparse(archive: Archive, ids: c.Sequence[str], *, each: bool = False) -> int:
    """Read kept files again, index as it goes, and tell how it went; 1 where some were not read.

    Raises UnknownProtocol for an id that there is not, before anything is read.
    """
    from importers.formats.scan import find_tesseract
    from importers.reparse import FileUnread, Outcome, Reparser
    from importers.summary import reparse_lines
    from importers.workers import Workers

    settings = archive.settings
    chosen = [current_id(archive, protocol_id) for protocol_id in ids] or None
    tesseract = find_tesseract() if settings.ocr else None
    reparser = Reparser(archive.catalogue, archive.originals, archive.pages)
    outcomes: list[Outcome] = []
    with (
        Workers(
            settings.limits,
            archive.registries,
            tesseract,
            settings.egna,
            jobs=archive.catalogue.count_files(chosen),
        ) as workers,
        progress(lambda: archive.catalogue.count_files(chosen), "Läser om") as advance,
        index.Indexing(archive.catalogue, archive.index) as indexing,
    ):
        for outcome in reparser.run(workers, chosen):
            outcomes.append(outcome)
            indexing.wake()
            advance()
    make_searchable(archive.catalogue, archive.index)
    for line in reparse_lines(outcomes, each=each):
        click.echo(line)
    return 1 if any(isinstance(outcome, FileUnread) for outcome in outcomes) else 0


def current_id(archive: Archive, protocol_id: str) -> str:
    """The id a protocol has now, by that or one it had before; raises UnknownProtocol."""
    moved = archive.catalogue.moved_to(protocol_id, Audience.OPERATOR)
    return moved or str(archive.catalogue.get(protocol_id, Audience.OPERATOR).protocol.id)


class Check(t.NamedTuple):
    """What waits for a person, what does not fit together, what is lacking; Swedish sentences."""

    held: tuple[str, ...]
    faults: tuple[str, ...]
    lacking: tuple[str, ...] = ()  # and can be done without


def find_faults(archive: Archive, *, repair: bool) -> Check:
    """Compare catalogue, originals and index; with `repair`, what can be mended is first."""
    from importers.version import PARSER

    if repair:
        make_searchable(archive.catalogue, archive.index)
    held: list[str] = []
    outdated = 0  # protocols with a file that another version of the parser has read
    files: dict[str, str] = {}
    ids: set[str] = set()
    undrawn: dict[str, int] = {}  # how many pages the files have that lack a picture
    with progress(archive.catalogue.count, "Kontrollerar protokoll") as advance:
        for record in archive.catalogue.records(Audience.OPERATOR):
            ids.add(record.protocol.id or "")
            files |= {file.sha256: file.filename for file in record.files}
            if record.visibility is Visibility.HELD:
                held.append(f"Vilande: {record.protocol.id} {' '.join(record.held_for)}".strip())
            outdated += any(file.parser != PARSER for file in record.files)
            if archive.settings.sidbilder and record.shown_file.media_type in DRAWN:
                pages = (record.protocol.source and record.protocol.source.pages) or 0
                if not _is_drawn(archive.pages, record.shown_file.sha256, pages):
                    undrawn[record.shown_file.sha256] = pages
            advance()
    with progress(archive.originals.count, "Kontrollerar original") as advance:
        originals = archive.originals.check(files, advance)
    lost = archive.index.needs_rebuild()
    astray = set() if lost else ids ^ archive.index.protocol_ids()
    if astray and repair:
        rebuild(archive)
        astray = ids ^ archive.index.protocol_ids()
    waiting = archive.catalogue.marked()
    faults = [f"Originalet är skadat: {files.get(key, key)}" for key in originals.damaged]
    faults += [f"Originalet saknas: {files[key]}" for key in originals.missing]
    if lost:
        faults.append("Sökregistret saknas eller är skadat. ”check --repair” bygger om det.")
    faults += [f"Väntar på att bli sökbart: {key}" for key in sorted(waiting)]
    faults += [f"Sökregistret stämmer inte: {key}" for key in sorted(astray - waiting)]
    if held:
        held.append(messages.HOW_TO_RELEASE)
    lacking = [*_outdated(outdated), *_undrawn(archive, undrawn, repair=repair)]
    return Check(tuple(held), tuple(faults), tuple(lacking))


def _outdated(protocols: int) -> c.Iterator[str]:
    if protocols:
        yield (
            f"Lästa med en annan version av programmet: {protocols} protokoll."
            " ”protokollarkiv reparse” läser om dem."
        )


def _undrawn(archive: Archive, pages: c.Mapping[str, int], *, repair: bool) -> c.Iterator[str]:
    if repair and pages:
        draw_pages(archive, again=pages)
    left = [sha256 for sha256 in pages if not _is_drawn(archive.pages, sha256, pages[sha256])]
    if left and repair:
        yield f"Filer med sidor som inte gick att rita: {len(left)}. Mer står i {LOG_FILE}."
    elif left:
        yield f"Filer utan alla sidbilder: {len(left)}. ”check --repair” ritar dem."


def _is_drawn(store: PageStore, sha256: str, pages: int) -> bool:
    return all(store.picture_path(sha256, page) for page in range(1, pages + 1))


PROPOSALS: t.Final = "synonyms.forslag.toml"
HOW_TO_ACCEPT: t.Final = """\
# Förkortningar som protokollen själva förklarar och som sökningen inte känner till.
# Stämmer ett par: flytta raden till synonyms.toml i den här mappen, utan # framför. Finns ingen
# synonyms.toml här, börja med en kopia av programmets: en egen ersätter den helt.
# Skriven av ”protokollarkiv forkortningar”, och skrivs över nästa gång.
"""


def propose_abbreviations(archive: Archive) -> tuple[int, pathlib.Path]:
    """Write the abbreviations that the protocols explain where a person can accept them; how many
    there are, and where.

    Raises CatalogueError where the file cannot be written.
    """
    from index import mining, swedish

    place = archive.settings.register_dir / PROPOSALS
    known = [(key, one) for key, all_of in archive.registries.synonyms.items() for one in all_of]
    for union in archive.registries.unions.values():
        known += [(short, name) for short in (union.short, *union.names) for name in union.names]
    with progress(archive.catalogue.count, "Läser protokoll") as advance:

        def texts() -> c.Iterator[tuple[str, str]]:
            for record in archive.catalogue.records(Audience.OPERATOR):
                for section in record.protocol.sections:
                    yield str(record.protocol.id), f"{section.title}\n\n{section.text}"
                advance()

        pairs = mining.mined(texts(), mining.parts_of(swedish.packaged_language()), known)
    lines = [HOW_TO_ACCEPT]
    for pair in pairs:
        times = "1 gång" if pair.count == 1 else f"{pair.count} gånger"
        key = pair.short if pair.short.isascii() else f'"{pair.short}"'
        lines += [f"# {times}: {', '.join(pair.places)}", f'# {key} = ["{pair.long}"]\n']
    with writing_in(archive.settings.register_dir):
        write_whole(place, "\n".join(lines).encode())
    return len(pairs), place


def export_hits(
    archive: Archive,
    request: index.Request,
    form: str,
    file: pathlib.Path | None,
    today: dt.date,
) -> tuple[str, ...]:
    """Write all hits of a search to a file, or to standard output; what is to be said of them.

    Raises CatalogueError where the file cannot be written.
    """
    from webui.all_hits import left_out
    from webui.export_forms import Export, Form

    export = Export(
        archive.index,
        archive.catalogue,
        archive.registries,
        request,
        (),
        archive.settings.namn,
        archive.settings.adress.rstrip("/"),
        today,
    )
    pieces = (piece.encode("utf-8", "replace") for piece in export.pieces(Form(form)))
    if file is None:
        output = sys.stdout.buffer
        for piece in pieces:
            output.write(piece)
        output.flush()
    else:
        with writing_in(file.absolute().parent), whole_file(file.absolute()) as written:
            written.writelines(pieces)
    return left_out(archive.index.search(dc.replace(request, limit=0)).total)


def export_everything(archive: Archive, folder: pathlib.Path) -> int:
    """Write all that is open to everyone into a folder, with a manifest; how many protocols.

    Raises CatalogueError where it cannot be written.
    """
    from archive import export

    public = Audience.PUBLIC
    written = 0

    def count() -> int:
        return archive.catalogue.summary(public).protocols

    with progress(count, "Skriver protokoll") as advance, writing_in(folder):

        def each() -> None:
            nonlocal written
            written += 1
            advance()

        now = dt.datetime.now(dt.UTC)
        export.write_archive(export.lines(archive.catalogue, public), folder, now, each)
    return written


def prepare_demo(data: pathlib.Path, register: importlib.resources.abc.Traversable) -> None:
    """Give a demo archive its invented municipality, and a notice that all of it is invented.

    Raises WrongUse where the folder holds something else, such as a real archive.
    """
    settings = data / SETTINGS_FILE
    if any(data.iterdir()) and not (
        settings.is_file() and NOTICE in settings.read_text("utf-8", "replace")
    ):
        raise WrongUse(f"{data} är inget demoarkiv. Välj en annan mapp med --data, eller en tom.")
    settings.write_text(f'namn = "Protokollarkivet"\nnotis = "{NOTICE}"\n', "utf-8")
    (data / "register").mkdir(exist_ok=True)
    for file in register.iterdir():
        (data / "register" / file.name).write_text(file.read_text("utf-8"), "utf-8")


@contextlib.contextmanager
def progress(count: c.Callable[[], int], label: str) -> c.Iterator[c.Callable[[], None]]:
    """A progress bar where a person is watching, and there is anything to watch.

    When piped there is none, and nothing is counted.
    """
    length = count() if sys.stderr.isatty() else 0
    if not length:
        yield lambda: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield lambda: bar.update(1)
