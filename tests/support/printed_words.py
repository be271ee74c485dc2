"""Pages of printed words with their boxes, as an import keeps them."""

from hypothesis import strategies as st

from archive.pages import PageWords, WordBox

WIDTH, HEIGHT = 595.0, 842.0
LETTER = 6.0  # points, each as broad as any other
SIZE, LEADING = 11.0, 14.0


def page_of(*lines: str, number: int = 1, left: float = 70, top: float = 80) -> PageWords:
    """A page with those lines, an empty one a gap; each letter six points broad."""
    words: list[WordBox] = []
    for place, line in enumerate(lines):
        right = left
        for text in line.split():
            start, right = right, right + LETTER * len(text)
            high = top + LEADING * place
            words.append(WordBox(text, start, high, right, high + SIZE))
            right += LETTER
    return PageWords(number, WIDTH, HEIGHT, tuple(words))


def word_boxes() -> st.SearchStrategy[WordBox]:
    """Any word anywhere, on the page or beside it, and in a box that may be inside out."""
    places = st.floats(-100, 1000, width=32)
    texts = st.text("ab-Å1. \u00ad(", min_size=1, max_size=8) | st.just("arbets-")
    return st.builds(WordBox, texts, places, places, places, places)
