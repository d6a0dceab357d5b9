"""Python's garbage collector, set up for a server."""

import gc

OBJECTS_BETWEEN_COLLECTIONS = 50_000


def tune_garbage_collection() -> None:
    """Take what has been loaded so far out of every later collection, and collect less often.

    Nearly all objects of a request are freed without the collector. By default it stops the
    process after every 700 new ones, and every now and then to walk through all the code and
    classes that were ever loaded: in a crowd, a tenth of the time and the longest waits.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, 20, 20)
