"""Which payment providers there are, by the settings."""

from collections.abc import Sequence
from typing import Protocol

from pydantic import SecretStr

from src.application.ports.payments import PaymentProvider, PaymentProviders
from src.infrastructure.payments.manual import ManualPayments


class PaymentSettings(Protocol):
    """Names with the default first; Stripe's keys are both there or neither."""

    @property
    def payment_provider_names(self) -> Sequence[str]: ...

    @property
    def stripe_secret_key(self) -> SecretStr | None: ...

    @property
    def stripe_webhook_secret(self) -> SecretStr | None: ...


def enabled_providers(settings: PaymentSettings, fake: PaymentProvider) -> PaymentProviders:
    """The providers that the settings name."""
    ready: dict[str, PaymentProvider] = {"fake": fake, "manual": ManualPayments()}
    key, webhook_secret = settings.stripe_secret_key, settings.stripe_webhook_secret
    if key is not None and webhook_secret is not None:
        # The SDK is large: only who is paid through it loads it.
        from src.infrastructure.payments.stripe import StripePayments

        ready["stripe"] = StripePayments(key.get_secret_value(), webhook_secret.get_secret_value())
    names = settings.payment_provider_names
    return PaymentProviders({name: ready[name] for name in names}, names[0])
