"""Read the code in a photo of a ticket."""

from src.application.ports.door import CodeReader
from src.domain.entities.user import Actor, Role
from src.domain.errors import Forbidden


class ReadPhoto:
    """Read the QR code in a photo, for phones whose browser cannot.

    Answers None where no code is to be seen. Authorization: those who work at doors; customers
    are refused with `forbidden`. What is no picture is refused with `validation_failed`.
    """

    def __init__(self, code_reader: CodeReader) -> None:
        self._reader = code_reader

    async def execute(self, actor: Actor, photo: bytes) -> str | None:
        if actor.role is Role.CUSTOMER:
            raise Forbidden("Only scanners and organizers work at a door.")
        return await self._reader.read(photo)
