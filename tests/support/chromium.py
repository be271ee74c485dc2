"""The Chromium that browser tests are run in."""

import pathlib

import pytest

CHROMIUM = pathlib.Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

NEEDED = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium on the machine"),
]
