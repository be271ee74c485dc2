"""Where files come from: files and folders as given, and ZIP archives among them.

Nothing is dropped in silence: what cannot be a candidate comes as the UnreadableFile that says
why, among the candidates and in their order.
"""

from importers.sources.candidate import Candidate
from importers.sources.folder import candidates

__all__ = ["Candidate", "candidates"]
