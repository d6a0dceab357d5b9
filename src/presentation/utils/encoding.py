"""JSON that is encoded once and sent to many clients."""

import hashlib
from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar
from weakref import finalize

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

    def __init__(self, write: Callable[[Value], bytes]) -> None:
        self._write = write
        self._known: dict[int, Encoded] = {}

    def __call__(self, value: Value) -> Encoded:
        encoded = self._known.get(id(value))
        if encoded is None:
            encoded = self._known[id(value)] = encode(self._write(value))
            finalize(value, self._known.pop, id(value)).atexit = False
        return encoded


def as_json(model: BaseModel) -> bytes:
    """The model as JSON."""
    return model.model_dump_json().encode()


def as_json_list(models: Iterable[BaseModel]) -> bytes:
    """A JSON array of models."""
    return b"[" + b",".join(map(as_json, models)) + b"]"


def encode(body: bytes) -> Encoded:
    """The body with its digest."""
    return Encoded(body, hashlib.blake2b(body, digest_size=8).hexdigest())
