"""The command line: joins importers, archive, index and webui. Thin commands, Swedish help.

Exit codes: 0 all well, 1 some files were set aside or the archive could not be used, 2 wrong use,
3 `check` found what does not fit together, 130 interrupted.
"""

import dataclasses as dc
import datetime as dt
import functools
import json
import logging
import os
import pathlib
import sys
import typing as t
import urllib.parse

import click

import index
from archive import messages
from archive.errors import (
    ArchiveError,
    NoArchive,
    SetAside,
    SettingsError,
    UnknownForvaltning,
    UnreadableFile,
)
from archive.registry import load_registries
from archive.report import BASIS, parse_report
from archive.settings import load_settings
from archive.visibility import Audience, Visibility
from operations import (
    LOG_FILE,
    LOG_FORMAT,
    current_id,
    export_everything,
    export_hits,
    find_faults,
    opened,
    prepare_demo,
    propose_abbreviations,
    rebuild,
    run_import,
    run_reparse,
    writing_in,
)
from serving import MCP_PORT, require_extra, run_mcp, run_server
from swedish_click import SwedishGroup, WrongUse, usage_sentence

log = logging.getLogger("protokollarkiv")

DEMO_FOLDER: t.Final = pathlib.Path(".demo")
# What whoever gave the command can mend.
WRONG_USE: t.Final = (NoArchive, SettingsError, UnknownForvaltning)


def url_of(hit: index.Hit, query: str) -> str:
    """A hit's address on the site, with the query so that it is marked there."""
    asked = f"?{urllib.parse.urlencode({'q': query})}" if query else ""
    place = f"#{hit.anchor}" if hit.anchor else ""
    return f"/protokoll/{hit.protocol_id}{asked}{place}"


@click.group(cls=SwedishGroup, name="protokollarkiv")
@click.option(
    "--data",
    metavar="MAPP",
    type=click.Path(path_type=pathlib.Path, file_okay=False),
    envvar="PROTOKOLLARKIV_DATA",
    help="Mappen där arkivet ligger (annars ./data, eller PROTOKOLLARKIV_DATA).",
)
@click.option("-v", "--verbose", is_flag=True, help="Visa loggen.")
@click.version_option(package_name="protokollarkivet", help="Visa versionen.")
@click.pass_context
def commands(ctx: click.Context, data: pathlib.Path | None, verbose: bool) -> None:
    """Sökbart arkiv över förvaltningsgruppers protokoll.

    \b
    Exempel:
      protokollarkiv import protokoll/
      protokollarkiv serve
    """
    logging.basicConfig(
        level=logging.INFO,
        format=LOG_FORMAT,
        handlers=[logging.StreamHandler() if verbose else logging.NullHandler()],
    )
    ctx.obj = data


YES_NO: t.Final = click.Choice(["ja", "nej"])
port_option = click.option(
    "--port", metavar="PORT", default=8000, type=click.IntRange(1, 65535), help="Porten (8000)."
)


@commands.command("import")
@click.argument(
    "paths", metavar="SÖKVÄG…", nargs=-1, required=True, type=click.Path(path_type=pathlib.Path)
)
@click.option("--publik", is_flag=True, help="Protokollen blir publika.")
@click.option("--intern", is_flag=True, help="Protokollen blir interna.")
@click.option("--aven-andra", is_flag=True, help="Behåll också det som inte är protokoll.")
@click.pass_obj
def import_(
    data: pathlib.Path | None,
    paths: tuple[pathlib.Path, ...],
    publik: bool,
    intern: bool,
    aven_andra: bool,
) -> int:
    """Läs in protokoll: filer, mappar och ZIP-arkiv.

    \b
    Exempel:
      protokollarkiv import protokoll/ "FSG 2024-03-12.pdf"
      protokollarkiv import --intern arkiv.zip
    """
    if publik and intern:
        raise WrongUse("Välj --publik eller --intern, inte båda.")
    chosen = Visibility.PUBLIC if publik else Visibility.INTERNAL if intern else None
    with opened(folder(data), begin=True) as archive:
        return run_import(archive, paths, chosen, aven_andra)


