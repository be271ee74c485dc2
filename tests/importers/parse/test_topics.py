import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed import text_document

from archive.model import TopicEvidence
from archive.registry import Topic, packaged
from importers.parse import Parser
from importers.parse.topic_words import TopicWords
from importers.parse.topics import find_topics

TOPICS = packaged().topics
FILLER = "Det regnade hela dagen och bussen var sen. " * 20

# Invented sections, each with the topics a reader would look for it under.
LABELLED: tuple[tuple[str, str, set[str]], ...] = (
    ("Mötet öppnas", "Disa Lind öppnade mötet.", {"formalia"}),
    ("Val av justerare", "Olle Ek valdes.", {"formalia"}),
    ("Övriga frågor", "Inga övriga frågor.", {"formalia"}),
    ("Nästa möte", "Den 4 maj kl. 13.00.", {"formalia"}),
    (
        "Sjukfrånvaro",
        "Arbetsgivaren redovisade sjukfrånvaron. Korttidsfrånvaron var 2 procent.",
        {"sjukfranvaro"},
    ),
    (
        "Arbetsmiljö",
        "Tillbuden har minskat. Sjukfrånvaron var 6 procent i maj.",
        {"arbetsmiljo", "sjukfranvaro"},
    ),
    ("Skyddskommitté", "Skyddsronderna genomförs i oktober.", {"arbetsmiljo"}),
    (
        "Kvarvarande punkter",
        "Kommunal frågade om överfallslarmen vid medborgarkontoret. Arbetsgivaren svarade att nya "
        "är beställda.",
        {"hot-och-vald"},
    ),
    (
        "Anmälda frågor",
        "Vision undrar hur rutinen för hot och våld följs upp. Arbetsgivaren svarade att den gås "
        "igenom på arbetsplatsträffarna.",
        {"hot-och-vald"},
    ),
    ("Löneöversyn 2024", "Avstämning hålls i mars.", {"lon"}),
    ("Personal", "Lönen ska vara individuell, och alla löner ses över i april.", {"lon"}),
    ("Budget och ekonomi", "Underskottet är 4 mnkr. Prognosen är osäker.", {"budget"}),
    ("Tertialrapport 2", "Rapporten gicks igenom.", {"budget"}),
    (
        "Information",
        "En ny organisation för staben införs i höst. Två enheter slås samman.",
        {"organisationsforandring"},
    ),
    ("Organisation", "Förslaget till ny enhet bereds.", {"organisationsforandring"}),
    ("Verksamhetsplan 2025", "Planen skickas ut i november.", {"verksamhetsplan"}),
    ("Nämndärenden", "Ärendena gicks igenom.", {"namndarenden"}),
    (
        "Ärenden till nämnden",
        "Ny park vid Ekängen (svar på medborgarförslag)",
        {"namndarenden", "medborgarforslag"},
    ),
    ("Lokaler", "Ombyggnaden av köket är klar.", {"lokaler"}),
    ("Information", "Flytten till Kvarnhuset sker i etapper.", {"lokaler"}),
    ("IT", "Systembytet är uppskjutet.", {"it-och-system"}),
    (
        "Information från staben",
        "Ett nytt journalsystem införs. Loggkontroller görs varje månad.",
        {"it-och-system", "informationssakerhet"},
    ),
    ("Informationssäkerhet", "Alla ska gå kursen i GDPR.", {"informationssakerhet"}),
    (
        "Lika rättigheter och möjligheter",
        "Planen mot diskriminering är klar.",
        {"lika-rattigheter"},
    ),
    ("Miljöfrågor", "Matsvinnet minskar och källsorteringen ökar.", {"miljo"}),
    ("Välfärdsbrott", "En föreläsning om korruption hålls.", {"valfardsbrott"}),
    ("Facklig information", "Kommunal har årsmöte i mars.", {"facklig-information"}),
    ("Information från de fackliga organisationerna", "Inget.", {"facklig-information"}),
    (
        "Sommarplanering",
        "Semestern läggs ut i april. Vikarierna är anställda. Bemanningen är god.",
        {"arbetstid-och-semester", "bemanning"},
    ),
    ("Rekrytering av enhetschef", "Kravprofilen gicks igenom.", {"rekrytering"}),
    ("Kompetensutveckling", "Höstens kurser är fulltecknade.", {"kompetens"}),
    ("Rehabilitering", "Företagshälsovården deltog.", {"rehabilitering"}),
    (
        "Hemtjänsten",
        "Undersköterskorna får nya cyklar. Hemtjänsten i norr växer.",
        {"aldreomsorg"},
    ),
    ("Förskola", "Barngrupperna är mindre i höst. Rektorerna möts i maj.", {"skola-och-forskola"}),
    (
        "Individ- och familjeomsorg",
        "Socialsekreterarna får ny handbok om försörjningsstöd.",
        {"socialtjanst"},
    ),
    (
        "Förslag om heltid",
        "Anställningsformen är tillsvidareanställning. Sysselsättningsgraden höjs för dem som vill "
        "gå från deltid till heltid.",
        {"anstallningsvillkor", "arbetstid-och-semester"},
    ),
    ("Julfest", "Festen hålls på hotellet vid kursgården. Det blir lönsamt.", set()),
    ("Ekonomiskt bistånd", "Reglerna ändras i maj.", {"socialtjanst"}),
    ("Lokala samverkansgrupper", "Grupperna möts varje månad.", set()),
    ("Trafik", "Cykelbanan vid Ekvägen är öppen igen.", set()),
)


