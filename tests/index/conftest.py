"""What the tests of searching share."""

import pytest

pytest.register_assert_rewrite("engine_contract")
