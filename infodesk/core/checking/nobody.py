"""Texts that say that nobody died, nobody was hurt, or nobody is left."""

from __future__ import annotations

import re
from collections.abc import Iterable

from infodesk.core.checking.harms import Harm
from infodesk.core.checking.leading import guarded

_WHOEVER = (
    r"(?:任何|其他|其它|别的|一个|一名|一|名|人员|人|师生|群众|乘客|旅客|居民|游客|村民|学生|员工|工人|市民"
    r"|和|、|及|或|因此|因灾|造成|发生|有|出现|受伤|重症|危重){0,6}"
)
_NO = (
    r"(?:(?<!有)无(?!辜)|没有|没(?!有)|未有|未造成|未发生|未出现|未发现|暂无|尚无|并无|尚未有"
    r"|尚未造成)"
)
_NOT_HEARD = (
    r"(?:(?:尚|还|暂|均|并|仍)?(?:未|没有?)(?:有)?(?:再)?(?:收到|接到|接获|收|接|发现|造成|上报|传来|听说|得到|报告(?=[有人]))"
    r"|没有[^，。；\n]{0,6}(?:上报|接到|收到))"
)
_NONE_HURT = re.compile(
    guarded(
        rf"(?:{_NO}|{_NOT_HEARD})(?:[^，。；,;\n]{{0,16}}的|[^，。；,;\n]{{0,8}}[和及或、]|关于[^，。；\n]{{0,12}}?"
        r"|(?:(?![国籍侨华公更新重大严])[^，。；,;\n]){0,4})?(?:造成|发生|有)?(?:人员)?(?:的)?(?:伤亡|死伤)"
        rf"|{_NO}{_WHOEVER}(?:伤亡|死伤)|无一(?:人)?(?:伤亡|死伤)|{_NOT_HEARD}[^，。；]{{0,4}}(?:受伤|伤着)|谈不上伤亡|零伤亡|伤亡为零|没有灾情|无灾情"
        r"|(?:师生|乘客|人质|人员|居民|村民|员工|学生|孩子|[名人口])[^，。；其]{0,4}(?:安然无恙|毫发[无未][损伤]|平安无事|有惊无险)|[均都皆部](?:毫发[无未][损伤]|安然无恙|平安无事)|[人畜]平安(?=[，。；])|(?:全部|全都|均|都)平安(?=[，。；]|$)"
    )
)
"""Nobody died and nobody was hurt, unless the text counts some."""
_NOBODY_DEAD = re.compile(
    guarded(
        rf"{_NO}{_WHOEVER}(?:死亡|遇难|丧命|丧生|身亡)(?!者|人数)|没有死人|{_NOT_HEARD}[^，。；]{{0,4}}死亡|(?:没有|无)人(?:在[^，。；]{{0,8}}中)?(?:丧生|遇难|死亡|[丢失送][^，。；]{{0,2}}命)"
        r"|[人都均]保住了?[性生]命"
        r"|无一(?:人)?(?:死亡|遇难)"
    )
)
_ALIVE = re.compile(
    guarded(
        r"(?:全部|全都|均|都|全员)(?:成功|平安)?(?:生还|上岸|脱险|获救|活着|活了下来)|平安(?:生还|上岸|脱险|获救|走下|返回|着陆)"
        r"|一个(?:也|都)?(?:不少|没少)|没有一个(?:人)?出事"
    )
)
"""All live, of whom the text speaks."""
_DEAD_TOLD = re.compile(r"击毙|死者|遗体|尸体")
_NOBODY_HURT = re.compile(
    guarded(
        rf"{_NO}(?!受伤|负伤){_WHOEVER}(?:受伤|负伤|冻伤|烧伤)(?!者|人数|的)|(?<=[一-鿿])(?<!有)(?:未|没有?)[受负]伤(?!的|者)|无一(?:人)?受伤"
        r"|(?:没有?|未)(?:[砸撞烧压轧打炸]|伤)[到着及中]?(?:任何)?人|人(?:员)?(?:都|均|也)?没(?:有)?(?:受)?伤着?(?!的)|没伤着|没有(?:人)?伤着"
    )
)
_BOTH_TOLD = ("伤亡", "死伤", "灾情", "无恙", "无损", "无伤", "未损", "未伤", "无险", "平安")
_HEARD = ("收到", "接到", "听说", "上报", "报告", "未发现", "没有发现")
_DEATH_TOLD = ("性命", "生命", "送命", "死亡", "死人", "遇难", "丧生", "丧命", "身亡")
_LIFE_TOLD = ("生还", "上岸", "脱险", "获救", "活着", "活了", "平安", "不少", "没少", "出事")
"""What a text holds wherever the pattern of the same matter matches: quickly looked for."""
NO_SURVIVOR = re.compile(r"无(?:人(?:生还|幸存|幸免)|一人?(?:生还|幸存|幸免)|生还者)")


def says_nobody(harm: Harm, text: str) -> bool:
    """Tell whether a text says that nobody came to this harm."""
    hurt = "伤" in text
    heard = hurt and _holds(text, _HEARD)
    if (heard or _holds(text, _BOTH_TOLD)) and _NONE_HURT.search(text):
        return True
    if harm is Harm.INJURED:
        return (hurt or "到人" in text) and _NOBODY_HURT.search(text) is not None
    if _holds(text, _DEATH_TOLD) and _NOBODY_DEAD.search(text):
        return True
    alive = _holds(text, _LIFE_TOLD) and _ALIVE.search(text) is not None
    return alive and _DEAD_TOLD.search(text) is None


def _holds(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)
