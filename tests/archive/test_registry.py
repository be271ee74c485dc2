"""The packaged registries hold what they should, and a wrong file is named with its key."""

import pathlib

import pytest

from archive import registry
from archive.errors import Fault, RegistryError
from archive.registry import Registries, load_registries

UNIONS = """
kommunal vision ssr saco sveriges-larare lararforbundet lararnas-riksforbund sveriges-skolledare
ledarna vardforbundet dik akavia sveriges-ingenjorer naturvetarna fysioterapeuterna
sveriges-arbetsterapeuter psykologforbundet lakarforbundet brandmannens-riksforbund fastighets
transport byggnads seko teaterforbundet
"""
FORVALTNINGAR = """
bromma enskede-arsta-vantor farsta hagersten-alvsjo hagersten-liljeholmen alvsjo
hasselby-vallingby jarva rinkeby-kista spanga-tensta kungsholmen norra-innerstaden norrmalm
ostermalm skarpnack skarholmen sodermalm aldreforvaltningen arbetsmarknadsforvaltningen
exploateringskontoret fastighetskontoret forskoleforvaltningen idrottsforvaltningen
kulturforvaltningen kyrkogardsforvaltningen miljoforvaltningen overformyndarforvaltningen
serviceforvaltningen socialforvaltningen stadsarkivet stadsbyggnadskontoret
stadsledningskontoret trafikkontoret utbildningsforvaltningen
"""
TOPICS = """
arbetsmiljo hot-och-vald sjukfranvaro rehabilitering bemanning arbetstid-och-semester lon
anstallningsvillkor rekrytering kompetens budget organisationsforandring verksamhetsplan
namndarenden lokaler it-och-system informationssakerhet lika-rattigheter miljo medborgarforslag
valfardsbrott skola-och-forskola aldreomsorg socialtjanst facklig-information formalia
"""
SYNONYMS = """
FSG LSG CSG APT HSO skyddsombud HÖK löneöversyn HME SAM OSA SBA IA FHV PDV RSA AFS VAB MBL LAS AML
oense ense ATL FML SoL LSS LVU LVM HSL OSL LOU LOV GDPR SOU SFS KF KS SDN SDF SLK VP VB ILS dnr tf
SKR IVO MSB JO DO DSO IFO SIP BBIC IBIC SÄBO NPF SFI SYV EHT APL VFU anpassa arbetsanpassa
arbetsträna avveckla bemanna bordlägga digitalisera diskriminera dokumentera effektivisera evakuera
finansiera fortbilda förhandla förlänga förstärka handleda implementera inspektera introducera
inventera kartlägga kompetensutveckla kränka mobba nyrekrytera omorganisera omplacera planera
polisanmäla prioritera rehabilitera rekrytera renovera revidera riskbedöma samlokalisera samordna
sanera schemalägga sjukskriva städa tillsätta trakassera uppföljning uppsägning upphandla utbilda
utreda utvärdera överklaga
"""


@pytest.fixture(scope="module")
def packaged() -> Registries:
    return registry.packaged()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("unions", UNIONS),
        ("forvaltningar", FORVALTNINGAR),
        ("topics", TOPICS),
        ("synonyms", SYNONYMS),
    ],
)
def test_a_packaged_registry_holds_exactly_its_entries(
    packaged: Registries, name: str, expected: str
) -> None:
    assert set(getattr(packaged, name)) == set(expected.split())


def test_every_entry_knows_its_own_id_and_has_a_name(packaged: Registries) -> None:
    for entries in (packaged.unions, packaged.forvaltningar, packaged.topics):
        assert all(entry.id == id_ and entry.name for id_, entry in entries.items())


@pytest.mark.parametrize(
    ("id_", "predecessors"),
    [
        ("hagersten-alvsjo", {"hagersten-liljeholmen", "alvsjo"}),
        ("jarva", {"rinkeby-kista", "spanga-tensta"}),
        ("norra-innerstaden", {"norrmalm", "ostermalm"}),
        ("bromma", set()),
    ],
)
def test_a_forvaltning_includes_those_it_took_over(
    packaged: Registries, id_: str, predecessors: set[str]
) -> None:
    assert packaged.with_predecessors(id_)[0] == id_
    assert set(packaged.with_predecessors(id_)) == {id_} | predecessors


def test_a_union_includes_those_that_went_into_it(packaged: Registries) -> None:
    assert set(packaged.union_with_predecessors("sveriges-larare")) == {
        "sveriges-larare",
        "lararforbundet",
        "lararnas-riksforbund",
    }


def test_an_unknown_id_has_no_lineage(packaged: Registries) -> None:
    assert packaged.with_predecessors("atlantis") == ()


def test_the_known_case_prefix_points_at_its_forvaltning(packaged: Registries) -> None:
    assert packaged.forvaltningar["hagersten-alvsjo"].case_prefixes == ("HÄ",)


