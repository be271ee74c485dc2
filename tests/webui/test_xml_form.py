import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webui.xml_form import writable


@pytest.mark.parametrize("char", ["\0", "\b", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_left_out(char: str) -> None:
    assert writable(f"a{char}b") == "ab"


@pytest.mark.parametrize("text", ["å\tä\nö\r", "\x7f", "\ufffd", "\U0001f986", "<&>"])
def test_all_else_is_left_as_it_is(text: str) -> None:
    assert writable(text) == text


@given(st.text(st.characters(exclude_categories=[])))
def test_any_text_can_stand_in_xml(text: str) -> None:
    escaped = writable(text).replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#13;")
    assert (ET.fromstring(f"<a>{escaped}</a>").text or "") == writable(text)
