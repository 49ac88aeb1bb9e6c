"""Deaths, injured and cause of the training texts: ``python -m tests.core.checking.counting``.

The rules that count were written with these texts in view, and the reader learned the causes from
them: what is printed guards against a step back, and lists what is still read wrong.
"""

from __future__ import annotations

from infodesk.core.checking.check import check_text
from infodesk.core.checking.findings import Cause
from tests.core.checking.scorer import Scores, table, tools
from tests.core.checking.texts import FOLDER, Labelled, blocks_of


def cause_of(text: Labelled) -> Cause:
    """Return what the sentences' labels say of the cause."""
    letters = "".join(labels for labels, _ in text)
    if "C" in letters:
        return Cause.STATED
    return Cause.UNDER_INVESTIGATION if "U" in letters else Cause.NONE


def counted() -> Scores:
    """Check every training text that has counts, and compare."""
    profile, context = tools()
    result = Scores()
    for path in sorted(FOLDER.glob("*.txt")):
        for number, (text, counts) in enumerate(blocks_of(path), 1):
            if not counts:
                continue
            whole = "".join(sentence for _, sentence in text)
            elements = check_text(whole, profile, context).elements
            wanted = {**counts, "cause": cause_of(text)}
            for name, value in wanted.items():
                found = getattr(elements, name)
                result.of(name).answer(found == value)
                if found != value:
                    result.faults.append(
                        f"{path.stem} {number}: {name} is {value}, found {found}: {whole}"
                    )
    return result


if __name__ == "__main__":
    outcome = counted()
    print(*sorted(outcome.faults), table(outcome), sep="\n")
