"""A text that has everything an official page may have, and what each style's head says."""

from __future__ import annotations

from collections.abc import Mapping

from infodesk import paths
from infodesk.core.document import Document
from infodesk.core.official import official
from infodesk.core.sheets import sheet_from

FIELDS = {
    "official": {
        "份号": "000012",
        "机关标志": "示范县文件",
        "发文字号": "示政办发〔2026〕12号",
        "抄送": "县委办公室，县人大常委会办公室",
        "印发机关": "示范县人民政府办公室",
        "印发日期": "2026年11月22日",
    },
    "letter": {"机关标志": "示范县人民政府", "发文字号": "示政函〔2026〕8号", "抄送": "县水利局"},
    "minutes": {"机关标志": "示范县专题会议纪要", "期号": "第12期", "日期": "2026年11月22日"},
    "report": {
        "刊名": "信息专报",
        "期号": "第47期",
        "编印单位": "县委办",
        "日期": "2026年11月22日",
    },
    "circular": {"刊名": "情况通报", "期号": "第10期", "编印单位": "县委办"},
    "bulletin": {"刊名": "示范信息", "期号": "第1期", "编印单位": "县委办"},
    "plain": {},
}
TABLE = "\n".join(
    ["单位\t报送条数\t采用条数\t问题"]
    + [f"第{n}个单位\t{n * 3}\t{n}\t" + "篇幅长、重点不突出，" * (n % 4) for n in range(60)]
)
TEXT = (
    "示范县关于加强信息报送工作的通知\n各乡镇：\n" + "全县共报送信息1286条，占36.5%。" * 40 + "\n"
    "一、情况\n" + "出席：主任，局长，" + "科长，" * 20 + "\n表1 报送情况\n" + TABLE + "\n结束。\n"
    "附件：1.信息报送要点\n2.信息员名单\n示范县人民政府办公室\n2026年11月22日\n（此件公开发布）\n"
    "附件1\n信息报送要点\n雨情、水情、汛情。"
)


def composed(key: str, text: str = TEXT, fields: Mapping[str, str] | None = None) -> Document:
    file = paths.resources() / "styles" / f"{key}.toml"
    sheet = sheet_from(key, file.read_text(encoding="utf-8"))
    return official(text, sheet, FIELDS[key] if fields is None else fields)
