"""Which payment providers there are, by the settings."""

from collections.abc import Sequence

from pydantic import SecretStr

from src.application.payments import PaymentProvider, PaymentProviders
from src.infrastructure.payments.manual import ManualPayments


def switched_on(
    names: Sequence[str],
    fake: PaymentProvider,
    stripe_secret_key: SecretStr | None,
    stripe_webhook_secret: SecretStr | None,
) -> PaymentProviders:
    """The providers of these names, the default first."""
    ready: dict[str, PaymentProvider] = {"fake": fake, "manual": ManualPayments()}
    if stripe_secret_key is not None and stripe_webhook_secret is not None:
        # The SDK is large: only who is paid through it loads it.
        from src.infrastructure.payments.stripe import StripePayments

        ready["stripe"] = StripePayments(
            stripe_secret_key.get_secret_value(), stripe_webhook_secret.get_secret_value()
        )
    return PaymentProviders({name: ready[name] for name in names}, names[0])
