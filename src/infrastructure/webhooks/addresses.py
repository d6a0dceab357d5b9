"""Which addresses webhooks may be sent to: https, and nothing that is not public.

A name is resolved when something is sent, and every address that it has must be public; what is
connected to is one of the addresses that were looked at (`transport.py`).
"""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from src.domain.errors import ValidationFailed

FIELD = "body.url"
MAX_LENGTH = 2000
HTTPS_PORT = 443
FIRST_FREE_PORT = 1024
"""Below it are services that do not speak HTTP, and that a request could do harm to."""

# What the registries of IANA say is not globally reachable, and what has no business here
# although it is: multicast, relays of 6to4, and addresses that name another one inside.
NOT_PUBLIC_V4 = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
    )
)
PUBLIC_V6 = ip_network("2000::/3")
NOT_PUBLIC_V6 = tuple(
    ip_network(network)
    for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3ffe::/16", "3fff::/20")
)
NAT64 = ip_network("64:ff9b::/96")
LAST_32_BITS = 0xFFFFFFFF


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether the address is reachable by everybody, and is not another one in disguise."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in NOT_PUBLIC_V4)
    if address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if address in NAT64:
        return is_public(IPv4Address(int(address) & LAST_32_BITS))
    return address in PUBLIC_V6 and not any(address in network for network in NOT_PUBLIC_V6)


class WebhookAddressRules:
    """Implements `WebhookAddresses`. `allows_private` is for development."""

    def __init__(self, *, allows_private: bool) -> None:
        self._allows_private = allows_private

    def check(self, url: str) -> None:
        parts = _split(url)
        if parts.scheme not in (("https", "http") if self._allows_private else ("https",)):
            raise ValidationFailed(FIELD, "The address must begin with https://.")
        if "@" in parts.netloc:
            raise ValidationFailed(FIELD, "The address must not have a user name or a password.")
        if "#" in url:
            raise ValidationFailed(FIELD, "The address must not have a fragment (#).")
        if not self._allows_private and not _is_port_allowed(parts.port):
            raise ValidationFailed(FIELD, "The port must be 443, or 1024 and above.")
        if not self._may_name(parts.hostname or ""):
            raise ValidationFailed(FIELD, "The address must be a public one.")

    def is_allowed(self, address: str) -> bool:
        """Whether this IP address may be connected to."""
        try:
            return self._allows_private or is_public(ip_address(address))
        except ValueError:
            return False

    def _may_name(self, host: str) -> bool:
        """Whether it is an address that is allowed, or a name: what that means comes later."""
        if self._allows_private:
            return True
        try:
            return is_public(ip_address(host))
        except ValueError:
            return host != "localhost" and not host.endswith(".localhost")


def _split(url: str) -> SplitResult:
    if len(url) > MAX_LENGTH:
        raise ValidationFailed(FIELD, f"The address must have at most {MAX_LENGTH} characters.")
    if not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise ValidationFailed(
            FIELD, "The address must be of ASCII characters: write a name in its xn-- form."
        )
    try:
        parts = urlsplit(url)
        is_complete = bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_complete = False
    if not is_complete:
        raise ValidationFailed(FIELD, "This is not an address such as https://example.com/hooks.")
    return parts


def _is_port_allowed(port: int | None) -> bool:
    return port is None or port == HTTPS_PORT or port >= FIRST_FREE_PORT
