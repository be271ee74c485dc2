"""Which unions a section names as organisations, in its heading, its prose or a list."""

from importers.parse.unions import UnionNames


def section_unions(title: str, text: str, union_names: UnionNames) -> tuple[str, ...]:
    """Ids of the unions named in the section, each once, in order of first mention."""
    return tuple(dict.fromkeys(union_names.ids(title) + union_names.ids(text)))
