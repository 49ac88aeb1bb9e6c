"""Who told what a report states: the stretches that name a speaker, a paper, a caller."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infodesk.core.checking.leading import gathered

_FORMS = (
    r"据[^，。；\n]{0,40}?(?:介绍|报道|消息|透露|通报|统计|测定|报告|称|反映|证实|说|表示|信息|发布|披露|讯|描述|回忆|估算|估计)",
    r"据(?:悉|了解|称|报|说|传|初步调查|目击者|知情)",
    r"根据[^，。；\n]{2,30}(?:调查|统计|通报|消息|介绍|报告|说法|描述)",
    r"(?:从|在)[^，。；\n]{1,40}?(?:获悉|了解到|得知|证实)",
    r"公布的[^，。；\n]{0,12}(?:显示|表明)",
    r"[^，。；\n]{2,40}(?:告诉记者|向记者|援引)",
    r"(?:通报|介绍|公告|消息|报告|结果)(?:称|说|显示|是)",
    r"发布(?:消息|通报|信息|声明)",
    r"[^，。；：“”\n]{2,24}(?:表示|说|称|透露|介绍|认为|宣布|证实|坦言|指出|估计|回忆|告诉)[，,：:“]",
    r"(?:负责人|官员|发言人|部门|警方|消防|目击者|居民|村民|院方|方面|先生|女士|记者|媒体|人士)[^，。；\n“”]{0,12}?(?:表示|说|称|宣布|确认|认为|证实)(?!强烈|谴责|慰问|哀悼|歉|欢迎|感谢)",
    r"(?:群众|业主|居民|村民|网民|网友|市民|司机|读者|商户|家长|职工|学生|企业|基层|干部|旅客)[^，。；\n]{0,4}(?:反映|投诉|举报|来电|爆料|发帖)",
    r"接到?[^，。；\n]{0,20}(?:报告|举报|反映|投诉)",
    r"来源[:：]",
    r"消息[:：]",
    r"来电",
    r"”[^，。；\n“]{0,14}(?:说|称|坦言|反问|评价|告诉|表示)",
    r"“[^”\n]{4,60}[。，？！]”",
    r"据[^，。；\n]{0,20}(?:监测|测算|反馈|讲|记录|解释|结论)",
    r"(?:通报|公布|反映|披露)[，,：]",
    r"的(?:说法|结论|记录|解释)(?:是|为)",
    r"(?:官方|医院|警方|厂方|公司)[^，。；\n]{0,8}(?:统计|公布|记录)",
    r"(?:部|部门|副|长|人|员|民|委员会|机构|者|方|师|生)(?:说|讲|解释|指控|诉苦)(?!明|服|法|得|不|话)",
    r"(?:召开|举行)[^，。；\n]{0,12}(?:发布会|通气会)",
    r"向[^，。；\n]{0,8}反映过",
    r"(?:情况|信息|消息)[^，。；\n]{0,4}由[^，。；\n]{2,20}(?:报告|报送|提供)",
)
_BY_HEAD = [form for form in _FORMS if not form.startswith("[^")]
_BY_END = [form.partition("}")[2] for form in _FORMS if form.startswith("[^")]
_ANY = re.compile("|".join(_FORMS))
_ANY_BY_HEAD = re.compile(gathered(_BY_HEAD))
_ENDS = re.compile(gathered(_BY_END))


def sources(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence that say who told."""
    # forms that begin with anything are slow to try: only where one of their ends stands
    forms = _ANY if _ENDS.search(sentence) else _ANY_BY_HEAD
    return (match.span() for match in forms.finditer(sentence))
