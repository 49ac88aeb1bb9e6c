"""Where something happened: the stretch before the verb of the event, read as a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from infodesk.core.checking.leading import guarded
from infodesk.core.checking.lexicon import Lexicon
from infodesk.core.checking.moments import Moment, moments_of

_SUFFIX = re.compile(
    guarded(
        r"(?:特别行政区|自治区|自治州|自治县|开发区|高新区|新区|林区|矿区|景区|园区|小区|社区|街道|地区|山区|牧区|灾区|市区|城区|郊区|县城|"
        r"高速公路|高速|公路|国道|省道|县道|乡道|大道|大街|胡同|立交桥|大桥|隧道|路口|路段|收费站|服务区|匝道|出口|"
        r"火车站|汽车站|客运站|地铁站|加油站|变电站|水电站|车站|机场|码头|港口|港|医院|学校|中学|小学|大学|学院|幼儿园|宾馆|酒店|饭店|旅馆|"
        r"商场|市场|超市|商店|商铺|门店|店|工厂|厂房|厂|车间|仓库|库房|公司|煤矿|铁矿|矿山|矿|工地|大厦|大楼|楼|公寓|宿舍|住宅|民居|民房|别墅|作坊|网吧|"
        r"夜总会|体育场|体育馆|广场|公园|教堂|清真寺|寺|监狱|看守所|派出所|营地|基地|水库|电站|河道|河段|江段|湖|河|江|海域|海峡|海|岛|群岛|山|林场|农场|牧场|"
        r"(?:[东西南北中]|[东西][南北])部|国|水库|省|市|州|盟|县|旗|区|镇|乡|村|屯|组|路|街|巷|弄|里|桥|站|段|邦|府|首都|首府|附近|境内|地带|一带|交界处|交叉口|处|号|室|院|园|田|地)"
    )
)
_STRONG = re.compile(
    guarded(
        r"[省市州县旗区镇乡村屯路街桥岛邦站矿厂店校院楼]|高速|国道|公路|隧道|大道|林场|农场|海域|中学|小学|大学|公司|煤矿|工地|机场|小区|社区|首都|首府|广场|酒店|水库"
    )
)
_LEAD = re.compile(
    r"^(?:(?:记者|本报|据|有关|日前|当时|随后|此前|同时|其中|但|并|而|经|该起|这起|当|截至|由于|因"
    r"|造成|导致|称|说|表示|正|又|也|再次|相继|接连|连续|先后|突然|一起|一场|一座|的|位于|地处|在|于"
    r"|从|距|我|，|：|:|“|”|\s|　))+"
)
_THINGS = re.compile(
    r"(?:约|近|共|有|内|外|上|里)?[0-9０-９.．一二两三四五六七八九十数几百]{1,12}(?:余|多)?(?:名|位|人|辆|列|艘|架|台|只|头|起|次|场|个|号楼|条|款|批|户|家|栋|幢|座|间|所|处|万|吨)"
)
_MOVER = re.compile(
    r"(?:满载|载有|装满|装载|驾驶|乘坐|行驶|驶|前往|开往|由.{1,10}(?:开|驶|前)往|因|系|被|为|是|把|将|与|和.{0,6}相)"
)
_TOLD = re.compile(r"(?:反映|获悉|了解到|证实|投诉|举报)(?:，|：)?")
_IN = re.compile(r"在|位于|地处|行至|驶至")
_EVENT = re.compile(r"(?:地震|余震|事故|火灾|大火|爆炸|袭击|事件)$")
_PLACED = re.compile(
    r"(?:在|位于|地处|行至|行驶至|行驶到|驶至|途经|途径|路过|经过|至|到达|沿)(?P<place>[^，,。；;：:！？\n]{2,40})"
)
_HAPPENED_AT = re.compile(
    r"(?:发生|起火|爆炸|地震|事故|火灾|事件|地点|震中|现场|事发地|起火点|案发|爆发|坠落|地址)(?:的)?(?:确切|具体|准确)?(?:地点|位置|地址|处)?"
    r"(?:在|于|位于|是|为|系)(?P<place>[^，,。；;！？\n（(]{2,40})"
)
_REACHED = re.compile(
    r"(?:到|来到|赴|在)(?P<place>[^，,。；;！？\n（(到在]{2,24}?)(?:聚集|游泳|旅游|游玩|上访|施工|作业|集会|静坐)"
    r"|(?:冲进|冲入|袭击|席卷|横扫|撞向|撞上|落入|掉入|驶入|坠入)了?(?P<place2>[^，,。；;！？\n（(]{2,24})"
)
_END = re.compile(
    guarded(
        r"的(?:一|这|那|该|地震|火灾|大火|事故|爆炸|车祸|案|袭击|洪|滑坡|山林)|(?:当|之)?时|期间|发生|举行|内部|(?<=.)(?:里氏|突然|突发|相继|连续|接连|陆续|先后|起火|着火|失火|爆炸|已经|已|正|被|由东|由西|由南|由北|看到)"
    )
)
_BRACKETS = re.compile(r"[（(][^（()）\n]{0,60}[)）]")
_CUT = re.compile(
    r"[，,。；;：:！？!?\n]|(?<=[\u3000）)日])(?:专?电|讯)|(?:反映|获悉|了解到|证实|表示|介绍|报道|[^名号自]称|说|造成|导致|致使)(?=[^，。；]{3})"
)
LONGEST = 45
_SPEAKER = re.compile(
    guarded(
        r"记者|获悉|了解到|获知|证实|表示|报道|宣布|宣传部|新华|中新|中广|大使馆说|消息|测定|介绍|发布会"
        r"|发言人|官员|机构称|历史上|以来|总统|主席|总监|患者|观察|警方|[说称]$"
    )
)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch that reads as a place, and how sure that is."""

    start: int
    end: int
    score: float


