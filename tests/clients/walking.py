"""What every walk does, from sign-up to check-in."""

import json

from tests.support.processes import Finished, run
from tests.support.servers import Server

STEPS = [
    "sign up",
    "confirm the address",
    "log in",
    "create an event",
    "list events without a log-in",
    "page",
    "ask only for changes",
    "book",
    "be refused",
    "reserve",
    "fill a cart",
    "order",
    "pay",
    "list tickets",
    "download a PDF",
    "list bookings by event",
    "download a CSV",
    "check in",
    "be refused at the door",
    "use an API key",
    "be refused a scope",
    "end the key",
    "log out",
]


async def assert_walks(shop: Server, *command: object, **variables: object) -> None:
    """Run a walk: it checks what it is answered, and says which steps it has done."""
    environment = {name: str(value) for name, value in variables.items()}
    done: Finished = await run(
        [str(part) for part in command], {"ADDRESS": shop.address, **environment}
    )
    assert done.code == 0, done.errors
    assert json.loads(done.output) == STEPS
