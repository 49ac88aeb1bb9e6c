from __future__ import annotations

import pytest

from infodesk.core.counting import word_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("　 \n\t", 0),
        ("山体滑坡。", 5),
        ("2026年11月", 4),
        ("占3.2%，", 3),
        ("县道X014线中断", 6),
        ("“村企共建”——好……", 11),
        ("hello world", 2),
        ("堃喆珺〇𠮷①℃", 7),
        ("截至 8时", 4),
    ],
)
def test_a_text_is_counted_as_word_does(text, count):
    assert word_count(text) == count
