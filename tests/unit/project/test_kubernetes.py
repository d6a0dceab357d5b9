"""The files for Kubernetes: by its schemas, and against what the application knows."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kubernetes_validate  # type: ignore[import-untyped]
import pytest
from ruamel.yaml import YAML

from src.config import Settings
from src.infrastructure.webhooks.addresses import FIRST_FREE_PORT, HTTPS_PORT
from tests.support.paths import ROOT

FOLDER = ROOT / "deploy" / "kubernetes"
VERSIONS = ("1.31", kubernetes_validate.latest_version())
DOCKERFILE = (ROOT / "docker" / "Dockerfile").read_text("utf-8")
LISTENERS = {"api": 1, "worker": 2}
"""Connections outside of the pool: for changes of events, and of the worker."""


def _load(name: str) -> list[dict[str, Any]]:
    return list(YAML(typ="safe", pure=True).load_all((FOLDER / name).read_text("utf-8")))


(KUSTOMIZATION,) = _load("kustomization.yaml")
RESOURCES = [resource for name in KUSTOMIZATION["resources"] for resource in _load(name)]
BY_NAME = {f"{each['kind']} {each['metadata']['name']}": each for each in RESOURCES}
PODS = {
    name: resource["spec"]["template"]
    for name, resource in BY_NAME.items()
    if resource["kind"] in ("Deployment", "Job")
}
CONFIG = BY_NAME["ConfigMap ticketing-settings"]["data"]


def _container(pod: dict[str, Any]) -> dict[str, Any]:
    (container,) = pod["spec"]["containers"]
    found: dict[str, Any] = container
    return found


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", BY_NAME)
def test_resource_is_valid(name: str, version: str) -> None:
    kubernetes_validate.validate(BY_NAME[name], version, strict=True)


def test_the_schemas_refuse_a_word_that_is_not_there() -> None:
    resource = {**BY_NAME["Service ticketing-api"], "specs": {}}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(resource, VERSIONS[0], strict=True)


def test_every_file_is_a_resource_of_the_base() -> None:
    files = {path.name for path in FOLDER.glob("*.yaml")}
    assert files == {*KUSTOMIZATION["resources"], "kustomization.yaml"}
    assert len(BY_NAME) == len(RESOURCES)


def test_component_scales_a_deployment_of_the_base_by_a_queue_that_is_measured() -> None:
    (component,) = _load("worker-by-queue/kustomization.yaml")
    (file,) = component["resources"]
    (scaler,) = _load(f"worker-by-queue/{file}")
    for version in VERSIONS:
        kubernetes_validate.validate(scaler, version, strict=True)
    spec = scaler["spec"]
    assert f"Deployment {spec['scaleTargetRef']['name']}" in BY_NAME
    listed = (ROOT / "docs/monitoring.md").read_text("utf-8")
    for entry in spec["metrics"]:
        metric = entry["external"]["metric"]
        (row,) = re.findall(rf"^\| `{metric['name']}` .*$", listed, re.MULTILINE)
        assert f"`{metric['selector']['matchLabels']['queue']}`" in row


KUBECTL = shutil.which("kubectl")
WAYS = {"base": "", "worker-by-queue": "components: [worker-by-queue]\n"}


@pytest.mark.skipif(KUBECTL is None, reason="kubectl, which builds with Kustomize, is not there.")
@pytest.mark.parametrize("way", WAYS)
def test_built_files_are_valid_and_leave_the_number_of_pods_to_one_alone(
    way: str, tmp_path: Path
) -> None:
    """`apply` would put back the `replicas` that an autoscaler has changed."""
    folder = shutil.copytree(FOLDER, tmp_path / "kubernetes")
    file = folder / "kustomization.yaml"
    file.write_text(file.read_text("utf-8") + WAYS[way])
    command = [str(KUBECTL), "kustomize", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    built = list(YAML(typ="safe", pure=True).load_all(io.StringIO(done.stdout)))
    for version in VERSIONS:
        for resource in built:
            kubernetes_validate.validate(resource, version, strict=True)
    scaled = {
        each["spec"]["scaleTargetRef"]["name"]
        for each in built
        if each["kind"] == "HorizontalPodAutoscaler"
    }
    assert scaled == {"ticketing-api"} | ({"ticketing-worker"} if WAYS[way] else set())
    numbered = {
        each["metadata"]["name"]
        for each in built
        if each["kind"] == "Deployment" and "replicas" in each["spec"]
    }
    assert numbered == {"ticketing-api", "ticketing-worker"} - scaled
    (image,) = KUSTOMIZATION["images"]
    images = {
        container["image"]
        for each in built
        if each["kind"] in ("Deployment", "Job")
        for container in each["spec"]["template"]["spec"]["containers"]
    }
    assert images == {f"{image['newName']}:{image['newTag']}"}


def test_webhooks_can_leave_by_every_port_that_they_may_have() -> None:
    egress = BY_NAME["NetworkPolicy ticketing-egress"]["spec"]["egress"]
    (public,) = (rule["ports"] for rule in egress if "to" in rule)
    ranges = [(rule["port"], rule.get("endPort", rule["port"])) for rule in public]
    assert ranges == [(HTTPS_PORT, HTTPS_PORT), (FIRST_FREE_PORT, 65535)]


def test_settings_are_settings_of_the_application_and_no_secrets() -> None:
    names = {name.upper(): field for name, field in Settings.model_fields.items()}
    given = {**CONFIG}
    for pod in PODS.values():
        given |= {entry["name"]: entry["value"] for entry in _container(pod).get("env", [])}
    assert given.keys() <= names.keys()
    assert all(isinstance(value, str) for value in given.values())
    secret = {name for name, field in names.items() if "SecretStr" in str(field.annotation)}
    assert secret & given.keys() == set()
    # They are accepted, together with the two that the README puts into the secret.
    Settings.model_validate(
        {name.lower(): value for name, value in given.items()}
        | {"database_url": "postgres://u:p@db/t", "secret_key": "kV3-xQ7mZ0pLr9TbW2nYc5JdF8hGs4Ua"}
    )


@pytest.mark.parametrize("name", PODS)
def test_pod_runs_as_the_user_of_the_image_and_may_write_nowhere_else(name: str) -> None:
    spec, container = PODS[name]["spec"], _container(PODS[name])
    (user,) = set(re.findall(r"^USER (\d+):\d+$", DOCKERFILE, re.MULTILINE))
    assert spec["securityContext"]["runAsUser"] == int(user)
    assert spec["securityContext"]["runAsNonRoot"] is True
    assert spec["automountServiceAccountToken"] is False
    assert container["securityContext"]["readOnlyRootFilesystem"] is True
    assert container["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    mounts = {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]}
    assert mounts.keys() == {volume["name"] for volume in spec["volumes"]}
    (data_dir,) = set(re.findall(r"DATA_DIR=(\S+)", DOCKERFILE))
    assert data_dir in mounts.values()
    assert container["image"] in {image["name"] for image in KUSTOMIZATION["images"]}


def test_pod_waits_longer_for_its_end_than_the_server_takes() -> None:
    """After the pause before the signal, as long as `server_options` gives to requests."""
    pod = PODS["Deployment ticketing-api"]
    _, pause = _container(pod)["lifecycle"]["preStop"]["exec"]["command"]
    options = (ROOT / "src/cli/serve.py").read_text("utf-8")
    (seconds,) = re.findall(r'"timeout_graceful_shutdown": (\d+)', options)
    assert pod["spec"]["terminationGracePeriodSeconds"] > int(pause) + int(seconds)


def test_probes_ask_routes_and_the_port_of_the_image() -> None:
    container = _container(PODS["Deployment ticketing-api"])
    (port,) = container["ports"]
    assert f"EXPOSE {port['containerPort']}\n" in DOCKERFILE
    service = (ROOT / "src/presentation/controllers/service.py").read_text("utf-8")
    for probe, path in (
        ("startupProbe", "/health"),
        ("livenessProbe", "/health"),
        ("readinessProbe", "/ready"),
    ):
        assert container[probe]["httpGet"] == {"path": path, "port": port["name"]}
        assert f'"{path}"' in service
    (exposed,) = BY_NAME["Service ticketing-api"]["spec"]["ports"]
    assert exposed["targetPort"] == port["name"]


@pytest.mark.parametrize("name", ["api", "worker"])
def test_prometheus_finds_the_port_of_the_metrics_and_may_reach_it(name: str) -> None:
    pod = PODS[f"Deployment ticketing-{name}"]
    container = _container(pod)
    (port,) = container["ports"]
    annotations = pod["metadata"]["annotations"]
    assert annotations["prometheus.io/scrape"] == "true"
    assert annotations["prometheus.io/path"] == "/metrics"
    assert annotations["prometheus.io/port"] == str(port["containerPort"])
    (rule,) = BY_NAME[f"NetworkPolicy ticketing-{name}"]["spec"]["ingress"]
    assert [each["port"] for each in rule["ports"]] == [port["name"]]
    given = {entry["name"]: entry["value"] for entry in container.get("env", [])}
    if name == "worker":
        assert given["WORKER_METRICS_PORT"] == str(port["containerPort"])


def _selectors() -> Iterator[tuple[str, dict[str, str]]]:
    for name, resource in BY_NAME.items():
        spec = resource.get("spec", {})
        selector = spec.get("selector", spec.get("podSelector", {}))
        if isinstance(selector, dict):
            yield name, selector.get("matchLabels", selector)


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        (name, labels)
        for name, labels in _selectors()
        if labels and "matchExpressions" not in labels
    ],
)
def test_selector_finds_pods(name: str, labels: dict[str, str]) -> None:
    pods = [pod["metadata"]["labels"] for pod in PODS.values()]
    assert any(labels.items() <= pod.items() for pod in pods), name


def test_readme_counts_the_connections_that_there_can_be() -> None:
    most = BY_NAME["HorizontalPodAutoscaler ticketing-api"]["spec"]["maxReplicas"]
    workers = BY_NAME["Deployment ticketing-worker"]["spec"]["replicas"]
    worker = _container(PODS["Deployment ticketing-worker"])
    own = {entry["name"]: entry["value"] for entry in worker["env"]}
    of_api = int(CONFIG["DATABASE_POOL_MAX"]) + LISTENERS["api"]
    of_worker = int(own["DATABASE_POOL_MAX"]) + LISTENERS["worker"]
    total = most * of_api + workers * of_worker
    sentence = f"{most} · {of_api} + {workers} · {of_worker} = {total}"
    assert sentence in (FOLDER / "README.md").read_text("utf-8")
