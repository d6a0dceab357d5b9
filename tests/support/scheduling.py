"""How the tests are spread over the processes of pytest-xdist (`pytest -n 2`)."""

import pytest
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

TOGETHER = "tests/e2e/"
APART = "tests/concurrency/test_commerce_machine.py"


class OneProcessForEachFile(LoadScopeScheduling):  # type: ignore[misc]
    """Hands out whole files, in the order of their paths, to whichever process is free.

    The tests of one file share fixtures of its module; those of `tests/e2e` share one running
    product and its port, so they are handed out as if they were a single file. Those of the
    machine over commerce take minutes each and share nothing: each is handed out alone.
    """

    def __init__(self, config: pytest.Config, log: object = None) -> None:
        super().__init__(config, log)
        # By path the slow ones come first. By number of tests, they would come last.
        config.option.loadscopereorder = False

    def _split_scope(self, nodeid: str) -> str:
        path, _, _ = nodeid.partition("::")
        if path == APART:
            return nodeid
        return TOGETHER if path.startswith(TOGETHER) else path
