from __future__ import annotations

import tomllib

from infodesk import messages, paths
from infodesk.core.batches import Because
from infodesk.core.errors import Code, InfodeskError


def test_each_reason_has_its_words_and_no_words_lack_a_reason():
    path = paths.resources() / "i18n" / "messages" / "batch.toml"
    assert set(tomllib.loads(path.read_text(encoding="utf-8"))) == set(Because)


def test_a_reason_is_said_in_the_language_of_its_sentence():
    error = InfodeskError(Code.BATCH_ITEM_UNFIT, title="甲", reason=Because.UNCLEAN)
    assert "含有不允许的字符" in messages.sentence(error, "zh")
    assert "not allowed" in messages.sentence(error, "en")
