"""What `make run` did the first time, and a way to start the product again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.product import Started

README_PORT = 8000


@dataclass(frozen=True)
class FirstRun:
    """What a first `make run` was like, and the data folder that it left behind."""

    data_dir: Path
    address: str
    output: str
    exit_code: int
    has_database_left: bool
    events: list[dict[str, Any]] = field(repr=False)
    booking: dict[str, Any] = field(repr=False)


Launch = Callable[..., Started]
