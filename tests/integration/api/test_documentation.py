"""The documentation pages: all they load comes from here, and a policy allows nothing else."""

import re
from pathlib import Path

import httpx
import pytest

from src.presentation.controllers.documentation import VERSION, Assets
from tests.support.api import Api, assert_problem

PAGES = ("/docs", "/redoc")
ASSETS = f"/docs/assets/{VERSION}"
REFERENCE = re.compile(r'(?:href|src|spec-url)="([^"]*)"')

each_page = pytest.mark.parametrize("path", PAGES)


def policy_of(response: httpx.Response) -> dict[str, set[str]]:
    """The sources that the policy allows, by directive."""
    directives = response.headers["content-security-policy"].split("; ")
    return {name: set(values) for name, *values in map(str.split, directives)}


@each_page
async def test_page_loads_nothing_from_elsewhere(api: Api, path: str) -> None:
    response = await api.client.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "//" not in response.text
    names = set(REFERENCE.findall(response.text)) - {"data:,"}
    assert "openapi.json" in names and len(names) >= 3
    for name in names:
        # As a browser resolves it, also where a proxy puts a prefix before the path.
        assert not name.startswith("/")
        assert (await api.client.get(response.url.join(name))).status_code == 200


@each_page
async def test_policy_of_a_page_allows_no_other_host_and_no_script_inside_it(
    api: Api, path: str
) -> None:
    response = await api.client.get(path)
    policy = policy_of(response)
    assert policy["default-src"] == {"'none'"}
    assert policy["script-src"] == policy["connect-src"] == {"'self'"}
    assert policy["base-uri"] == policy["form-action"] == policy["frame-ancestors"] == {"'none'"}
    sources = set().union(*policy.values())
    assert sources <= {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:"}
    assert re.findall(r"<script(?! src=)|<style|\son\w+=|\sstyle=", response.text) == []
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert response.headers["cache-control"] == "no-cache"


async def test_only_redoc_may_write_styles_and_make_a_worker(api: Api) -> None:
    swagger_ui, redoc = [policy_of(await api.client.get(path)) for path in PAGES]
    assert swagger_ui["style-src"] == {"'self'"}
    assert "worker-src" not in swagger_ui
    assert redoc["style-src"] == {"'self'", "'unsafe-inline'"}
    assert redoc["worker-src"] == {"blob:"}


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("swagger-ui-bundle.js", "text/javascript; charset=utf-8"),
        ("swagger-ui-start.js", "text/javascript; charset=utf-8"),
        ("swagger-ui.css", "text/css; charset=utf-8"),
        ("redoc.standalone.js", "text/javascript; charset=utf-8"),
        ("page.css", "text/css; charset=utf-8"),
    ],
)
async def test_asset_is_kept_by_browsers_for_good(api: Api, name: str, media_type: str) -> None:
    response = await api.client.get(f"{ASSETS}/{name}")
    assert response.status_code == 200
    assert response.headers["content-type"] == media_type
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    known = {"If-None-Match": response.headers["etag"]}
    again = await api.client.get(f"{ASSETS}/{name}", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["cache-control"] == response.headers["cache-control"]


@pytest.mark.parametrize(
    "path",
    [
        "/docs/assets/0000000000000000/swagger-ui.css",
        f"{ASSETS}/none.css",
        f"{ASSETS}/..",
        f"{ASSETS}/%2e%2e%2fpages.py",
        f"{ASSETS}/%00",
        ASSETS,
    ],
)
async def test_asset_is_not_found_of_another_version_or_name(api: Api, path: str) -> None:
    assert_problem(await api.client.get(path), 404, "not_found")


@pytest.mark.parametrize(("name", "content"), [("a.js", b"2"), ("b.js", b"1")])
def test_version_distinguishes_files_of_another_name_or_content(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / "a.js").write_bytes(b"1")
    before = Assets(directory=tmp_path).digest()
    assert Assets(directory=tmp_path).digest() == before
    (tmp_path / "a.js").unlink()
    (tmp_path / name).write_bytes(content)
    assert Assets(directory=tmp_path).digest() != before


async def test_logo_that_redoc_shows_is_here(api: Api) -> None:
    script = (await api.client.get(f"{ASSETS}/redoc.standalone.js")).text
    assert 'window.location.pathname+"/logo-mini.svg"' in script
    assert "cdn.redoc.ly" not in script
    response = await api.client.get("/redoc/logo-mini.svg")
    assert response.status_code == 200
    assert response.headers["content-type"] == "image/svg+xml"


async def test_swagger_ui_asks_no_validator_on_the_internet(api: Api) -> None:
    script = (await api.client.get(f"{ASSETS}/swagger-ui-start.js")).text
    assert "validatorUrl: null" in script
    assert 'url: "openapi.json"' in script
