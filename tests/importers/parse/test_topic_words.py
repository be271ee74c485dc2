import pytest

from archive.registry import Topic
from importers.parse.topic_words import Strength, TopicWords


def found(written: str, text: str) -> list[str]:
    """What of the text a registry's word is seen in."""
    words = TopicWords({"a": Topic(id="a", name="A", words=(written,))})
    return [text[hit.start : hit.end] for hit in words.hits(text)]


@pytest.mark.parametrize(
    ("written", "text", "seen"),
    [
        ("klimat", "Klimatfrågan tas upp.", ["Klimatfrågan"]),
        ("klimat", "Inomhusklimatet", []),
        ("-bemanning", "Bemanning och grundbemanningen.", ["Bemanning", "grundbemanningen"]),
        ("-skolan.", "Ekskolan och skolanpassning", ["Ekskolan"]),
        ("hot.", "Ett Hot.", ["Hot"]),
        ("hot.", "Ett hotell.", []),
        ("hot.", "Rutin för hot-listan", ["hot"]),
        ("SAM", "Uppföljning av SAM.", ["SAM"]),
        ("SAM", "SAM-uppföljning", ["SAM-uppföljning"]),
        ("SAM", "Vi samlas i Samarkand, sam.", []),
        ("hot och våld", "rutin för hot\noch våld", ["hot\noch våld"]),
        ("hot och våld", "hot- och våldsplanen", ["hot- och våldsplanen"]),
        ("hot och våld", "hot. Och våld", []),
        ("hot och våld", "hot och", []),
        ("hot och våld.", "hot och våldsplan", []),
        ("e-tjänst", "En ny E-tjänst.", ["E-tjänst"]),
        ("6:6a", "Begäran enligt 6:6a AML", ["6:6a"]),
        ("hot och våld", "Hot: och våld", []),
        ("it-stöd", "Nytt IT-stöd för kassan", ["IT-stöd"]),
        ("-ombud har", "Skyddsombud har hörts.", ["Skyddsombud har"]),
        ("återhämtning", "ÅTERHÄMTNING", ["ÅTERHÄMTNING"]),
        ("", "Inget.", []),
    ],
)
def test_a_word_of_the_registry_is_seen_where_its_form_allows(
    written: str, text: str, seen: list[str]
) -> None:
    assert found(written, text) == seen


def test_the_longest_word_of_a_topic_wins() -> None:
    words = TopicWords({"a": Topic(id="a", name="A", weak=("elev", "elevassist"))})
    (hit,) = words.hits("Elevassistenter")
    assert hit.entry.written == "elevassist"


def test_two_topics_may_share_a_word() -> None:
    topics = (Topic(id="a", name="A", words=("mögel",)), Topic(id="b", name="B", weak=("mögel",)))
    words = TopicWords({topic.id: topic for topic in topics})
    assert [(hit.entry.topic, hit.entry.strength) for hit in words.hits("Mögel")] == [
        ("a", Strength.WORD),
        ("b", Strength.WEAK),
    ]


def test_hits_stand_in_the_order_of_the_text() -> None:
    words = TopicWords({"a": Topic(id="a", name="A", words=("ek", "alm"))})
    assert [hit.start for hit in words.hits("Alm, ek och alm")] == [0, 5, 12]
