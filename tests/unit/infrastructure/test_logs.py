"""What goes wrong is logged without the values that were around it."""

import pytest
import structlog

from src.infrastructure.logs import configure_logs


@pytest.mark.parametrize("is_json", [True, False])
def test_traceback_is_logged_without_local_variables(
    is_json: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    configure_logs(is_json=is_json)
    try:
        _fail_with("-".join(["very", "secret"]))
    except ValueError:
        structlog.get_logger("test").exception("it_failed")
    logged = capsys.readouterr().err
    assert "it_failed" in logged
    assert "_fail_with" in logged
    assert "very-secret" not in logged


def _fail_with(token: str) -> None:
    raise ValueError(f"a token of {len(token)} characters")
