import pytest

from importers.parse.replies import puts_off


@pytest.mark.parametrize(
    "reply",
    [
        "Arbetsgivaren återkommer.",
        "Arbetsgivaren återkommer i frågan.",
        "Arbetsgivaren svarade att man återkommer vid nästa möte.",
        "Arbetsgivaren får återkomma med svar.",
        "Arbetsgivaren återkopplar vid nästa möte.",
        "Arbetsgivaren hade inte uppgiften.",
        "Arbetsgivaren hade inte uppgifterna med sig till mötet.",
        "Arbetsgivaren har inga siffror i dag.",
        "Arbetsgivaren kunde inte ge besked.",
        "Arbetsgivaren kunde inte ge något besked i dagsläget.",
        "Arbetsgivaren kan inte svara på frågan i dag.",
        "Arbetsgivaren kan inte svara på det i dag utan återkommer.",
        "Arbetsgivaren vet inte.",
        "Arbetsgivaren saknar uppgift om det.",
        "Arbetsgivaren ska undersöka frågan och återkomma.",
        "Arbetsgivaren undersöker hur många det gäller och återkommer.",
        "Arbetsgivaren ska ta reda på det.",
        "Arbetsgivaren kontrollerar uppgiften och återkommer nästa möte.",
        "Arbetsgivaren tar med sig frågan och återkommer med svar.",
        "Frågan bordläggs.",
        "Frågan bordlades till nästa möte.",
        "Frågan skjuts upp.",
        "Frågan tas upp på nästa möte.",
        "Frågan lyfts vid nästkommande förvaltningsgrupp.",
        "Svar lämnas vid nästa möte.",
        "Facken får svar vid nästa sammanträde.",
        "Svar kommer senare.",
        "Det är för tidigt att svara på.",
        "Arbetsgivaren tackar för frågan och återkommer.",
        "Bra fråga. Arbetsgivaren återkommer.",
        "Ja, det är en viktig fråga men arbetsgivaren har inget svar i dag.",
        "Frågan är under utredning och svar lämnas i maj.",
        "Arbetsgivaren svarade att underlaget inte är klart.",
        "Kartläggningen är inte klar. Den redovisas på mötet i augusti.",
        "Vi har inte fått datum från leverantören, återkommer.",
        "Uppgift saknas, återkommer i januari.",
        "Beskedet kan lämnas först efter sommaren.",
        "Anna Ek återkommer med en plan vid nästa förvaltningsgrupp.",
    ],
)
def test_a_reply_that_leaves_the_question_open(reply: str) -> None:
    assert puts_off(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Arbetsgivaren svarade att skåpen är beställda.",
        "Arbetsgivaren tar med sig frågan.",
        "Arbetsgivaren svarade att man tar med sig frågan.",
        "Arbetsgivaren tog till sig synpunkten.",
        "Arbetsgivaren avslog yrkandet.",
        "Arbetsgivaren biföll yrkandet.",
        "Arbetsgivaren instämmer.",
        "Arbetsgivaren hänvisar till stadens riktlinjer.",
        "Yrkandet avslogs.",
        "Synpunkten noteras.",
        "Frågan hänskjuts till den lokala samverkansgruppen.",
        "Frågan får tas på respektive arbetsplats, svarade arbetsgivaren.",
        "Arbetsgivaren svarade att det ingår i höstens kurser.",
        "Det finns planer för höstens bemanning. Förvaltningen återkommer med mer information.",
        "Arbetsgivaren svarade att skåpen är beställda och återkommer med datum.",
        "Rekrytering pågår. Mer information kommer vid nästa möte.",
        "Arbetsgivaren svarade att det inte blir några varsel.",
        "Nej.",
        "Arbetsgivaren ser över rutinen för nycklar.",
        "Arbetsgivaren har inte för avsikt att ändra schemat.",
        "Inga beslut är fattade om neddragningar.",
    ],
)
def test_a_reply_that_answers(reply: str) -> None:
    assert not puts_off(reply)


def test_what_is_put_off_inside_a_quotation_mark_still_counts() -> None:
    assert puts_off("Arbetsgivaren svarade: ”Vi återkommer.”")
