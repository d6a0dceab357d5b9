"""Paths of the API's resources."""

API_PREFIX = "/api/v1"


def location(*parts: str | int) -> str:
    """The path of a resource: `location("bookings", 7)` is `/api/v1/bookings/7`."""
    return "/".join([API_PREFIX, *map(str, parts)])
