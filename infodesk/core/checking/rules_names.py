"""Names of private persons, and the role words that stand for them (domain.md, section 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from infodesk.core.checking.analysis import Analysis
from infodesk.core.checking.catalogue import finding
from infodesk.core.checking.findings import Edit, Finding, Fix, PartState, Span

_ROLES = {
    "群众": (
        "上访人员 上访人 信访人 来访人 来信人 举报人 投诉人 当事人 上访群众 信访群众 来访群众"
        " 群众 村民 居民 业主 户主 租户 商户 低保户 贫困户 农户"
    ),
    "患者": "患者 病人 感染者 确诊者 接触者 孕妇 产妇",
    "学生": "学生 男生 女生 小学生 中学生 高中生 初中生 考生 男童 女童 幼儿 儿童",
    "伤者": "受害人 被害人 遇难者 死者 伤者 伤员 失踪者 被困者",
}
"""Whose names are hidden, by the word that stands for them."""

_WORD_OF = {role: word for word, roles in _ROLES.items() for role in roles.split()}
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙朱胡郭何林罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁余叶蒋杜苏魏程吕丁沈任姚卢傅钟"
    "姜崔谭廖范汪陆石戴贾韦夏邱侯邹熊孟秦阎薛雷倪陶贺顾龙万郝孔毛邵史钱严覃武莫赖庞樊兰殷施翟颜俞聂齐岳"
)
_RARE = "于高常安方时马易江金康向成和平应连单段关白温牛申柳祝鲁葛柴詹"
"""Surnames that are ordinary words too: taken for names only where nothing else is possible."""
_GIVEN = r"[一-鿿]"
_SURE = (
    r"(?=[（(][^）)\n]{0,6}[男女岁]|，(?:男|女|[0-9]{1,3}岁)|、[^，。、\n]{2,3}(?:等|、|和)"
    r"|(?:反映|反应|举报|投诉|称|诉说)[，,：:“]?)"
)
_LIKELY = (
    r"(?=[，。、；：（(“\s]|等|因|在|被|于|到|向|从|与|和|的|家|驾|骑|乘|突|一家|说|告诉|介绍|表示"
    r"|也|均|都|则|还|又|曾|就|现年|系|是|不慎|来到|经|已|将|对|自|提出|要求|多次|户|$)"
)
_NAMED = re.compile(
    rf"(?P<role>{'|'.join(sorted(_WORD_OF, key=len, reverse=True))})(?:姓名)?[:：]?"
    rf"(?P<name>[{SURNAMES}]{_GIVEN}{{1,2}}?(?:{_SURE}|{_LIKELY})|[{_RARE}]{_GIVEN}{{1,2}}?{_SURE})"
)  # fmt: skip
_NO_NAMES = re.compile(
    r".?[某家人名户们等的在于到和与被因向从了个位]|.(?:先生|女士|小姐|大爷|大妈|大娘|阿姨|师傅|老汉|老太|奶奶|爷爷)|.{1,2}[某]|张[贴罗挂开]|陈[述列旧]|程[度序]|任[何务意]|石[头块料]|夏[天季]|万[人元余户名]"
    r"|何[时人种]|余[人名户]|曾[经因在多有]|许[多久]|杨树|毛[病巾]|史上|陆续|钱[物款财]|雷[击电雨]|田[地间里]|林[地木业]"
    r"|周[边围末一二三四五六日]|唐代|苏醒|顾[客虑]|胡乱|严[重格厉]|施[工救暴]|武[装警器]|莫[名非]|齐[心全]|严[防控]|孔[洞]|万一"
)
_LETTERS = "甲乙丙丁戊己庚辛壬癸"
MOST_NAMES = len(_LETTERS)


def private_names(analysis: Analysis, _: Mapping[str, PartState]) -> Iterator[Finding]:
    """Yield a finding for each private person named; its fix puts a role word everywhere."""
    texts = list(analysis.texts())
    named: dict[str, str] = {}
    for _key, text in texts:
        for match in _NAMED.finditer(text):
            name = match["name"]
            if not _NO_NAMES.match(name) and len(named) < MOST_NAMES:
                named.setdefault(name, match["role"])
    used = "".join(text for _, text in texts)
    given: set[str] = set()
    for name, role in named.items():
        word = _WORD_OF[role]
        letter = next(
            (each for each in _LETTERS if each not in given and f"{word}{each}" not in used), ""
        )
        given.add(letter)
        shown = f"{word}{letter}"
        edits = tuple(_edits(texts, name, shown))
        first, *rest = (edit.span for edit in edits)
        yield finding(
            "person-name", first, evidence=tuple(rest), fixes=(Fix(edits),), role=role, shown=shown
        )


def _edits(texts: list[tuple[str, str]], name: str, shown: str) -> Iterator[Edit]:
    """Yield what hides one name: the role before it is part of what is replaced."""
    roles = "|".join(sorted(_WORD_OF, key=len, reverse=True))
    pattern = re.compile(rf"(?:(?:{roles})(?:姓名)?[:：]?)?{re.escape(name)}")
    for key, text in texts:
        for match in pattern.finditer(text):
            yield Edit(Span(key, *match.span()), shown)
