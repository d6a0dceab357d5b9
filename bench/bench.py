"""The context of every phase: the plan, the database server, the users' tokens, the findings."""

import secrets
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from bench.console import say
from bench.database import ADMIN_ID, FIRST_BUYER_ID, Database, Postgres
from bench.invariants import broken_rules
from bench.load import Load, Result, run_load
from bench.plan import Plan
from bench.report import text
from bench.sale import BOOKED, Sale
from bench.servers import Server, baseline, product, serve
from src.domain.entities.user import Role, User
from src.infrastructure.clock import utc_now
from src.infrastructure.security.tokens import JwtAccessTokens
from src.infrastructure.security.web_session_secrets import SignedWebSessionSecrets

TOKEN_LIFETIME = timedelta(hours=1)
WARM_UP_CONNECTIONS = 8


class Bench:
    """One run of the benchmark. `broken` collects every invariant that did not hold."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.folder = folder
        self.postgres = Postgres(folder, users=plan.users)
        self.tokens = folder / "tokens"
        self.static_file = folder / "static.json"
        self.broken: list[str] = []
        self.checks = 0
        self._secret_key = secrets.token_urlsafe(48)
        self._no_database: Server | None = None
        self._started = AsyncExitStack()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._started.aclose()

    async def start(self) -> str:
        """Start PostgreSQL and sign the tokens. Returns PostgreSQL's version."""
        self._started.push_async_callback(self.postgres.stop)
        version = await self.postgres.start()
        self._sign_tokens()
        return version

    def buyer_token(self, user_id: int) -> str:
        return self._token(user_id, Role.CUSTOMER)

    @property
    def web_sessions(self) -> SignedWebSessionSecrets:
        """The secrets in the cookies of browsers, as the servers make them."""
        return SignedWebSessionSecrets(self._secret_key)

    def admin_token(self) -> str:
        return self._token(ADMIN_ID, Role.ADMIN)

    async def no_database(self) -> Server:
        """The baseline without a database; it has no state, so all phases share one server."""
        if self._no_database is None:
            serving = serve(
                "no_database", baseline("no_database"), self.settings, folder=self.folder
            )
            self._no_database = await self._started.enter_async_context(serving)
            await self.book_nothing(WARM_UP_CONNECTIONS)
        return self._no_database

    async def book_nothing(self, connections: int) -> Result:
        """Measure bookings on the baseline without a database."""
        server = await self.no_database()
        result = await run_load(
            server.address,
            Load(1, tokens=self.tokens),
            connections=connections,
            seconds=self.plan.seconds,
        )
        self.report(server.name, connections, result, BOOKED)
        return result

    @asynccontextmanager
    async def product(
        self,
        database: Database,
        settings: Mapping[str, str] | None = None,
        *,
        name: str = "",
        workers: int = 1,
    ) -> AsyncIterator[Server]:
        """The service as in production: one process, with all limits but those in `settings`."""
        settings = {
            **self.settings,
            "DATABASE_URL": database.url,
            **(settings or {}),
            "ENVIRONMENT": "production",
            "LOG_FORMAT": "json",
        }
        name = f"product_{name or database.name}"
        async with serve(name, product(workers), settings, folder=self.folder) as server:
            await self._warm_up(server, database)
            yield server

    @asynccontextmanager
    async def baseline(self, name: str, database: Database) -> AsyncIterator[Server]:
        """A baseline with a database."""
        settings = {**self.settings, "DATABASE_URL": database.url}
        async with serve(name, baseline(name), settings, folder=self.folder) as server:
            await self._warm_up(server, database)
            yield server

    async def book(
        self, sale: Sale, server: Server, connections: int, *, settles: bool = True
    ) -> Result:
        """Measure bookings, and report the result."""
        result = await sale.run(
            server,
            self.tokens,
            connections=connections,
            seconds=self.plan.seconds,
            settles=settles,
        )
        self.report(server.name, connections, result, BOOKED)
        return result

    def report(self, name: str, connections: int, result: Result, status: int) -> None:
        """Print a measurement, and responses with another status than expected."""
        p50, p99 = result.percentile(status, 0.5), result.percentile(status, 0.99)
        others = {code: number for code, number in result.statuses.items() if code != status}
        say(
            f"  {name}, {connections} connections: {text(result.rate(status), '/s')}, "
            f"p50 {text(p50, ' ms')}, p99 {text(p99, ' ms')}"
            + (f", other statuses {others}" if others else "")
            + (f", {result.broken} connections broke" if result.broken else "")
        )

    def note(self, name: str, findings: Sequence[str]) -> None:
        """Record the findings of a recount."""
        self.checks += 1
        self.broken += [f"{name}: {finding}" for finding in findings]
        say(f"  recount of {name}: {'; '.join(findings) if findings else 'all rules hold'}")

    async def check(self, database: Database, sales: Iterable[Sale]) -> None:
        """Recount the database, and compare it with the responses of the sales."""
        found = await broken_rules(database)
        for sale in sales:
            found += await sale.broken_promises(users=self.plan.users)
        self.note(database.name, found)

    async def _warm_up(self, server: Server, database: Database) -> None:
        name = f"warm-{server.pid}"
        sale = await Sale.open(database, name, has_keys=False)
        await sale.run(server, self.tokens, connections=WARM_UP_CONNECTIONS, seconds=1)

    def _sign_tokens(self) -> None:
        """One access token for each buyer, in the order of their ids."""
        ids = range(FIRST_BUYER_ID, FIRST_BUYER_ID + self.plan.users)
        self.tokens.write_text("".join(f"{self._token(id_, Role.CUSTOMER)}\n" for id_ in ids))

    def shop_settings(self, database: Database) -> dict[str, str]:
        """With the fake payment provider, which exists in development mode only."""
        return {
            **self.settings,
            "ENVIRONMENT": "development",
            "PAYMENT_PROVIDERS": "fake",
            "DATABASE_URL": database.url,
            "LOG_FORMAT": "json",
        }

    @property
    def settings(self) -> dict[str, str]:
        return {"SECRET_KEY": self._secret_key, "STATIC_FILE": str(self.static_file)}

    def _token(self, user_id: int, role: Role) -> str:
        issuer = JwtAccessTokens(self._secret_key, TOKEN_LIFETIME, utc_now)
        return issuer.issue(User(id=user_id, name=f"User {user_id}", role=role)).value
