"""Crashes on demand: a unit of work whose commit fails, before it happened or after."""

from dataclasses import dataclass
from typing import Any

from src.application.ports.database import Touches, UnitOfWorkFactory
from src.infrastructure.repositories.unit_of_work import TortoiseUnitOfWork


class Crash(Exception):
    """The process is gone: nobody got an answer."""


@dataclass
class CrashPlan:
    """Lets the commit after `commits_left` others fail, once; `has_struck` is true once it did.

    `is_done` fails it after it took effect. `is_lost` makes it a lost connection, which the
    application detects, instead of the end of the process.
    """

    commits_left: int | None = None
    is_done: bool = False
    is_lost: bool = False
    has_struck: bool = False

    def arm(self, commits_left: int, *, is_done: bool, is_lost: bool) -> None:
        self.commits_left, self.is_done, self.is_lost = commits_left, is_done, is_lost

    def disarm(self) -> None:
        self.commits_left = None
        self.has_struck = False

    def strikes(self) -> bool:
        """Whether this commit is the one."""
        if self.commits_left is None:
            return False
        self.commits_left -= 1
        if self.commits_left >= 0:
            return False
        self.commits_left, self.has_struck = None, True
        return True

    def error(self) -> Exception:
        return ConnectionError("lost in a commit") if self.is_lost else Crash()


class CrashingUnitOfWork(TortoiseUnitOfWork):
    """The real one, which crashes when the plan says so."""

    def __init__(self, plan: CrashPlan, *parts: Any) -> None:
        super().__init__(*parts)
        self._plan = plan

    async def commit(self) -> None:
        strikes = self._plan.strikes()
        if strikes and not self._plan.is_done:
            raise self._plan.error()
        await super().commit()
        if strikes:
            raise self._plan.error()


def crashing(plan: CrashPlan, *parts: Any) -> UnitOfWorkFactory:
    """A factory of units of work; `parts` are a real one's arguments."""

    def begin(*, touches: Touches | None = None) -> TortoiseUnitOfWork:
        return CrashingUnitOfWork(plan, *parts)

    return begin