@functools.cache
def packaged_words() -> TopicWords:
    return TopicWords(TOPICS)


def topics_of(title: str, text: str, words: TopicWords | None = None) -> tuple[str, ...]:
    found = find_topics(title, text, words or packaged_words())
    return tuple(evidence.topic for evidence in found)


def one(**words: tuple[str, ...]) -> TopicWords:
    """The words of a single topic, "a"."""
    return TopicWords({"a": Topic(id="a", name="A", **words)})


def test_topics_of_labelled_sections_are_found_with_few_mistakes() -> None:
    right = wrong = missed = 0
    for title, text, wanted in LABELLED:
        found = set(topics_of(title, text))
        right += len(found & wanted)
        wrong += len(found - wanted)
        missed += len(wanted - found)
    assert right / (right + wrong) >= 0.93, "precision"
    assert right / (right + missed) >= 0.95, "recall"


def test_every_topic_is_found_somewhere() -> None:
    assert {topic for *_, wanted in LABELLED for topic in wanted} == set(TOPICS)


def test_the_strongest_topic_comes_first() -> None:
    text = "Skyddsronden är gjord. Sjukfrånvaron ökar. Sjuktalen är höga. Sjukskrivna ökar."
    assert topics_of("Läget", text) == ("sjukfranvaro", "arbetsmiljo")


def test_a_word_in_the_title_outweighs_the_text() -> None:
    assert topics_of("Lokaler", "Budget, budget och budget.")[0] == "lokaler"


def test_a_word_in_passing_does_not_decide_a_long_section() -> None:
    assert topics_of("Bussar", FILLER + "Budgeten nämndes.") == ()


def test_a_word_that_comes_back_decides_a_long_section() -> None:
    text = FILLER + "Budgeten är klar. " * 3
    assert topics_of("Bussar", text) == ("budget",)


def test_a_line_of_its_own_decides_a_long_section() -> None:
    assert topics_of("Bussar", FILLER + "\n\nBudget 2025\n\nDen är klar.") == ("budget",)


def test_one_weak_word_does_not_decide_but_two_do() -> None:
    assert topics_of("Läget", "Ett hot nämndes.") == ()
    assert topics_of("Läget", "Ett hot mot en väktare nämndes.") == ("hot-och-vald",)


def test_the_same_weak_word_twice_is_one() -> None:
    assert topics_of("Läget", "Ett hot, och åter ett hot.") == ()


def test_what_stands_before_a_colon_decides_a_long_section() -> None:
    assert topics_of("Läget runt om", FILLER + "\n\nBokslut: Det är klart.") == ("budget",)


def test_a_title_word_says_nothing_in_running_text() -> None:
    words = one(titles=("säkerhet",))
    assert topics_of("Säkerhet", "", words) == ("a",)
    assert topics_of("", "Säkerhet: allt är lugnt.", words) == ("a",)
    assert topics_of("", "Säkerhet, säkerhet!", words) == ()


def test_an_ignored_phrase_is_as_if_it_were_not_there() -> None:
    words = one(words=("hot.",), ignore=("hot spot",))
    assert topics_of("Fler hot spots", "En hot spot till, mer hot\nspot.", words) == ()
    assert topics_of("Fler hot spots", "Och ett hot.", words) == ("a",)


