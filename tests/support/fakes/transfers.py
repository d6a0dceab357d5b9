"""Transfers of tickets in memory: second implementations of their ports."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from uuid import UUID

from src.domain.entities.transfer import Transfer, TransferStatus
from src.domain.errors import NotFound
from tests.support.fakes.store import Store


class FakeTransferRepository:
    """Implements `TransferRepository`, without the trigger that ends offers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def get(self, transfer_id: int) -> Transfer:
        return self._one(lambda transfer: transfer.id == transfer_id)

    async def get_by_token(self, token_hash: bytes) -> Transfer:
        return self._one(lambda transfer: transfer.token_hash == token_hash)

    async def latest(self, ticket_id: int, *, issue: int) -> Transfer | None:
        wanted = (ticket_id, issue)
        found = self._all(lambda transfer: (transfer.ticket_id, transfer.issue) == wanted)
        return found[-1] if found else None

    async def lock(self, transfer_id: int) -> Transfer:
        self._store.before_lock()
        return await self.get(transfer_id)

    async def lock_open(self, ticket_id: int) -> Transfer | None:
        self._store.before_lock()
        found = self._all(lambda transfer: transfer.ticket_id == ticket_id and _is_open(transfer))
        return found[0] if found else None

    async def add(self, transfer: Transfer) -> None:
        transfer.id = self._store.next_id()
        self._store.transfers[transfer.id] = deepcopy(transfer)

    async def save(self, transfer: Transfer) -> None:
        self._store.transfers[transfer.id] = deepcopy(transfer)

    async def close_of_user(self, user_id: int, email: str | None, now: datetime) -> list[Transfer]:
        closed = self._all(
            lambda transfer: (
                _is_open(transfer)
                and (transfer.from_user_id == user_id or (transfer.email == email is not None))
            )
        )
        for transfer in closed:
            is_own = transfer.from_user_id == user_id
            transfer.status = TransferStatus.WITHDRAWN if is_own else TransferStatus.DECLINED
            transfer.email, transfer.closed_at = None, now
            await self.save(transfer)
        return closed

    async def expire(self, now: datetime, *, limit: int) -> list[Transfer]:
        lapsed = self._all(lambda transfer: _is_open(transfer) and transfer.expires_at <= now)
        expired = sorted(lapsed, key=lambda transfer: transfer.expires_at)[:limit]
        for transfer in expired:
            transfer.expire(now)
            await self.save(transfer)
        return expired

    def _all(self, is_wanted: Callable[[Transfer], bool]) -> list[Transfer]:
        rows = sorted(self._store.transfers.values(), key=lambda transfer: transfer.id)
        return deepcopy([transfer for transfer in rows if is_wanted(transfer)])

    def _one(self, is_wanted: Callable[[Transfer], bool]) -> Transfer:
        found = self._all(is_wanted)
        if not found:
            raise NotFound("transfer")
        return found[0]


class FakeTransferTokens:
    """Implements `TransferTokens`: `token-1` belongs to the nonce 1, and so on."""

    def __init__(self) -> None:
        self._last = 0

    def new_nonce(self) -> UUID:
        self._last += 1
        return UUID(int=self._last)

    def issue(self, nonce: UUID) -> str:
        return f"token-{nonce.int}"

    def hash(self, token: str) -> bytes:
        return token.encode()


def _is_open(transfer: Transfer) -> bool:
    return transfer.status is TransferStatus.OFFERED
