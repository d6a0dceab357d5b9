"""Calling an endpoint with what it asks for, from a plan that is made once.

FastAPI works out anew with each request what an endpoint and its dependencies need. Here that is
done when the route is made, and only for what the API has: JSON bodies, parameters with one value,
and functions that neither yield nor need a thread. Everything else is left to FastAPI, and so is
each request with a fault, for which it has the words.
"""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, get_args, get_origin

from fastapi import Request, Response, params
from fastapi.dependencies.models import Dependant
from pydantic import AliasChoices, AliasPath, BaseModel
from starlette.exceptions import HTTPException

Field = Any
"""FastAPI's description of a parameter, which it gives no public name."""

SEVERAL = (list, tuple, set, frozenset, dict)
JSON = "application/json"


class NotPlainError(Exception):
    """The route, or this request, is for FastAPI."""


@dataclass(frozen=True, slots=True)
class _Parameter:
    """What a function is given under `name`: what stands in a part of the request as `alias`."""

    name: str
    part: Callable[[Request], Any]
    alias: str
    field: Field

    def value(self, request: Request) -> Any:
        given = self.part(request).get(self.alias)
        return _default(self.field) if given is None else _valid(self.field, given)


@dataclass(frozen=True, slots=True)
class _Step:
    """A function to call, with its parameters and the results of earlier steps."""

    function: Callable[..., Any]
    is_async: bool
    parameters: tuple[_Parameter, ...]
    body: Field | None
    request_names: tuple[str, ...]
    results: tuple[tuple[str, int], ...]
    """Names, and the places of the steps."""

    def given(self, request: Request, body: Any) -> dict[str, Any]:
        values = {known.name: known.value(request) for known in self.parameters}
        if self.body is not None:
            values[self.body.name] = (
                _default(self.body) if body is None else _valid(self.body, body)
            )
        for name in self.request_names:
            values[name] = request
        return values


class PlainCall:
    """An endpoint and its dependencies, in the order in which they are called."""

    def __init__(self, dependant: Dependant) -> None:
        """Raises NotPlainError."""
        steps: list[_Step] = []
        _plan(dependant, steps, {})
        self._steps = tuple(steps)
        self._has_body = steps[-1].body is not None
        if any(step.body is not None for step in steps[:-1]):
            raise NotPlainError()
        endpoint = steps[-1].function
        answer = inspect.signature(endpoint).return_annotation
        if not (inspect.iscoroutinefunction(endpoint) and answer is Response):
            raise NotPlainError()

    async def execute(self, request: Request) -> Response:
        """The endpoint's answer. Raises NotPlainError before anything was called."""
        body = await _json(request) if self._has_body else None
        # All of it first: a request with a fault is FastAPI's from the beginning.
        given = [step.given(request, body) for step in self._steps]
        results: list[Any] = []
        for step, values in zip(self._steps, given, strict=True):
            for name, place in step.results:
                values[name] = results[place]
            result = step.function(**values)
            results.append(await result if step.is_async else result)
        response: Response = results[-1]
        return response


def plain_call_of(dependant: Dependant) -> PlainCall | None:
    """The plan of an endpoint; None if it is one for FastAPI."""
    try:
        return PlainCall(dependant)
    except NotPlainError:
        return None


def _plan(dependant: Dependant, steps: list[_Step], places: dict[Any, int]) -> int:
    """Add the steps of a function, those that it needs first. The place of its own."""
    function = dependant.call
    if function is None or not _is_plain(dependant, function):
        raise NotPlainError()
    if function in places:
        return places[function]
    results = [(needed.name, _plan(needed, steps, places)) for needed in dependant.dependencies]
    names = (dependant.request_param_name, dependant.http_connection_param_name)
    steps.append(
        _Step(
            function=function,
            is_async=_is_async(function),
            parameters=tuple(_parameters(dependant)),
            body=dependant.body_params[0] if dependant.body_params else None,
            request_names=tuple(name for name in names if name is not None),
            results=tuple((name, place) for name, place in results if name is not None),
        )
    )
    return places.setdefault(function, len(steps) - 1)


def _is_plain(dependant: Dependant, function: Callable[..., Any]) -> bool:
    asks_for_more = (
        dependant.websocket_param_name
        or dependant.response_param_name
        or dependant.background_tasks_param_name
        or dependant.security_scopes_param_name
        or dependant.cookie_params
        or dependant.concurrency
    )
    return not (
        asks_for_more
        or not dependant.use_cache
        or inspect.isgeneratorfunction(function)
        or inspect.isasyncgenfunction(function)
        or len(dependant.body_params) > 1
        or any(_is_form(field.field_info) for field in dependant.body_params)
    )


def _is_form(info: Any) -> bool:
    return isinstance(info, params.Form) or bool(info.embed) or _has_choice(info)


def _is_async(function: Callable[..., Any]) -> bool:
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(
        getattr(function, "__call__", None)  # noqa: B004 - an object that is called
    )


def _parameters(dependant: Dependant) -> Iterator[_Parameter]:
    parts: tuple[tuple[list[Field], Callable[[Request], Any]], ...] = (
        (dependant.path_params, lambda request: request.path_params),
        (dependant.query_params, lambda request: request.query_params),
        (dependant.header_params, lambda request: request.headers),
    )
    for fields, part in parts:
        for field in fields:
            info = field.field_info
            if _has_several(info.annotation) or _has_choice(info) or info.validate_default:
                raise NotPlainError()
            yield _Parameter(field.name, part, field.validation_alias or field.alias, field)


def _has_choice(info: Any) -> bool:
    """Whether it has several names, or is a part of something."""
    return isinstance(info.validation_alias, (AliasChoices, AliasPath))


def _has_several(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, (*SEVERAL, BaseModel)):
        return True
    return get_origin(annotation) in SEVERAL or any(map(_has_several, get_args(annotation)))


def _valid(field: Field, given: Any) -> Any:
    value, errors = field.validate(given)
    if errors:
        raise NotPlainError()
    return value


def _default(field: Field) -> Any:
    if field.field_info.is_required():
        raise NotPlainError()
    return field.get_default()


async def _json(request: Request) -> Any:
    """The body; None if there is none, for `null` is not for us to judge."""
    try:
        if not await request.body():
            return None
        kind = request.headers.get("content-type", "")
        if kind != JSON and not kind.startswith(f"{JSON};"):
            raise NotPlainError()
        body = await request.json()
    except (HTTPException, NotPlainError):
        raise
    except Exception:
        raise NotPlainError() from None
    if body is None:
        raise NotPlainError()
    return body
