"""The `If-Match` header of an edit."""

from typing import Annotated

from fastapi import Header

from src.domain.errors import StaleVersion


def expected_version(
    if_match: Annotated[
        str | None, Header(description="Update only if the version of this ETag is still current.")
    ] = None,
) -> int | None:
    """The version that the client requires. Raises StaleVersion for a tag of unknown form."""
    if if_match is None or if_match.strip() == "*":
        return None
    try:
        tags = (tag.strip().removeprefix("W/").strip('"') for tag in if_match.split(","))
        return max(int(tag.partition("-")[0]) for tag in tags)
    except ValueError:
        raise StaleVersion() from None
