"""Text as nasty as an office's worst: made from a seed, the same for the same seed."""

from __future__ import annotations

import random

HANZI = (
    "的一在有不人这中大为上个国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学"
    "法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些"
    "然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建"
    "月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统"
)
RARE = "堃喆珺〇㙍䶮喾啰瞭"
NUMBERS = (
    "2026年11月22日", "36.5%", "1,286", "3.6‰", "第47期", "12.5万元", "20×30", "±5℃", "①", "⑩",
    "8%", "100余", "0.35mm", "2—3", "5:30", "12/31", "24h", "60km/h", "A4", "B-2", "Ⅳ级", "№5",
    "〔2024〕15号", "13800-6", "-3", "+8", "1/3", "50mg/L", "180°", "$5", "￥300", "3～5个",
    "2,345,678.90",
)  # fmt: skip
LATIN = (
    "GDP", "infodesk", "PM2.5", "Wi-Fi", "e-mail", "COVID-19", "App", "X014", "GB/T 9704-2012",
    "5G", "AI", "hub", "Excel", "K12+300", "O2O", "IPv6", "U盾", "WTO", "CEO", "no-show",
    "state-of-the-art",
)  # fmt: skip
CHINESE_PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"), ("〔", "〕"), ("【", "】"))
PAIRS = (*CHINESE_PAIRS, ("「", "」"), ("(", ")"))
MARKS = "，，，，，，。。。、、；：！？"
CHINESE_JOINTS = ("——", "……")
JOINTS = (*CHINESE_JOINTS, "·", "—", "×", "～", "…", "－", "/")


class Nasty:
    """A source of nasty text; ``chinese`` leaves out all that is not hanzi and Chinese marks."""

    def __init__(self, seed: int, *, chinese: bool = False) -> None:
        self._chosen = random.Random(seed)
        self._chinese = chinese

    def paragraph(self) -> str:
        """Return a paragraph of one to fourteen clauses."""
        clauses = (self._clause(3) for _ in range(self._chosen.randrange(1, 15)))
        return "".join(clause + self._chosen.choice(MARKS) for clause in clauses)[:-1] + "。"

    def _clause(self, depth: int) -> str:
        pieces = (self._piece(depth) for _ in range(self._chosen.randrange(1, 6)))
        return "".join(pieces)

    def _piece(self, depth: int) -> str:
        chosen = self._chosen
        kind = chosen.random()
        if kind < 0.62 or not depth or (self._chinese and kind < 0.84):
            return "".join(chosen.choices(HANZI, k=chosen.randrange(1, 9)))
        if kind < 0.74:
            return chosen.choice(NUMBERS)
        if kind < 0.81:
            return chosen.choice(LATIN)
        if kind < 0.84:
            return chosen.choice(RARE)
        if kind < 0.89:
            joints = CHINESE_JOINTS if self._chinese else JOINTS
            return self._word() + chosen.choice(joints) + self._word()
        opening, closing = chosen.choice(CHINESE_PAIRS if self._chinese else PAIRS)
        return opening + self._clause(depth - 1) + closing

    def _word(self) -> str:
        return "".join(self._chosen.choices(HANZI, k=self._chosen.randrange(1, 4)))


def stress_text(seed: int, paragraphs: int, *, chinese: bool = False) -> str:
    """Return that many paragraphs, about five lines each."""
    source = Nasty(seed, chinese=chinese)
    return "\n".join(source.paragraph() for _ in range(paragraphs))
