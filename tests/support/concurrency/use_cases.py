"""The use cases of an application by their names."""

from typing import Any

from src.container import Container, providers_by_name


class UseCases:
    """`use_cases.book_tickets()`; by a name in a variable, `use_cases[name]()`."""

    def __init__(self, container: Container) -> None:
        self._providers = providers_by_name(container)

    def __getattr__(self, name: str) -> Any:
        return self[name]

    def __getitem__(self, name: str) -> Any:
        return self._providers[name]
