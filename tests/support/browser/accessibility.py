"""axe-core on a page: the rules of WCAG 2.2 AA and good practice, target sizes too."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

TAGS = (
    *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"),
    "best-practice",
)

RUN = """options => axe.run(document, options).then(result =>
    ["violations", "incomplete"].flatMap(outcome => result[outcome].flatMap(rule =>
        rule.nodes.map(node => ({
            outcome, rule: rule.id, help: rule.help,
            selector: node.target.flat().join(" "),
            html: node.html.slice(0, 200),
            why: [...node.any, ...node.all, ...node.none].map(check => check.message).join(" "),
        }))))).then(findings => JSON.stringify(findings))
"""


@dataclass(frozen=True)
class LookedAt:
    """What axe cannot decide, and a person has: this rule at these elements.

    `element` is a regular expression, found in the selector that axe names or in the beginning of
    the element's HTML. Only "incomplete" can be looked at, never a violation.
    """

    rule: str
    element: str
    reason: str


LOOKED_AT: tuple[LookedAt, ...] = ()
"""Of all pages: what the layout has."""


@cache
def axe() -> str:
    return (files("axe_playwright_python") / "axe.min.js").read_text()


def check_accessibility(
    page: Page, *looked_at: LookedAt, only: Sequence[str] = (), within: str = ""
) -> None:
    """Fail on what axe finds wrong, and on what it cannot decide and nobody has looked at.

    `only` names rules, where not all are wanted. `within` says in the message which state it is.
    """
    findings = accessibility_findings(page, only)
    left = [finding for finding in findings if not _is_looked_at(finding, looked_at)]
    assert not left, f"{page.url} {within}\n" + "\n".join(map(_sentence, left))


def accessibility_findings(page: Page, only: Sequence[str] = ()) -> list[dict[str, Any]]:
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(axe() + ";0")
    options: dict[str, Any] = {
        "runOnly": {"type": "rule", "values": list(only)}
        if only
        else {"type": "tag", "values": list(TAGS)},
        # Off by default, although WCAG 2.2 AA asks for it.
        "rules": {} if only else {"target-size": {"enabled": True}},
        "resultTypes": ["violations", "incomplete"],
    }
    findings: list[dict[str, Any]] = json.loads(page.evaluate(RUN, options))
    return findings


def _is_looked_at(finding: dict[str, Any], looked_at: Sequence[LookedAt]) -> bool:
    named = f"{finding['selector']} {finding['html']}"
    return finding["outcome"] == "incomplete" and any(
        known.rule == finding["rule"] and re.search(known.element, named)
        for known in (*LOOKED_AT, *looked_at)
    )


def _sentence(finding: dict[str, Any]) -> str:
    return "{outcome}: {rule} ({help}) at {selector}: {html}\n    {why}".format(**finding)
