"""The kinds of original there are, by the name that the web has for them."""

import typing as t

PDF: t.Final = "application/pdf"
DOCX: t.Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT: t.Final = "text/plain"
