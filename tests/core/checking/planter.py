"""Plants one defect of a rule into a good item, by program.

The good items are reports put together from parts, each variant with its own places, days and
numbers, so that every defect has something to break. A planter breaks one thing of one variant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from infodesk.core.checking.context import Context, Paper, Standing
from infodesk.core.checking.likeness import Shelf
from infodesk.core.items import WHOLE, Content, Section

TODAY = date(2026, 3, 20)
VARIANTS = 20
_TOWNS = ("西关镇", "大王镇", "柳林乡", "青石乡", "河西乡")
_PLACES = ("柳林村一民房", "新桥村一养鸡场", "石岭村一仓库", "下站社区一门店")


@dataclass(frozen=True)
class Item:
    """A good item: its parts, and what it is compared with."""

    kind: str
    title: str
    sentences: tuple[str, ...]
    head: str = ""
    titled: bool = False
    previous: str = ""
    others: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    shelf: tuple[str, ...] = ()
    standing: Standing | None = None
    params: dict[str, str] = field(default_factory=dict)
    today: date = TODAY
    loss: str = ""
    as_of: str = ""

    @property
    def content(self) -> Content:
        lines = [self.head, "" if self.titled else self.title, "".join(self.sentences)]
        return Content(
            self.title if self.titled else "",
            (Section(WHOLE, "\n".join(line for line in lines if line)),),
        )

    def context(self, context: Context) -> Context:
        return replace(
            context,
            today=self.today,
            previous=Paper("初报", self.previous) if self.previous else None,
            others=tuple(Paper("另一条", text) for text in self.others),
            sources=tuple(Paper("讲话", text) for text in self.sources),
            standing=self.standing,
        )

    def on_shelf(self) -> Shelf:
        shelf = Shelf()
        for number, text in enumerate(self.shelf):
            shelf.put(f"旧条目{number}", text)
        return shelf

    def with_(self, old: str, new: str, **changes) -> Item:
        """Return the item with one stretch replaced; the stretch must be there."""
        assert any(old in each for each in (self.title, self.head, *self.sentences)), old
        return replace(
            self,
            title=self.title.replace(old, new, 1),
            head=self.head.replace(old, new, 1),
            sentences=tuple(sentence.replace(old, new, 1) for sentence in self.sentences),
            **changes,
        )

    def plus(self, sentence: str) -> Item:
        return replace(self, sentences=(*self.sentences, sentence))

    def without(self, start: str) -> Item:
        kept = tuple(sentence for sentence in self.sentences if not sentence.startswith(start))
        assert len(kept) == len(self.sentences) - 1, start
        return replace(self, sentences=kept)


def fires() -> Iterator[Item]:
    """Yield urgent reports that say everything (domain.md, section 3)."""
    for number in range(VARIANTS):
        day = date(2026, 3, 2) + timedelta(days=number % 12)
        on = f"{day.month}月{day.day}日"
        town, place = _TOWNS[number % 5], _PLACES[number % 4]
        hurt, homes, crew = 2 + number % 4, 3 + number % 7, 12 + number
        hour = 2 + number % 10
        yield Item(
            "urgent",
            f"{town}{place}发生火灾致{hurt}人受伤",
            (
                f"{on}{hour}时10分，示范县{town}{place}发生火灾，造成{hurt}人受伤，",
                f"其中重伤1人、轻伤{hurt - 1}人，烧毁房屋{homes}间，损失约{homes}万元，",
                "影响周边住户。",
                f"据{town}政府{hour}时20分报告，经初步调查，起火原因为电线短路。",
                f"县消防救援大队出动3辆消防车、{crew}名指战员赶赴现场扑救，副县长到场指挥，",
                "伤者被送往县人民医院救治。",
                f"截至{on}{hour + 2}时，明火已扑灭，伤者无生命危险，未发生次生灾害，无需上级支援。",
                "下一步将对全镇用电安全开展检查。",
            ),
            head=f"2026年{on}{hour + 1}时30分",
            loss=f"，烧毁房屋{homes}间，损失约{homes}万元",
            as_of=f"{on}{hour + 2}时",
            params={"on": on, "hurt": str(hurt), "town": town, "place": place, "hour": str(hour)},
        )


def problems() -> Iterator[Item]:
    """Yield problem items: problem, cause, who answers for it, suggestion."""
    for number in range(VARIANTS):
        town = _TOWNS[number % 5]
        sites, more = 20 + 3 * number, 2 + number % 5
        yield Item(
            "problem",
            f"{town}农村供水工程管护不到位问题突出",
            (
                f"3月{1 + number % 9}日，县水利局对{town}{sites}处供水工程的调查显示，",
                f"有{sites // 2}处管护不到位，",
                f"比去年同期多{more}处，影响{number % 3 + 2}个村的用水安全。",
                "主要原因是管护经费没有来源，管水员由村干部兼任，没有经过培训。",
                "如不及时解决，预计今年冬季停水的工程将明显增多，县水利局作为主管部门负责整改。",
                "建议由县财政安排管护资金，由县水务公司统一接管。",
            ),
            standing=Standing(approved=TODAY - timedelta(days=1)),
        )


def experiences() -> Iterator[Item]:
    """Yield items on experience: background, what was done, result."""
    for number in range(VARIANTS):
        town = _TOWNS[number % 5]
        talks, cases = 30 + number, 40 + 2 * number
        solved = cases - 3
        yield Item(
            "experience",
            f"{town}推行院坝说事把矛盾化解在村口",
            (
                f"{town}近年来土地流转、邻里排水等纠纷增多，",
                f"去年受理纠纷{cases + 20}件，群众平均要跑3趟。",
                "为使纠纷有人管、就地解，该镇从今年1月起推行院坝说事制度。",
                "一是定时定点说事，每月5日、20日由村干部、驻村民警到村民院坝公开听事；",
                "二是分类分级办事，能当场答复的当场答复，需要部门解决的由镇里限7日内办结；",
                "三是上墙公开评事，办理结果在村务公开栏公布，由当事人打分。",
                f"制度实行以来，共开展说事{talks}场，受理事项{cases}件，办结{solved}件，",
                f"办结率{100 * solved / cases:.1f}%，纠纷同比下降，仍有3件在协调。",
            ),
        )


GOOD: tuple[Item, ...] = (*fires(), *problems(), *experiences())

Planter = Callable[[Item, int], Item | None]

SPEECH = (
    "要牢牢把握高质量发展这个首要任务，把经济的着力点放在实体经济上，推进新型工业化，"
    "加快建设制造强县，促进数字经济和实体经济深度融合，"
)

SENTENCES = {
    "classified": "\n密级：机密",
    "identity-number": "联系人身份证号为999999199003077759。",
    "bank-card": "补偿款汇入6222020000000000000。",
    "mobile-number": "户主电话13800000{n:03}。",
    "phone-number": "户主家中电话0999-2345{n:03}。",
    "home-address": "一名群众家住新村小区{n}号楼2单元501室。",
    "person-name": "村民张建国反映，情况属实。",
    "half-width-mark": "县里已派人核实,情况属实。",
    "doubled-mark": "县里已派人核实情况。。",
    "quote-unpaired": "县里已派人核实“三合一场所情况。",
    "bracket-unpaired": "县里已派人核实（含附近场所情况。",
    "straight-quote": '县里已派人核实"三合一"场所情况。',
    "ellipsis": "县里已派人核实台账、图片...情况属实。",
    "dash": "县里已派人核实情况--情况属实。",
    "space-between": "县里已派人核 实有关场所情况。",
    "full-width-digit": "县里已派１２人核实有关情况。",
    "letter-in-number": "县里已派1O人核实有关情况。",
    "numbering-mark": "\n（一）、县里已派人核实有关情况。",
    "percent-range": "今年的投入预计增加5-10%。",
    "parts-exceed": "另排查住户1{n}户，其中有隐患9{n}户。",
    "parts-differ": "另排查隐患8{n}处，已整改7{n}处，其余2处限期整改。",
    "percent-wrong": "另走访200户，有1{n:02}户表示满意，占9%。",
    "share-over": "另有走访，群众满意率1{n:02}.5%。",
    "shares-exceed": "另有走访，满意占60%、基本满意占5{n}%。",
    "change-direction": "全镇隐患由{n}处下降到9{n}处。",
    "change-wrong": "全镇隐患由200处下降到150处，下降3{n}%。",
    "figure-differs": "排查时封停违规门店3家。检查组封停违规门店5家。",
    "date-impossible": "此前2月30日已检查过一次。",
    "weekday-wrong": "2026年3月12日（星期日），县里召开专题会议。",
    "date-order": "3月18日至3月{n}日，县里开展了检查。",
    "empty-phrase": "有关单位高度重视，切实加强领导，狠抓工作落实。",
}
"""By rule, a sentence that breaks it in any text; n is the number of the variant, 1 to 9."""


def _report_late(item: Item, _: int) -> Item:
    return replace(item, head=f"2026年{item.params['on']}{int(item.params['hour']) + 4}时30分")


def _wrong_title(item: Item, number: int) -> Item:
    hurt = item.params["hurt"]
    return replace(item, title=item.title.replace(f"致{hurt}人", f"致{int(hurt) + number}人"))


def _unharmed_title(item: Item, _: int) -> Item:
    return replace(item, title=item.title.replace(f"致{item.params['hurt']}人受伤", ""))


def _falls(item: Item, number: int) -> Item:
    more = int(item.params["hurt"]) + number
    fire = f"{item.params['on']}，{item.params['town']}发生火灾，造成{more}人受伤。"
    return replace(item, previous=f"初报\n{fire}")


def _conflicts(item: Item, number: int) -> Item:
    more = int(item.params["hurt"]) + number
    return replace(item, others=(f"报火灾\n{item.params['on']}火灾，造成{more}人受伤。",))


def _harmless(item: Item, _: int) -> Item:
    """Leave out everything that tells who was hurt."""
    hurt = int(item.params["hurt"])
    bare = replace(item, title=item.title.replace(f"致{hurt}人受伤", ""))
    bare = bare.with_(f"，造成{hurt}人受伤，", "，").with_(f"其中重伤1人、轻伤{hurt - 1}人，", "")
    return bare.without("伤者被送往").with_("，伤者无生命危险", "")


URGENT: dict[str, Callable[[Item, int], Item]] = {
    "title-figure": _wrong_title,
    "figure-falls": _falls,
    "figure-conflicts": _conflicts,
    "date-after-report": lambda item, n: replace(item, head="2026年3月1日"),
    "date-future": lambda item, n: replace(item, head="", today=date(2026, 3, 1)),
    "report-late": _report_late,
    "title-plays-down": lambda item, n: item.with_("发生火灾", "及时处置一起火灾"),
    "title-casualties-missing": _unharmed_title,
    "title-event-missing": lambda item, n: replace(item, title="关于西关镇有关情况"),
    "element-time-missing": lambda item, n: (
        item.with_(f"{item.params['on']}{item.params['hour']}时10分，", "")
        .with_(f"{item.params['hour']}时20分", "")
        .with_("截至" + item.as_of, "截至目前")
    ),
    "element-place-vague": lambda item, n: item.with_(item.params["place"], ""),
    "element-source-missing": lambda item, n: item.with_("据", "经"),
    "element-cause-missing": lambda item, n: item.with_(
        "经初步调查，起火原因为电线短路", "请领导阅示"
    ),
    "element-casualties-missing": _harmless,
    "element-loss-missing": lambda item, n: item.with_(item.loss, ""),
    "element-commander-missing": lambda item, n: item.with_("，副县长到场指挥", ""),
    "element-plans-missing": lambda item, n: item.without("下一步"),
    "element-help-missing": lambda item, n: item.with_("，无需上级支援", ""),
    "element-as-of-missing": lambda item, n: item.with_("截至", ""),
    "element-open": lambda item, n: item.with_("起火原因为电线短路", "起火原因待核实"),
    "request-incomplete": lambda item, n: item.with_("无需上级支援", "请求市消防救援支队增援"),
    "praise": lambda item, n: item.plus("处置工作受到群众一致好评。"),
    "repeats-previous": lambda item, n: replace(item, previous=item.content.body),
}

PROBLEM: dict[str, Callable[[Item, int], Item]] = {
    "part-missing": lambda item, n: item.without("建议"),
    "title-empty": lambda item, n: replace(item, title="有关情况的报告"),
    "not-sent-upward": lambda item, n: replace(
        item, standing=Standing(approved=TODAY - timedelta(days=3 + n))
    ),
    "government-only": lambda item, n: item.plus("县水利局已书面报告县政府。"),
    "depth-comparison": lambda item, n: item.with_(item.sentences[2], f"影响{n}个村的用水安全。"),
}

EXPERIENCE: dict[str, Callable[[Item, int], Item]] = {
    "title-attitude": lambda item, n: replace(item, title="高度重视矛盾化解工作"),
    "relative-date": lambda item, n: item.plus("昨日，县委政法委召开了现场会。"),
    "title-mark": lambda item, n: replace(item, title=f"{item.title}；", titled=True),
    "title-missing": lambda item, n: replace(item, title=""),
    "title-long": lambda item, n: replace(
        item, title=f"关于示范县{item.title}有关情况及下一步工作打算的详细情况报告"
    ),
    "copied-passage": lambda item, n: replace(item.plus(SPEECH * 6), sources=(SPEECH * 6,)),
    "near-duplicate": lambda item, n: replace(
        item, shelf=(item.content.body.replace("该镇", "本镇"),)
    ),
    "padding": lambda item, n: item.plus(
        "各村高度重视，切实加强领导，狠抓工作落实。镇里强化责任担当，确保取得实效，营造良好氛围。"
        * 4
    ),
    "text-long": lambda item, n: item.plus(
        "各村都按照这一做法开展了说事活动，群众普遍到场。" * 130
    ),
}

UNPLANTED = frozenset(
    {
        *("text-empty", "text-short", "part-elsewhere", "part-weak", "part-unclear", "part-thin"),
        *("element-nature-missing", "element-place-missing", "element-extent-missing"),
        *("element-trend-missing", "slogans", "good-news-only", "bare-figures"),
        *("depth-cause", "depth-consequence", "depth-suggestion"),
    }
)
"""Rules of what a whole text is like, which only another text can break; see their examples."""


def _additive(sentence: str) -> Planter:
    return lambda item, number: item.plus(sentence.format(n=number % 9 + 1))


def _of_kind(kind: str, plant: Callable[[Item, int], Item]) -> Planter:
    return lambda item, number: plant(item, number % 9 + 1) if item.kind == kind else None


PLANTERS: dict[str, Planter] = {
    **{rule: _additive(sentence) for rule, sentence in SENTENCES.items()},
    **{rule: _of_kind("urgent", plant) for rule, plant in URGENT.items()},
    **{rule: _of_kind("problem", plant) for rule, plant in PROBLEM.items()},
    **{rule: _of_kind("experience", plant) for rule, plant in EXPERIENCE.items()},
}
"""By rule, what breaks it; None where an item has nothing of the kind to break."""

COMPANIONS = {
    "title-empty": {"title-event-missing"},
    "title-event-missing": {"title-casualties-missing"},
    "copied-passage": {"text-long"},
    "date-after-report": {"date-order", "report-late"},
    "padding": {"empty-phrase"},
    "relative-date": set(),
}
"""Findings of other rules that a defect brings with it, because it is one of theirs too."""
