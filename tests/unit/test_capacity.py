"""Requests and streams that fit the files a process may open."""

import resource

import pytest
from structlog.testing import capture_logs

from src.config import ConfigurationError
from src.container.capacity import LEAST, RESERVE, fit_to_descriptors
from src.infrastructure.descriptors import raise_descriptor_limit
from tests.support.database import test_settings as settings_for

SETTINGS = settings_for(
    "postgres://nobody@localhost/nothing",
    max_requests=1000,
    max_streams=10_000,
    database_pool_max=10,
)
BESIDE = 10 + RESERVE
NEEDED = 11_000 + BESIDE


def test_settings_stay_when_there_are_files_enough() -> None:
    asked: list[int] = []

    def enough(needed: int) -> int:
        asked.append(needed)
        return needed

    with capture_logs() as logs:
        assert fit_to_descriptors(SETTINGS, enough) is SETTINGS
    assert (asked, logs) == ([NEEDED], [])


@pytest.mark.parametrize(
    ("files", "max_requests", "max_streams"),
    [(NEEDED - 1, 1000, 9999), (BESIDE + 3000, 1000, 2000), (BESIDE + 100, 50, 50)],
)
def test_streams_and_then_requests_are_fewer_when_files_are_few(
    files: int, max_requests: int, max_streams: int
) -> None:
    with capture_logs() as logs:
        fitted = fit_to_descriptors(SETTINGS, lambda _: files)
    assert (fitted.max_requests, fitted.max_streams) == (max_requests, max_streams)
    assert fitted.max_connections + BESIDE <= files
    (entry,) = logs
    assert entry["event"] == "too_few_file_descriptors"
    assert f"may open {files} files" in entry["detail"]
    assert str(NEEDED) in entry["detail"]


def test_process_that_can_open_next_to_nothing_does_not_start() -> None:
    with pytest.raises(ConfigurationError) as refusal:
        fit_to_descriptors(SETTINGS, lambda _: BESIDE + LEAST - 1)
    assert f"{BESIDE + LEAST - 1} files" in str(refusal.value)


def test_soft_limit_is_raised_as_far_as_needed_and_allowed() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = 4096 if hard == resource.RLIM_INFINITY else hard
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most // 2, hard))
        assert raise_descriptor_limit(most // 2 - 1) == most // 2
        assert raise_descriptor_limit(most - 1) == most - 1
        if hard != resource.RLIM_INFINITY:
            assert raise_descriptor_limit(hard + 1) == hard
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
