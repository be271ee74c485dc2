import pytest

from archive import registry
from archive.model import Outcome
from importers.parse.samverkan_groups import Group
from importers.parse.unions import UnionNames

NAMES = UnionNames(registry.packaged().unions)


def ended(group: Group) -> list[tuple[str | None, Outcome]]:
    return [(entry.matter, entry.outcome) for entry in group.matters(NAMES)]


def test_what_is_said_belongs_to_the_matters_listed_since_anything_was_said() -> None:
    group = Group("MBL § 11")
    group.list_matter("Taxor")
    group.say("Parterna är eniga.")
    group.list_matter("Budget")
    group.list_matter("Bokslut")
    group.say("Ärendet bordläggs.")
    assert ended(group) == [
        ("Taxor", Outcome.AGREED),
        ("Budget", Outcome.POSTPONED),
        ("Bokslut", Outcome.POSTPONED),
    ]


def test_a_question_put_off_does_not_undo_an_agreement() -> None:
    group = Group("MBL § 11")
    group.list_matter("Taxor")
    group.say("Samverkan avslutades i enighet.")
    group.say("Frågan om tider återkommer på nästa möte.")
    assert ended(group) == [("Taxor", Outcome.AGREED)]


@pytest.mark.parametrize("firm", [True, False])
def test_only_a_group_announced_as_one_gives_matters_without_an_end(firm: bool) -> None:
    group = Group("MBL § 11", firm=firm)
    group.list_matter("Taxor")
    assert ended(group) == ([("Taxor", Outcome.UNKNOWN)] if firm else [])


def test_at_one_about_information_means_informed() -> None:
    group = Group("MBL § 19")
    group.list_matter("Bokslut")
    group.say("Parterna är överens om att informationen är mottagen.")
    assert ended(group) == [("Bokslut", Outcome.INFORMED)]


def test_a_group_without_a_basis_only_remembers() -> None:
    group = Group(None)
    group.list_matter("Bokslut")
    assert ended(group) == []
    assert group.last_name == "Bokslut"
