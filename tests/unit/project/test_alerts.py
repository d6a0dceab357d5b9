"""The alerts for Prometheus: promtool reads them, and each of them fires in a test of its own."""

import shutil
import subprocess

import pytest
from ruamel.yaml import YAML

from tests.support.paths import ROOT

PROMTOOL = shutil.which("promtool")
FOLDER = ROOT / "docker" / "monitoring"

needs_promtool = pytest.mark.skipif(
    PROMTOOL is None, reason="promtool is not installed (apt install prometheus)."
)


@needs_promtool
@pytest.mark.parametrize(
    "arguments",
    [("check", "config", "prometheus.yml"), ("test", "rules", "alerts.test.yml")],
    ids=["configuration", "rules"],
)
def test_promtool_has_no_complaint(arguments: tuple[str, ...]) -> None:
    done = subprocess.run(
        [str(PROMTOOL), *arguments], cwd=FOLDER, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_alert_is_made_to_fire_and_to_be_silent() -> None:
    groups = YAML(typ="safe").load((FOLDER / "alerts.yml").read_text())["groups"]
    rules = [rule for group in groups for rule in group["rules"]]
    tests = YAML(typ="safe").load((FOLDER / "alerts.test.yml").read_text())["tests"]
    cases = [case for test in tests for case in test["alert_rule_test"]]
    fire = {case["alertname"] for case in cases if case.get("exp_alerts")}
    silent = {case["alertname"] for case in cases if not case.get("exp_alerts")}
    assert fire == silent == {rule["alert"] for rule in rules}
    for rule in rules:
        assert rule["annotations"].keys() == {"summary", "action"}
