"""The code of a ticket in a path, in whatever case it was typed."""

from typing import Annotated

from fastapi import Path
from pydantic import AfterValidator

TicketCode = Annotated[
    str,
    Path(pattern=r"^[A-Za-z0-9-]{1,40}$", examples=["TKT-20261120-8F3KQ2ZN"]),
    AfterValidator(str.upper),
]
