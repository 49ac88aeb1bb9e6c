"""Stretches that name a place wherever they stand: nouns in a row that end like a place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import rjieba

_NOUNS = frozenset(
    (
        "n",
        "ns",
        "nr",
        "nz",
        "nt",
        "nrt",
        "nrfg",
        "ng",
        "s",
        "f",
        "j",
        "b",
        "eng",
        "vn",
        "l",
        "i",
        "an",
    )
)
"""Tags of rjieba that a place's name is made of: nouns, names, directions, idioms read as nouns."""
_COUNTED = frozenset("mq")
_JOINING = "“”的"
_ENDS = re.compile(
    r"自治区|自治州|自治县|开发区|新区|林区|矿区|景区|小区|社区|街道|地区|城区|郊区|县城|半岛|群岛|海域|水域|高速公路|高速|公路|国道|省道"
    r"|大道|大街|路口|路段|立交桥|大桥|桥|隧道|出口|火车站|汽车站|客运站|地铁站|地铁口|加油站|机场|码头|港口|港|医院|学校|中学|小学|大学|学院"
    r"|幼儿园|补习班|教学楼|宿舍楼|宿舍|酒店|饭店|旅馆|宾馆|菜市场|市场|超市|商店|门店|店|玩具厂|工厂|厂|车间|仓库|公司|煤矿|铁矿|矿|工地"
    r"|大厦|大楼|住宅楼|公寓|网吧|歌舞厅|舞厅|夜总会|影院|体育场|体育馆|广场|公园|寺庙|教堂|监狱|水库|河|江|湖|沟|峡谷|山谷|岛|山|林场|牧场"
    r"|工棚|浴池|酒吧|夜市|集市|油库|货场|冷库|厂区|院内|居民楼|民房|民居|平房|住宅|车站|站台|餐馆|火锅店|难民营|检查站|军营|使馆"
    r"|首都|首府|岛国|老城区|城东|城西|城南|城北|家中|自家|保护区|栈道|取水口|县城段|段|省|市|州|盟|县|旗|区|镇|乡|村|屯|街|巷|弄|国|邦|全国|全县|全市|本市|我县|我市|校门口|门口|门前"
)
_LEADING = re.compile(
    r"^(?:记者|市民|居民|村民|时间|时分|下午|上午|凌晨|清晨|昨天|今天|昨晚|前往|附近|一名|一些)+"
)
_PEOPLE = re.compile(r"市民|居民|记者|先生|女士|官员|部门|政府|警方|负责人|总统|总理|委员会")
_BARE = frozenset(
    ("医院", "公司", "学校", "学院", "大学", "车间", "工厂", "商店", "超市", "出口", "酒店", "外地")
)
"""What names no place by itself."""
LEAST = 2
LONGEST = 30


def place_runs(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the stretches of nouns that end like a place."""
    offset, begin = 0, -1
    for word, tag in [*rjieba.tag(sentence), ("\n", "")]:
        if tag in _NOUNS:
            if begin < 0:
                begin = offset
        elif begin >= 0 and tag not in _COUNTED and word not in _JOINING:
            yield from _ended(sentence, begin, offset)
            begin = -1
        offset += len(word)


def _ended(sentence: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    lead = _LEADING.match(sentence[begin:end])
    if lead is not None:
        begin += lead.end()
    ends = [match.end() for match in _ENDS.finditer(sentence, begin, end)]
    if not ends:
        return
    stretch = sentence[begin : ends[-1]]
    if LEAST <= len(stretch) <= LONGEST and stretch not in _BARE and not _PEOPLE.search(stretch):
        yield begin, ends[-1]
