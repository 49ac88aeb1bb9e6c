"""Texts that say that nobody died, nobody was hurt, or nobody is left."""

from __future__ import annotations

import re

from infodesk.core.checking.harms import Harm
from infodesk.core.checking.leading import guarded

_WHOEVER = (
    r"(?:任何|一个|一名|人员|人|师生|群众|乘客|旅客|居民|游客|村民|学生|员工|工人"
    r"|和|、|因此|造成|发生|有|出现){0,5}"
)
_NONE_HURT = re.compile(
    guarded(
        r"(?:(?<!有)均?无|没有|未造成|未发生|没有造成|没有发生|尚无|暂无|并无|未有|尚未有|未出现|尚未(?:收到|接到|发现|造成)|没有(?:收到|接到|发现)|"
        r"未(?:接到|收到|发现)|暂未(?:接到|收到|发现|造成))(?:[^，。；,;\n]{0,16}的|[^，。；,;\n]{0,8}[和及或、]|关于[^，。；\n]{0,12}?|任何|因灾|相关)?(?:造成|发生|有)?(?:人员)?(?:的)?伤亡"
        rf"|(?:(?<!有)无|没有|未有|未造成){_WHOEVER}(?:伤亡|死伤)|无一(?:人)?(?:伤亡|死伤)"
    )
)
_NOBODY_DEAD = re.compile(
    guarded(
        rf"(?:无|没有|未有|未造成|暂无|尚无){_WHOEVER}(?:死亡|遇难|丧命|丧生|身亡)(?!者|人数)"
        r"|无一(?:人)?(?:死亡|遇难)|(?:全部|全都|平安)(?:生还|上岸|脱险|获救)"
    )
)
_NOBODY_HURT = re.compile(
    guarded(
        rf"(?:无|没有(?!受伤|负伤)|未有|未造成|暂无|尚无){_WHOEVER}(?:受伤|负伤)(?!者|人数)|无一(?:人)?受伤"
        r"|(?:没有|没|未)(?:[砸撞烧压轧打炸]|伤)[到着及中]?人"
    )
)
NO_SURVIVOR = re.compile(r"无人生还|无一(?:人)?(?:生还|幸存)|无人幸存")


def says_nobody(harm: Harm, text: str) -> bool:
    """Tell whether a text says that nobody came to this harm."""
    nobody = _NOBODY_DEAD if harm is Harm.DEATHS else _NOBODY_HURT
    return _NONE_HURT.search(text) is not None or nobody.search(text) is not None
