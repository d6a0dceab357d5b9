"""What a statement must keep to so that the tables of events can be distributed by event.

A cluster routes a statement by the `event_id` in it; without, it asks every node, or refuses. Each
statement that the application runs in the tests is checked once, by its text.
"""

import re
from collections.abc import Callable, Coroutine, Iterator, Mapping
from typing import Any

from src.infrastructure.database.orm import Database

EVENT_TABLES = {
    *("bookings", "tickets", "ticket_types", "event_scanners"),
    *("gates", "check_ins", "transfers", "retired_ticket_codes"),
}
KEY = "event_id"

LOOKUPS: Mapping[tuple[str, str], str] = {
    ("bookings", "id"): "addresses name a booking by its id alone",
    ("bookings", "reference"): "people type it",
    ("bookings", "order_id"): "bookings are read with their order, whose items name the events",
    (
        "bookings",
        "user_id",
    ): "what is somebody's own, and whether somebody has any, is in all events",
    ("tickets", "id"): "addresses name a ticket by its id alone",
    ("tickets", "ticket_code"): "people show it at any door",
    ("tickets", "seat_id"): "whether a seat was ever sold, before it is removed",
    (
        "tickets",
        "user_id",
    ): "what is somebody's own, and whether somebody has any, is in all events",
    ("ticket_types", "id"): "addresses and carts name a ticket type by its id alone",
    ("event_scanners", "user_id"): "where somebody may scan is asked for all events",
    ("transfers", "id"): "addresses name an offer by its id alone",
    ("transfers", "token_hash"): "an e-mail brings a token, which names no event",
    ("transfers", "ticket_id"): "an offer is read with its ticket, which was found by id",
    ("transfers", "from_user_id"): "whether somebody has any is asked for all events",
    ("transfers", "to_user_id"): "whether somebody has any is asked for all events",
    ("retired_ticket_codes", "code"): "people show it at any door",
}
"""Columns by which rows may be looked up with values in all events, with the reason."""

SWEEPS: Mapping[str, str] = {
    "WHERE 1=0": "what Tortoise asks for none of many: nothing is read",
    "FROM tickets WHERE admits GROUP BY event_id": "the reconciler counts all tickets again",
    "WHERE is_guest AND created_at < $1": "forgotten guests have nothing in any event",
    "min(expires_at) AS oldest FROM bookings": "the report of queues counts lapsed holds of all",
    "WHERE refund_due AND id > $1": "refunds that are due are few, and found by an index of theirs",
    "FROM transfers WHERE status = 'offered' AND expires_at": "a job ends old offers",
    "status = 'offered' AND (from_user_id = $1": "who deletes their account ends their offers",
    'FROM "transfers" WHERE "id"=$1 LIMIT $2 FOR UPDATE': "addresses name an offer by its id alone",
    'FROM "transfers" WHERE "ticket_id"=$1 AND': "an offer is locked with its ticket",
}
"""Pieces of statements that name no event on purpose, with the reason."""

TOKEN = re.compile(
    r"""'(?:[^']|'')*'|"[^"]*"|\$\d+|--[^\n]*|::|<>|[<>!]=|[a-z_][a-z0-9_]*|\d+|\S""", re.IGNORECASE
)
KEYWORDS = {
    *("on", "where", "join", "left", "right", "inner", "outer", "cross", "full", "using", "set"),
    *("group", "order", "limit", "for", "returning", "as", "union", "except", "intersect"),
    *("window", "having", "lateral", "natural", "values", "select", "default"),
}
ENDS = {"group", "order", "limit", "window", "returning", "having"}
ENUM_CAST = re.compile(
    r"\bUPDATE\b[^;]*?\bSET\b(?:(?!\bFROM\b|\bWHERE\b)[^;])*?=\s*\w+\.\w+::(?!jsonb|text)\w+", re.S
)
UNSTABLE = re.compile(
    r"\bDO\s+UPDATE\b[^;]*?(\bnow\(\)|\bcurrent_timestamp\b|[-+]\s*interval\b)", re.S
)

Tree = list["str | Tree"]
Prepare = Callable[[Database, Any], Coroutine[Any, Any, None]]


def faults_of(statement: str) -> list[str]:
    """What is wrong with it, each as a sentence; nothing for most."""
    faults = []
    if re.search(r"\bSELECT\s+FROM\b", statement):
        faults.append("It selects no column: write `SELECT 1 FROM`.")
    if ENUM_CAST.search(statement):
        faults.append("It casts a column in an UPDATE: cast the array of values instead.")
    if UNSTABLE.search(statement):
        faults.append("It uses the time in ON CONFLICT DO UPDATE: give it as a value.")
    if not any(piece in statement for piece in SWEEPS):
        for scope in _scopes(_tree(statement)):
            faults += _faults_of(scope)
    return faults


