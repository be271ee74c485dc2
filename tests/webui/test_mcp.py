"""The archive over the Model Context Protocol: the real command as an assistant starts it, and
the server spoken to in memory."""

import collections.abc as c
import json
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import threading
import typing as t
import urllib.error
import urllib.request

import anyio
import jsonschema
import pytest
from mcp import Client, StdioServerParameters, stdio_client
from mcp.server.lowlevel.server import Server
from mcp_types import CallToolResult

import protokollarkiv
import serving
from archive import messages
from archive.catalogue import Catalogue
from archive.errors import MissingExtra
from archive.registry import packaged
from archive.visibility import Audience, Visibility
from index import index_pending, open_index
from operations import Archive
from swedish_click import WrongUse
from webui import assistants
from webui import mcp as archive_mcp

SAMPLES = pathlib.Path(__file__).parents[1] / "samples" / "files"
FARSTA = "farsta/2025-01-14"
NAMED = ("settings", "catalogue", "index", "registries")

Told = t.TypeVar("Told")


def command(data: pathlib.Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "protokollarkiv", "--data", str(data), *arguments]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """An archive with two imported samples, of which one is internal."""
    home = tmp_path_factory.mktemp("mcp")
    data, files = home / "data", home / "filer"
    data.mkdir()
    files.mkdir()
    settings = 'adress = "https://protokoll.example.se"\nsidbilder = false\n'
    (data / "protokollarkiv.toml").write_text(settings, "utf-8")
    for name in ("D05.txt", "F08.txt"):
        shutil.copy(SAMPLES / name, files)
    done = subprocess.run(command(data, "import", str(files)), capture_output=True)
    assert done.returncode == 0, done.stderr
    index = open_index(data / "index", packaged())
    with Catalogue.open(f"sqlite:///{data / 'katalog.sqlite'}") as catalogue:
        for record in catalogue.records(Audience.OPERATOR):
            if record.shown_file.filename == "F08.txt":
                changes = {"visibility": Visibility.INTERNAL, "registries": packaged()}
                catalogue.correct(str(record.protocol.id), **changes)
        index_pending(catalogue, index)
    return data


@pytest.fixture(scope="module")
def server(parts: dict[str, t.Any]) -> Server:
    return archive_mcp.create_server(**{name: parts[name] for name in NAMED})


def spoken(server: Server, say: c.Callable[[Client], c.Awaitable[Told]]) -> Told:
    """What a client's session with the server gives."""

    async def session() -> Told:
        async with Client(server) as client:
            return await say(client)

    return anyio.run(session)


def called(server: Server, name: str, **given: t.Any) -> CallToolResult:
    return spoken(server, lambda client: client.call_tool(name, given))


def test_an_assistant_finds_a_section_reads_it_and_cites_it(data: pathlib.Path) -> None:
    started, *arguments = command(data, "mcp")
    parameters = StdioServerParameters(command=started, args=arguments)

    async def session() -> None:
        async with Client(stdio_client(parameters)) as client:
            tools = (await client.list_tools()).tools
            assert [tool.name for tool in tools] == [tool.name for tool in assistants.TOOLS]
            assert "original rules" in (client.instructions or "")
            found = await client.call_tool("search", {"q": "korttidsfrånvaron augusti"})
            assert found.structured_content is not None
            hit = found.structured_content["hits"][0]
            assert (hit["section"], hit["title"]) == ("§ 6", "Arbetsmiljö")
            place = {"protocol_id": hit["source"]["protocol_id"], "anchor": hit["anchor"]}
            read = await client.call_tool("get_section", place)
            assert read.structured_content is not None
            assert "augusti till 8,3 procent" in read.structured_content["text"]
            address = f"https://protokoll.example.se/protokoll/{place['protocol_id']}#p6"
            assert read.structured_content["permalink"] == address
            citation = read.structured_content["citation"]
            assert "§ 6 Arbetsmiljö" in citation
            assert f"\n{address} (hämtad " in citation
            # The other sample is internal.
            held = await client.call_tool("list_values", {})
            assert held.structured_content is not None
            assert held.structured_content["protocols"] == 1

    anyio.run(session)


