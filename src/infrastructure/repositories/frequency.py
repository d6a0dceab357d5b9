"""Which values a query finds most."""

from typing import Any

from tortoise.functions import Count
from tortoise.queryset import QuerySet


async def most_frequent(query: QuerySet[Any], column: str) -> list[str]:
    """The values of the column, each once: the most frequent first, then by their order."""
    counted = query.annotate(number=Count("id")).group_by(column).order_by("-number", column)
    return [value for value, _ in await counted.values_list(column, "number")]
