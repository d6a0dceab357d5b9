"""Copies fields between an entity and its row, by name."""

from collections.abc import Collection
from dataclasses import fields
from typing import Any, TypeVar

from tortoise.models import Model

Entity = TypeVar("Entity")


def to_entity(kind: type[Entity], row: Model, **given: Any) -> Entity:
    """The entity of a row; `given` are the fields that are not columns."""
    names = (field.name for field in fields(kind) if field.name not in given)  # type: ignore[arg-type]
    return kind(**{name: getattr(row, name) for name in names}, **given)


def columns_of(pairs: Collection[tuple[int, int]]) -> list[list[int]]:
    """The pairs as the two arrays that SQL takes."""
    return [[first for first, _ in pairs], [second for _, second in pairs]]


def to_row(entity: Any, columns: tuple[str, ...]) -> dict[str, Any]:
    """The values of these columns by name."""
    return {column: getattr(entity, column) for column in columns}
