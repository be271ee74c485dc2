import pytest

from archive.model import Outcome
from importers.parse.outcomes import find_outcome, tells


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Samverkan avslutades i enighet.", Outcome.AGREED),
        ("Ärendet är samverkat.", Outcome.AGREED),
        ("Förslaget samverkades enligt förslaget.", Outcome.AGREED),
        ("Ärendet samverkas enligt förvaltningens förslag.", Outcome.AGREED),
        ("Parterna är eniga.", Outcome.AGREED),
        ("Arbetsgivaren har fullgjort sin förhandlingsskyldighet.", Outcome.AGREED),
        ("Arbetsgivaren konstaterades ha fullgjort sin samverkansskyldighet.", Outcome.AGREED),
        ("De fackliga har inget att erinra.", Outcome.AGREED),
        ("Förhandlingen avslutas.", Outcome.AGREED),
        ("Förhandlingen avslutades i oenighet.", Outcome.DISAGREED),
        ("Vision är oenig i beslutet, övriga är eniga.", Outcome.DISAGREED),
        ("Kommunal reserverar sig mot förslaget.", Outcome.DISAGREED),
        ("Parterna är inte överens.", Outcome.DISAGREED),
        ("Ärendet bordläggs till nästa möte.", Outcome.POSTPONED),
        ("Parterna enades om att bordlägga ärendet.", Outcome.POSTPONED),
        ("Parterna enades om förslaget.", Outcome.AGREED),
        ("Ärendet återremitteras.", Outcome.POSTPONED),
        ("Samverkan skjuts upp.", Outcome.POSTPONED),
        ("Punkten bordlades.", Outcome.POSTPONED),
        ("Samverkan fortsätter vid nästa möte.", Outcome.POSTPONED),
        ("Ärendena anses informerade.", Outcome.INFORMED),
        ("Informationen är given.", Outcome.INFORMED),
        ("Informationen anses lämnad.", Outcome.INFORMED),
        ("De fackliga har tagit del av informationen.", Outcome.INFORMED),
        ("Ärendet ska samverkas i maj.", None),
        ("Kommunal begär att ärendet samverkas enligt förslaget.", None),
        ("Vision frågade om ärendet är samverkat.", None),
        ("Ärendet har tidigare samverkats.", None),
        ("Arbetsgivaren informerade om budgeten.", None),
    ],
)
def test_an_outcome_is_told_by_its_formula(sentence: str, outcome: Outcome | None) -> None:
    assert find_outcome(sentence) == outcome


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Arbetsgivaren informerade om budgeten.", True),
        ("Information gavs om budgeten.", True),
        ("Vision frågade vad som redovisats.", False),
        ("Budgeten är klar.", False),
    ],
)
def test_telling_is_told_from_asking(sentence: str, told: bool) -> None:
    assert tells(sentence) is told
