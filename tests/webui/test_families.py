from archive.registry import Union
from webui import families

KIN = {
    "larare": Union(id="larare", name="Lärare", predecessors=("aldre", "yngre")),
    "aldre": Union(id="aldre", name="Äldre"),
    "yngre": Union(id="yngre", name="Yngre", predecessors=("forst",)),
    "forst": Union(id="forst", name="Först"),
    "orat": Union(id="orat", name="Örat"),
    "ansvar": Union(id="ansvar", name="Ansvar"),
}


def test_what_went_into_another_stands_under_it_by_name() -> None:
    found = families.families(KIN, {"orat": 1, "aldre": 2, "forst": 3, "ansvar": 4})
    assert [(it.name, it.holds) for it in found] == [("Ansvar", 4), ("Lärare", None), ("Örat", 1)]
    younger, older = found[1].earlier
    assert (older.name, older.holds) == ("Äldre", 2)
    assert (younger.holds, younger.earlier[0].name) == (None, "Först")


def test_who_holds_nothing_and_took_over_nothing_is_left_out() -> None:
    assert [it.id for it in families.families(KIN, {"orat": 1})] == ["orat"]


def test_an_id_that_no_registry_knows_stands_under_itself() -> None:
    assert [it.name for it in families.families(KIN, {"okant": 1, "orat": 1})] == ["okant", "Örat"]


def test_one_that_was_divided_has_two_heirs() -> None:
    divided = KIN | {"andra": Union(id="andra", name="Andra", predecessors=("aldre",))}
    assert [it.id for it in families.heirs(divided, "aldre")] == ["larare", "andra"]
    assert [it.id for it in families.predecessors(divided, "larare")] == ["aldre", "yngre"]
    assert families.predecessors(divided, "finns-inte") == ()
