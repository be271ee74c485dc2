r"""Rich text (.rtf), as Word, WordPad and LibreOffice write it, often under the name of .doc.

Text stands between control words ("\b" bold, "\par" end of paragraph) in groups, and what is set
inside a group ends with it. A group may hold text that belongs elsewhere: a page header, a
footnote, the table of fonts. Letters above ASCII are bytes in the code page of the font, or
"\u229" with a stand-in after it for old programs. The numbers of lists stand in the file.

Hidden text, and what was deleted under tracked changes, is left out. Headers come first and
footers last, footnotes after the text, text boxes after the paragraph they hang from.
"""

import dataclasses as dc

from archive.media_types import RTF
from importers.formats import rtf_words as words
from importers.formats.flow import Flow, Piece, in_order
from importers.formats.lines import Document
from importers.formats.normalise import BULLET, clean
from importers.formats.word_styles import HEADING_NAME


def read_rtf(content: bytes) -> Document:
    """The lines of an RTF file. Any bytes give a document, perhaps without lines."""
    text = content.decode("latin-1")  # a letter a byte, until its code page is known
    reader = _Reader()
    reader.read(text[max(0, text.find("{")) :])
    return Document(in_order(reader.headers, [reader.body, *reader.notes], reader.footers), RTF)


@dc.dataclass(slots=True)
class _Part:
    """Where text goes for the time being."""

    kind: str  # the control word that began it; "" is the body
    flow: Flow | None  # None: a number or a table of names, not shown by itself
    pieces: list[Piece] = dc.field(default_factory=list)
    label: str | None = None
    boxes: list[Flow] = dc.field(default_factory=list)  # that hang from its paragraph

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


