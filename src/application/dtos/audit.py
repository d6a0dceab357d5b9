"""The log of changes, as administrators read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditSearch:
    """Which entries to list, None means any; `at` is in [`date_from`, `date_to`).

    `q` is part of an action or of a value before or after, or a correlation id.
    """

    subject: str | None = None
    subject_id: int | None = None
    actor_id: int | None = None
    action: str | None = None
    q: str | None = None
    date_from: datetime | None = None
    date_to: datetime | None = None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of an entry, before and after; None where it had no value then."""

    field: str
    before: object | None
    after: object | None

    @property
    def is_change(self) -> bool:
        """Whether the two differ; what stayed is kept in an entry to say what it is about."""
        return self.before != self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRecord:
    """One entry; `actor` is the name of who did it, None for the system and deleted users.

    `api_key_id` is the API key that it was done with, if it was.
    """

    id: int
    at: datetime
    actor_id: int | None
    actor: str | None
    action: str
    subject: str
    subject_id: int
    event_id: int | None
    before: Mapping[str, object] | None
    after: Mapping[str, object] | None
    correlation_id: str | None
    api_key_id: int | None

    @property
    def changes(self) -> Sequence[FieldChange]:
        """Every field of the entry, in the order in which it was written."""
        before, after = self.before or {}, self.after or {}
        return [
            FieldChange(name, before.get(name), after.get(name))
            for name in dict.fromkeys([*before, *after])
        ]
