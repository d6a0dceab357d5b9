"""Which queries of the fakes were made."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

Asked = list[tuple[Any, ...]]


def spy_on(monkeypatch: pytest.MonkeyPatch, queries: Mapping[type[object], Iterable[str]]) -> Asked:
    """The calls of these methods from now on, each with its arguments; not those of each other."""
    asked: Asked = []
    running: list[str] = []

    def spy(kind: type[object], name: str) -> None:
        method = getattr(kind, name)

        async def query(self: Any, *values: Any, **options: Any) -> Any:
            if not running:
                asked.append((name, *values, *options.values()))
            running.append(name)
            try:
                return await method(self, *values, **options)
            finally:
                running.pop()

        monkeypatch.setattr(kind, name, query)

    for kind, names in queries.items():
        for name in names:
            spy(kind, name)
    return asked
