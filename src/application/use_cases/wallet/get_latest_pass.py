"""Get the newest state of a pass."""

from dataclasses import dataclass
from datetime import datetime

from src.application.ports.wallets import AppleWallet
from src.application.use_cases.wallet.pass_owner import PassOwner
from src.application.use_cases.wallet.read_pass import ReadPass


@dataclass(frozen=True, slots=True)
class LatestPass:
    """A pass, and when it last changed; without content if it is known already."""

    content: bytes | None
    changed_at: datetime


class GetLatestPass:
    """Get the newest state of a pass, as Apple Wallet asks when its holder pulls it down.

    Authorization: the token in the pass. The pass of a cancelled ticket is marked as void.
    """

    def __init__(self, pass_owner: PassOwner, read_pass: ReadPass, wallet: AppleWallet) -> None:
        self._pass_owner = pass_owner
        self._read_pass = read_pass
        self._wallet = wallet

    async def execute(
        self, pass_type_id: str, serial: str, *, token: str, known: datetime | None
    ) -> LatestPass:
        ticket = await self._pass_owner.find(pass_type_id, serial, token)
        content = await self._read_pass.of(ticket)
        changed_at = content.changed_at.replace(microsecond=0)
        if known is not None and known >= changed_at:
            return LatestPass(None, changed_at)
        return LatestPass(await self._wallet.write(content), changed_at)
