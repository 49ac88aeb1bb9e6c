from __future__ import annotations

import gc

import pytest

from infodesk.export import garbage


def test_collection_goes_on_after_a_file_was_made_or_was_not():
    with garbage.put_off():
        assert not gc.isenabled()
        with garbage.put_off():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ValueError, match="broken"), garbage.put_off():
        raise ValueError("broken")
    assert gc.isenabled()
