"""What a text says of the cause."""

from __future__ import annotations

import pytest

from infodesk.core.checking.beside import CUES, OPEN, WHY
from infodesk.core.checking.causes import why
from infodesk.core.checking.classes import read_text
from infodesk.core.checking.findings import Cause
from infodesk.core.checking.lexicon import lexicon_from
from infodesk.core.checking.reader import CLASSES


def _cause(text, lexicon):
    ((named, left_open),) = why([text], lexicon)
    if named:
        return Cause.STATED
    return Cause.UNDER_INVESTIGATION if left_open else Cause.NONE


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("货车爆胎后侧翻，冲入对向车道。", Cause.STATED),
        ("肇事司机属醉酒驾驶。", Cause.STATED),
        ("初步调查认定，配电室短路是起火原因。", Cause.STATED),
        ("村民吃了自己上山采来的野蘑菇后中毒。", Cause.STATED),
        ("大雪压塌了菜市场的顶棚。", Cause.STATED),
        ("两名工人在屋顶焊接水箱，火花溅了下去。", Cause.STATED),
        ("受持续强降雨影响，县道Y021线发生山体滑坡。", Cause.STATED),
        ("客车驶入弯道时速度过快，冲出护栏。", Cause.STATED),
        ("一辆电动自行车在楼道充电时起火。", Cause.STATED),
        ("经调查，工人未佩戴防护面具下井清淤，吸入沼气中毒。", Cause.STATED),
        ("两村群众因争水发生械斗。", Cause.STATED),
        ("当局将事故归咎于机械故障。", Cause.STATED),
        ("燃气灶胶管破裂，屋内发生爆燃。", Cause.STATED),
        ("地震系太平洋板块向欧亚板块俯冲所致。", Cause.STATED),
        ("8人被吹倒的广告牌砸伤。", Cause.STATED),
        ("十级阵风把护栏玻璃掀落谷底。", Cause.STATED),
        ("鉴定表明，这家人吃下的是剧毒菌。", Cause.STATED),
        ("部族武装想以此迫使政府放人。", Cause.STATED),
        ("原因在于收购能力不到产量的一成，补贴去年的还没有兑现。", Cause.STATED),
        ("请辞的主要理由是工资只发七成。", Cause.STATED),
        ("既有山高路远的客观因素，也有考核不严。", Cause.STATED),
        ("列车时速达到142公里，而该弯道限速80公里。", Cause.STATED),
        ("渡轮遭遇狂风巨浪沉没。", Cause.STATED),
        ("一村民烧田坎失管，引燃附近山林。", Cause.STATED),
        ("涉嫌在网吧门口纵火的两名少年已被抓获。", Cause.STATED),
        ("奶糕含有杀虫剂，致9名村民死亡。", Cause.STATED),
        ("事故原因正在进一步调查中。", Cause.UNDER_INVESTIGATION),
        ("火灾的原因和损失，有关部门正在调查核实。", Cause.UNDER_INVESTIGATION),
        ("孰是孰非，有待交警部门的鉴定结论。", Cause.UNDER_INVESTIGATION),
        ("化验结果预计三天后出来。", Cause.UNDER_INVESTIGATION),
        ("警方尚未公布作案动机。", Cause.UNDER_INVESTIGATION),
        ("目前尚不能确定爆炸是意外还是人为。", Cause.UNDER_INVESTIGATION),
        ("有关部门正在对死因进行鉴定。", Cause.UNDER_INVESTIGATION),
        ("据交警介绍，两车均未超速。", Cause.NONE),
        ("因伤势过重，两名伤者经抢救无效死亡。", Cause.NONE),
        ("全县因灾死亡3人，倒塌房屋120间。", Cause.NONE),
        ("因天色已晚，搜救工作暂停。", Cause.NONE),
        ("由于道路中断，救援物资只能靠人背马驮。", Cause.NONE),
        ("地震引发山体滑坡，道路中断。", Cause.NONE),
        ("2003年该省曾发生类似事故，货车超载侧翻。", Cause.NONE),
        ("交警提醒，不要酒后驾车。", Cause.NONE),
        ("一名男子在检查站引爆了身上的炸弹。", Cause.NONE),
        ("县城震感明显，部分居民跑到街上。", Cause.NONE),
        ("天然气处理厂发生爆炸并引发大火。", Cause.NONE),
        ("反对党议员指出，渡轮上没有救生衣。", Cause.NONE),
        ("抗议者占领了议会大厦。", Cause.NONE),
        ("死者不满二十五岁。", Cause.NONE),
        ("镇长用铅笔记着死者的名字。", Cause.NONE),
        ("因担心再次滑坡，搜救暂停。", Cause.NONE),
        ("一处烟花爆竹临时销售点发生爆炸。", Cause.NONE),
        ("由于不少游客身在店内，袭击造成多人伤亡。", Cause.NONE),
        ("具体灾情正在进一步核实之中。", Cause.NONE),
        ("经过专家对79个点的现场调查，最高烈度为七度。", Cause.NONE),
        ("铁路部门点着柴油机车去牵引困在半路的列车。", Cause.NONE),
        ("乘客说，他正睡着，突然身子悬空。", Cause.NONE),
    ],
)
def test_words_name_a_cause_leave_it_open_or_do_not_speak_of_it(lexicon, text, cause):
    assert _cause(text, lexicon) is cause


def test_a_named_cause_outweighs_an_open_one(lexicon):
    text = "经初步调查，事故系超速所致，仍在进一步调查中。"
    (reading,) = read_text([text], lexicon)
    assert reading.cause is Cause.STATED
    start, end = reading.why[0]
    assert "超速" in text[start:end]


def test_words_of_a_cause_weigh_in_the_second_look(lexicon):
    cause, open_ = (
        lexicon.beside.weights[number] for number in map(CLASSES.index, ("cause", "inquiry"))
    )
    first = 2 * len(CLASSES) + len(CUES)
    assert cause[first] > 0.5
    assert open_[first + 1] > 0.5
    assert (WHY, OPEN) == ("why", "open")


def test_an_office_names_causes_of_its_own():
    own = lexicon_from({"causes": {"cues": ["野猪拱"]}})
    assert _cause("堤脚被野猪拱空。", own) is Cause.STATED
