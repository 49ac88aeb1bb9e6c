"""Write ``rules.md`` from the catalogue of rules; with ``--check``, only say if it is stale."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from infodesk import messages
from infodesk.checker import explanations
from infodesk.core.checking.catalogue import RULES
from infodesk.core.checking.explanations import Explanation
from infodesk.core.items import Content
from infodesk.workspace import profiles

PAGE = Path(__file__).resolve().parent / "rules.md"
LANGUAGE = "zh"
HEAD = """# 检查规则

本页由 resources/help/compile.py 从规则目录生成，请改规则目录，不要改本页。

“必须”未解决时不能签发（说明理由可以签发），“建议”应当看一看，“提示”供参考。本单位可以关闭某条规则、改它的分量或说法：
`infodesk rule set 代号 --weight off`。例子中的人和事都是虚构的。
"""


def page() -> str:
    """Return the page: every rule by family, what it says, why, and its two examples."""
    return "\n".join([HEAD, *_lines()]) + "\n"


def _lines() -> Iterator[str]:
    explained = explanations()
    for family, rules in RULES.items():
        yield f"## {messages.say('families', family, LANGUAGE)}\n"
        for rule, weight in rules.items():
            said = re.sub(r"\{\w+\}", "…", messages.template("rules", rule, LANGUAGE))
            yield f"### {said}\n"
            yield from _explained(
                explained[rule], messages.say("terms", f"severity-{weight}", "zh")
            )


def _explained(explained: Explanation, weight: str) -> Iterator[str]:
    kind = profiles()[explained.profile].name
    yield f"代号 `{explained.rule}` · {weight} · 例子的类别：{kind}\n"
    yield f"{explained.why}（{explained.source}）\n"
    yield f"合格：\n\n{_quoted(explained.passes)}\n"
    yield f"不合格：\n\n{_quoted(explained.fails)}\n"


def _quoted(content: Content) -> str:
    lines = [content.title, *content.body.splitlines()]
    shown = [line if len(line) <= 400 else f"{line[:60]}……" for line in lines if line]
    return "\n>\n".join(f"> {line}" for line in shown)


def main(arguments: list[str]) -> int:
    """Write the page; return 1 where ``--check`` found it stale."""
    text = page()
    fresh = PAGE.exists() and PAGE.read_text(encoding="utf-8") == text
    if "--check" in arguments:
        print("fresh" if fresh else f"stale: {PAGE.name}")
        return 0 if fresh else 1
    PAGE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
