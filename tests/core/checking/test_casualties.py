from __future__ import annotations

import pytest

from infodesk.core.checking.casualties import counts, standing
from infodesk.core.checking.harms import Harm
from infodesk.core.checking.numerals import value_of
from infodesk.core.checking.sentences import sentence_spans


def hurt(text: str) -> tuple[int | None, int | None]:
    sentences = [text[start:end] for start, end in sentence_spans(text)]
    counted = counts(sentences)
    return tuple(standing(counted, harm, sentences) for harm in Harm)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("事故造成5死2伤。", (5, 2)),
        ("造成两死三伤。", (2, 3)),
        ("造成２人死亡，１３人受伤。", (2, 13)),
        ("造成2人死亡31人受伤。", (2, 31)),
        ("造成死亡3人、受伤5人。", (3, 5)),
        ("死亡人数已升至18人，另有约70人受伤。", (18, 70)),
        ("十余人死亡，近百人受伤，数十人失踪。", (10, 100)),
        ("1人当场死亡，另1人送医后抢救无效死亡。", (2, None)),
        ("10人受伤，其中3人重伤。", (None, 10)),
        ("3人重伤、5人轻伤。", (None, 8)),
        ("93人获救，其中3人死亡。", (3, None)),
        ("2名学生落水，均溺水身亡。", (2, None)),
        ("6名士兵和3名平民死亡。", (9, None)),
        ("校车司机和7名学生当场死亡。", (8, None)),
        ("女主人跟小女儿受伤。", (None, 2)),
        ("一辆货车撞伤一名男孩。", (None, 1)),
        ("客机载有54人。飞机坠毁，无人生还。", (54, None)),
        ("疫情已夺去64人的生命。", (64, None)),
        ("打捞出遇难者遗体9具。", (9, None)),
        ("目前无人员伤亡。", (0, 0)),
        ("尚未接到人员伤亡的报告。", (0, 0)),
        ("无人受伤。", (None, 0)),
        ("没有中国人在爆炸中伤亡。", (None, None)),
        ("自2003年以来，该地区已有5万多人丧生。爆炸致4人死亡。", (4, None)),
        ("火灾烧毁房屋3间。", (None, None)),
        ("已造成2人死亡。截至8日，死亡人数增至5人。", (5, None)),
        ("死亡人数由最初的12人增加到31人，另有87人受伤。", (31, 87)),
        ("1名伤者脱离危险；死亡人数未增加，仍为2人。", (2, 1)),
        ("一名助动车驾驶员受伤倒地，随后又被面包车碾压，经抢救无效死亡。", (1, 1)),
        ("救援人员找到3名被困者，均已无生命体征。", (3, None)),
        ("被咬伤1200余人，死于狂犬病8人。", (8, 1200)),
        ("其中重伤3人、轻伤9人，无人死亡。", (0, 12)),
        ("医院已收治伤员52名。", (None, 52)),
        ("受伤学生约30人。", (None, 30)),
        ("一名女子死于禽流感，这是该国今年的第五个死亡病例。", (1, None)),
        ("目前尚不清楚有无人员伤亡。", (None, None)),
        ("31人死亡。新郎和新娘乘坐另一辆汽车，没有受伤。", (31, None)),
        ("3人被捕，涉嫌制造上月的爆炸，那次爆炸炸死一名保安。", (None, None)),
        ("一名男子持菜刀砍伤5名幼儿和1名家长。", (None, 6)),
        ("一名枪手打死4人后逃走。", (4, None)),
        ("两名武装分子打死值班工程师。", (1, None)),
        ("6名旅客被炸死3人失踪。", (6, None)),
        ("冲突已造成政府军17人、武装分子45人死亡。", (62, None)),
        ("监狱起火，烧死囚犯39人，烧伤70余人。", (39, 70)),
        ("客车上共有36人，死亡人数已从最初的4人上升到7人。", (7, None)),
        ("截至15日22时，死亡人数上升为18人；近三年死亡3人以上的事故已有5起。", (18, None)),
        ("死亡的人数仍为7人。", (7, None)),
        ("捞起34具遗体。前两次沉船分别夺去了96人和212人的生命。", (34, None)),
        ("砍死了村里的9个男人。", (9, None)),
        ("两车司机当场死亡，9名乘客受伤。", (2, 9)),
        ("两名飞行员弹射不及，同时遇难。", (2, None)),
        ("副驾驶位置上的老太太被甩出窗外，不幸身亡。", (1, None)),
        ("机上两名飞行员生死不明。", (None, None)),
        ("目前没有发现房屋倒塌和人员伤亡。", (0, 0)),
        ("安全部队19日击毙了5名武装分子，其中一人涉嫌去年的爆炸案。", (5, None)),
        ("遇难者增至13人，受伤住院27人。", (13, 27)),
        ("3例死亡，比去年多9例。", (3, None)),
        ("搜救人员挖出1名失联人员，已无生命体征。", (1, None)),
        ("造成1名老人死亡。6名老人回到家中，死者家属接受了处理结果。", (1, None)),
        ("地震时掉下几片瓦，没有砸到人。", (None, 0)),
        ("工棚坍塌，另外两人正在市六院治疗。", (None, 2)),
        ("车上5人被送往县医院抢救。", (None, 5)),
        ("学生腹泻，12人被送往县医院治疗。", (None, None)),
        ("车上2人被送往县医院抢救，均不治身亡。", (2, None)),
    ],
)
def test_the_last_and_most_complete_count_stands(text, expected):
    assert hurt(text) == expected


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("23", 23),
        ("２３", 23),
        ("1,200", 1200),
        ("3.2万", 32_000),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三百七", 370),
        ("三百零七", 307),
        ("一万二千", 12_000),
        ("二〇〇八", 2008),
        ("数", None),
        ("", None),
    ],
)
def test_numerals(numeral, value):
    assert value_of(numeral) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大巴翻车，死8人，伤27人。", (8, 27)),
        ("3月以来，全县报告病例846例，死亡3例。", (3, None)),
        ("37人全部平安上岸，没有一个人受伤。", (0, 0)),
        ("幸好发现及时，没有人员死伤。", (0, 0)),
        ("14名幼儿、1名教师和1名保安被砍伤。", (None, 16)),
        ("两名伤者因颅脑损伤过重不治。", (2, 2)),
        ("事故造成2人死亡。2009年的大火烧死173人，至今令人难忘。", (2, None)),
        ("去年7月14日夜，仓库起火，值班的6名工人窒息身亡。", (6, None)),
    ],
)
def test_counts_are_told_in_other_ways_too(text, expected):
    sentences = [part + "。" for part in text.split("。") if part]
    counted = counts(sentences)
    found = tuple(standing(counted, harm, sentences) for harm in (Harm.DEATHS, Harm.INJURED))
    assert found == expected
