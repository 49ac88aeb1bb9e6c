"""Persons told of without a number: 司机, 母亲和女儿, 老太太, 小魏."""

from __future__ import annotations

import re

from infodesk.core.checking.leading import guarded

_FAMILY_NAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范"
    "方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来"
)
"""Family names by which prose calls a person (小魏, 老周, 毛某, 孟师傅)."""
_CALLED = (
    rf"[小老阿][{_FAMILY_NAMES}](?![一-鿿]?[区县市镇乡村山河桥路口店])"
    rf"|[{_FAMILY_NAMES}](?:某某?|师傅|老[伯汉太师头]|大[爷娘妈伯叔婶哥姐]|女士|先生|阿姨|姓)"
)
_PERSON = (
    r"(?:[这该那](?:[名位]|旅客|乘客|学生|工人|男|女|伤者)|[他她](?!们|的$)|[男女](?:游客|乘客|旅客|学生|教师|工人|职工|员工|医生|警察|同学)|女主人|男主人|拖拉机手|驾驶人|骑手|民工|保安|乘务员|司机|驾驶员|骑车人|男子|女子|男孩|女孩|男童|女童|孩子|老人|老汉|老太|妇女|女士|先生"
    r"|父亲|母亲|儿子|女儿|丈夫|妻子|婴儿|幼儿|少年|青年|车主|店主|房主|户主|业主|死者|总统|副驾驶|乘车人|夫妇"
    r"|夫妻|母女|母子|父子|父女|兄弟|姐妹|姐弟|兄妹|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|老伴|岳母|收银员|值班员|值班工程师|司炉工|主编|法官|议员"
    r"|校长|护士|店员|经理|老板|警卫|门卫|保镖|未婚妻|女友|男友|同桌|学徒|护工|秘书|律师|厨师|外婆|外公|舅舅|叔叔|孙子|孙女|男方|女方|老两口|小两口|导游|伴娘|伴郎|新郎|新娘|候选人|市长|镇长|州长|省长|部长|总理|首相|大使|男生|女生|姑娘|锅炉工|搬运工|商人|教练|领航员|赛车手"
    rf"|飞行员|售票员|女乘客|男乘客|女工|伤者|小伙子|站长|大副|船长|{_CALLED})(?!的[^遗尸生性])"
)
PERSON = re.compile(guarded(_PERSON))
AND_ONE = re.compile(
    guarded(rf"{_PERSON}(?:和|与|及|以及|跟)(?:另外|其他|另|[^，。；、和与及跟]{{1,8}}的)?$")
)
AND_PERSON = re.compile(rf"(?:和|与|及|以及|、)[^，。；、和与及跟]{{0,12}}?{_PERSON}")
"""One more after those that are numbered (2名工人和司机, 一对夫妇和他们的女儿)."""
_COUPLE = re.compile(r"两车(?=司机|驾驶)|夫妇|夫妻|两口|母女|母子|父子|父女|兄弟|姐妹|姐弟|兄妹")
_BOTH = re.compile(r"双双|[俩仨]|两人|二人")
_NOT_OF_THEM = re.compile(r"[，。；名位个人]")
_BEFORE_THEM = 2
"""Characters before a person that may say how many they are (两车司机)."""
_MOST_APART, _MOST_BEHIND = 6, 12
"""Characters between persons named together, and between the last of them and what happened."""
_ONE = re.compile(guarded(rf"(?:{_PERSON})+"))
_BYSTANDER = re.compile(r"行人|路人|教师|老师|同学|同事|邻居|民警|交警")
"""One person where something is done to them, though they are many as a subject."""
_NOT_BEFORE_THEM = re.compile(r"[，。；多几些数]")
_FARTHEST_OBJECT = 18
"""Characters after a word of harm within which one it is done to is named (撞伤一个过路的男孩)."""
SUDDENLY = re.compile(
    guarded(
        rf"{_PERSON}[^，。；]{{0,18}}，(?:后?(?:经|因)?(?:抢救|医治|送医)?无效|不幸|当场|当即|终因"
        r"|最终|终究|没|未|再也|当晚|当日|次日|随后|途中|早已|已经?"
        r"|送(?:医|到医院|往医院)[^，。；]{0,4}(?:时|后))"
        r"[^，。；]{0,8}(?:身亡|死亡|遇难|去世|丧生|死去|断了?气|咽了?气|没?能?(?:抢?救)(?:过来|回来|活)|没有抢救过来|夭折|没有(?:了)?(?:呼吸|心跳|气息)|死(?!者|伤))"
    )
)
"""One person whose end is told in the next clause (老太太被甩出窗外，不幸身亡)."""
WOUNDED = re.compile(
    guarded(
        rf"{_PERSON}[^，。；]{{0,18}}，(?:被|遭|[左右双]|头|腿|脚|手|面|全身|腰|胸|背|身)"
        r"[^，。；]{0,14}(?:骨折|[砸撞打划烧擦刺砍轧压扎]伤|断了?|中弹|划破|砸中|击中|缝了)"
    )
)
"""One person whose wound is told in the next clause (王大娘没跑出来，被院墙砸断了腿)."""
MANY = re.compile(
    r"多名|多位|数名|几名|部分|一些|众多|大量|许多|不少|[0-9]+(?:余|多)?(?:名|位|人)|分别"
)


def unnumbered(before: str, after: str) -> int:
    """Count persons named without a number (司机当场死亡, 母亲和女儿受伤, 撞伤一男孩)."""
    if MANY.search(before):
        return 0
    subject = _subject(before)
    if subject:
        return max(persons_in(subject), 2 if _BOTH.search(before) else 0)
    return 1 if is_done_to(after) else 0


def is_done_to(after: str) -> bool:
    """Tell whether what follows a word of harm names one it is done to."""
    person = PERSON.search(after, 0, _FARTHEST_OBJECT) or _BYSTANDER.search(
        after, 0, _FARTHEST_OBJECT
    )
    return person is not None and _NOT_BEFORE_THEM.search(after, 0, person.start()) is None


def persons_in(text: str) -> int:
    """Count the persons a stretch names, couples as two and 店员小方 as one."""
    return len(_ONE.findall(text)) + len(_COUPLE.findall(text))


def _subject(before: str) -> str:
    """Return the persons named together shortly before what happened, empty for none."""
    named = list(PERSON.finditer(before))
    if not named:
        return ""
    behind = before[named[-1].end() :].split("被", maxsplit=1)[0]
    if len(behind) > _MOST_BEHIND or _NOT_OF_THEM.search(behind):
        return ""
    start = named[-1].start()
    for person in reversed(named[:-1]):
        if start - person.end() > _MOST_APART + 1:
            break
        start = person.start()
    return before[max(0, start - _BEFORE_THEM) :]
