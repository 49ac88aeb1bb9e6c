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
        ("一名助动车驾驶员受伤倒地，随后又被面包车碾压，经抢救无效死亡。", (1, None)),
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
        ("两名伤者因颅脑损伤过重不治。", (2, None)),
        ("事故造成2人死亡。2009年的大火烧死173人，至今令人难忘。", (2, None)),
        ("去年7月14日夜，仓库起火，值班的6名工人窒息身亡。", (6, None)),
    ],
)
def test_counts_are_told_in_other_ways_too(text, expected):
    sentences = [part + "。" for part in text.split("。") if part]
    counted = counts(sentences)
    found = tuple(standing(counted, harm, sentences) for harm in (Harm.DEATHS, Harm.INJURED))
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("炸弹在公共汽车上爆炸，炸死司机和5名乘客。", (6, None)),
        ("驾驶员和站在车旁的两个农民触电身亡。", (3, None)),
        ("住在四楼的一对年轻夫妇和他们刚满周岁的女儿不幸遇难。", (3, None)),
        ("一对老夫妻遇难。", (2, None)),
        ("一家三口没能逃出来。", (3, None)),
        ("赵某和女友双双遇难。", (2, None)),
        ("店主的父亲被刺身亡。", (1, None)),
        ("店员小方头部被砸伤。", (None, 1)),
        ("小魏殒命，同桌左脚被轧伤。", (1, 1)),
        ("10名乘员，包括4名外国游客，全部罹难。", (10, None)),
        ("14名死者中有3人是在医院里咽气的。", (14, None)),
        ("一名遇难者的父亲在法庭上一言不发。", (None, None)),
    ],
)
def test_who_is_counted(text, expected):
    assert hurt(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3名士兵阵亡，5名受伤。", (3, 5)),
        ("11名乘客葬身车内。", (11, None)),
        ("山洪已夺走24条生命，17人受伤。", (24, 17)),
        ("两位老人当夜断了气。", (2, None)),
        ("一人当场没了气息，一人在送医途中没能救回来。", (2, None)),
        ("震死了三百来人。", (300, None)),
        ("两名店主在台阶上崴了脚。", (None, 2)),
        ("仅有17人在撤离时扭伤或擦伤。", (None, 17)),
        ("一名反抗的退伍军人被刺中大腿。", (None, 1)),
        ("两名男子中弹身亡，一名女服务员被流弹擦伤。", (2, 1)),
        ("县里打通一条生命通道。", (None, None)),
        ("他死死抱住歹徒的腿。", (None, None)),
    ],
)
def test_words_of_dying_and_of_wounds(text, expected):
    assert hurt(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("遇难者人数周六增至27人，61人受伤。", (27, 61)),
        ("官方统计的死亡数字为88人。", (88, None)),
        ("灾害署将死亡人数修正为四十八人。", (48, None)),
        ("又找到两具遗体，死者总数达到14人。", (14, None)),
        ("遇难者，据部长晚上发布的统计，已增加到2300人。", (2300, None)),
        ("430人丧命，伤者超过2000。", (430, 2000)),
    ],
)
def test_tolls_that_change(text, expected):
    assert hurt(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11人丧命，20人受伤。三年来，这条路上已有两百人遇害。", (11, 20)),
        ("17人遇难。十年前，一列客车着火，三百多人丧生。", (17, None)),
        ("五年前那场造成31人遇难的爆炸，案犯早已判刑。", (None, None)),
        ("法院作出判决。去年２月，炸弹在咖啡馆爆炸，８人被炸死，２３人受伤。", (8, 23)),
        ("2011年5月曾在集上撞死1人。", (None, None)),
    ],
)
def test_other_events(text, expected):
    assert hurt(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("21名学生遇害，30人受伤。特警打死全部4名枪手。", (21, 30)),
        ("特警击毙了4名枪手。", (4, None)),
        ("两名武装分子攀上大楼，打死值班工程师。", (1, None)),
        ("十一名医护人员用门板把伤者抬过马路。", (None, None)),
        ("1名伤者因抢救无效死亡。", (1, None)),
    ],
)
def test_attackers_and_those_who_help(text, expected):
    assert hurt(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("截至记者发稿，暂未接到人员伤亡及财产损失的报告。", (0, 0)),
        ("各乡镇未上报人员伤亡。", (0, 0)),
        ("暂时没有人员伤亡和财产损失的消息。", (0, 0)),
        ("全校一千一百名师生安然无恙。", (0, 0)),
        ("机上人员全部生还。", (0, None)),
        ("没有伤及任何人。", (None, 0)),
        ("罐车司机没有受伤。", (None, 0)),
        ("没有一个病人出事，无人身亡。", (0, None)),
        ("案件造成多名无辜群众伤亡。", (None, None)),
        ("击毙劫持者，人质全部脱险。", (None, None)),
    ],
)
def test_nobody_hurt(text, expected):
    assert hurt(text) == expected
