from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime

import pytest

from infodesk import paths
from infodesk.core import compose
from infodesk.core.bulletins import Issue, IssueState, Recipient, Series
from infodesk.core.document import Document
from infodesk.core.items import WHOLE, Content, Item, ItemState, Section
from infodesk.core.mastheads import masthead_from
from infodesk.export.fonts import Fonts, load

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SERIES = Series(
    1, "xinxi", "示范信息", "中共示范县委办公室", "default", 2026, 48, 1287, "内部资料 注意保存"
)
DISTRIBUTION = (
    Recipient("报", "市委办公室，县委、县政府领导", 12),
    Recipient("送", "县人大常委会办公室、县政协办公室，县纪委监委，县人武部，县直各部门", 40),
    Recipient("发", "各乡镇党委、政府，各街道党工委、办事处", 34),
)
ISSUE = Issue(
    1,
    1,
    IssueState.SIGNED,
    1,
    NOW,
    year=2026,
    number=47,
    total=1286,
    signed_on=date(2026, 11, 22),
    signer="主任",
    distribution=DISTRIBUTION,
)


def item_of(title: str, text: str) -> tuple[Item, Content]:
    """Return an approved item of one text, as an issue takes it."""
    content = Content(title, (Section(WHOLE, text),))
    return Item("i", 1, 1, content, "event", ItemState.APPROVED, NOW, NOW, unit="西关镇"), content


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    return load(paths.resources() / "fonts")


@pytest.fixture(scope="session")
def bulletin() -> Callable[[Sequence[tuple[str, str]]], Document]:
    """Return what composes an issue of items given as titles and texts."""
    file = paths.resources() / "mastheads" / "default.toml"
    masthead = masthead_from("default", tomllib.loads(file.read_text(encoding="utf-8")))

    def composed(items: Sequence[tuple[str, str]]) -> Document:
        contents = [item_of(title, text) for title, text in items]
        return compose.issue(ISSUE, SERIES, contents, masthead)

    return composed


TEXT = (
    "今年以来，西关、河口、大泉三个乡镇组织36个村与18家企业结对共建——带动1264户农户增收3200元……\n"
    "一、以地入股，把分散的地连成片\n"
    "（一）统一流转。由村集体与农户签订合同，按“保底+分红”结算，占69%。\n"
    "1.先签合同后下种。镇农业综合服务中心逐户核对面积。\n"
    "\n"
    "　　二、下一步打算\n"
    "年底前完成摸底。"
)


@pytest.fixture(scope="session")
def three_items(bulletin) -> Document:
    return bulletin(
        [
            ("三个乡镇探索“村企共建”新路子", TEXT),
            ("西关镇杨家湾村发生山体滑坡2人受伤县道X014线中断", TEXT),
            ("退耕还林补助资金兑付中存在的几个问题", TEXT),
        ]
    )