def test_vision_is_known_by_its_former_name_and_is_an_everyday_word(packaged: Registries) -> None:
    vision = packaged.unions["vision"]
    assert vision.common_noun
    assert "SKTF" in vision.names


def test_a_union_has_a_short_label_where_there_is_one(packaged: Registries) -> None:
    assert packaged.unions["ssr"].label == "SSR"
    assert packaged.unions["kommunal"].label == "Kommunal"


def test_the_longest_name_comes_first(packaged: Registries) -> None:
    lengths = [len(name) for name in packaged.unions["ssr"].names]
    assert lengths == sorted(lengths, reverse=True)


def test_an_operators_file_replaces_the_packaged_one_whole(tmp_path: pathlib.Path) -> None:
    (tmp_path / "forvaltningar.toml").write_text('[havet]\nname = "Havet"\n', "utf-8")
    registries = load_registries(tmp_path)
    assert list(registries.forvaltningar) == ["havet"]
    assert registries.unions == registry.packaged().unions


def test_a_folder_without_files_changes_nothing(tmp_path: pathlib.Path) -> None:
    assert load_registries(tmp_path) == load_registries(None)
    assert load_registries(tmp_path / "saknas") == load_registries(None)


@pytest.mark.parametrize(
    ("file", "text", "key", "fault"),
    [
        ("unions.toml", "[dik", None, Fault.NOT_TOML),
        ("unions.toml", "dik = 3", "dik", Fault.WRONG_VALUE),
        ("unions.toml", "[dik]", "dik", Fault.WRONG_VALUE),
        ("unions.toml", "[dik]\nname = 3", "dik", Fault.WRONG_VALUE),
        ("unions.toml", "[dik]\nname = 'DIK'\nalias = ['x']", "dik.alias", Fault.UNKNOWN_KEY),
        ("unions.toml", "[dik]\nname = 'DIK'\nid = 'x'", "dik.id", Fault.UNKNOWN_KEY),
        ("unions.toml", "['DIK']\nname = 'DIK'", "DIK", Fault.BAD_ID),
        ("unions.toml", "['lärarna']\nname = 'Lärarna'", "lärarna", Fault.BAD_ID),
        (
            *("unions.toml", "[dik]\nname = 'DIK'\npredecessors = ['x']", "dik.predecessors"),
            Fault.UNKNOWN_PREDECESSOR,
        ),
        ("forvaltningar.toml", "[a]\nname = 'A'\nkind = 'slott'", "a", Fault.WRONG_VALUE),
        (
            *("forvaltningar.toml", "[a]\nname = 'A'\npredecessors = ['a']", "a.predecessors"),
            Fault.CIRCLE,
        ),
        ("topics.toml", "[a]\nname = 'A'\nwords = 'ord'", "a", Fault.WRONG_VALUE),
        ("synonyms.toml", "MBL = 'medbestämmandelagen'", "MBL", Fault.WRONG_VALUE),
        ("synonyms.toml", "MBL = [3]", "MBL", Fault.WRONG_VALUE),
        ("ord.txt", "dagordning=dag+ord", "dagordning=dag+ord", Fault.WRONG_VALUE),
        ("ord.txt", "# egna\ndagordning", "dagordning", Fault.WRONG_VALUE),
    ],
)
def test_a_wrong_entry_is_named_with_its_file_and_key(
    tmp_path: pathlib.Path, file: str, text: str, key: str | None, fault: Fault
) -> None:
    (tmp_path / file).write_text(text, "utf-8")
    with pytest.raises(RegistryError) as raised:
        load_registries(tmp_path)
    refusal = raised.value
    assert (refusal.file, refusal.key, refusal.fault) == (tmp_path / file, key, fault)


def test_the_operators_own_words_are_read_line_by_line(tmp_path: pathlib.Path) -> None:
    text = "# egna ord\n\nDagordning = dag + ordning\nbusstopp=buss+stopp  # ett p\nmöss:mus\n"
    (tmp_path / "ord.txt").write_text(text, "utf-8")
    words = load_registries(tmp_path).words
    assert words == ("dagordning=dag+ordning", "busstopp=buss+stopp", "möss:mus")
    assert registry.packaged().words == ()


def test_predecessors_that_come_back_to_themselves_are_named(tmp_path: pathlib.Path) -> None:
    circle = "[a]\nname='A'\npredecessors=['b']\n[b]\nname='B'\npredecessors=['a']\n"
    (tmp_path / "forvaltningar.toml").write_text(circle, "utf-8")
    with pytest.raises(RegistryError) as raised:
        load_registries(tmp_path)
    assert raised.value.fault is Fault.CIRCLE


def test_a_registry_in_another_encoding_is_named(tmp_path: pathlib.Path) -> None:
    (tmp_path / "unions.toml").write_bytes(b"[ssr]\nname = '\xe5'")
    with pytest.raises(RegistryError) as raised:
        load_registries(tmp_path)
    assert (raised.value.key, raised.value.fault) == (None, Fault.UNREADABLE)