@commands.command()
@click.argument("file", metavar="FIL", type=click.Path(path_type=pathlib.Path))
@click.option("--json", "as_json", is_flag=True, help="Skriv protokollet som JSON.")
@click.option("--rapport", is_flag=True, help="Skriv vad som hittades, på vilken grund.")
@click.pass_obj
def parse(data: pathlib.Path | None, file: pathlib.Path, as_json: bool, rapport: bool) -> int:
    """Visa hur en fil tolkas, utan att läsa in den.

    \b
    Exempel:
      protokollarkiv parse "FSG 2024-03-12.pdf" --json
      protokollarkiv parse "FSG 2024-03-12.pdf" --rapport
    """
    from importers.formats.scan import find_tesseract
    from importers.parse import Parser
    from importers.reader import Reader

    if as_json and rapport:
        raise WrongUse("Välj --json eller --rapport, inte båda.")
    settings = load_settings(folder(data), os.environ)
    registries = load_registries(settings.register_dir)
    try:
        content = file.read_bytes()
    except OSError as err:
        raise UnreadableFile(file.name, SetAside.UNREACHABLE, str(err)) from err
    tesseract = find_tesseract() if settings.ocr else None
    reader = Reader(settings.limits, Parser(registries, settings.egna), tesseract)
    protocol = reader.read(content, file.name).protocol
    if as_json:
        click.echo(protocol.to_json())
        return 0
    if rapport:
        for line in parse_report(protocol, registries).lines():
            click.echo(line)
        return 0
    click.echo(protocol.title)
    date, forvaltning = protocol.date, protocol.forvaltning
    click.echo(f"Datum: {date.value or 'okänt'} ({BASIS[date.basis]})")
    click.echo(f"Förvaltning: {forvaltning.name or 'okänd'} ({BASIS[forvaltning.basis]})")
    click.echo(f"Närvarande: {len(protocol.attendance.present)}")
    for section in protocol.sections:
        number = "–" if section.number is None else f"§ {section.number}"
        click.echo(f"{number:>6}  {section.title}  ({len(section.exchanges)} frågor)")
    for remark in protocol.warnings:
        click.echo(f"Att kontrollera: {messages.remark_sentence(remark.code, remark.text)}")
    return 0


def search_parameters(command: t.Any) -> t.Any:
    """The parameters of the site's addresses, as options."""
    options = [
        click.option(
            "--typ", type=click.Choice([kind.value for kind in index.Kind]), help="Vad en träff är."
        ),
        click.option("--forvaltning", metavar="ID", multiple=True, help="Får anges flera gånger."),
        click.option("--fack", metavar="ID", multiple=True, help="Får anges flera gånger."),
        click.option("--amne", metavar="ID", multiple=True, help="Får anges flera gånger."),
        click.option("--utfall", metavar="ID", multiple=True, help="Får anges flera gånger."),
        click.option("--ar", metavar="ÅÅÅÅ[-MM]", multiple=True, help="Får anges flera gånger."),
        click.option("--besvarad", type=YES_NO, help="Bara frågor som är besvarade, eller inte."),
        click.option("--fran", metavar="DATUM", help="Från och med, ÅÅÅÅ[-MM[-DD]]."),
        click.option("--till", metavar="DATUM", help="Till och med, ÅÅÅÅ[-MM[-DD]]."),
        click.option("--foregangare", type=YES_NO, help="Ta med föregångare till det valda (ja)."),
        click.option("--ordagrant", type=YES_NO, help="Bara orden som de skrevs (nej)."),
        click.option(
            "--grupp",
            type=click.Choice(["protokoll"]),
            help="De bästa paragraferna under sina protokoll.",
        ),
        click.option(
            "--sort",
            type=click.Choice([order.value for order in index.Order]),
            help="I vilken ordning (med sökord relevans, annars nyast).",
        ),
    ]
    return functools.reduce(lambda wrapped, option: option(wrapped), reversed(options), command)


def asked(query: tuple[str, ...], chosen: dict[str, t.Any]) -> list[tuple[str, str]]:
    """What was asked for, as the parameters of an address."""
    pairs = [("q", " ".join(query))]
    for name, value in chosen.items():
        values = value if isinstance(value, tuple) else (value,)
        pairs += [(name, one) for one in values if one is not None]
    return pairs


