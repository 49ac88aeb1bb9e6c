"""Near-duplicates in the journal: found beside the window's thread, the item itself left out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from infodesk.core.items import Content, Section
from infodesk.workspace import Workspace

TEXT = (
    "3月5日2时，示范县东街供水管道破裂，影响320户居民用水，沿街5家商铺进水，县水务公司已到场抢修。"
)


class Clock:
    def now(self):
        return datetime(2026, 3, 6, 9, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path):
    with Workspace(tmp_path / "office.infodesk", clock=Clock()) as opened:
        yield opened


def add(workspace, title, text):
    return workspace.items.add(Content(title, (Section("whole", text),)))


def test_another_item_that_is_almost_the_same_is_named(workspace):
    first = add(workspace, "东街停水", TEXT)
    second = add(workspace, "东街供水管道破裂", TEXT.replace("320", "330"))
    add(
        workspace,
        "西关镇春耕",
        "西关镇已播种小麦1.2万亩，农户购买化肥种子都不排队，价格也平稳，雨水比去年多。",
    )
    with ThreadPoolExecutor(1) as pool:
        shelf = pool.submit(workspace.shelf_beside).result()
    assert len(shelf) == 3
    for item, other in ((first, second), (second, first)):
        report = workspace.with_near_duplicates(workspace.check_item(item), item, shelf)
        (found,) = [each for each in report.findings if each.rule == "near-duplicate"]
        assert found.params["label"] == f"{other.serial} {other.content.title}"


def test_the_rule_may_be_off(workspace):
    add(workspace, "东街停水", TEXT)
    item = add(workspace, "东街供水管道破裂", TEXT)
    workspace.rules.change("near-duplicate", off=True)
    report = workspace.check_item(item)
    assert workspace.with_near_duplicates(report, item, workspace.shelf_beside()) == report
