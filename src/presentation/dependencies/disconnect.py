"""Whether the client has disconnected, checked without waiting."""

from collections.abc import Callable

from fastapi import Request


def disconnect_probe(request: Request) -> Callable[[], bool]:
    """A function that returns whether the client has disconnected. Call it after reading the body.

    It takes some microseconds: `receive` is stepped by hand to the point where it would wait. A
    server that knows of a disconnect returns without waiting, so that no task or timer is needed
    (`Request.is_disconnected` takes ten times as long).
    """

    def is_disconnected() -> bool:
        step = request.receive().__await__()
        try:
            next(step)
        except StopIteration as received:
            return bool(received.value["type"] == "http.disconnect")
        step.close()
        return False

    return is_disconnected
