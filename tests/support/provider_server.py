"""An outside identity provider as browsers and servers reach it: OpenID Connect over HTTP."""

import html
import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.support.identity import OutsideProvider

CLIENT_ID = "ticket-shop"


class ProviderServer(ThreadingHTTPServer):
    """Who follows one link of its page is Nina; the other declines."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.issuer = f"http://127.0.0.1:{self.server_address[1]}"
        self._tokens = OutsideProvider()
        self.codes: dict[str, str] = {}

    @property
    def settings(self) -> dict[str, str]:
        """How a service is configured to use it."""
        return {
            "IDENTITY_ISSUER": self.issuer,
            "IDENTITY_AUDIENCE": "ticketing",
            "IDENTITY_JWKS_URL": f"{self.issuer}/jwks",
            "IDENTITY_CLIENT_ID": CLIENT_ID,
            "IDENTITY_NAME": "Example ID",
        }

    def jwks(self) -> dict[str, Any]:
        return self._tokens.jwks()

    def id_token(self, nonce: str) -> str:
        return self._tokens.token(
            iss=self.issuer, aud=CLIENT_ID, nonce=nonce, name="Nina from elsewhere"
        )


class _Handler(BaseHTTPRequestHandler):
    server: ProviderServer

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        match address.path:
            case "/.well-known/openid-configuration":
                self._json(self._discovery())
            case "/jwks":
                self._json(self.server.jwks())
            case "/authorize":
                self._page({name: values[0] for name, values in parse_qs(address.query).items()})
            case _:
                self.send_error(404)

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        nonce = self.server.codes.pop(form["code"][0], None)
        if nonce is None:
            self._json({"error": "invalid_grant"}, status=400)
            return
        token = self.server.id_token(nonce)
        self._json({"access_token": "x", "token_type": "Bearer", "id_token": token})

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def _discovery(self) -> dict[str, str]:
        issuer = self.server.issuer
        return {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "jwks_uri": f"{issuer}/jwks",
        }

    def _page(self, asked: dict[str, str]) -> None:
        code = secrets.token_urlsafe(8)
        self.server.codes[code] = asked["nonce"]
        back, state = asked["redirect_uri"], asked["state"]
        agree = html.escape(f"{back}?{urlencode({'code': code, 'state': state})}")
        decline = html.escape(f"{back}?{urlencode({'error': 'access_denied', 'state': state})}")
        icon = '<link rel="icon" href="data:,">'
        self._send(
            f"<!doctype html><title>Example ID</title>{icon}"
            f'<a href="{agree}">I am Nina</a> <a href="{decline}">No</a>',
            "text/html",
        )

    def _json(self, content: object, status: int = 200) -> None:
        self._send(json.dumps(content), "application/json", status)

    def _send(self, content: str, kind: str, status: int = 200) -> None:
        body = content.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def running_provider() -> Iterator[ProviderServer]:
    """A provider on a port of its own."""
    server = ProviderServer()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