class _Reader:
    """Goes through the tokens in order, with the groups that are open."""

    def __init__(self) -> None:
        self.body = Flow()
        self.headers: list[Flow] = []
        self.footers: list[Flow] = []
        self.notes: list[Flow] = []
        self._part = _Part("", self.body)
        self._state = words.State()
        self._groups: list[tuple[words.State, _Part]] = []
        self._starred = False
        self._stand_ins = 0  # letters to pass over
        self._half = 0  # of a letter that takes two
        self._raw = bytearray()
        self._page = 1252
        self._font_pages: dict[int | None, int] = {}
        self._headings: dict[int | None, int] = {}  # by style

    def read(self, text: str) -> None:
        """The whole file, to its last brace or, where that is missing, to its end."""
        position = 0
        while found := words.TOKEN.match(text, position):
            position = found.end()
            if byte := found["byte"]:
                self._read_bytes(bytes.fromhex(byte))
                continue
            if found["text"]:
                self._read_bytes(found["text"].encode("latin-1"))
                continue
            self._write_bytes()
            if word := found["word"]:
                number = int(found["number"]) if found["number"] else None
                self._read_word(word, number)
                if word == "bin":  # so many bytes of a picture
                    position += max(0, number or 0)
            elif sign := found["sign"]:
                self._read_sign(sign)
            elif found["brace"] == "{":
                self._groups.append((self._state, self._part))
                self._starred, self._stand_ins = False, 0
            elif found["brace"]:
                self._end_group()
                if not self._groups:
                    break
        self._write_bytes()
        while self._groups:
            self._end_group()

    def _read_bytes(self, raw: bytes) -> None:
        passed = min(self._stand_ins, len(raw))
        self._stand_ins -= passed
        if self._visible:
            self._raw += raw[passed:]

    def _read_sign(self, sign: str) -> None:
        self._stand_ins = 0
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._end_paragraph("par")
        else:
            self._write(words.SIGNS.get(sign, ""))

    def _read_word(self, word: str, number: int | None) -> None:
        self._stand_ins = 0
        starred, self._starred = self._starred, False
        if word in words.NOT_SHOWN or (starred and word not in words.KNOWN):
            self._state = dc.replace(self._state, shown=False)
        elif not self._state.shown or self._begin_part(word):
            pass
        elif word == "u":
            self._read_unicode((number or 0) & 0xFFFF)
        elif word in words.LETTERS:
            self._write(words.LETTERS[word])
        elif word in words.PARAGRAPH_ENDS:
            self._end_paragraph(word)
        elif word in words.DOCUMENT_PAGES:
            self._page = words.DOCUMENT_PAGES[word]
        elif word == "ansicpg" and number is not None:
            self._page = number
        elif word == "fcharset" and number in words.CHARSETS:
            self._font_pages[self._state.font] = words.CHARSETS[number]
        else:
            self._state = self._state.after(word, number)

    def _read_unicode(self, unit: int) -> None:
        """A letter of UTF-16, perhaps in two halves."""
        self._stand_ins = self._state.fallback
        if unit & 0xFC00 == 0xD800:
            self._half = unit
        elif unit & 0xFC00 == 0xDC00:
            if self._half:
                self._write(chr(0x10000 + ((self._half - 0xD800) << 10) + unit - 0xDC00))
            self._half = 0
        else:
            self._write(chr(unit))

    def _begin_part(self, word: str) -> bool:
        """True where the word says that the group's text belongs elsewhere."""
        if word in words.AUTOMATIC or word in {"fonttbl", "stylesheet"}:
            self._part = _Part(word, None)
        elif word == "shptxt":
            self._part = _Part(word, Flow())
        elif word in words.HEADERS:
            self._part = _Part(word, _added_to(self.headers))
        elif word in words.FOOTERS:
            self._part = _Part(word, _added_to(self.footers))
        elif word == "footnote":
            self._part = _Part(word, _added_to(self.notes))
        else:
            return False
        return True

    def _end_group(self) -> None:
        self._starred, self._stand_ins = False, 0
        if not self._groups:
            return
        ended = self._part
        state, around = self._groups.pop()
        if ended.kind == "stylesheet" and self._state.style is not None:
            self._name_style(ended.text)
            ended.pieces.clear()
        if ended is not around or not self._groups:
            self._end_part(ended, around)
        self._state, self._part = state, around

    def _name_style(self, name: str) -> None:
        named = HEADING_NAME.fullmatch(name.strip().rstrip(";"))
        level = int(named[1]) if named else self._state.outline
        if level is not None:
            self._headings[self._state.style] = level

    def _end_part(self, ended: _Part, around: _Part) -> None:
        if ended.kind in words.AUTOMATIC:
            label = clean(ended.text)
            sign = label == "o" or not any(map(str.isalnum, label))
            around.label = (BULLET if sign else label) if label else None
        elif ended.flow is not None:
            if ended.pieces or ended.boxes:
                self._finish(ended)
            _leave_tables(ended.flow, 0)
            if ended.kind == "shptxt":
                around.boxes.append(ended.flow)

    def _end_paragraph(self, word: str) -> None:
        part, depth = self._part, self._state.table_depth
        if part.flow is None:
            return
        match word:
            case "cell" | "nestcell":
                _stand_in_tables(part.flow, max(depth, 1 if word == "cell" else 2))
                if part.pieces or part.boxes:
                    self._finish(part)
                part.flow.begin_cell()
            case "row" | "nestrow":
                _leave_tables(part.flow, 0 if word == "row" else 1)
            case "page" | "column" if not part.pieces:
                pass  # between paragraphs
            case _:
                _leave_tables(part.flow, depth)
                _stand_in_tables(part.flow, depth)
                self._finish(part)

    def _finish(self, part: _Part) -> None:
        """Write the part's paragraph, and the text boxes that hang from it."""
        if part.flow is None:
            return
        heading = self._state.outline or self._headings.get(self._state.style)
        part.flow.paragraph(part.pieces, heading=heading, label=part.label)
        for box in part.boxes:
            part.flow.absorb(box)
        part.pieces, part.label, part.boxes = [], None, []

    @property
    def _visible(self) -> bool:
        return self._state.shown and not self._state.hidden and not self._state.deleted

    def _write_bytes(self) -> None:
        if self._raw:
            page = self._font_pages.get(self._state.font, self._page)
            self._write(words.decode_page(bytes(self._raw), page))
            self._raw.clear()

    def _write(self, text: str) -> None:
        if text and self._visible:
            self._part.pieces.append(Piece(text, self._state.bold, self._state.size))


def _added_to(flows: list[Flow]) -> Flow:
    flow = Flow()
    flows.append(flow)
    return flow


def _stand_in_tables(flow: Flow, depth: int) -> None:
    while flow.open_rows < depth:
        flow.begin_row()
        flow.begin_cell()


def _leave_tables(flow: Flow, depth: int) -> None:
    while flow.open_rows > depth:
        flow.end_row()
