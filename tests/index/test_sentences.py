import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import sentences


def parted(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Larmen är lagade. | Vision tackar.",
        "Hur går det? | Arbetsgivaren svarar i mars.",
        "Så gick det… | Sedan kom våren!",
        "Det är ”helt klart”. | Frågan är besvarad.",
        "Det var 14 enheter. | 9 av dem är klara.",
        "Mötet börjar kl. 13.00. | Det slutar 15.30.",
        "Budgeten håller under 2025. | Svar lämnas i mars.",
        "De är 14. | Alla är anställda.",
        "Kommunen köper larm, belysning m.m. | Vision tackar.",
        "Förhandlat enligt MBL § 11. | Kommunal har inget att erinra.",
        "Inköp av ca 40 st. | Arbetsgivaren återkommer.",
        "Larmen fungerar. | – Det är bra, säger Vision.",
    ],
)
def test_a_sentence_ends_here(text: str):
    assert parted(text.replace("| ", "")) == text.split(" | ")


@pytest.mark.parametrize(
    "text",
    [
        "Larm saknas t.ex. Vid entrén",
        "Flera förbund, bl.a. Kommunal och bl. a. Vision, frågar",
        "Mötet börjar kl. 13.00 i salen",
        "Se dnr. HÄ 2030/118 och nr. 4",
        "Det gäller fr.o.m. Januari t.o.m. Maj",
        "Anna B. Ek och P.O. Ek justerar",
        "Se ärende 15. Remiss om lokaler",
        "§ 7. Lokaler",
        "3. Lokaler",
        "Den 3 jan. 2030 flyttar enheten",
        "Förslaget, resp. Arbetsgivarens svar, läses upp",
        "Arbetsgivarens svar: Larmen är lagade",
        "Stämmer det? (Vision)",
        "Temperaturen är 21.5 Grader",
    ],
)
def test_no_sentence_ends_within(text: str):
    assert parted(text) == [text]


@given(st.lists(st.sampled_from([*"aA1. ?!”§:\n", "bl.a.", "kl.", " Svar"])).map("".join))
def test_sentences_are_the_paragraph_but_for_space_between(text: str):
    text = text.strip()
    assert "".join("".join(parted(text)).split()) == "".join(text.split())
