"""Minutes become blocks, and blocks become a PDF, a Word file or plain text."""

from importers.demo.layouts.blocks import Block, Furniture, Look
from importers.demo.layouts.page import lay_out

__all__ = ["Block", "Furniture", "Look", "lay_out"]
