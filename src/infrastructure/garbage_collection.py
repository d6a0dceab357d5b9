"""Python's garbage collector, tuned for a server."""

import gc

OBJECTS_BETWEEN_COLLECTIONS = 50_000


def tune_garbage_collection() -> None:
    """Exclude all objects loaded so far from later collections, and collect less often.

    Nearly all objects of a request are freed without the collector. By default it stops the
    process after every 700 new ones, and from time to time walks through all code and classes
    that were ever loaded: under load, a tenth of the time and the longest pauses.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, 20, 20)
