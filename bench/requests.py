"""What a comparison measures of requests that sell nothing: what each of them costs."""

import psutil

from bench.load import Load, Result, run_load
from bench.sale import BOOKED, REFUSED, Sale
from bench.servers import baseline, serve
from bench.sides import Cpu, Side, used
from bench.workloads import Measured

READ = 200
SOLD_OUT_AFTER = 100
"""Tickets: few, so that they are gone before the measurement begins."""

WARM_UP_SECONDS = 1


async def refuse(side: Side, connections: int, seconds: int) -> Measured:
    """Bookings of an event that is sold out."""
    sale = await Sale.open(side.database, f"refused-{side.next_number()}", capacity=SOLD_OUT_AFTER)
    tokens = side.bench.tokens
    while sale.answered < SOLD_OUT_AFTER:
        await sale.run(side.server, tokens, connections=connections, seconds=1)
    before = await side.cpu()
    result = await sale.run(side.server, tokens, connections=connections, seconds=seconds)
    cpu = (await side.cpu()).since(before)
    side.bench.note(side.build.name, await sale.broken_promises(users=side.bench.plan.users))
    return _measured(result, REFUSED, cpu)


async def read_availability(side: Side, connections: int, seconds: int) -> Measured:
    """Reads of an event's availability, without a sale."""
    event_id = await side.database.add_events()
    load = Load(event_id, read="availability")
    before = await side.cpu()
    result = await run_load(side.server.address, load, connections=connections, seconds=seconds)
    return _measured(result, READ, (await side.cpu()).since(before))


async def book_nothing(side: Side, connections: int, seconds: int) -> Measured:
    """Canned bookings of the build's own server without a database."""
    bench, build = side.bench, side.build
    name = f"no_database_{side.next_number()}"
    load = Load(1, tokens=bench.tokens)
    arguments = baseline("no_database")
    async with serve(name, arguments, bench.settings, folder=bench.folder, build=build) as server:
        await run_load(server.address, load, connections=connections, seconds=WARM_UP_SECONDS)
        process = psutil.Process(server.pid)
        before = used(process)
        result = await run_load(server.address, load, connections=connections, seconds=seconds)
        return _measured(result, BOOKED, Cpu(used(process) - before, 0))


def _measured(result: Result, status: int, cpu: Cpu) -> Measured:
    done = result.statuses[status]
    return Measured(done, result.seconds, result.percentile(status, 0.5), cpu)
