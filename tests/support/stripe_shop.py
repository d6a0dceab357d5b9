"""A shop that sells through the small Stripe: orders, payments and their webhooks over the API."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from src.application.ports.payments import PaymentProvider, PaymentProviders
from src.application.ports.provider_accounts import ProviderAccount
from src.infrastructure.payments.stripe import StripePayments
from src.infrastructure.payments.stripe_account import StripeAccount
from src.infrastructure.payments.stripe_client import stripe_client
from tests.support.api import Api, Person
from tests.support.orders import order_of, start
from tests.support.stripe_server import API_KEY, OWN_URL, WEBHOOK_SECRET, StripeServer

Json = dict[str, Any]


class StripeShop:
    """What buyers, their banks and the seller do, at both ends."""

    def __init__(self, api: Api, server: StripeServer) -> None:
        self.api = api
        self.server = server

    async def pay(self, buyer: Person, event: Json, quantity: int = 2) -> Json:
        """An order that is paid; its payment's JSON."""
        order = await order_of(self.api, buyer, event, quantity=quantity)
        payment = await start(self.api, buyer, order, provider="stripe")
        intent = str(payment["provider_reference"])
        self.server.pay(intent)
        await self.send("payment_intent.succeeded", self.server.intents[intent])
        return payment

    async def send(self, kind: str, about: Json, *, is_thin: bool = False) -> str:
        """Send a webhook; what it led to."""
        make = self.server.thin_webhook if is_thin else self.server.webhook
        body, headers = make(kind, about)
        response = await self.api.client.post(
            "/api/v1/payments/stripe/webhook", content=body, headers=headers
        )
        assert response.status_code == 200, response.text
        return str(response.json()["effect"])

    async def refund(self, payment: Json, admin: Person, amount: str | None = None) -> Json:
        """Refund a part, or all that is left; the refund's JSON."""
        body = {} if amount is None else {"amount": amount}
        response = await self.api.post(f"/transactions/{payment['id']}/refund", admin, body)
        assert response.status_code == 201, response.text
        made: Json = response.json()
        return made

    async def dispute(self, payment: Json) -> Json:
        """The buyer's bank takes the money."""
        made = self.server.dispute(str(payment["provider_reference"]))
        await self.send("charge.dispute.created", made)
        return made

    async def follow(self) -> int:
        """Read the account, as every night."""
        return await self.api.container.settling.follow_accounts().execute()

    async def findings(self, admin: Person) -> list[str]:
        """What the list of discrepancies says."""
        found = await self.api.container.oversight.read_discrepancies().execute(admin.actor)
        return [f"{finding.subject}: {finding.problem}" for finding in found]


@contextmanager
def enabled(api: Api, provider: PaymentProvider, account: ProviderAccount) -> Iterator[None]:
    """Enable a provider in the shared application, with the account there."""
    providers: PaymentProviders = api.container.adapters.payment_providers()
    by_name = cast(dict[str, PaymentProvider], providers.by_name)
    accounts = cast(list[ProviderAccount], providers.accounts)
    by_name[provider.name] = provider
    accounts.append(account)
    try:
        yield
    finally:
        del by_name[provider.name]
        accounts.remove(account)


@contextmanager
def stripe_shop(api: Api) -> Iterator[StripeShop]:
    """Stripe is a provider of the shared application for one test."""
    server = StripeServer()
    client = stripe_client(API_KEY, http_client=server.http_client())
    with enabled(api, StripePayments(client, [WEBHOOK_SECRET], OWN_URL), StripeAccount(client)):
        yield StripeShop(api, server)
