import hypothesis
import pytest
from hypothesis import strategies as st

from archive.model import Span
from archive.registry import packaged
from importers.parse import sentences
from importers.parse.speakers import Listener
from importers.parse.speech import Act, Speech, shape
from importers.parse.unions import UnionNames

NAMES = UnionNames(packaged().unions)


def hear(sentence: str, *, alone: bool = True) -> Speech:
    quotes = sentences.quoted(sentence)
    listener = Listener(sentence, NAMES.mentions(sentence), quotes)
    return listener.hear(Span(0, len(sentence)), alone=alone)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Vision frågade om taket.", Act.ASK),
        ("Vision lyfte frågan om taket.", Act.REMARK),
        ("Vision informerade om taket.", Act.TELL),
        ("Vision vill informera om taket.", Act.TELL),
        ("Vision instämmer.", Act.SECOND),
        ("Fråga från Vision: Hur går det?", Act.LABEL),
        ("Arbetsgivaren svarade att det går bra.", Act.REPLY),
        ("Arbetsgivaren svarar för driften.", Act.STATE),
        ("Arbetsgivaren förklarade att det går bra.", Act.EXPLAIN),
        ("Arbetsgivaren föreslår en ny tid.", Act.STATE),
        ("Arbetsgivaren informerade om taket.", Act.INFORM),
        ("Arbetsgivaren besvarade frågor från Vision.", Act.INFORM),
        ("Det regnar in, enligt arbetsgivaren.", Act.EXPLAIN),
        ("Frågan bordläggs.", Act.RESOLVE),
        ("Frågan gäller taket.", Act.PLAIN),
        ("Frågan diskuterades.", Act.DISCUSS),
        ("Ärendet är samverkat.", Act.CLOSE),
        ("Inga frågor ställdes.", Act.CLOSE),
        ("Hur går det med taket?", Act.QUESTION),
        ("På sidan 7 står det att taket läcker.", Act.REFER),
        ("(S. 12, andra stycket) Taket ska bytas.", Act.REFER),
        ("Taket läcker.", Act.PLAIN),
    ],
)
def test_what_a_sentence_does(sentence: str, act: Act) -> None:
    assert hear(sentence).act is act


def test_a_label_alone_on_its_line_needs_no_colon() -> None:
    assert hear("Frågor från Vision").act is Act.LABEL
    assert hear("Frågor från Vision", alone=False).act is not Act.LABEL


def test_the_first_union_named_is_the_asker() -> None:
    assert hear("Vision och Kommunal undrar om taket.").union == "vision"
    assert hear("Huvudskyddsombud Kommunal undrar om taket.").union == "kommunal"


def test_whoever_asks_without_a_union_is_kept_as_printed() -> None:
    speech = hear("De fackliga organisationerna undrar om taket.")
    assert (speech.union, speech.asker) == (None, "de fackliga organisationerna")


def test_what_is_quoted_says_nothing() -> None:
    assert hear("Taket kallas ”Vision undrar” av alla.").act is Act.PLAIN


@hypothesis.given(st.text(alphabet="Vision SR”Kommunal.?\n", max_size=80))
def test_a_shape_is_as_long_as_its_text(text: str) -> None:
    assert len(shape(text, NAMES.mentions(text), sentences.quoted(text))) == len(text)
