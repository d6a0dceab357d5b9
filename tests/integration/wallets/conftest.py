"""Keys for wallets, and a ticket that is to go there."""

from datetime import UTC, datetime, timedelta

import pytest

from src.application.dtos.wallet import WalletPass
from src.domain.entities.ticket import TicketStatus
from src.domain.entities.user import User
from src.domain.entities.venue import Seat
from src.domain.shared.language import Language
from tests.support.entities import new_event, new_ticket, new_ticket_type
from tests.support.wallets import WalletFiles, make_wallet_files

STARTS = datetime(2036, 7, 5, 18, tzinfo=UTC)
TOKEN = "TKT1." + "A2345672345672" * 10


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> WalletFiles:
    return make_wallet_files(tmp_path_factory.mktemp("wallets"))


@pytest.fixture
def content() -> WalletPass:
    event = new_event(
        1,
        id=7,
        title="Hamlet · แฮมเลต",
        venue="Thalia",
        timezone="Europe/Berlin",
        date_time=STARTS,
        ends_at=STARTS + timedelta(hours=2),
        language=Language.DE,
        terms="No refunds.",
        version=3,
        created_at=datetime(2026, 1, 2, tzinfo=UTC),
    )
    kind = new_ticket_type(event.id)
    ticket = new_ticket(
        kind,
        User(id=2, name="Nina"),
        id=9,
        issue=2,
        ticket_code="TKT-20260301-8F3KQ2ZN",
        status=TicketStatus.ACTIVE,
        seat=Seat(1, "Stalls", "A", "12"),
    )
    return WalletPass(
        event=event,
        ticket=ticket,
        ticket_type=kind.name,
        holder="Nina สมชาย",
        token=TOKEN,
        address="Alstertor 1, Hamburg",
    )
