"""Libraries that others load where they are installed, and that a server has no use for."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

UNUSED = ("greenlet", "rich", "watchfiles", "werkzeug", "yaml")
"""For colours in tracebacks, reloading while code is edited, and other frameworks."""


@contextmanager
def without_unused_libraries() -> Iterator[None]:
    """What is imported during the block does not find them: a server needs 8 MiB less.

    Those that are loaded already stay, and afterwards they can be imported again.
    """
    modules = cast("dict[str, Any]", sys.modules)
    hidden = [name for name in UNUSED if name not in modules]
    modules.update(dict.fromkeys(hidden))
    try:
        yield
    finally:
        for name in hidden:
            del modules[name]
