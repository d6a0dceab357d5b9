"""What callers say of a journal."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from src.domain.errors import ValidationFailed
from src.domain.services.journal import LONGEST, SHORTEST
from src.presentation.schemas.fields import MAYBE_EMPTY, Text

Consultant = Annotated[int, Field(ge=1001, le=9_999_999)]
Client = Annotated[int, Field(ge=1, le=99_999)]
AccountLength = Annotated[int, Field(ge=SHORTEST, le=LONGEST)]


AccountNumber = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=rf"^[0-9]{{1,{LONGEST + 1}}}$")
]
Accounts = Annotated[str, StringConstraints(max_length=1000), Text, MAYBE_EMPTY]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2999, 12, 31))]


def read_accounts(said: str) -> dict[str, str]:
    """The accounts of what is written like `16=8405, 5=8315`. Raises ValidationFailed."""
    accounts = {}
    for pair in filter(None, (part.strip() for part in said.split(","))):
        key, sign, account = (part.strip() for part in pair.partition("="))
        if not (key and sign and account):
            message = "Write accounts like 19=8400, reverse_charge=8336."
            raise ValidationFailed("query.accounts", message)
        accounts[key] = account
    return accounts
