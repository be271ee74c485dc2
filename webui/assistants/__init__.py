"""The archive for assistants: what can be asked of it, and what is answered. No protocol of theirs
is known here; `webui.mcp` speaks it.

An assistant is one more reader of the site and sees what the site shows the public. It reads
English descriptions and gets the archive's Swedish text, always with where it stands.
"""

from webui.assistants.reading import Reader
from webui.assistants.tools import TOOLS, Answered, Tool, answer, instructions

__all__ = ["TOOLS", "Answered", "Reader", "Tool", "answer", "instructions"]
