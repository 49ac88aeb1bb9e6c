"""Titles, wording, depth, likeness: what is found, and what a good text is spared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from infodesk.core.checking.check import check_text
from infodesk.core.checking.context import Paper
from infodesk.core.checking.likeness import Shelf
from infodesk.core.checking.passages import share, shared

CRASH = "3月5日2时，示范县东街发生一起车祸，造成1人死亡、2人受伤。"


@pytest.fixture
def rules(profiles, context):
    """Return the rules of one prefix that a text breaks."""

    def _rules(text, prefix, kind="event", **around):
        report = check_text(text, profiles[kind], replace(context, **around))
        return [each.rule for each in report.findings if each.rule.startswith(prefix)]

    return _rules


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("东街发生一起交通事故致1死2伤", []),
        ("东街车祸续报一", []),
        ("东街“3·5”车祸终报", []),
        ("县交警大队妥善处置一起交通事故致1死2伤", ["title-plays-down"]),
        ("县消防大队成功扑救一起仓库火灾致1死2伤", ["title-plays-down"]),
        ("东街发生一起交通事故", ["title-casualties-missing"]),
        ("东街发生一起交通事故致2人受伤", ["title-casualties-missing"]),
        ("有关情况的报告", ["title-event-missing", "title-casualties-missing", "title-empty"]),
    ],
)
def test_titles_of_events(rules, title, found):
    assert sorted(rules(f"{title}\n{CRASH}", "title-")) == sorted(found)


@pytest.mark.parametrize(
    "title",
    [
        "城关镇供热主管破裂3小时恢复供暖",
        "示范县落实森林防火责任 入冬以来未发生林火",
        "东山镇推行“院坝说事”把矛盾化解在村口",
        "关于利用闲置村校发展农村互助养老的建议",
        "南坪村120万斤白萝卜滞销",
    ],
)
def test_good_titles_are_spared(rules, title):
    assert rules(f"{title}\n3月5日，示范县供热管道破裂，无人员伤亡。", "title-") == []


def test_a_shelf_finds_what_is_almost_the_same():
    shelf = Shelf()
    base = "西河乡石岭村后山发生山体滑坡，冲毁民房2户7间，造成2人受伤，县消防大队出动24人清理现场。"
    shelf.put("一", base + "道路已抢通。")
    shelf.put(
        "二", "城关镇下站社区供热主管道破裂，影响6个小区2140户居民供暖，抢修人员32人到场更换管道。"
    )
    shelf.put("短", "短文")
    assert len(shelf) == 2
    (found,) = shelf.like(base.replace("24人", "30人"))
    assert found.label == "一"
    assert 80 <= found.percent < 100
    assert shelf.like(base + "道路已抢通。", apart_from="一") == []
    assert (
        shelf.like(
            "另外一件事情，讲的是春耕备耕物资供应充足，农户购买化肥种子都不排队，价格也平稳。"
        )
        == []
    )


def test_passages_are_the_longest_shared_stretches():
    speech = "要把发展经济的着力点放在实体经济上，推进新型工业化，加快建设制造强县。"
    text = "会上提出，把发展经济的着力点放在实体经济上、推进新型工业化，加快建设制造强县。"
    (passage,) = shared(text, speech)
    assert text[passage.start : passage.end].startswith("把发展经济")
    assert text[passage.start : passage.end].endswith("制造强县")
    assert 0.8 < share(text, [passage]) < 1
    assert shared(text, "全文无关" * 20) == []
    assert shared("", speech) == []


@pytest.mark.parametrize("unit", ["甲", "甲乙", "把发展经济的着力点放在实体经济上", "12"])
def test_passages_of_a_repetitive_text_are_found_in_bounded_time(unit):
    text = unit * (40_000 // len(unit))
    assert sum(each.letters for each in shared(text, text)) == len(text)


def test_sources_are_named_by_their_label(rules, profiles, context):
    said = "把发展经济的着力点放在实体经济上，推进新型工业化，加快建设制造强县。"
    speech = Paper("书记讲话", said)
    text = f"工信局开会\n3月5日，县工信局提出{said}"
    report = check_text(text, profiles["event"], replace(context, sources=(speech,)))
    (found,) = [each for each in report.findings if each.rule == "copied-passage"]
    assert found.params["label"] == "书记讲话"
    assert int(found.params["percent"]) > 60


def test_samples_are_spared_by_the_rules_of_wording(rules):
    from infodesk import paths

    for path in sorted((paths.resources() / "samples").glob("*.txt")):
        found = rules(path.read_text(encoding="utf-8"), ("padding", "slogans", "empty-", "praise"))
        assert found == (["slogans"] if path.stem == "10-xuexi" else []), path.name
