"""What a page is given: the journal's desks and the window's services, never the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from infodesk.core.errors import InfodeskError
from infodesk.gui.messages import explain
from infodesk.gui.office import Office
from infodesk.gui.prompts import Prompts
from infodesk.gui.searching import Searching
from infodesk.gui.status import Status
from infodesk.gui.tasks import Tasks
from infodesk.gui.tending import Tending
from infodesk.gui.undoing import Undoing
from infodesk.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PageContext:
    """Everything a page may use.

    Attributes:
        workspace: the open journal.
        office: the office's settings.
        prompts: how to ask the clerk.
        tasks: how to do long work.
        status: the foot of the window and its red banner.
        searching: how to search beside the window.
        undoing: where an act that can be taken back is noted.
        language: ``zh`` or ``en``, for ``infodesk.messages``.
        tending: what tends the drop.
    """

    workspace: Workspace
    office: Office
    prompts: Prompts
    tasks: Tasks
    status: Status
    searching: Searching
    undoing: Undoing
    language: str
    tending: Tending


def context_of(
    workspace: Workspace,
    *,
    prompts: Prompts,
    tasks: Tasks,
    status: Status,
    undoing: Undoing,
    language: Callable[[], str],
    parent: QObject | None = None,
) -> PageContext:
    """Return what the pages of an open journal are given; what works beside it belongs to it."""
    return PageContext(
        workspace=workspace,
        office=Office(workspace.settings),
        prompts=prompts,
        tasks=tasks,
        status=status,
        searching=Searching(workspace, parent),
        undoing=undoing,
        language=language(),
        tending=Tending(workspace, prompts, status, language, parent),
    )


def attempt(context: PageContext, act: Callable[[], object]) -> bool:
    """Do something and clear the banner, or explain there why it could not be done."""
    try:
        act()
    except (InfodeskError, OSError) as error:
        context.status.problem.emit(explain(error, context.language))
        return False
    context.status.problem.emit("")
    return True
