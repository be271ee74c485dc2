import json
import pathlib

import pytest
from searchable import ALL, BROMMA, entry, section

from archive.registry import packaged
from archive.visibility import Audience
from index import Kind, Request, facet_label, open_index, result_to_dict


def as_dict(folder: pathlib.Path, text: str, *entries, kind: Kind = Kind.SECTION) -> dict:
    index = open_index(folder, packaged())
    index.rebuild(entries or ALL)
    request = Request(text, Audience.PUBLIC, kind)
    result = index.search(request)
    form = result_to_dict(request, result, packaged(), lambda hit: f"/p#{hit.anchor}")
    assert json.loads(json.dumps(form)) == form
    return form


def test_a_section_is_given_with_its_protocol_and_its_exchange(tmp_path: pathlib.Path):
    form = as_dict(tmp_path, "väktare")
    [hit] = form["hits"]
    assert form.keys() == {"query", "total", "took_ms", "hits", "facets", "suggestion", "notes"}
    assert hit["kind"] == "paragraf"
    assert hit["protocol"] == {
        "id": "bromma/2025-03-12",
        "title": "Protokoll från förvaltningsgruppen",
        "date": {"value": "2025-03-12", "basis": "stated"},
        "forvaltning": {"id": "bromma", "name": "Bromma", "basis": "unknown"},
        "source": {"filename": "bromma-2025-03-12.pdf"},
    }
    assert hit["section"] == {"number": 9, "ordinal": 9, "title": "Hot och våld"}
    assert hit["exchange"] == {
        "union": "kommunal",
        "question": "Kommunal frågar om väktare under helgerna.",
        "answer": "Arbetsgivaren återkommer.",
        "answered": False,
    }
    assert (hit["page"], hit["url"]) == (4, "/p#p9")
    assert "<mark>väktare</mark>" in hit["excerpts"][0]


def test_a_protocol_has_no_section(tmp_path: pathlib.Path):
    form = as_dict(tmp_path, "väktare OCH skyddsombuden", kind=Kind.PROTOCOL)
    assert [hit["section"] for hit in form["hits"]] == [None]


def test_only_the_marks_are_html(tmp_path: pathlib.Path):
    text = "<script>alert('larm')</script> & \"larm\" <mark>"
    form = as_dict(tmp_path, "larm", entry("bromma", "2025-01-01", section(1, "<b>", text)))
    [excerpt] = form["hits"][0]["excerpts"]
    assert excerpt == (
        "&lt;script&gt;alert(&#x27;<mark>larm</mark>&#x27;)&lt;/script&gt; &amp; "
        "&quot;<mark>larm</mark>&quot; &lt;mark&gt;"
    )


def test_an_excerpt_shows_where_the_text_goes_on(tmp_path: pathlib.Path):
    long = "Ord följer på ord i en mening som inte säger så mycket om saken. " * 5
    one = entry("bromma", "2025-01-01", section(1, "Larm", f"{long}Ett larm. {long}"))
    [excerpt] = as_dict(tmp_path, "larm", one)["hits"][0]["excerpts"]
    assert excerpt.startswith("… ")
    assert excerpt.endswith(" …")


def test_facets_have_their_values_names(tmp_path: pathlib.Path):
    facets = as_dict(tmp_path, "", BROMMA)["facets"]
    assert facets.keys() == {"forvaltning", "fack", "amne", "ar", "typ", "utfall"}
    assert facets["forvaltning"] == [{"id": "bromma", "label": "Bromma", "count": 4}]
    assert {"id": "paragraf", "label": "Paragrafer", "count": 4} in facets["typ"]
    assert {"id": "agreed", "label": "enighet", "count": 1} in facets["utfall"]


@pytest.mark.parametrize(
    ("facet", "value", "label"),
    [
        ("fack", "vision", "Vision"),
        ("amne", "hot-och-vald", "Hot och våld"),
        ("ar", "2025", "2025"),
        ("typ", "fraga", "Frågor och svar"),
        ("utfall", "unknown", "inte angivet"),
        ("fack", "okant-forbund", "okant-forbund"),
    ],
)
def test_a_facets_value_has_a_name(facet: str, value: str, label: str):
    assert facet_label(facet, value, packaged()) == label
