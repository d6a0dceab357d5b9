"""The documents are true: the first walk runs as it stands, and all that they name exists."""

import json
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
import typer

from src.cli.app import cli
from tests.support.first_run import README_PORT, FirstRun, Launch
from tests.support.paths import ROOT
from tests.support.product import (
    Started,
    bare_environment,
    copy_data,
    copy_working_tree,
    kill_database,
    log_in,
)

README = (ROOT / "README.md").read_text()
FIRST_WALK = (ROOT / "docs" / "first-walk.md").read_text()
API_BY_EXAMPLE = (ROOT / "docs" / "api.md").read_text()
OPERATING = (ROOT / "docs" / "operating.md").read_text()
DOCUMENTS = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "docker").rglob("*.md")),
]

FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
CODE_SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
PATH = re.compile(
    r"(?<![\w/.:-])(?:\.{0,2}/)?[\w.-]+(?:/[\w.-]+)*\.(?:py|sh|md|toml|txt|yml|example)\b"
)
FOLDER = re.compile(r"\b(?:src|tests|docs|docker|migrations)/[\w./-]*")


def section(heading: str) -> str:
    """The text below a heading of the README, up to the next one of its level."""
    return README.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def blocks(text: str, language: str) -> list[str]:
    return [block for found, block in FENCE.findall(text) if found == language]


def code(document: Path) -> Iterator[str]:
    """Every piece of code in the document: fenced blocks and spans."""
    text = document.read_text()
    yield from (block for _, block in FENCE.findall(text))
    yield from CODE_SPAN.findall(FENCE.sub("", text))


def named(pattern: str) -> list[tuple[str, ...]]:
    """What the pattern finds in the code of all documents, with the document's name first."""
    found = {
        (str(document.relative_to(ROOT)), *match.groups())
        for document in DOCUMENTS
        for piece in code(document)
        for match in re.finditer(pattern, piece, re.MULTILINE)
    }
    return sorted(found)


def run_walk(server: Started, *commands: str) -> list[Any]:
    """Run these in one shell against the server; the JSON values they print."""
    return list(json_values(run_commands(server, *commands)))


def run_commands(server: Started, *commands: str) -> str:
    """What they print."""
    script = "".join(["set -euo pipefail\n", *commands])
    if server.port != README_PORT:
        script = script.replace(f"127.0.0.1:{README_PORT}", f"127.0.0.1:{server.port}")
    done = subprocess.run(
        ["bash", "-c", script], env=bare_environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stderr}\n{done.stdout}"
    assert not done.stderr
    return done.stdout


