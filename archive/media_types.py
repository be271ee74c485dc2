"""The kinds of original there are, by the name that the web has for them."""

import typing as t

PDF: t.Final = "application/pdf"
DOCX: t.Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOTX: t.Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.template"
DOCM: t.Final = "application/vnd.ms-word.document.macroEnabled.12"
DOTM: t.Final = "application/vnd.ms-word.template.macroEnabled.12"
ODT: t.Final = "application/vnd.oasis.opendocument.text"
RTF: t.Final = "application/rtf"
HTML: t.Final = "text/html"
TEXT: t.Final = "text/plain"
TIFF: t.Final = "image/tiff"
PNG: t.Final = "image/png"
JPEG: t.Final = "image/jpeg"

DRAWN: t.Final = frozenset({PDF, TIFF, PNG, JPEG})  # have pages, of which pictures can be made
