"""The files that maintainers and their tools read: each fits its schema and the others."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.support.paths import ROOT

GITHUB = ROOT / ".github"
WORKFLOW = GITHUB / "workflows" / "ci.yml"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text()

SCHEMAS = {
    "workflows/ci.yml": "vendor.github-workflows",
    "dependabot.yml": "vendor.dependabot",
    "ISSUE_TEMPLATE/config.yml": "vendor.github-issue-config",
    "ISSUE_TEMPLATE/bug_report.yml": "vendor.github-issue-forms",
    "ISSUE_TEMPLATE/feature_request.yml": "vendor.github-issue-forms",
}
GROUPS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def load(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = YAML(typ="safe", pure=True).load(path)
    return content


def tracked_files() -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()]


# GitHub


@pytest.mark.parametrize("name", SCHEMAS)
def test_file_fits_its_schema(name: str) -> None:
    result = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            SCHEMAS[name],
            GITHUB / name,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_yaml_file_has_a_schema() -> None:
    found = {str(path.relative_to(GITHUB)) for path in GITHUB.rglob("*.yml")}
    assert found == SCHEMAS.keys()


def test_workflow_runs_what_must_hold_on_every_supported_python() -> None:
    (job,) = load(WORKFLOW)["jobs"].values()
    versions = job["strategy"]["matrix"]["python-version"]
    assert versions == ["3.11", "3.12", "3.13"]
    assert PROJECT["requires-python"] == f">={versions[0]}"
    (run,) = (step for step in job["steps"] if "run" in step)
    assert (ROOT / run["run"]).is_file()
    assert run["run"] == ".ci/run"
    assert run["env"] == {"PYTHON": "python${{ matrix.python-version }}"}
    assert "PYTHON ?=" in (ROOT / "Makefile").read_text(), "the environment would not count"


def test_workflow_may_only_read_and_ends() -> None:
    workflow = load(WORKFLOW)
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert "permissions" not in job
        assert job["timeout-minutes"] <= 60
        assert job["runs-on"] != "ubuntu-latest"


def test_actions_are_pinned_to_the_commit_of_a_version() -> None:
    used = re.findall(r"uses: (.*)", WORKFLOW.read_text())
    assert used
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_dependabot_looks_where_the_dependencies_are() -> None:
    updates = load(GITHUB / "dependabot.yml")["updates"]
    found = {(update["package-ecosystem"], update["directory"]) for update in updates}
    assert found == {
        ("pip", "/"),
        ("docker", "/docker"),
        ("docker-compose", "/"),
        ("github-actions", "/"),
    }


def test_pre_commit_calls_make_check() -> None:
    (repository,) = load(ROOT / ".pre-commit-config.yaml")["repos"]
    assert repository["repo"] == "local"
    (hook,) = repository["hooks"]
    assert hook["entry"] == "make check"
    assert (hook["pass_filenames"], hook["always_run"]) == (False, True)
    assert {"id", "name", "language"} <= hook.keys()
    assert re.search(r"^check:", (ROOT / "Makefile").read_text(), re.MULTILINE)


# .editorconfig


def test_files_match_the_editor_settings() -> None:
    settings = (ROOT / ".editorconfig").read_text()
    assert settings.startswith("# https://editorconfig.org\nroot = true\n")
    wrong = []
    for path in tracked_files():
        content = path.read_bytes()
        if b"\0" in content or not content:
            continue
        is_whole = content.endswith(b"\n") and b"\r\n" not in content
        has_trailing_space = re.search(rb"[ \t]+$", content, re.MULTILINE)
        if not is_whole or has_trailing_space:
            wrong.append(str(path.relative_to(ROOT)))
    assert wrong == []


# Scripts

SCRIPTS = sorted(
    path for folder in (".", "docs/drills", "findings") for path in (ROOT / folder).glob("*.sh")
)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_script_can_be_parsed_and_run(path: Path) -> None:
    first_line = path.read_text().partition("\n")[0]
    assert first_line in ("#!/bin/sh", "#!/bin/bash", "#!/usr/bin/env bash")
    assert path.stat().st_mode & 0o111
    parsed = subprocess.run(["bash", "-n", path], capture_output=True, text=True, check=False)
    assert (parsed.returncode, parsed.stderr) == (0, "")


# CHANGELOG.md


def releases() -> list[tuple[str, str]]:
    """Version and date of every release, the newest first."""
    return re.findall(r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", CHANGELOG, re.MULTILINE)


def test_changelog_has_the_version_of_the_project_on_top() -> None:
    headings = re.findall(r"^## (.*)$", CHANGELOG, re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    assert len(releases()) == len(headings) - 1
    assert releases()[0][0] == PROJECT["version"]


def test_changelog_goes_back_in_time() -> None:
    versions = [tuple(map(int, version.split("."))) for version, _ in releases()]
    dates = [date for _, date in releases()]
    assert versions == sorted(set(versions), reverse=True)
    assert dates == sorted(dates, reverse=True)


def test_changelog_uses_the_groups_of_its_form() -> None:
    groups = re.findall(r"^### (.*)$", CHANGELOG, re.MULTILINE)
    assert groups
    assert set(groups) <= GROUPS