def test_closing_the_pipe_ends_the_process(data: pathlib.Path) -> None:
    asked = {"jsonrpc": "2.0", "id": 1, "method": "initialize"}
    info = {"name": "prov", "version": "1"}
    parameters = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": info}
    # What is no message at all is passed over, and nothing but answers is ever said.
    said = f"hej\n{json.dumps({**asked, 'params': parameters})}\n"
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command(data, "mcp"), stdin=pipe, stdout=pipe, stderr=pipe, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(said)
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        assert answer["result"]["serverInfo"]["name"] == "protokollarkivet"
        rest, errors = process.communicate(timeout=60)  # closes the pipe
    assert (process.returncode, rest, errors) == (0, "", "")


def test_with_http_a_port_of_this_machine_is_answered(data: pathlib.Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    with subprocess.Popen(
        command(data, "mcp", "--http", "--port", port), stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            address = f"http://127.0.0.1:{port}/mcp"
            assert address in process.stdout.readline()
            headers = {"Host": "elak.example", "Content-Type": "application/json"}
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(urllib.request.Request(address, b"{}", headers), timeout=60)
            refused.value.close()
            assert refused.value.code == 421  # a page elsewhere cannot have a browser ask it

            async def session() -> CallToolResult:
                async with Client(address) as client:
                    return await client.call_tool("search", {"q": "arbetsmiljö"})

            assert not anyio.run(session).is_error
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0


def test_a_taken_port_is_told(parts: dict[str, t.Any], capsys: pytest.CaptureFixture[str]) -> None:
    kept = {name: parts[name] for name in NAMED}
    archive = Archive(**kept, originals=parts["originals"], pages=parts["page_store"])
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert serving.run_mcp(archive, port) == 1
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"Porten {port} är upptagen eller går inte att använda.\n")


def test_a_port_without_http_is_wrong_use() -> None:
    with pytest.raises(WrongUse, match="--http"):
        protokollarkiv.commands.main(["mcp", "--port", "8001"], standalone_mode=False)


def test_without_the_extra_the_command_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path
) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)
    with pytest.raises(MissingExtra) as caught:
        protokollarkiv.commands.main(["--data", str(tmp_path), "mcp"], standalone_mode=False)
    assert "pip install '.[mcp]'" in messages.error_sentence(caught.value)


def test_every_tool_is_announced_as_read_only(server: Server) -> None:
    for tool in spoken(server, lambda client: client.list_tools()).tools:
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        jsonschema.Draft202012Validator.check_schema(tool.input_schema)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("search", {"q": "larm"}),
        ("search", {"typ": "protokoll"}),
        ("search", {"typ": "fraga", "besvarad": "nej"}),
        ("get_section", {"protocol_id": FARSTA, "anchor": "p2"}),
        ("get_section", {"protocol_id": "jarva/2024-08-20", "anchor": "o2"}),
        ("get_protocol", {"protocol_id": FARSTA, "with_text": True}),
        ("get_protocol", {"protocol_id": "okand/odaterat"}),
        ("list_questions", {}),
        ("list_values", {}),
    ],
)
def test_an_answer_has_the_form_of_its_schema(
    server: Server, name: str, given: dict[str, t.Any]
) -> None:
    (tool,) = (it for it in assistants.TOOLS if it.name == name)
    answered = called(server, name, **given)  # the client checks it too
    assert not answered.is_error
    jsonschema.validate(answered.structured_content, tool.output_schema)


def test_what_cannot_be_answered_is_an_error_in_words(server: Server) -> None:
    answered = called(server, "get_section", protocol_id="finns/inte", anchor="p1")
    assert answered.is_error
    assert answered.structured_content is None
    (told,) = answered.content
    assert told.type == "text"
    assert told.text.startswith("There is no protocol 'finns/inte'")


def test_what_nobody_waits_for_holds_nothing_up(
    parts: dict[str, t.Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    free = threading.Event()

    def slow(*_: object) -> assistants.Answered:
        free.wait(5)
        return assistants.Answered("", {})

    server = archive_mcp.create_server(**{name: parts[name] for name in NAMED})
    quick = assistants.answer

    async def session(client: Client) -> bool:
        monkeypatch.setattr(assistants, "answer", slow)
        with anyio.move_on_after(0.2) as scope:
            await client.call_tool("search", {"q": "larm"})
        monkeypatch.setattr(assistants, "answer", quick)
        assert scope.cancelled_caught
        return (await client.call_tool("search", {"q": "larm"})).is_error

    assert spoken(server, session) is False
    free.set()


def test_an_assistant_is_the_public(parts: dict[str, t.Any]) -> None:
    assert assistants.Reader(**{name: parts[name] for name in NAMED}).audience is Audience.PUBLIC
