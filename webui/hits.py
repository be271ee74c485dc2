"""What a hit shows of itself."""

from index import Excerpt, Hit


def heading(hit: Hit) -> Excerpt:
    """What a hit is called: the section's title, or the protocol's where all of it was hit."""
    title = hit.title if hit.title is not None else hit.protocol_title
    return Excerpt(title, hit.title_marks) if title else Excerpt("Utan rubrik")


def own_excerpts(hit: Hit) -> tuple[Excerpt, ...]:
    """The passages that are not shown already as question and answer."""
    if not hit.exchange:
        return hit.excerpts
    told = [said.text for said in (hit.exchange.question, hit.exchange.answer) if said]
    return tuple(
        excerpt
        for excerpt in hit.excerpts
        if not any(excerpt.text in text or text in excerpt.text for text in told)
    )
