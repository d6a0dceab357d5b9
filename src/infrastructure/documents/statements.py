"""Statements as PDF files."""

from src.domain.entities.settlement import Statement
from src.infrastructure.documents.jobs import PrintStatement
from src.infrastructure.documents.press import Press


class PdfStatementWriter:
    """Implements `StatementWriter`."""

    def __init__(self, press: Press) -> None:
        self._press = press

    async def write(self, statement: Statement) -> bytes:
        return await self._press.print(PrintStatement(statement))
