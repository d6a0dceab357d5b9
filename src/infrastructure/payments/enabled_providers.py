"""The payment providers that the settings enable."""

from collections.abc import Sequence
from typing import Protocol

from pydantic import SecretStr

from src.application.ports.payments import PaymentProvider, PaymentProviders
from src.application.ports.provider_accounts import ProviderAccount
from src.infrastructure.payments.manual import ManualPayments


class PaymentSettings(Protocol):
    """The settings that are read here: names with the default first, both Stripe keys or neither.

    It exists because of the layer contract: infrastructure must not import `Settings`, which is
    outside the layers.
    """

    @property
    def payment_provider_names(self) -> Sequence[str]: ...

    @property
    def stripe_secret_key(self) -> SecretStr | None: ...

    @property
    def stripe_webhook_secrets(self) -> Sequence[str]: ...

    @property
    def own_url(self) -> str: ...


def enabled_providers(
    settings: PaymentSettings, fake: PaymentProvider, fake_account: ProviderAccount
) -> PaymentProviders:
    """The providers that the settings name."""
    available: dict[str, PaymentProvider] = {"fake": fake, "manual": ManualPayments()}
    accounts: dict[str, ProviderAccount] = {"fake": fake_account}
    key = settings.stripe_secret_key
    if key is not None:
        # Imported on use: the SDK is large.
        from src.infrastructure.payments.stripe import StripePayments
        from src.infrastructure.payments.stripe_account import StripeAccount
        from src.infrastructure.payments.stripe_client import stripe_client

        client = stripe_client(key.get_secret_value())
        available["stripe"] = StripePayments(
            client, settings.stripe_webhook_secrets, settings.own_url
        )
        accounts["stripe"] = StripeAccount(client)
    names = settings.payment_provider_names
    return PaymentProviders(
        {name: available[name] for name in names},
        names[0],
        [accounts[name] for name in names if name in accounts],
    )
