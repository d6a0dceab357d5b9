"""The page of one's own data: all that the download has, in words, and nothing of others."""

import html
import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import asyncpg
import pytest

from src.domain.entities.booking import BookingStatus
from src.domain.entities.event import EventStatus
from src.domain.entities.mail import MailKind, MailStatus
from src.domain.entities.order import OrderStatus
from src.domain.entities.scan import ScanKind
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.transaction import TransactionKind, TransactionStatus
from src.domain.entities.transfer import TransferStatus
from src.domain.entities.user import Role
from src.domain.shared.language import Language
from src.infrastructure.read_models.personal_data import PARTS
from src.presentation.web.pages.account_data import SHOWN
from src.presentation.web.pages.account_data_rows import GROUPS, groups_of
from src.presentation.web.pages.account_data_words import group_names, labels, value_words
from src.presentation.web.visit import Visit
from tests.support.api import Api, Person
from tests.support.marked_person import MARKS, PASSWORD, Season, use_everything
from tests.support.paths import ROOT
from tests.support.payments import ScriptedProvider
from tests.support.personal_columns import CLEARED, NOT_SHOWN, words_with
from tests.support.shop import ANN, buy
from tests.support.web import Browser, assert_page, assert_redirects

PAGE = "/account/data"
ENGLISH = cast(Visit, SimpleNamespace(gettext=str))
MEANINGS: dict[str, Iterable[StrEnum]] = {
    "role": Role,
    "language": Language,
    "orders.status": OrderStatus,
    "bookings.status": BookingStatus,
    "tickets.status": TicketStatus,
    "transfers.status": TransferStatus,
    "payments.kind": TransactionKind,
    "payments.status": TransactionStatus,
    "mails.kind": MailKind,
    "mails.status": MailStatus,
    "unwanted_mails": MailKind,
    "events.status": EventStatus,
    "check_ins.kind": ScanKind,
    "scans_made.kind": ScanKind,
}
ACTION = re.compile(r'"((?:user|session|calendar_feed)\.[a-z_]+)"')


@pytest.fixture
async def season(
    api: Api,
    browse: Browser,
    organizer: Person,
    admin: Person,
    buyer: Person,
    provider: ScriptedProvider,
) -> Season:
    return await use_everything(api, browse, organizer, admin, buyer)


async def test_every_word_of_the_person_is_on_it(
    browse: Browser, season: Season, connection: asyncpg.Connection
) -> None:
    text = html.unescape((await browse.get(PAGE)).text)
    missing = {
        column: lost
        for column in CLEARED - NOT_SHOWN
        if (lost := {w for w in await words_with(connection, column, *MARKS) if w not in text})
    }
    assert missing == {}


async def test_nothing_of_others_and_no_secret_is_on_it(
    browse: Browser,
    season: Season,
    buyer: Person,
    organizer: Person,
    admin: Person,
    connection: asyncpg.Connection,
) -> None:
    text = (await browse.get(PAGE)).text
    for other in (buyer, organizer, admin):
        assert other.user.name not in text
        assert str(other.user.email) not in text
    for query in (
        "SELECT secret FROM webhook_endpoints",
        "SELECT push_token FROM pass_devices",
        "SELECT password_hash FROM users WHERE password_hash IS NOT NULL",
    ):
        for row in await connection.fetch(query):
            assert row[0] not in text


async def test_no_browser_keeps_it(browse: Browser, season: Season) -> None:
    shown = await browse.get(PAGE)
    assert_page(shown, "Download my data", "Print this page")
    assert "no-store" in shown.headers["cache-control"]


async def test_it_says_money_times_and_states_as_the_reader_does(
    browse: Browser, season: Season
) -> None:
    english = await browse.get(PAGE)
    assert_page(english, "waits for payment", "Kind of account", "US$", " UTC</time>")
    await browse.post("/language", {"language": "de", "next": "/"})
    german = await browse.get(PAGE)
    assert_page(german, "wartet auf Zahlung", "Art des Kontos", "\xa0$", "Veranstalter")


async def test_what_a_person_wrote_is_shown_as_text(browse: Browser) -> None:
    script = "<script>alert(1)</script>"
    form = {"name": script, "email": ANN, "password": PASSWORD}
    await browse.post("/signup", form, headers={"User-Agent": script})
    shown = await browse.get(PAGE)
    assert_page(shown, html.escape(script))
    assert script not in shown.text


async def test_of_a_new_account_it_says_what_there_is_not(browse: Browser) -> None:
    await browse.post("/signup", {"name": "Nina", "email": ANN, "password": PASSWORD})
    shown = await browse.get(PAGE)
    assert_page(shown, "Signed up", "There is nothing here.", "There is nothing of these: ")
    assert "None" not in shown.text


async def test_of_a_long_history_it_shows_the_newest_and_says_so(
    browse: Browser, connection: asyncpg.Connection
) -> None:
    await browse.post("/signup", {"name": "Nina", "email": ANN, "password": PASSWORD})
    add = """
    INSERT INTO idempotency_keys (user_id, key, fingerprint, answer)
    SELECT (SELECT id FROM users), 'key-' || number || '.', 'x', '{}'
    FROM generate_series($1::int, $2::int) AS number
    """
    await connection.execute(add, 1, SHOWN)
    assert "There are more" not in (await browse.get(PAGE)).text
    await connection.execute(add, SHOWN + 1, 1200)
    shown = await browse.get(PAGE)
    assert_page(shown, f"These are the newest {SHOWN}. There are more", "key-1200.", "key-1101.")
    assert "key-1100." not in shown.text


async def test_a_guest_who_made_an_account_reads_what_they_bought(
    api: Api,
    browse: Browser,
    other_browse: Browser,
    organizer: Person,
    provider: ScriptedProvider,
) -> None:
    event = await api.event(organizer, title="Gala", payment="online", currency="EUR")
    reference = await buy(api, browse, provider, event, 2)
    token = api.container.adapters.address_tokens().issue(ANN)
    assert_page(await browse.get(PAGE), "You buy as a guest.", status=403)
    made = await other_browse.post("/claim/account", {"token": token, "password": PASSWORD})
    assert_redirects(made, "/tickets")
    assert_page(await other_browse.get(PAGE), reference, "Gala", ANN)


async def test_every_part_and_column_has_a_name(connection: asyncpg.Connection) -> None:
    assert sorted(part for parts in GROUPS.values() for part in parts) == sorted(PARTS)
    assert set(GROUPS) == set(group_names(ENGLISH))
    known = labels(ENGLISH)
    for part, query in PARTS.items():
        columns = {column.name for column in (await connection.prepare(query)).get_attributes()}
        assert columns <= known.keys(), part


def test_every_value_has_a_word() -> None:
    words = value_words(ENGLISH)
    for where, values in MEANINGS.items():
        assert {value.value for value in values} <= words[where].keys(), where
    sources = (ROOT / "src" / "application").rglob("*.py")
    actions = {name for path in sources for name in ACTION.findall(Path(path).read_text())}
    assert actions <= words["audit_entries.action"].keys()


def test_a_row_with_nothing_in_it_is_shown() -> None:
    """As little as the database allows, in every part."""
    rows: dict[str, list[dict[str, Any]]] = {part: [{"id": 1, "device": None}] for part in PARTS}
    groups = groups_of(ENGLISH, rows, limit=1)
    assert sum(len(group.parts) for group in groups) == len(PARTS)
    assert not any(group.empty for group in groups)
