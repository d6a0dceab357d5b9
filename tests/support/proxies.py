"""nginx and Caddy in front of a server, with the example files of this repository.

Nothing of the files is changed but addresses, ports, and the places of certificate and logs.
"""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.certificates import Certificate, make_certificate
from tests.support.paths import ROOT
from tests.support.product import free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
CADDY = shutil.which("caddy")
NO_NGINX = "no nginx on this machine (apt-get install nginx-light)"
NO_CADDY = "no caddy on this machine (apt-get install caddy)"
COMMON = "docker/nginx/ticketing-proxy.inc"
START_SECONDS = 20


@dataclass(frozen=True)
class Example:
    """An example file: which proxy runs it, and below which path the service is."""

    file: str
    prefix: str

    @property
    def is_nginx(self) -> bool:
        return "nginx" in self.file

    @property
    def left_out(self) -> str | None:
        """Why it cannot be run here."""
        if self.is_nginx:
            return None if NGINX else NO_NGINX
        return None if CADDY else NO_CADDY

    def public_url(self, port: int) -> str:
        return f"https://127.0.0.1:{port}{self.prefix}"


def left_out(reports: Sequence[pytest.TestReport]) -> str | None:
    """What to say at the end of a run without one of the proxies; None if nothing was left out."""
    reasons = [str(report.longrepr) for report in reports]
    missing = {
        name: sum(reason in said for said in reasons)
        for name, reason in (("nginx", NO_NGINX), ("caddy", NO_CADDY))
    }
    if not any(missing.values()):
        return None
    numbers = " and ".join(f"{number} behind {name}" for name, number in missing.items() if number)
    return f"Tests were left out, because there is no such proxy here: {numbers}."


EXAMPLES = (
    Example("docker/nginx/ticketing.conf", ""),
    Example("docker/nginx/ticketing-below-a-path.conf", "/tickets"),
    Example("docker/caddy/Caddyfile", ""),
    Example("docker/caddy/below-a-path.Caddyfile", "/tickets"),
)
NGINX_AT_ROOT, NGINX_BELOW, CADDY_AT_ROOT, CADDY_BELOW = EXAMPLES


@contextmanager
def running_proxy(
    example: Example, folder: Path, *, port: int, upstream: int, without: str = ""
) -> Iterator[Path]:
    """The proxy on this port, in front of that of a server; its access log.

    `without` is a line of nginx's common file that is left out.
    """
    folder.mkdir(parents=True)
    if example.is_nginx:
        common = (ROOT / COMMON).read_text()
        assert without in common
        (folder / "ticketing-proxy.inc").write_text(common.replace(without, "", 1))
    certificate = make_certificate(folder, "127.0.0.1")
    start = _start_nginx if example.is_nginx else _start_caddy
    process = start(example, folder, port, upstream, certificate)
    try:
        _wait_until_it_listens(process, port, folder)
        yield folder / "access.log"
    finally:
        process.terminate()
        process.wait(START_SECONDS)


def _start_nginx(
    example: Example, folder: Path, port: int, upstream: int, certificate: Certificate
) -> subprocess.Popen[bytes]:
    site = folder / "site.conf"
    shared = folder / "ticketing-proxy.inc"
    host = "tickets.example" if not example.prefix else "shop.example"
    site.write_text(
        _replaced(
            example,
            {
                "listen 443 ssl": f"listen 127.0.0.1:{port} ssl",
                "server 127.0.0.1:8000": f"server 127.0.0.1:{upstream}",
                f"/etc/ssl/{host}/fullchain.pem": str(certificate.file),
                f"/etc/ssl/{host}/privkey.pem": str(certificate.key_file),
                "/etc/nginx/conf.d/ticketing-proxy.inc": str(shared),
                "/var/log/nginx/access.log": str(folder / "access.log"),
            },
        ).replace("listen 80;", f"listen 127.0.0.1:{free_port()};")
    )
    paths = "".join(
        f"{name}_temp_path {folder / name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    # Started by root, its processes would be those of nobody, from whom the folder is closed.
    user = "user root;\n" if os.geteuid() == 0 else ""
    main = folder / "nginx.conf"
    main.write_text(
        f"{user}daemon off;\nworker_processes 1;\npid {folder / 'nginx.pid'};\n"
        f"error_log {folder / 'error.log'};\nevents {{}}\n"
        f"http {{\naccess_log off;\n{paths}include {site};\n}}\n"
    )
    assert NGINX is not None
    return _started([NGINX, "-p", str(folder), "-c", str(main)], folder)


def _start_caddy(
    example: Example, folder: Path, port: int, upstream: int, certificate: Certificate
) -> subprocess.Popen[bytes]:
    host = "tickets.example" if not example.prefix else "shop.example"
    file = folder / "Caddyfile"
    files = f"{certificate.file} {certificate.key_file}"
    options = "{\n\tadmin off\n\tauto_https off\n}\n"
    file.write_text(
        options
        + _replaced(
            example,
            {
                f"\n{host} {{": f"\nhttps://127.0.0.1:{port} {{\n\ttls {files}",
                "127.0.0.1:8000": f"127.0.0.1:{upstream}",
            },
        )
    )
    assert CADDY is not None
    return _started([CADDY, "run", "--config", str(file), "--adapter", "caddyfile"], folder)


def _replaced(example: Example, changes: dict[str, str]) -> str:
    text = (ROOT / example.file).read_text()
    for old, new in changes.items():
        assert text.count(old) == 1, f"{example.file} has {old} {text.count(old)} times."
        text = text.replace(old, new)
    return text


def _started(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "output.log").open("wb") as output:
        return subprocess.Popen(
            command, env=os.environ | home, stdout=output, stderr=subprocess.STDOUT
        )


def _wait_until_it_listens(process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        assert process.poll() is None, (folder / "output.log").read_text()
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError((folder / "output.log").read_text())
