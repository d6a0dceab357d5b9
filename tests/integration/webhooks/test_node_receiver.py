"""A receiver in Node, with the specification's package for it, verifies every delivery."""

import asyncio
import json
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.integration.webhooks.conftest import Deliver
from tests.support.api import Api, Person
from tests.support.certificates import Certificate
from tests.support.webhooks import HOST, create, deliveries

PACKAGE = "standardwebhooks@1.1.1"
SCRIPT = Path(__file__).with_name("receiver.mjs")


@pytest.fixture(scope="module")
def node_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the script and its package; skips without Node or the network."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("Node and npm are not installed.")
    folder = tmp_path_factory.mktemp("node")
    shutil.copy(SCRIPT, folder)
    command = [npm, "install", "--silent", "--no-audit", "--no-fund", PACKAGE]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        pytest.skip(f"npm cannot install {PACKAGE}: {error}")
    return folder


@asynccontextmanager
async def node_receiver(
    folder: Path, certificate: Certificate, secret: str
) -> AsyncIterator[asyncio.StreamReader]:
    """Running; what it prints."""
    process = await asyncio.create_subprocess_exec(
        "node",
        SCRIPT.name,
        str(certificate.file),
        str(certificate.key_file),
        secret,
        cwd=folder,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        yield process.stdout
    finally:
        process.terminate()
        await process.wait()


async def _line(output: asyncio.StreamReader) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(await asyncio.wait_for(output.readline(), 20))
    return line


async def test_node_verifies_every_delivery(
    api: Api,
    organizer: Person,
    buyer: Person,
    certificate: Certificate,
    node_folder: Path,
    deliver: Deliver,
) -> None:
    webhook = await create(api, organizer, f"https://{HOST}:9999/", "booking.*", "event.*")
    path = f"/webhooks/{webhook['id']}"
    async with node_receiver(node_folder, certificate, webhook["secret"]) as output:
        port = (await _line(output))["port"]
        await api.put(path, organizer, {"url": f"https://{HOST}:{port}/hooks"})
        event = await api.event(organizer, title="Süße Träume · ฝันดี · أحلام 🎶")
        await api.book(buyer, event["id"])
        assert (await api.post(f"{path}/rotate-secret", organizer)).status_code == 200
        assert await deliver() == 2, "signed with both secrets, of which it knows the old one"
        found = [await _line(output) for _ in range(2)]
    assert {line["message"]["type"] for line in found} == {"event.created", "booking.confirmed"}
    titles = [line["message"]["data"].get("title") for line in found]
    assert event["title"] in titles
    log = await deliveries(api, organizer, webhook)
    assert {delivery["webhook_id"] for delivery in log} == {line["id"] for line in found}
