"""Which addresses are public: what IANA's registries say, and what hides another address."""

from ipaddress import ip_address

import pytest

from src.domain.errors import ValidationFailed
from src.infrastructure.webhooks.addresses import WebhookAddressRules, is_public

RULES = WebhookAddressRules(allows_private=False)
DEVELOPMENT = WebhookAddressRules(allows_private=True)


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "93.184.216.34",
        "172.15.255.255",
        "172.32.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "198.17.255.255",
        "223.255.255.255",
        "2606:2800:220:1:248:1893:25c8:1946",
        "2a00::1",
        "::ffff:93.184.216.34",
        "64:ff9b::5db8:d822",
    ],
)
def test_public_address_is_allowed(address: str) -> None:
    assert is_public(ip_address(address))
    assert RULES.is_allowed(address)


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1"),
        *("127.255.255.255", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8"),
        *("192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255"),
        *("198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1"),
        *("255.255.255.255", "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"),
        *("64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:10::1"),
        *("2001:db8::1", "2002:7f00:1::1", "2002:5db8:d822::1", "3ffe::1", "3fff::1", "4000::1"),
        *("fc00::1", "fd12::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "ff0e::1"),
    ],
)
def test_address_that_is_not_public_is_refused(address: str) -> None:
    assert not is_public(ip_address(address))
    assert not RULES.is_allowed(address)
    assert DEVELOPMENT.is_allowed(address)


def test_what_is_no_address_is_not_connected_to() -> None:
    assert not RULES.is_allowed("receiver.example")


@pytest.mark.parametrize(
    "url",
    [
        "https://receiver.example",
        "https://receiver.example:443/a?b=c%20d",
        "https://receiver.example:1024/",
        "https://xn--bcher-kva.example/",
        "https://93.184.216.34/",
        "https://[2a00::1]:8443/",
    ],
)
def test_address_of_a_receiver_is_accepted(url: str) -> None:
    RULES.check(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1:3000/hooks", "http://localhost/", "http://a:80"])
def test_private_address_is_for_development(url: str) -> None:
    DEVELOPMENT.check(url)
    with pytest.raises(ValidationFailed):
        RULES.check(url)


@pytest.mark.parametrize("url", ["https://u@a.example/", "https://a.example/#", "ws://a.example/"])
def test_development_too_refuses_what_cannot_be_sent(url: str) -> None:
    with pytest.raises(ValidationFailed):
        DEVELOPMENT.check(url)
