"""What a comparison measures of reads: those of buyers, 64 at a time, each of what is their own."""

from collections.abc import Callable

from bench.database import FIRST_BUYER_ID
from bench.http import Client, connected
from bench.load import Load, LoadError, run_load
from bench.sides import Reader, Side
from bench.workloads import Measured, check_out_many

READERS = 64
LOOKING = 16
"""At pages at once, which take longer."""

EVENTS_BOOKED = 10
IN_CART = 4
READ = 200
LONGER = 3
"""Times as long as others: what is under way at the end took processor time, and does not count."""


SESSION = """
INSERT INTO web_sessions (user_id, secret_hash, last_seen_at, expires_at)
VALUES ($1, $2, now() + interval '1 day', now() + interval '1 day')
"""

Address = Callable[[Side, Reader], str]
Header = Callable[[Reader], str]

API: dict[str, Address] = {
    "own bookings": lambda _, reader: f"/api/v1/bookings/user/{reader.user_id}",
    "an order": lambda _, reader: f"/api/v1/orders/{reader.order_id}",
    "list of 50 events": lambda *_: "/api/v1/events?limit=50",
    "cart": lambda _, reader: f"/api/v1/cart/user/{reader.user_id}",
    "cart's total": lambda _, reader: f"/api/v1/cart/user/{reader.user_id}/total",
}

PAGES: dict[str, Address] = {
    "home": lambda *_: "/",
    "event": lambda side, _: f"/events/{side.shops[0][0]}-paid-online-0",
    "own tickets": lambda *_: "/tickets",
    "own order": lambda _, reader: f"/orders/{reader.reference}",
}


def with_token(reader: Reader) -> str:
    """The header by which a program is known."""
    return f"Authorization: Bearer {reader.token}"


def with_session(reader: Reader) -> str:
    """The header by which a browser is known."""
    return f"Cookie: session={reader.session}"


async def read(
    side: Side, clients: int, seconds: int, *, address: Address, header: Header
) -> Measured:
    """Read the address of each reader in turn, by wrk. Raises LoadError for another answer."""
    await _open(side)
    addresses = side.bench.folder / "addresses"
    addresses.write_text(
        "".join(f"{address(side, reader)} {header(reader)}\n" for reader in side.readers)
    )
    before = await side.cpu()
    result = await run_load(
        side.server.address,
        Load(addresses=addresses),
        connections=clients,
        seconds=LONGER * seconds,
    )
    used = (await side.cpu()).since(before)
    if set(result.statuses) - {READ}:
        raise LoadError(f"{addresses.read_text().split()[0]}: {dict(result.statuses)}")
    return Measured(result.statuses[READ], result.seconds, result.percentile(READ, 0.5), used)


async def _open(side: Side) -> None:
    """Let the readers buy what they read, the first time."""
    if side.readers:
        return
    booked = await side.database.add_events(EVENTS_BOOKED)
    events = range(booked, booked + EVENTS_BOOKED)
    ids = range(FIRST_BUYER_ID, FIRST_BUYER_ID + READERS)
    side.readers += [await _reader(side, user_id, events) for user_id in ids]


async def _reader(side: Side, user_id: int, events: range) -> Reader:
    token = side.bench.buyer_token(user_id)
    headers = {"Authorization": f"Bearer {token}"}
    number = side.next_number()
    async with connected(side.server.address, headers) as client:
        await check_out_many(side, client, number)
    # The stream that told of the confirmation has ended its connection.
    async with connected(side.server.address, headers) as client:
        for event_id in events:
            await client.send(
                "POST", f"/api/v1/events/{event_id}/bookings", {"quantity": 2}, expects=201
            )
        await _fill_cart(client, side, number)
        (order,) = await client.send("GET", "/api/v1/orders?limit=1")
    secrets = side.bench.web_sessions
    session = secrets.new()
    await side.database.connection.execute(SESSION, user_id, secrets.hash(session))
    return Reader(user_id, token, session, order["id"], order["reference"])


async def _fill_cart(client: Client, side: Side, number: int) -> None:
    for line in range(IN_CART):
        _, types = side.shops[(number + line) % len(side.shops)]
        body = {"ticket_type_id": types[line], "quantity": 1 + line}
        await client.send("POST", "/api/v1/cart", body, expects=201)
