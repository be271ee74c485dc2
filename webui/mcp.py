"""The archive as a server of the Model Context Protocol: read-only tools for assistants.

Over a pipe a client starts the server itself and ends it by closing the pipe. The only place that
knows the protocol's own library.
"""

import collections.abc as c
import importlib.metadata
import logging
import socket

import anyio
import anyio.to_thread
import mcp_types as types
import uvicorn
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel.server import Server
from mcp.server.stdio import stdio_server

from archive.catalogue import Catalogue
from archive.registry import Registries
from archive.settings import Settings
from index import SearchIndex
from webui import assistants

READ_ONLY = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def create_server(
    *, settings: Settings, catalogue: Catalogue, index: SearchIndex, registries: Registries
) -> Server:
    """A server of what the public may read."""
    reader = assistants.Reader(settings, catalogue, index, registries)
    tools = [_described(tool) for tool in assistants.TOOLS]

    async def list_tools(
        _context: ServerRequestContext, _params: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(tools=tools)

    async def call_tool(
        _context: ServerRequestContext, params: types.CallToolRequestParams
    ) -> types.CallToolResult:
        # What nobody waits for any longer is left to itself: a read ends soon and changes nothing.
        answered = await anyio.to_thread.run_sync(
            assistants.answer, reader, params.name, params.arguments or {}, abandon_on_cancel=True
        )
        return types.CallToolResult(
            content=[types.TextContent(text=answered.text)],
            structured_content=answered.values,
            is_error=answered.values is None,
        )

    return Server(
        "protokollarkivet",
        version=importlib.metadata.version("protokollarkivet"),
        title=settings.namn,
        instructions=assistants.instructions(settings),
        website_url=settings.adress or None,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def serve_pipe(server: Server) -> None:
    """Answer on standard output what comes on standard input, until that is closed."""

    async def serve() -> None:
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())

    anyio.run(serve)


def serve_http(server: Server, sockets: c.Sequence[socket.socket]) -> None:
    """Answer at /mcp what comes to these sockets of this machine, until interrupted."""
    logging.getLogger("mcp").setLevel(logging.WARNING)  # it tells of every request
    app = server.streamable_http_app(stateless_http=True, json_response=True)
    config = uvicorn.Config(app, log_config=None, access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=list(sockets))


def _described(tool: assistants.Tool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.input_schema,
        output_schema=tool.output_schema,
        annotations=READ_ONLY,
    )
