"""How exactly a request is read: strictly, unless `Prefer: handling=lenient` (RFC 7240)."""

import re
from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from typing import Any, TypeVar

from fastapi import Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from src.presentation.dependencies.plain_call import NotPlainError, plain_call_of
from src.presentation.schemas.body import IS_LENIENT, MAX_EXPLAINED, did_you_mean, shown

PREFERENCE_APPLIED = "preference_applied"
"""The key of the header's value in the state of a request."""

LENIENT = "handling=lenient"
HANDLING = re.compile(r'(?:^|,)\s*handling\s*=\s*"?(strict|lenient)\b', re.IGNORECASE)
"""The first counts, if there are several."""

UNKNOWN, REPEATED = "unknown_parameter", "repeated_parameter"

Endpoint = TypeVar("Endpoint", bound=Callable[..., object])

_open_endpoints: set[object] = set()


def open_to_any_parameter(endpoint: Endpoint) -> Endpoint:
    """Ignore query parameters that this endpoint does not have: others decide on its address."""
    _open_endpoints.add(endpoint)
    return endpoint


def unique_id(route: APIRoute) -> str:
    """The operation id: the route's name, by default that of its function (unique snake_case)."""
    return route.name


class StrictRoute(APIRoute):
    """A route of the API. It refuses unknown query parameters, and notes what the client prefers.

    No dependency, since each adds to the time of every request.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        super().__init__(path, endpoint, **{**options, "generate_unique_id_function": unique_id})

    @property
    def is_open(self) -> bool:
        """Whether unknown query parameters are ignored."""
        return self.endpoint in _open_endpoints

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()
        plain = plain_call_of(self.dependant)
        known = None if self.is_open else frozenset(_parameters_of(self.dependant))

        async def handle_strictly(request: Request) -> Response:
            is_lenient = _is_lenient(request)
            IS_LENIENT.set(is_lenient)
            if is_lenient:
                setattr(request.state, PREFERENCE_APPLIED, LENIENT)
            if known is not None and request.scope["query_string"]:
                given = [name for name, _ in request.query_params.multi_items()]
                _check_parameters(given, known, is_lenient=is_lenient)
            if plain is not None:
                with suppress(NotPlainError):
                    return await plain.execute(request)
            return await handle(request)

        return handle_strictly


def _is_lenient(request: Request) -> bool:
    if "prefer" not in request.headers:
        return False
    found = HANDLING.search(", ".join(request.headers.getlist("prefer")))
    return found is not None and found[1].lower() == "lenient"


def _parameters_of(dependant: Dependant) -> Iterator[str]:
    """The names of all query parameters of an operation, those of its dependencies too."""
    for parameter in dependant.query_params:
        yield parameter.alias
    for needed in dependant.dependencies:
        yield from _parameters_of(needed)


def _check_parameters(given: list[str], known: frozenset[str], *, is_lenient: bool) -> None:
    names = set(given)
    if len(names) == len(given) and names <= known:
        return
    unknown = [] if is_lenient else [name for name in dict.fromkeys(given) if name not in known]
    # No parameter of the API is a list: which of two values counts, proxies and servers differ.
    repeated = sorted(name for name in known if given.count(name) > 1)
    errors = [_error(UNKNOWN, name, _unknown(name, known)) for name in unknown[:MAX_EXPLAINED]]
    errors += [_error(REPEATED, name, "Give this once.") for name in repeated]
    if errors:
        raise RequestValidationError(errors)


def _unknown(name: str, known: frozenset[str]) -> str:
    there_are = ", ".join(f"`{other}`" for other in sorted(known))
    hint = did_you_mean(name, known) or (f" There are {there_are}." if known else "")
    return f"There is no such parameter.{hint}"


def _error(kind: str, name: str, sentence: str) -> dict[str, Any]:
    return {"type": kind, "loc": ("query", shown(name)), "msg": sentence}
