"""Log-ins at an outside identity provider, and the download of personal data, in memory."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from src.application.ports.security import ExternalIdentity
from src.domain.entities.provider_log_in import ProviderLogIn
from src.domain.errors import NotAuthenticated, Unavailable
from tests.support.fakes.store import Store


class FakeProviderLogInRepository:
    """Implements `ProviderLogInRepository`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def add(self, log_in: ProviderLogIn) -> None:
        self._store.provider_log_ins[log_in.state_hash] = log_in

    async def take(
        self, state_hash: bytes, browser_hash: bytes, now: datetime
    ) -> ProviderLogIn | None:
        known = self._store.provider_log_ins.get(state_hash)
        if known is None or known.browser_hash != browser_hash or known.expires_at <= now:
            return None
        return self._store.provider_log_ins.pop(state_hash)

    async def forget_expired(self, before: datetime, *, limit: int) -> int:
        known = self._store.provider_log_ins
        expired = [log_in for log_in in known.values() if log_in.expires_at < before]
        oldest = sorted(expired, key=lambda log_in: log_in.expires_at)[:limit]
        for log_in in oldest:
            del known[log_in.state_hash]
        return len(oldest)


class FakeLogInProvider:
    """Implements `LogInProvider`: a code of a log-in it knows is good once, for its nonce."""

    name: str | None = "Example ID"

    def __init__(self, identity: ExternalIdentity) -> None:
        self._identity = identity
        self._begun: dict[str, tuple[str, str]] = {}
        self.is_reachable = True

    async def address(self, *, state: str, nonce: str, verifier: str) -> str:
        self._require_reachable()
        self._begun[f"code of {state}"] = (nonce, verifier)
        return f"https://issuer.example/authorize?state={state}"

    async def identity(self, code: str, *, nonce: str, verifier: str) -> ExternalIdentity:
        self._require_reachable()
        if self._begun.pop(code, None) != (nonce, verifier):
            raise NotAuthenticated("The provider did not confirm this log-in. Please try again.")
        return self._identity

    def _require_reachable(self) -> None:
        if not self.is_reachable:
            raise Unavailable("The provider to log in with does not answer.")


class FakePersonalData:
    """Implements `PersonalData` with rows that a test gives, of one user."""

    def __init__(self, user_id: int, rows: Mapping[str, Sequence[str]]) -> None:
        self.parts: Sequence[str] = tuple(rows)
        self._user_id = user_id
        self._rows = rows
        self.reads = 0

    async def read(
        self, part: str, user_id: int, *, after: int, limit: int
    ) -> list[tuple[int, str]]:
        self.reads += 1
        if user_id != self._user_id:
            return []
        numbered = list(enumerate(self._rows[part], 1))
        return [row for row in numbered if row[0] > after][:limit]

    async def newest(self, part: str, user_id: int, *, limit: int) -> list[str]:
        self.reads += 1
        return list(reversed(self._rows[part]))[:limit] if user_id == self._user_id else []
