"""A clerk at the window, to be killed: types by input method, tells each time 已保存 is shown.

Run as ``python -m tests.faults.typist JOURNAL [careless]``; prints the number of characters that
stood in the editor when the window said they were saved, one line each. A careless one says so as
soon as they are typed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QInputMethodEvent

from infodesk.gui import app, drafting
from infodesk.gui.context import context_of
from infodesk.gui.pages.items_page import ItemsPage
from infodesk.gui.prompts import WindowPrompts
from infodesk.gui.status import Status
from infodesk.gui.tasks import Tasks
from infodesk.gui.undoing import Undoing
from infodesk.workspace import Workspace

SENTENCE = "十一月二十二日示范县继续下雨，"
PAUSE_MS = 15


def main() -> int:
    """Type until killed."""
    drafting.SAVE_AFTER_MS = PAUSE_MS
    application = app.application()
    status = Status()
    workspace = Workspace(Path(sys.argv[1]))
    context = context_of(
        workspace,
        prompts=WindowPrompts(None),
        tasks=Tasks(),
        status=status,
        undoing=Undoing(),
        language=lambda: "zh",
    )
    page = ItemsPage(context)
    page.show()
    page.new_item()
    box = page.editor.findChild(type(page.editor.title_edit), "situation_edit")

    def type_on() -> None:
        event = QInputMethodEvent()
        event.setCommitString(SENTENCE)
        QCoreApplication.sendEvent(box, event)

    def tell() -> None:
        count = len(page.editor.content().text_of("situation"))
        print(page.drafting.item.id, count, flush=True)

    def type_and_tell() -> None:
        type_on()
        tell()

    if "careless" in sys.argv[2:]:
        status.saved.connect(lambda: QTimer.singleShot(0, type_and_tell))
        type_and_tell()
    else:
        status.saved.connect(tell)
        status.saved.connect(lambda: QTimer.singleShot(0, type_on))
        type_on()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
