from webui.swedish_order import swedish_order


def test_the_swedish_letters_come_last_in_their_own_order() -> None:
    names = ["Öster", "Ärvinge", "Älvsjö", "Årsta", "Zinkensdamm", "Bromma"]
    assert sorted(names, key=swedish_order) == [
        "Bromma", "Zinkensdamm", "Årsta", "Älvsjö", "Ärvinge", "Öster",
    ]  # fmt: skip


def test_accents_and_case_do_not_part_names() -> None:
    names = ["idéer", "IDE", "idekort", "Idé"]
    assert sorted(names, key=swedish_order) == ["IDE", "Idé", "idéer", "idekort"]
