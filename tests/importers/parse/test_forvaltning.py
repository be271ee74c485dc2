"""Which förvaltning a protocol is from."""

import pytest

from archive.model import Basis, ForvaltningRef
from archive.registry import packaged
from importers.parse.forvaltning import Traces, find_forvaltning

FORVALTNINGAR = packaged().forvaltningar


def find(header: str = "", roles: str = "", body: str = "", **more: object) -> ForvaltningRef:
    year = more.pop("year", None)
    assert year is None or isinstance(year, int)
    return find_forvaltning(Traces(header, roles, body, **more), FORVALTNINGAR, year)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("Bromma stadsdelsförvaltning", "bromma"),
        ("Protokoll från förvaltningsgruppen, Kulturförvaltningen", "kulturforvaltningen"),
        ("Stadsdelsförvaltningen Enskede-Årsta-Vantör", "enskede-arsta-vantor"),
        ("HÄGERSTEN-ÄLVSJÖ STADSDELSFÖRVALTNING", "hagersten-alvsjo"),
    ],
)
def test_the_header_states_it(header: str, key: str) -> None:
    found = find(header)
    assert (found.id, found.basis, found.evidence) == (key, Basis.STATED, (header,))


def test_the_longest_name_wins() -> None:
    assert find("Protokoll Hägersten-Älvsjö").id == "hagersten-alvsjo"


def test_a_case_prefix_points_at_it() -> None:
    found = find("Stadsdelsförvaltningen", diarienummer=("HÄ 2024/17", "HÄ 2024/18"))
    assert (found.id, found.basis) == ("hagersten-alvsjo", Basis.INFERRED)
    assert found.evidence == ("Diarienummer HÄ 2024/17", "Diarienummer HÄ 2024/18")


def test_the_board_whose_matters_are_gone_through_points_at_it() -> None:
    body = "Ärenden inför kommande Socialnämnd gicks igenom. Socialnämnden behöver vara beredd."
    found = find("Protokoll", body=body)
    assert (found.id, found.basis) == ("socialforvaltningen", Basis.INFERRED)


def test_evidence_is_whole_words_of_one_paragraph() -> None:
    long = "Frågan om lokaler bereds vidare av enheten innan den tas upp av Socialnämnden på nytt "
    body = f"Nämndärenden\n\nÄrenden inför Socialnämnden gicks igenom.\n\n{long * 3}"
    evidence = find("Protokoll", body=body).evidence
    assert evidence[0] == "Ärenden inför Socialnämnden gicks igenom."
    assert all(words.startswith("… ") and words.endswith(" …") for words in evidence[1:])
    assert "".join(evidence[1].strip("… ").split()) in "".join(body.split())


def test_a_common_noun_is_no_board() -> None:
    assert find("Protokoll", body="JO har kritiserat en socialnämnd i Skåne.").id is None


def test_a_district_director_rules_out_other_administrations() -> None:
    body = "Socialnämnden svarade. Socialnämndens plan. Bromma stadsdelsnämnd har beslutat."
    found = find("Protokoll", "Mona Alm, stadsdelsdirektör", body)
    assert found.id == "bromma"


def test_a_single_passing_mention_decides_nothing() -> None:
    found = find("Protokoll", body="Socialförvaltningens kommunikatörer bevakar trender.")
    assert (found.id, found.basis) == (None, Basis.UNKNOWN)


def test_two_that_point_equally_leave_it_unknown() -> None:
    body = "Socialnämnden och Äldrenämnden fattade beslut. Socialnämnden och Äldrenämnden."
    assert find("Protokoll", body=body).id is None


def test_a_name_that_has_ended_means_its_successor() -> None:
    assert find("Spånga-Tensta stadsdelsförvaltning", year=2025).id == "jarva"
    assert find("Spånga-Tensta stadsdelsförvaltning", year=2021).id == "spanga-tensta"


@pytest.mark.parametrize(
    "body",
    [
        "Ärendena till Norra innerstadens stadsdelsnämnd gicks igenom.",
        "Ärendena till stadsdelsnämnden i Norra innerstaden gicks igenom.",
    ],
)
def test_a_districts_board_may_be_named_in_the_genitive(body: str) -> None:
    assert find("Protokoll", body=body).id == "norra-innerstaden"


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("Granviks kommun Socialförvaltningen", None),
        ("Malå kommun\nSocialförvaltningen", None),
        ("Stockholms stad\nSocialförvaltningen", "socialforvaltningen"),
        ("En stad för alla\nSocialförvaltningen", "socialforvaltningen"),
        ("Socialförvaltningen", "socialforvaltningen"),
    ],
)
def test_a_name_many_municipalities_have_is_not_taken_for_ones_own(
    header: str, found: str | None
) -> None:
    traces = Traces(header=header, roles="", body="")
    assert find_forvaltning(traces, packaged().forvaltningar, 2024).id == found
