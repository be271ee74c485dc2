"""PDFs written object by object, for what no library would write."""

import collections.abc as c

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 5 0 R >>"
HELVETICA = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
RESOURCES = b"<< /Font << /F1 " + HELVETICA + b" >> >>"


def pdf_of_objects(objects: c.Mapping[int, bytes], *, trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first of which is its catalogue."""
    content = b"%PDF-1.7\n"
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(content)
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(content)
    size = max(objects) + 1
    content += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        content += b"%d 1\n%010d 00000 n \n" % (number, place)
    content += b"trailer\n<< /Root 1 0 R /Size %d %b >>\n" % (size, trailer)
    return content + b"startxref\n%d\n%%%%EOF\n" % start


def stream_of(data: bytes, attributes: bytes = b"") -> bytes:
    """A stream of that data, packed as the attributes say."""
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), attributes, data)


def pdf_of_description(
    description: bytes,
    *,
    attributes: bytes = b"",
    page: bytes = PAGE,
    resources: bytes = RESOURCES,
    more: c.Mapping[int, bytes] | None = None,
) -> bytes:
    """A PDF of one page, described by those operators, with more objects from number 6."""
    return pdf_of_objects(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: page,
            4: stream_of(description, attributes),
            5: resources,
            **(more or {}),
        }
    )
