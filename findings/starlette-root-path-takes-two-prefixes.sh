#!/bin/sh
# Starlette 1.10.0 (FastAPI 0.165.0): behind a proxy that strips the prefix, the page that is called
# like the prefix cannot be reached.
#
# `FastAPI(root_path="/tickets")` is for a proxy that strips "/tickets" (this version warns that the
# server's option is preferred, and not why). For the public address /tickets/tickets the proxy asks
# for "/tickets". Starlette takes `root_path` off every path that begins with it, so the stripped
# "/tickets" becomes "" and is answered by a redirect, and "/tickets/past" is 404. All other paths
# work. `uvicorn --root-path` puts the prefix in front of the path first, which hides it: a test of
# the application alone and a test behind that server see different things.
#
# Guard: leave `root_path` empty and add the prefix where addresses leave the service, or name no
# route like the prefix.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    fastapi==0.165.0 starlette==1.10.0 httpx==0.28.1 2> "$folder/pip.log" ||
    { cat "$folder/pip.log"; exit 1; }
"$folder/venv/bin/python" - <<'PYTHON'
import asyncio
import warnings

import httpx
from fastapi import FastAPI

warnings.simplefilter("ignore")  # root_path is deprecated


def made(root_path: str) -> FastAPI:
    app = FastAPI(root_path=root_path)

    @app.get("/")
    async def home() -> str:
        return "home"

    @app.get("/tickets")
    async def tickets() -> str:
        return "tickets"

    @app.get("/tickets/past")
    async def past() -> str:
        return "past"

    @app.get("/events")
    async def events() -> str:
        return "events"

    return app


async def asked(root_path: str) -> dict[str, tuple[int, str]]:
    transport = httpx.ASGITransport(made(root_path))
    async with httpx.AsyncClient(transport=transport, base_url="http://proxied") as client:
        paths = ("/events", "/tickets", "/tickets/past")
        found = {path: await client.get(path) for path in paths}
    return {path: (answer.status_code, answer.text[:24]) for path, answer in found.items()}


for root_path in ("", "/tickets"):
    answers = asyncio.run(asked(root_path))
    print(f"root_path {root_path!r}: {answers}")
    assert answers["/events"] == (200, '"events"')
    is_right = answers["/tickets"] == (200, '"tickets"') and answers["/tickets/past"] == (200, '"past"')
    assert is_right == (root_path == ""), "Changed."
PYTHON
