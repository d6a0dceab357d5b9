"""The dashboard, the alerts and the document name the metrics that there are."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.support.metrics import exported, series_names
from tests.support.paths import ROOT

PROMTOOL = shutil.which("promtool")
FOLDER = ROOT / "docker" / "monitoring"
DOCUMENT = (ROOT / "docs" / "monitoring.md").read_text()
DASHBOARD = json.loads((FOLDER / "grafana" / "dashboards" / "ticketing.json").read_text())
PANELS = [panel for panel in DASHBOARD["panels"] if panel["type"] != "row"]
OF_PROMETHEUS = {"up", "ALERTS"}
"""What Prometheus itself says of its targets and alerts."""

KINDS = {"info": "gauge"}
"""As Prometheus sees them."""


def rules() -> list[dict[str, Any]]:
    groups = YAML(typ="safe").load((FOLDER / "alerts.yml").read_text())["groups"]
    return [rule for group in groups for rule in group["rules"]]


def dashboard_queries() -> list[str]:
    annotations = [each["expr"] for each in DASHBOARD["annotations"]["list"] if "expr" in each]
    return annotations + [target["expr"] for panel in PANELS for target in panel["targets"]]


def document_queries() -> list[str]:
    rows = DOCUMENT.partition("## Questions")[2].partition("## Alerts")[0]
    return [query.replace("\\|", "|") for query in re.findall(r"\| `(.+)` \|$", rows, re.MULTILINE)]


def queries() -> list[str]:
    return [*dashboard_queries(), *document_queries(), *(rule["expr"] for rule in rules())]


def names_in(query: str) -> set[str]:
    """The metrics of a query: words that are no label, function, operator or duration."""
    for part in (r"\{[^}]*\}", r"\[[^\]]*\]", r"\b(?:by|without)\s*\([^)]*\)", r'"[^"]*"'):
        query = re.sub(part, " ", query)
    words = re.findall(r"[a-zA-Z_:][\w:]*(?!\w)(?!\s*\()", query)
    return set(words) - {"or", "and", "unless", "offset", "bool", "m", "h", "s"}


def test_names_are_found_in_a_query() -> None:
    query = 'topk(5, sum by (job_name) (rate(a_b_total{c="d_e"}[5m]))) / f > 0 unless g offset 5m'
    assert names_in(query) == {"a_b_total", "f", "g"}


@pytest.mark.parametrize("query", queries())
def test_query_names_metrics_that_there_are(query: str) -> None:
    names = names_in(query)
    assert names
    assert names <= series_names() | OF_PROMETHEUS


@pytest.mark.parametrize("query", queries())
def test_query_asks_for_labels_that_the_metric_has(query: str) -> None:
    known = exported()
    for name, selector in re.findall(r"(\w+)\{([^}]*)\}", query):
        metric = known.get(name) or known.get(re.sub("_(bucket|sum|count)$", "", name))
        if metric is not None:
            asked = set(re.findall(r"(\w+)\s*(?:=~|!~|!=|=)", selector))
            assert asked <= {"job", "instance", *labels_of(name)}, name


def labels_of(name: str) -> set[str]:
    """The labels that the document gives to a metric."""
    base = re.sub("_(bucket|sum|count)$", "", name)
    found = re.search(rf"^\| `(?:{name}|{base})` \| [a-z]+ \| (.*?) \| ", DOCUMENT, re.MULTILINE)
    assert found, name
    return set(re.findall(r"`(\w+)`", found[1]))


def test_the_document_has_every_metric_and_no_other() -> None:
    rows = dict(re.findall(r"^\| `([a-z_]+)` \| ([a-z]+) \|", DOCUMENT, re.MULTILINE))
    kinds = {name: KINDS.get(family.type, family.type) for name, family in exported().items()}
    assert rows == kinds


def test_the_document_has_every_alert_and_no_other() -> None:
    named = re.findall(r"^\| `(Ticketing\w+)` \|", DOCUMENT, re.MULTILINE)
    assert named == [rule["alert"] for rule in rules()]


def test_no_label_of_a_metric_is_one_of_prometheus_itself() -> None:
    """It would be renamed to `exported_job`, and no query would find it."""
    named = re.findall(r"^\| `[a-z_]+` \| [a-z]+ \| (.*?) \|", DOCUMENT, re.MULTILINE)
    labels = {label for cell in named for label in re.findall(r"`(\w+)`", cell)}
    assert labels
    assert labels & {"job", "instance", "le", "quantile"} == set()


@pytest.mark.skipif(PROMTOOL is None, reason="promtool is not installed (apt install prometheus).")
def test_promtool_understands_every_query(tmp_path: Path) -> None:
    written = [
        {"record": f"query:number_{number}", "expr": query.replace("$__rate_interval", "1m")}
        for number, query in enumerate(queries())
    ]
    path = tmp_path / "rules.yml"
    with path.open("w") as file:
        YAML().dump({"groups": [{"name": "queries", "rules": written}]}, file)
    done = subprocess.run(
        [str(PROMTOOL), "check", "rules", str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(written)} rules found" in done.stdout


def test_panels_of_the_dashboard_are_whole_and_do_not_overlap() -> None:
    ids = [panel["id"] for panel in DASHBOARD["panels"]]
    assert len(ids) == len(set(ids))
    taken: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        place = panel["gridPos"]
        cells = {
            (x, y)
            for x in range(place["x"], place["x"] + place["w"])
            for y in range(place["y"], place["y"] + place["h"])
        }
        assert place["x"] + place["w"] <= 24, panel["title"]
        assert not cells & taken, panel["title"]
        taken |= cells
    source = {"type": "prometheus", "uid": "prometheus"}
    for panel in PANELS:
        assert panel["title"] and panel["description"], panel["id"]
        assert panel["datasource"] == source
        assert [target["datasource"] for target in panel["targets"]] == [source] * len(
            panel["targets"]
        )
        assert len({target["refId"] for target in panel["targets"]}) == len(panel["targets"])


def test_every_metric_of_the_business_is_on_the_dashboard_or_in_an_alert() -> None:
    shown = {name for query in queries() for name in names_in(query)}
    bases = {re.sub("_(bucket|sum|count)$", "", name) for name in shown} | shown
    ours = {name for name in exported() if name.startswith(("ticketing_", "http_"))}
    assert ours - bases <= {"ticketing_build_info", "ticketing_events"}