@commands.command()
@click.argument("query", metavar="[SÖKORD…]", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Skriv svaret som JSON.")
@click.option(
    "--limit", metavar="ANTAL", default=10, type=click.IntRange(0, 1000), help="Visa så många (10)."
)
@search_parameters
@click.pass_obj
def search(
    data: pathlib.Path | None,
    /,
    query: tuple[str, ...],
    as_json: bool,
    limit: int,
    **chosen: t.Any,
) -> int:
    """Sök i arkivet.

    \b
    Exempel:
      protokollarkiv search sjukfrånvaro
      protokollarkiv search "hot och våld" --fack vision --ar 2024 --json
    """
    pairs = asked(query, chosen)
    with opened(folder(data)) as archive:
        read, notes = index.read_request(pairs, Audience.OPERATOR, archive.registries)
        if notes:  # a script must not be given a wider answer than it asked for
            raise WrongUse(" ".join(notes))
        request = dc.replace(read, limit=limit)
        result = archive.index.search(request)
        registries = archive.registries
    address = functools.partial(url_of, query=request.text)
    form = index.result_to_dict(request, result, registries, address)
    if as_json:
        click.echo(json.dumps(form, ensure_ascii=False, indent=2))
        return 0
    click.echo(f"{result.total} träffar")
    for note in result.notes:
        click.echo(note)
    if result.suggestion:
        click.echo(f"Menade du: {result.suggestion}")
    for hit in result.hits:
        place = f"§ {hit.number} " if hit.number is not None else ""
        where = hit.forvaltning_name or "Okänd förvaltning"
        click.echo(
            f"\n{place}{hit.title or hit.protocol_title}  –  {where}, {hit.date or 'odaterat'}"
        )
        for excerpt in hit.excerpts:
            click.echo(f"  {excerpt.text}")
        click.echo(f"  {address(hit)}")
    return 0


@commands.command()
@click.argument("query", metavar="[SÖKORD…]", nargs=-1)
@click.option(
    "--form", type=click.Choice(["csv", "json", "txt"]), default="csv", help="Filens form (csv)."
)
@click.option(
    "--fil",
    metavar="FIL",
    type=click.Path(path_type=pathlib.Path, dir_okay=False),
    help="Skriv till en fil.",
)
@click.option("--publik", is_flag=True, help="Bara det som alla får se.")
@click.option(
    "--allt",
    metavar="MAPP",
    type=click.Path(path_type=pathlib.Path, file_okay=False),
    help="Skriv i stället alla publika protokoll till en mapp, som JSON-rader med manifest.",
)
@search_parameters
@click.pass_obj
def export(
    data: pathlib.Path | None,
    /,
    query: tuple[str, ...],
    form: str,
    fil: pathlib.Path | None,
    publik: bool,
    allt: pathlib.Path | None,
    **chosen: t.Any,
) -> int:
    """Skriv alla träffar på en sökning till en fil, eller hela det publika arkivet.

    \b
    Exempel:
      protokollarkiv export "hot och våld" --fack vision --fil traffar.csv
      protokollarkiv export --allt arkivkopia/
    """
    pairs = asked(query, chosen)
    if allt and (fil or any(value for _, value in pairs)):
        raise WrongUse("Välj en sökning eller --allt, inte båda.")
    with opened(folder(data)) as archive:
        if allt:
            written = export_everything(archive, allt)
            click.echo(f"Skrivet: {written} protokoll i {allt}.")
            return 0
        audience = Audience.PUBLIC if publik else Audience.OPERATOR
        request, notes = index.read_request(pairs, audience, archive.registries)
        if notes:  # a script must not be given a wider answer than it asked for
            raise WrongUse(" ".join(notes))
        for sentence in export_hits(archive, request, form, fil, dt.date.today()):
            click.echo(sentence, err=True)
    return 0


@commands.command()
@click.option(
    "--host", metavar="ADRESS", default="127.0.0.1", help="Adressen att lyssna på (127.0.0.1)."
)
@port_option
@click.option(
    "--processer",
    metavar="ANTAL",
    default=1,
    type=click.IntRange(1, 64),
    help="Svara med så många processer (1).",
)
@click.pass_obj
def serve(data: pathlib.Path | None, host: str, port: int, processer: int) -> int:
    """Visa arkivet som webbplats.

    \b
    Exempel:
      protokollarkiv serve --port 8080
      protokollarkiv serve --processer 4
    """
    with opened(folder(data)) as archive:
        return run_server(archive, host, port, processer)


@commands.command()
@click.option("--http", is_flag=True, help="Svara på http på den här datorn, inte på ett rör.")
@click.option("--port", metavar="PORT", type=click.IntRange(1, 65535), help="Med --http (8001).")
@click.pass_obj
def mcp(data: pathlib.Path | None, http: bool, port: int | None) -> int:
    """Låt en AI-assistent läsa det som är publikt i arkivet (MCP).

    Assistenten startar kommandot själv och når då samma sak som webbplatsens besökare.

    \b
    Exempel:
      protokollarkiv --data /srv/protokoll mcp
      protokollarkiv mcp --http --port 8001
    """
    if port is not None and not http:
        raise WrongUse("--port gäller bara tillsammans med --http.")
    require_extra("mcp", "mcp")
    with opened(folder(data)) as archive:
        return run_mcp(archive, (port or MCP_PORT) if http else None)


@commands.command()
@click.pass_obj
def reindex(data: pathlib.Path | None) -> int:
    """Bygg om sökregistret ur katalogen.

    \b
    Exempel:
      protokollarkiv reindex
    """
    with opened(folder(data)) as archive:
        sections = rebuild(archive)
    click.echo(f"Sökregistret är ombyggt: {sections} paragrafer.")
    return 0


@commands.command()
@click.argument("ids", metavar="[ID…]", nargs=-1)
@click.option("--visa", is_flag=True, help="Visa vad som ändrades i varje protokoll.")
@click.pass_obj
def reparse(data: pathlib.Path | None, ids: tuple[str, ...], visa: bool) -> int:
    """Läs om arkivets filer, när programmet har lärt sig mer.

    Id:n, rättelser och beslut om synlighet står kvar.

    \b
    Exempel:
      protokollarkiv reparse --visa
      protokollarkiv reparse bromma/2024-03-12
    """
    with opened(folder(data)) as archive:
        return run_reparse(archive, ids, each=visa)


@commands.command()
@click.pass_obj
def forkortningar(data: pathlib.Path | None) -> int:
    """Föreslå förkortningar som protokollen själva förklarar.

    Förslagen skrivs i register/synonyms.forslag.toml, där en människa avgör vilka som stämmer.

    \b
    Exempel:
      protokollarkiv forkortningar
    """
    with opened(folder(data)) as archive:
        count, place = propose_abbreviations(archive)
    click.echo(f"Nya förkortningar: {count}. De står i {place}.")
    return 0


@commands.command()
@click.option("--repair", is_flag=True, help="Rätta det som går att rätta.")
@click.pass_obj
def check(data: pathlib.Path | None, repair: bool) -> int:
    """Kontrollera att katalog, original och sökregister stämmer överens.

    \b
    Exempel:
      protokollarkiv check --repair
    """
    with opened(folder(data), heal=repair) as archive:
        held, faults, lacking = find_faults(archive, repair=repair)
    for sentence in (*held, *lacking):
        click.echo(sentence)
    for fault in faults:
        click.echo(fault, err=True)
    click.echo("Något stämmer inte." if faults else "Allt stämmer.")
    return 3 if faults else 0


@commands.command()
@click.option("--json", "as_json", is_flag=True, help="Skriv siffrorna som JSON.")
@click.pass_obj
def stats(data: pathlib.Path | None, as_json: bool) -> int:
    """Visa vad som finns i arkivet.

    \b
    Exempel:
      protokollarkiv stats --json
    """
    with opened(folder(data)) as archive:
        summary = archive.catalogue.summary(Audience.OPERATOR)
        rejected = archive.catalogue.rejected()
        registries = archive.registries
    if as_json:
        form = {**dc.asdict(summary), "rejected": len(rejected)}
        click.echo(json.dumps(form, ensure_ascii=False, indent=2, default=str))
        return 0
    click.echo(f"Protokoll: {summary.protocols} ({summary.files} filer)")
    click.echo(f"Paragrafer: {summary.sections}")
    click.echo(f"Frågor: {summary.exchanges}, varav obesvarade {summary.unanswered}")
    click.echo(f"Tid: {summary.earliest or '–'} till {summary.latest or '–'}")
    click.echo(f"Lagda åt sidan: {len(rejected)} filer")
    for key, count in summary.by_forvaltning:
        entry = registries.forvaltningar.get(key)
        click.echo(f"{count:>6}  {entry.name if entry else 'Okänd förvaltning'}")
    return 0


@commands.command()
@click.argument("protocol_id", metavar="ID")
@click.option(
    "--datum", metavar="ÅÅÅÅ-MM-DD", type=click.DateTime(["%Y-%m-%d"]), help="Mötets datum."
)
@click.option("--forvaltning", metavar="ID", help="Förvaltningens id i registret.")
@click.option("--synlighet", type=click.Choice([v.value for v in Visibility]), help="Vem som ser.")
@click.pass_obj
def ratta(
    data: pathlib.Path | None,
    protocol_id: str,
    datum: dt.datetime | None,
    forvaltning: str | None,
    synlighet: str | None,
) -> int:
    """Rätta ett protokolls datum, förvaltning eller synlighet.

    \b
    Exempel:
      protokollarkiv ratta okand/2024-03-12 --forvaltning bromma
    """
    from importers.parse.dates import can_be_held

    if datum is None and forvaltning is None and synlighet is None:
        raise WrongUse("Ange --datum, --forvaltning eller --synlighet.")
    if datum is not None and not can_be_held(datum):
        raise WrongUse(f"Inget möte kan ha hållits {datum:%Y}.")
    with opened(folder(data)) as archive:
        record = archive.catalogue.correct(
            current_id(archive, protocol_id),
            date=datum.date() if datum else None,
            forvaltning=forvaltning,
            visibility=Visibility(synlighet) if synlighet else None,
            registries=archive.registries,
        )
        index.index_pending(archive.catalogue, archive.index)
    click.echo(f"Rättat: {record.protocol.id} ({record.visibility})")
    return 0


@commands.command()
@click.argument("name", metavar="[NAMN]", required=False)
@click.option("--skal", metavar="TEXT", help="Varför; det står i förteckningen.")
@click.option("--visa-igen", "again", is_flag=True, help="Visa namnet igen.")
@click.pass_obj
def dolj(data: pathlib.Path | None, name: str | None, skal: str | None, again: bool) -> int:
    """Dölj ett namn för allmänheten, eller visa vilka som är dolda.

    Namnet ersätts av [namn] på sidor, i träffar, förslag och export. Originalen till de
    protokoll som har det visas inte. Inget tas bort ur arkivet.

    \b
    Exempel:
      protokollarkiv dolj "Anna Berg" --skal "begärt 2030-01-15, dnr KS 2030/12"
      protokollarkiv dolj
    """
    with opened(folder(data)) as archive:
        if name is None:
            for one in archive.catalogue.withheld_names():
                until = f", visas igen sedan {one.ended_at:%Y-%m-%d}" if one.ended_at else ""
                click.echo(f"{one.made_at:%Y-%m-%d}  {one.name}: {one.reason}{until}")
            return 0
        name = " ".join(name.split())
        if " " not in name:
            raise WrongUse("Skriv hela namnet: ett förnamn eller efternamn är många personers.")
        if again:
            naming = archive.catalogue.show_name(name)
            if naming is None:
                raise WrongUse(f"{name} är inte dolt.")
        elif not skal:
            raise WrongUse("Ange --skal.")
        else:
            naming = archive.catalogue.withhold_name(name, skal)
        log.info("a name is %s, in %d protocols", "shown" if again else "withheld", len(naming))
        index.index_pending(archive.catalogue, archive.index)
    click.echo(f"{'Visas igen' if again else 'Dolt'}: {name}, i {len(naming)} protokoll.")
    return 0


@commands.command()
@click.option(
    "--antal",
    metavar="ANTAL",
    default=40,
    type=click.IntRange(1, 20_000),
    help="Skriv så många protokoll (40).",
)
@click.option(
    "--fro", metavar="TAL", default=1, type=int, help="Samma frö ger samma protokoll (1)."
)
@click.option("--servera", is_flag=True, help="Visa webbplatsen när inläsningen är klar.")
@port_option
@click.pass_obj
def demo(data: pathlib.Path | None, antal: int, fro: int, servera: bool, port: int) -> int:
    """Fyll ett arkiv med påhittade protokoll från en påhittad kommun.

    \b
    Exempel:
      protokollarkiv demo --servera
    """
    from importers import demo as invented

    data = (data or DEMO_FOLDER).absolute()
    files = data / "protokoll"
    with writing_in(data):
        prepare_demo(data, invented.REGISTER)
        invented.write_corpus(files, seed=fro, count=antal)
    with opened(data, begin=True) as archive:
        code = run_import(archive, [files])
        return run_server(archive, "127.0.0.1", port) if servera else code


def folder(data: pathlib.Path | None) -> pathlib.Path:
    """The data folder that was chosen, or ./data."""
    return (data or pathlib.Path("data")).absolute()


def main() -> t.NoReturn:
    """Run a command; what goes wrong is one Swedish sentence, never a traceback."""
    logging.raiseExceptions = False  # a log on a full disk must not speak over the answer
    try:
        code = commands.main(standalone_mode=False)
    except click.UsageError as err:
        click.echo(usage_sentence(err), err=True)
        code = 2
    except ArchiveError as err:
        log.info("%s", err, exc_info=True)
        click.echo(messages.error_sentence(err), err=True)
        code = 2 if isinstance(err, WRONG_USE) else 1
    except click.Abort:
        click.echo("Avbrutet.", err=True)
        code = 130
    except Exception:
        log.exception("unexpected")
        click.echo(f"Ett oväntat fel inträffade. Mer står i {LOG_FILE} i datamappen.", err=True)
        code = 1
    sys.exit(code or 0)


if __name__ == "__main__":
    main()
