"""Questions and answers where they stand in a text."""

from archive.model import Exchange, Span


def exchange(
    text: str, union: str | None, question: str, answer: str | None, *, answered: bool = True
) -> Exchange:
    """An exchange with its spans in the text; without a reply it is not answered."""
    answer_span = None if answer is None else span_of(text, answer)
    is_answered = answered and answer is not None
    return Exchange(union, question, answer, is_answered, span_of(text, question), answer_span)


def span_of(text: str, part: str) -> Span:
    """Where the part first stands."""
    start = text.index(part)
    return Span(start, start + len(part))
