"""Writing JSON once for everybody who gets the same answer."""

import hashlib
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from pydantic import BaseModel

Value = TypeVar("Value")


class Encoded(NamedTuple):
    """A JSON body, and what an ETag says of it."""

    body: bytes
    digest: str


class EncodedOnce(Generic[Value]):
    """A value's JSON: made when it is first asked for, kept for as long as the value lives.

    A value is known by its identity, and must not change.
    """

    def __init__(self, convert: Callable[[Value], BaseModel]) -> None:
        self._convert = convert
        self._known: WeakKeyDictionary[Value, Encoded] = WeakKeyDictionary()

    def __call__(self, value: Value) -> Encoded:
        encoded = self._known.get(value)
        if encoded is None:
            encoded = self._known[value] = encode(self._convert(value).model_dump_json().encode())
        return encoded


def encode(body: bytes) -> Encoded:
    """The body with its digest."""
    return Encoded(body, hashlib.blake2b(body, digest_size=8).hexdigest())
