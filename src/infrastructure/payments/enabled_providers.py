"""The payment providers that the settings enable."""

from collections.abc import Sequence
from typing import Protocol

from pydantic import SecretStr

from src.application.ports.payments import PaymentProvider, PaymentProviders
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
    def stripe_webhook_secret(self) -> SecretStr | None: ...


def enabled_providers(settings: PaymentSettings, fake: PaymentProvider) -> PaymentProviders:
    """The providers that the settings name."""
    available: dict[str, PaymentProvider] = {"fake": fake, "manual": ManualPayments()}
    key, webhook_secret = settings.stripe_secret_key, settings.stripe_webhook_secret
    if key is not None and webhook_secret is not None:
        # Imported on use: the SDK is large.
        from src.infrastructure.payments.stripe import StripePayments

        available["stripe"] = StripePayments(
            key.get_secret_value(), webhook_secret.get_secret_value()
        )
    names = settings.payment_provider_names
    return PaymentProviders({name: available[name] for name in names}, names[0])