def json_values(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder()
    while text := text.lstrip():
        value, end = decoder.raw_decode(text)
        text = text[end:]
        yield value


@pytest.fixture(scope="module")
def operations(running: Started) -> set[tuple[str, str]]:
    """Every method and path of the server, below /api/v1 or beside it."""
    paths: dict[str, dict[str, Any]] = httpx.get(f"{running.address}/openapi.json").json()["paths"]
    return {
        (method.upper(), without_names(path))
        for path, methods in paths.items()
        for method in methods
    }


def without_names(path: str) -> str:
    """The path, with its parameters' places kept and their names forgotten."""
    return re.sub(r"\{\w+\}", "{}", path.removeprefix("/api/v1"))


def test_the_first_walk_does_what_it_says(running: Started) -> None:
    walk = blocks(FIRST_WALK, "bash")
    assert len(walk) >= 5
    shown = run_walk(running, *walk)
    events, booking, refusal, event, bookings, seats, held = shown[:7]
    assert len(events) == 2
    assert float(events[0]["price"]) <= float(events[1]["price"])
    assert (booking["status"], booking["quantity"]) == ("confirmed", 2)
    assert (booking["total_amount"], booking["currency"]) == ("25.00", "EUR")
    assert refusal["code"] == "ticket_limit_exceeded"
    assert (event["id"], event["date_time"]) == (booking["event_id"], "2036-07-01T18:00:00Z")
    assert (event["total_tickets_sold"], event["tickets_available"]) == (2, 8)
    assert (event["total_bookings"], event["total_revenue"]) == (1, "25.00")
    assert [row["id"] for row in bookings] == [booking["id"]]
    free = [seat["seat_id"] for seat in seats if seat["status"] == "available"]
    assert 0 < len(free) < len(seats)
    assert (held["status"], held["expires_at"] is None) == ("pending", False)
    assert [ticket["seat"]["seat_id"] for ticket in held["tickets"]] == free[:1]
    # Other tests compare the sample's events with what they were.
    with httpx.Client(base_url=running.address, trust_env=False) as client:
        path = f"/api/v1/reservations/{held['id']}"
        assert client.delete(path, headers=log_in(client)).status_code == 200

    assert_paid_and_refunded(*shown[7:])


def assert_paid_and_refunded(
    discount: Any, item: Any, total: Any, payment: Any, paid: Any, refund: Any, refunded: Any
) -> None:
    """What the walk shows of its checkout."""
    assert (discount["value"], item["subtotal"]) == ("20.00", "100.00")
    assert (total["discount_amount"], total["fee_amount"]) == ("20.00", "3.00")
    assert (total["tax_amount"], total["total_amount"]) == ("8.30", "91.30")
    assert (payment["status"], payment["amount"]) == ("pending", "91.30")
    assert (paid["status"], paid["id"]) == ("confirmed", payment["order_id"])
    assert all(ticket["ticket_code"] for ticket in paid["bookings"][0]["tickets"])
    assert (refund["status"], refund["amount"]) == ("success", "91.30")
    assert (refunded["status"], refunded["bookings"][0]["status"]) == ("cancelled", "refunded")


def test_the_api_by_example_goes_on_from_there(running: Started) -> None:
    shown = run_commands(running, *blocks(FIRST_WALK, "bash"), *blocks(API_BY_EXAMPLE, "bash"))
    refusals = re.findall(r'"type":"/errors/(\w+)"', shown)
    assert refusals == ["ticket_limit_exceeded", "invalid_signature"]
    promised = ("157.50", "147.30", "142.30")
    assert [amount for amount in promised if f'amount":"{amount}"' not in shown] == []


@pytest.fixture
def activated(folder: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A checkout of its own, in which `source .venv/bin/activate` enters this environment."""
    checkout = folder / f"checkout of {request.node.name}"
    copy_working_tree(checkout)
    (checkout / ".venv").symlink_to(sys.prefix)
    yield checkout
    kill_database(checkout / ".data")


@pytest.mark.timeout(300)
def test_the_steps_of_the_readme_start_a_server_in_a_fresh_shell(
    activated: Path, launch: Launch
) -> None:
    (steps,) = blocks(section("Other ways to run it"), "bash")
    made, entered, *prepared, last = steps.strip().splitlines()
    # Making the environment anew would take a minute.
    assert (made.split("  ")[0], last) == ("make setup", "python -m src.cli serve")
    done = in_shell(activated, entered, *prepared)
    assert "7 bookings with 15 tickets" in done
    commands = ("bash", "-c", f"{entered}\nexec {last}")
    server = launch(*commands, checkout=activated, data_dir=activated / ".data").wait_until_ready()
    assert len(httpx.get(f"{server.address}/api/v1/events").json()) == 7
    assert server.stop() == 0


@pytest.mark.timeout(300)
def test_the_commands_for_operators_run_in_a_fresh_shell(
    activated: Path, first_run: FirstRun
) -> None:
    copy_data(first_run.data_dir, activated / ".data")
    commands = [textwrap.dedent(block) for block in blocks(OPERATING, "bash")]
    assert len(commands) >= 2
    in_shell(activated, "source .venv/bin/activate", *commands)
    assert (activated / "backup.dump").stat().st_size > 10_000


def in_shell(folder: Path, *commands: str) -> str:
    """What a new shell in the folder prints, in which each of these succeeds."""
    done = subprocess.run(
        ["bash", "-c", "\n".join(["set -e", *commands])],
        cwd=folder,
        env=bare_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("command", [("create_sample_data.py",), ("-m", "src.cli", "serve")])
def test_a_python_without_the_packages_says_how_to_install_them(command: tuple[str, ...]) -> None:
    python = [sys.executable, "-S", *command]
    done = subprocess.run(python, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "make setup" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_repeated_booking_of_the_walk_is_one_booking(running: Started) -> None:
    walk = blocks(FIRST_WALK, "bash")
    (booking,) = (block for block in walk if "Idempotency-Key" in block)
    until_booked = walk[: walk.index(booking) + 1]
    (stats,) = (block for block in walk if '"$API/events/$EVENT"\n' in block)
    _, first, second, event, _ = run_walk(running, *until_booked, booking, stats)
    assert first == second
    assert (event["total_bookings"], event["total_tickets_sold"]) == (1, 2)


@pytest.mark.parametrize(("document", "target"), named(r"\bmake ([a-z][a-z-]*)"))
def test_a_make_target_that_a_document_names_exists(document: str, target: str) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert target in targets, document


@pytest.mark.parametrize(("document", "command"), named(r"src\.cli ([a-z][a-z-]*(?: [a-z]+)?)"))
def test_a_command_that_a_document_names_exists(document: str, command: str) -> None:
    root = typer.main.get_command(cli)
    for name in command.split():
        assert name in getattr(root, "commands", {}), document
        root = root.commands[name]  # type: ignore[attr-defined]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_links_of_a_document_lead_somewhere(document: Path) -> None:
    text = FENCE.sub("", document.read_text())
    for link in LINK.findall(text):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), link
        assert ROOT in (target, *target.parents), link
        if anchor:
            assert anchor in {slug(title) for title in HEADING.findall(target.read_text())}, link


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_files_that_a_document_names_exist(document: Path) -> None:
    tree = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    names = {Path(path).name for path in tree}
    for piece in code(document):
        for name in [*PATH.findall(piece), *FOLDER.findall(piece)]:
            places = [ROOT / name, document.parent / name]
            is_there = any(place.exists() for place in places)
            assert is_there or ("/" not in name and name in names), name


@pytest.mark.parametrize(
    ("document", "method", "path"), named(r"\b(GET|POST|PUT|PATCH|DELETE) (/[^\s`?\"]*)")
)
def test_a_route_that_a_document_names_exists(
    operations: set[tuple[str, str]], document: str, method: str, path: str
) -> None:
    assert (method, without_names(path)) in operations, document


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_json_of_a_document_is_json(document: Path) -> None:
    for block in blocks(document.read_text(), "json"):
        assert json.loads(block)


def test_the_layout_names_what_exists() -> None:
    (tree,) = blocks(section("Layout"), "")
    parents: list[tuple[int, Path]] = []
    named_paths = []
    for line in tree.splitlines():
        indent = len(line) - len(line.lstrip(" │├└─"))
        while parents and parents[-1][0] >= indent:
            parents.pop()
        path = (parents[-1][1] if parents else ROOT) / line.lstrip(" │├└─").split()[0]
        assert path.exists(), line
        assert path.is_dir() == line.lstrip(" │├└─").split()[0].endswith("/"), line
        parents.append((indent, path))
        named_paths.append(path)
    assert {ROOT / "src", ROOT / "tests", ROOT / "migrations"} <= set(named_paths)
    missing = {path for path in (ROOT / "src").iterdir() if is_of_interest(path)} - set(named_paths)
    assert not missing


def is_of_interest(path: Path) -> bool:
    """Folders and modules that a reader of the layout would look for."""
    return not path.name.startswith("_") and path.name != "sample_data.py"


def slug(title: str) -> str:
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
