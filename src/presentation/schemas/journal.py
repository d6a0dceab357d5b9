"""What callers say of a journal."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from src.domain.services.journal_accounts import LONGEST, SHORTEST
from src.presentation.schemas.fields import MAYBE_EMPTY, Text

Consultant = Annotated[int, Field(ge=1001, le=9_999_999)]
Client = Annotated[int, Field(ge=1, le=99_999)]
AccountLength = Annotated[int, Field(ge=SHORTEST, le=LONGEST)]
Accounts = Annotated[str, StringConstraints(max_length=1000), Text, MAYBE_EMPTY]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2999, 12, 31))]