def test_what_one_topic_ignores_counts_for_another() -> None:
    words = TopicWords(
        {
            "a": Topic(id="a", name="A", words=("våld",), ignore=("våld i nära",)),
            "b": Topic(id="b", name="B", words=("våld i nära relation",)),
        }
    )
    assert topics_of("", "Våld i nära relationer.", words) == ("b",)


def test_the_words_of_a_phrase_count_once() -> None:
    words = one(words=("hot och våld",), weak=("hot.", "våld"))
    assert topics_of("", FILLER + "Rutin för hot och våld.", words) == ()


def test_the_words_that_decided_are_given_as_they_stand() -> None:
    assert find_topics(
        "Sjukfrånvaron i mars",
        "Korttidsfrånvaron ökar. Sjukfrånvaron i mars är hög.",
        packaged_words(),
    ) == (TopicEvidence("sjukfranvaro", ("Sjukfrånvaron", "Korttidsfrånvaron")),)


def test_weak_words_are_given_only_where_they_were_needed() -> None:
    words = one(words=("våldsam",), weak=("hot.", "väktare"))
    (alone,) = find_topics("", "Ett hot mot en väktare.", words)
    (beside,) = find_topics("", "Ett våldsamt hot mot en väktare.", words)
    assert alone.words == ("hot", "väktare")
    assert beside.words == ("våldsamt",)


def test_a_protocol_keeps_the_words_that_decided_its_sections_topics() -> None:
    minutes = """
        § 1 Mötet öppnas
        Disa Lind öppnade mötet.
        § 2 Personalläget
        Sjukfrånvaron ökar.
    """
    _, second = Parser(packaged()).parse(text_document(minutes), "protokoll.txt").sections
    assert second.topics == ("bemanning", "sjukfranvaro")
    assert second.topic_evidence == (
        TopicEvidence("bemanning", ("Personalläget",)),
        TopicEvidence("sjukfranvaro", ("Sjukfrånvaron",)),
    )


FRAGMENTS = sorted(
    {"och", "i", "Det", ". ", "\n\n", "- ", ": ", "/", "\u0130"}
    | {
        word.strip("-.")
        for topic in TOPICS.values()
        for word in (*topic.titles, *topic.words, *topic.weak, *topic.ignore)
    }
)


@given(
    st.lists(st.sampled_from(FRAGMENTS), max_size=6).map(" ".join),
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=5)), max_size=30).map(" ".join),
)
def test_words_that_decided_stand_in_the_title_or_the_text(title: str, text: str) -> None:
    found = find_topics(title, text, packaged_words())
    assert len({evidence.topic for evidence in found}) == len(found)
    for evidence in found:
        assert evidence.words
        assert all(word in title or word in text for word in evidence.words)


@given(st.text(max_size=200))
def test_any_text_has_topics_of_the_registry_or_none(text: str) -> None:
    assert set(topics_of(text, text)) <= TOPICS.keys()


def test_a_topic_without_words_is_never_found() -> None:
    assert topics_of("A", "A", one()) == ()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Val av justerare", "Olle Ek, skyddsombud i hemtjänsten, valdes."),
        ("Mötets öppnande", "Månadens tema är likabehandling och aktiva åtgärder."),
        ("Godkännande av dagordning", "Under övrigt: frågor om arbetskläder och nämndärendena."),
        ("Dagordning", "Anmälda frågor:\n\nArbetskläder\n\nSemester: nytt schema"),
        ("Föregående protokoll", "Under punkten Kompetensförsörjning ska det stå Vision."),
        ("Nästa möte", "Den 4 maj. Tema: lönebildning."),
        ("Mötet avslutas", "Ordföranden tackade för arbetet med budgeten."),
    ],
)
def test_a_formal_section_is_not_about_what_it_mentions(title: str, text: str) -> None:
    assert topics_of(title, text) == ("formalia",)


def test_a_formal_section_is_about_what_comes_back_in_it() -> None:
    text = "Kravprofil vid chefsrekryteringar rättas. Facken är med i chefsrekrytering."
    assert topics_of("Föregående protokoll", text) == ("formalia", "rekrytering")


def test_avslutningssamtal_is_no_end_of_the_meeting() -> None:
    assert "formalia" not in topics_of("Avslutningssamtal", "Alla som slutar erbjuds ett.")
