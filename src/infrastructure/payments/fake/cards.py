"""The test cards of the fake payment provider."""

from datetime import timedelta

from src.application.ports.hosted_payments import Card

CARDS = (
    Card(number="4242 4242 4242 4242", meaning="pays"),
    Card(number="4000 0000 0000 0002", meaning="is declined", failure="The card was declined."),
    Card(
        number="4000 0000 0000 9995",
        meaning="has insufficient funds",
        failure="The card has insufficient funds.",
    ),
    Card(
        number="4000 0000 0000 3220",
        meaning="pays only after 10 seconds",
        delay=timedelta(seconds=10),
    ),
)


def card_numbered(number: str) -> Card | None:
    """Return the test card with this number, ignoring spaces."""
    digits = "".join(number.split())
    return next((card for card in CARDS if "".join(card.number.split()) == digits), None)
