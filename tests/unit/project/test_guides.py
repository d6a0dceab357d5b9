"""The guides for contributors match the code: excerpts, files, decisions, glossary."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import EventStatus
from src.domain.entities.order import OrderStatus
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.ticket_type import TicketTypeStatus
from src.domain.entities.transaction import TransactionStatus
from src.domain.entities.transfer import TransferStatus
from src.domain.entities.webhook import DeliveryStatus
from tests.support.paths import ROOT

GUIDE = ROOT / "docs" / "adding-a-use-case.md"
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
GLOSSARY = ROOT / "docs" / "glossary.md"
INDEX = ROOT / "docs" / "decisions" / "README.md"

EXCERPT = re.compile(r"^```python\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
PLACE = re.compile(r"(?:src|tests|docs|migrations)/[\w./-]*")
TEST = re.compile(r"`(test_\w+)`")
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
GLOSSARY_NAME = re.compile(r"\[`([^`]+)`\]\((\.\./[^)]+)\)")
STATUS_ROW = re.compile(r"^\| ([a-z ]+) \| ((?:`[a-z]+`(?:, )?)+) \|$", re.MULTILINE)
STATUSES: dict[str, type[StrEnum]] = {
    "event": EventStatus,
    "ticket type": TicketTypeStatus,
    "booking": BookingStatus,
    "ticket": TicketStatus,
    "transfer": TransferStatus,
    "order": OrderStatus,
    "transaction": TransactionStatus,
    "delivery": DeliveryStatus,
}
HEAD = re.compile(
    r"^# (?P<number>\d+)\. (?P<title>.+)\n\n"
    r"- \*\*Status:\*\* (?P<status>.+)\n"
    r"- \*\*Date:\*\* (?P<date>\d{4}-\d\d-\d\d)\n"
    r"- \*\*Area:\*\* (?P<area>[a-z]+)\n"
    r"- \*\*Code:\*\* (?P<code>.+?)\n\n"
    r"\*\*Context\.\*\* ",
    re.DOTALL,
)
ROW = re.compile(
    r"^\| (?P<number>\d+) \| \[(?P<title>.+)\]\((?P<file>.+)\) \| (?P<area>.+) \| (?P<date>.+) "
    r"\| (?P<status>.+) \| (?P<line>.+) \|$",
    re.MULTILINE,
)

each_decision = pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)


def stripped(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


def has_in_order(source: list[str], excerpt: list[str]) -> bool:
    """Whether the lines are in the source: one after the other, but where `...` stands."""
    start = 0
    for part in "\n".join(excerpt).split("\n...\n"):
        lines = part.split("\n")
        places = range(start, len(source) - len(lines) + 1)
        found = [place for place in places if source[place : place + len(lines)] == lines]
        if not found:
            return False
        start = found[0] + len(lines)
    return True


def test_excerpt_is_found_only_in_order_and_without_gaps() -> None:
    source = ["a", "b", "c", "d"]
    assert has_in_order(source, ["b", "c"])
    assert has_in_order(source, ["a", "...", "c", "d"])
    assert not has_in_order(source, ["a", "c"])
    assert not has_in_order(source, ["c", "...", "a"])


def test_code_of_the_guide_is_that_of_its_files() -> None:
    excerpts = EXCERPT.findall(GUIDE.read_text())
    assert len(excerpts) == GUIDE.read_text().count("```python")
    for name, code in excerpts:
        source = stripped((ROOT / name).read_text())
        assert has_in_order(source, stripped(code)), f"{GUIDE.name} quotes {name} as it was"


def test_files_of_the_guide_exist() -> None:
    named = {place for span in SPAN.findall(GUIDE.read_text()) for place in PLACE.findall(span)}
    assert len(named) > 10
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_tests_of_the_guide_exist() -> None:
    named = TEST.findall(GUIDE.read_text())
    code = "\n".join(path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))
    assert named
    assert [name for name in named if f"def {name}(" not in code] == []


@each_decision
def test_decision_has_a_head_with_files_that_exist(path: Path) -> None:
    head = HEAD.match(path.read_text())
    assert head is not None
    assert int(head["number"]) == int(path.name[:4])
    assert head["status"].startswith(("proposed", "accepted", "superseded by"))
    named = SPAN.findall(head["code"])
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_index_has_the_heads_of_all_decisions_in_order() -> None:
    heads = [match for path in DECISIONS if (match := HEAD.match(path.read_text()))]
    expected = [
        {
            "number": head["number"],
            "title": head["title"],
            "file": path.name,
            "area": head["area"],
            "date": head["date"],
            "status": LINK.sub(r"\1", head["status"]),
        }
        for path, head in zip(DECISIONS, heads, strict=True)
    ]
    rows = [match.groupdict() for match in ROW.finditer(INDEX.read_text())]
    assert all(row.pop("line").endswith(".") for row in rows)
    assert rows == expected


def test_names_of_the_glossary_are_in_their_files() -> None:
    named = GLOSSARY_NAME.findall(GLOSSARY.read_text())
    assert len(named) > 40
    missing = []
    for name, link in named:
        path = (GLOSSARY.parent / link).resolve()
        if name != path.name and not re.search(rf"\b{name}\b", path.read_text()):
            missing.append(f"{name} in {link}")
    assert missing == []


def test_statuses_of_the_glossary_are_those_of_the_code() -> None:
    rows = {noun: SPAN.findall(row) for noun, row in STATUS_ROW.findall(GLOSSARY.read_text())}
    assert rows == {noun: [status.value for status in kind] for noun, kind in STATUSES.items()}


@pytest.mark.parametrize("name", ["README.md", "docs/api.md", "docs/first-walk.md"])
def test_times_in_examples_have_an_offset(name: str) -> None:
    # Without one, it is no `format: date-time`, and a gateway that validates requests refuses it.
    times = re.findall(r'"(\d{4}-\d\d-\d\dT[^"]*)"', (ROOT / name).read_text())
    without = [time for time in times if not re.search(r"(Z|[+-]\d\d:\d\d)$", time)]
    assert without == []
