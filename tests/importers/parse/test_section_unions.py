from archive.registry import packaged
from importers.parse.section_unions import section_unions
from importers.parse.unions import UnionNames

NAMES = UnionNames(packaged().unions)


def test_unions_are_named_in_heading_prose_and_lists() -> None:
    text = "SSR: Disa Lind\n\nKommunal har årsmöte i maj.\n\nSSR – ingen information."
    assert section_unions("Fråga från Vision", text, NAMES) == ("vision", "ssr", "kommunal")


def test_a_word_that_is_no_organisation_names_no_union() -> None:
    text = "Kommunal verksamhet följer nämndens vision. Ledarna i organisationen utbildas."
    assert section_unions("Verksamhet", text, NAMES) == ()