def places(sentence: str, lexicon: Lexicon) -> Iterator[Place]:
    """Yield what may be the place of an event in one sentence; the higher the score the surer."""
    plain, found = _without_brackets_and_times(sentence)
    for match in _HAPPENED_AT.finditer(plain):
        yield from _graded(plain, match.span("place"), lexicon, 6.0)
    for event in lexicon.events.finditer(plain):
        if plain[event.end() : event.end() + 1] in ("后", "时", "地"):
            continue
        primary = 1.5 if event[0].startswith(("发生", "突发", "爆发")) else 0.0
        yield from _before(plain, event.start(), lexicon, primary)
    for moment in found:
        # what follows the time is often the place, whatever the verb
        end = _clause_end(plain, moment.end)
        inside = _IN.search(plain, moment.end + 2, end)
        stretch = (moment.end, inside.start() if inside else end)
        yield from _graded(plain, stretch, lexicon, 1.5)
    for match in _TOLD.finditer(plain):
        yield from _graded(plain, (match.end(), _clause_end(plain, match.end())), lexicon, 1.0)
    for match in _REACHED.finditer(plain):
        name = "place" if match["place"] else "place2"
        yield from _graded(plain, match.span(name), lexicon, 3.0)
    for match in _PLACED.finditer(plain):
        yield from _graded(plain, match.span("place"), lexicon, 1.0)


def _graded(
    plain: str, stretch: tuple[int, int], lexicon: Lexicon, score: float
) -> Iterator[Place]:
    place = _cleaned(plain, *stretch, lexicon, score)
    if place is None:
        inside = _IN.search(plain, stretch[0] + 2, stretch[1])
        if inside is not None:
            place = _cleaned(plain, stretch[0], inside.start(), lexicon, score)
    if place is not None:
        yield place


def _before(plain: str, stop: int, lexicon: Lexicon, bonus: float) -> Iterator[Place]:
    end = stop
    for near in (3.0, 2.5, 1.5, 0.5):
        while end > 0 and plain[end - 1] in "，, 　":
            end -= 1
        cuts = [match.end() for match in _CUT.finditer(plain, max(0, end - 80), end)]
        begin = cuts[-1] if cuts else max(0, end - 80)
        yield from _graded(plain, (begin, end), lexicon, near + bonus)
        end = begin - 1
        if end <= 0 or plain[begin - 1 : begin] not in "，, 　":
            return


def _cleaned(plain: str, start: int, end: int, lexicon: Lexicon, score: float) -> Place | None:
    """Cut what is no place off both ends; None where nothing like a place remains."""
    for match in _IN.finditer(plain, start, end):
        if match.end() < end - 1:
            start = match.end()
    start, end = _without_things(plain, start, end)
    lead = _LEAD.match(plain[start:end])
    if lead is not None:
        start += lead.end()
    while end > start and plain[end - 1] in " \u3000、，的之在于发又也所曾已就都":
        end -= 1
    while start < end and plain[start] in " \u3000、，":
        start += 1
    stretch = plain[start:end]
    if not 2 <= len(stretch) <= LONGEST or _SPEAKER.search(stretch) or _EVENT.search(stretch):
        return None
    graded = grade(stretch, lexicon)
    return Place(start, end, score + graded) if graded > 0 else None


def _without_things(plain: str, start: int, end: int) -> tuple[int, int]:
    """Cut off the persons and vehicles an event happens to, and what they were doing."""
    things = _THINGS.search(plain, start, end)
    if things is not None:
        if things.start() > start + 1:
            end = things.start()
        else:
            start = things.end()
    for pattern, offset in ((_MOVER, 0), (_END, 1)):
        found = pattern.search(plain, start + offset, end)
        if found is not None:
            end = found.start()
    return start, end


def grade(stretch: str, lexicon: Lexicon) -> float:
    """Return how much a stretch looks like a place, by the words it holds."""
    strong = len(_STRONG.findall(stretch))
    found = min(strong, 4) * 0.8
    if _SUFFIX.search(stretch):
        found += 0.7
    if lexicon.places.search(stretch):
        found += 1.2
    return found


def _clause_end(plain: str, start: int) -> int:
    """Return where the clause after a time ends, a comma right after the time left out."""
    while start < len(plain) and plain[start] in "，, 　":
        start += 1
    cut = _CUT.search(plain, start)
    return cut.start() if cut is not None else len(plain)


def _without_brackets_and_times(sentence: str) -> tuple[str, tuple[Moment, ...]]:
    plain = _BRACKETS.sub(lambda match: "　" * len(match[0]), sentence)
    found = moments_of(plain)
    pieces: list[str] = []
    read = 0
    for moment in found:
        pieces.append(plain[read : moment.start])
        pieces.append("　" * (moment.end - moment.start))
        read = moment.end
    pieces.append(plain[read:])
    return "".join(pieces), found
