"""Scans, where Tesseract and its Swedish are on the machine to read them.

`tesseract` finds and calls the program, `words` is what it answers, `signs` mends what it cannot
know, `layout` makes lines of it, and `reading` does all this to a document. That last one needs
libraries for pictures, which are slow to load and of no use to most files, and is not imported
until there is a scan.
"""

from importers.formats.scan.tesseract import Tesseract, find_tesseract

__all__ = ["Tesseract", "find_tesseract"]
