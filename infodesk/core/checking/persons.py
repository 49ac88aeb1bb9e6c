"""Persons told of without a number: 司机, 母亲和女儿, 老太太."""

from __future__ import annotations

import re

PERSON = re.compile(
    r"(?:女主人|男主人|拖拉机手|驾驶人|骑手|民工|保安|乘务员|司机|驾驶员|骑车人|男子|女子|男孩|女孩|男童|女童|孩子|老人|老汉|老太|妇女|女士|先生"
    r"|父亲|母亲|儿子|女儿|丈夫|妻子|婴儿|幼儿|少年|青年|店主|房主|户主|业主|死者|总统|副驾驶|乘车人|夫妇"
    r"|夫妻|母女|母子|父子|父女|兄弟|姐妹|姐弟|兄妹|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|老伴|岳母|收银员|值班员|值班工程师|司炉工|主编|法官|议员"
    r"|校长|护士|店员|经理|老板|警卫|门卫|保镖)"
)
AND_ONE = re.compile(rf"{PERSON.pattern}(?:和|与|及|以及|跟)(?:另外|其他|另)?$")
_COUPLE = re.compile(r"两车(?=司机|驾驶)|夫妇|夫妻|母女|母子|父子|父女|兄弟|姐妹|姐弟|兄妹")
_SUBJECT = re.compile(
    rf"(?:[^，。；]{{0,6}}{PERSON.pattern}(?:和|与|及|跟|、)?){{1,4}}[^，。；名位个人]{{0,8}}$"
)
OBJECT = re.compile(rf"了?[^，。；多几些数]{{0,14}}?{PERSON.pattern}")
SUDDENLY = re.compile(
    rf"{PERSON.pattern}[^，。；]{{0,18}}，(?:后?(?:经|因)?(?:抢救|医治|送医)?无效|不幸|当场|终因|最终)"
    r"[^，。；]{0,8}(?:身亡|死亡|遇难|去世|丧生)"
)
"""One person whose end is told in the next clause (老太太被甩出窗外，不幸身亡)."""
MANY = re.compile(
    r"多名|多位|数名|几名|部分|一些|众多|大量|许多|不少|[0-9]+(?:余|多)?(?:名|位|人)|分别"
)


def unnumbered(before: str, after: str) -> int:
    """Count persons named without a number (司机当场死亡, 母亲和女儿受伤, 撞伤一男孩)."""
    if MANY.search(before):
        return 0
    subject = _SUBJECT.search(before)
    if subject is not None:
        couples = len(_COUPLE.findall(subject[0]))
        return len(PERSON.findall(subject[0])) + couples
    object_ = OBJECT.match(after)
    return 1 if object_ is not None else 0