class Watched:
    """Checks each new statement of the application's pools in this process, by its text."""

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self._faults: dict[str, list[str]] = {}
        self._prepare = Database._prepare
        Database._prepare = _watched(self._prepare, self._note)  # type: ignore[assignment, method-assign]

    def new_faults(self) -> dict[str, list[str]]:
        """The statements with faults since it was asked last, each with what is wrong."""
        found, self._faults = self._faults, {}
        return found

    def _note(self, logged: Any) -> None:
        statement = logged.query
        if statement not in self._seen:
            self._seen.add(statement)
            if faults := faults_of(statement):
                self._faults[statement] = faults


def _watched(prepare: Prepare, note: Callable[[Any], None]) -> Prepare:
    """What prepares a connection, and then watches it."""

    async def prepare_and_watch(database: Database, connection: Any) -> None:
        await prepare(database, connection)
        connection.add_query_logger(note)

    return prepare_and_watch


def _tree(statement: str) -> Tree:
    """The tokens in lower case, with what is in parentheses as a tree of its own."""
    root: Tree = []
    open_ones = [root]
    for token in TOKEN.findall(statement):
        if token == "(":
            inner: Tree = []
            open_ones[-1].append(inner)
            open_ones.append(inner)
        elif token == ")":
            open_ones.pop()
        elif not token.startswith("--"):
            open_ones[-1].append(token.strip('"') if token[0] == '"' else token.lower())
    return root


def _scopes(tree: Tree) -> Iterator[Tree]:
    """Each SELECT, UPDATE, DELETE or INSERT, without those inside of it."""
    part: Tree = []
    for item in tree:
        if item in ("union", "except", "intersect"):
            yield part
            part = []
            continue
        part.append(item)
        if isinstance(item, list):
            yield from _scopes(item)
    yield part


def _faults_of(scope: Tree) -> Iterator[str]:
    tables = _tables(scope)
    if not tables:
        return
    conditions = list(_flat(_conditions(scope)))
    is_locking = any(
        scope[i] == "for" and scope[i + 1] in ("update", "no", "share", "key")
        for i in range(len(scope) - 1)
    )
    for name, alias, is_target in tables:
        if is_target:
            if "select" in scope and "returning" not in scope:
                yield f"It inserts what it selects into {name} without RETURNING."
        elif not (
            _names(conditions, alias, KEY, is_alone=len(tables) == 1)
            or _is_among_events(scope)
            or (not is_locking and _is_looked_up(conditions, name, alias))
        ):
            what = "locks" if is_locking else "reads or changes"
            yield f"It {what} {name} without a condition on its event_id."


def _tables(scope: Tree) -> list[tuple[str, str, bool]]:
    """The tables of events in it: name, alias, and whether rows are inserted into it."""
    found = []
    for i, token in enumerate(scope[:-1]):
        name = scope[i + 1]
        if token not in ("from", "join", "update", "into") or isinstance(name, list):
            continue
        if name not in EVENT_TABLES:
            continue
        rest = [item for item in scope[i + 2 : i + 4] if item != "as"]
        if rest[:1] == ["."]:
            continue
        is_named = rest and isinstance(rest[0], str) and re.fullmatch(r"[a-z_]\w*", rest[0])
        alias = rest[0] if is_named and rest[0] not in KEYWORDS else name
        found.append((name, str(alias), token == "into"))
    return found


def _conditions(scope: Tree) -> Tree:
    """What follows ON and WHERE."""
    conditions: Tree = []
    is_inside = False
    for item in scope:
        if item in ("where", "on", "using"):
            is_inside = True
        elif isinstance(item, str) and (item in ENDS or item == "from"):
            is_inside = False
        elif is_inside:
            conditions.append(item)
    return conditions


def _flat(tree: Tree) -> Iterator[str]:
    """The tokens with parentheses, without statements inside."""
    for item in tree:
        if isinstance(item, str):
            yield item
        elif item[:1] == ["select"]:
            yield from ("(", "select", *(("unnest",) if "unnest" in item else ()), ")")
        else:
            yield from ("(", *_flat(item), ")")


def _names(tokens: list[str], alias: str, column: str, *, is_alone: bool) -> bool:
    """Whether the column is named there: of this table, or of the only one."""
    for i, token in enumerate(tokens):
        if token != column:
            continue
        is_qualified = i > 1 and tokens[i - 1] == "."
        if tokens[i - 2] == alias if is_qualified else is_alone:
            return True
    return False


def _is_among_events(scope: Tree) -> bool:
    """Whether it only selects which events they are of, for a condition on these."""
    return [item for item in scope[1:4] if item != "distinct"][:1] == [KEY] and "from" in scope[:4]


def _is_looked_up(tokens: list[str], name: str, alias: str) -> bool:
    """Whether a column of `LOOKUPS` is compared with values there."""
    for i, token in enumerate(tokens[:-2]):
        if (name, token) not in LOOKUPS or (tokens[i - 1] == "." and tokens[i - 2] != alias):
            continue
        rest = tokens[i + 1 : i + 7]
        operator, *value = rest
        if operator in ("=", "in") and any(
            part.startswith("$") or part in ("unnest", "array") for part in value[:4]
        ):
            return True
    return False
