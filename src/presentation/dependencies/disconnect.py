"""Whether the client is still there, asked without waiting for an answer."""

from collections.abc import Callable

from fastapi import Request


def disconnect_probe(request: Request) -> Callable[[], bool]:
    """Tells, whenever it is called, whether the client has hung up. The body is read by then.

    It costs some microseconds: `receive` runs by hand up to where it would wait, since a server
    that knows of a disconnect does not wait to say so, and no task or timer is needed to stop
    it there (`Request.is_disconnected` takes ten times as long).
    """

    def is_disconnected() -> bool:
        step = request.receive().__await__()
        try:
            next(step)
        except StopIteration as told:
            return bool(told.value["type"] == "http.disconnect")
        step.close()
        return False

    return is_disconnected
