"""JSON that is encoded once and sent to many clients."""

import hashlib
from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from pydantic import BaseModel

Value = TypeVar("Value")


class Encoded(NamedTuple):
    """A JSON body, and its digest for the ETag."""

    body: bytes
    digest: str


class EncodedOnce(Generic[Value]):
    """Encodes a value on first use, and keeps the result for as long as the value lives.

    Values are compared by identity, and must not change.
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
