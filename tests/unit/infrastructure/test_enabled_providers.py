"""Which payment providers there are."""

from src.infrastructure.clock import utc_now
from src.infrastructure.payments.enabled_providers import enabled_providers
from src.infrastructure.payments.fake.account import FakeAccount
from src.infrastructure.payments.manual import ManualPayments
from src.infrastructure.payments.stripe import StripePayments
from tests.support.database import test_settings
from tests.support.payments import ScriptedProvider

URL = "postgres://nobody@localhost/nothing"
FAKE = ScriptedProvider("fake")
ACCOUNT = FakeAccount(utc_now)


def test_first_name_is_the_default_and_the_others_are_off() -> None:
    providers = enabled_providers(test_settings(URL, payment_providers=("manual",)), FAKE, ACCOUNT)
    assert providers.default == "manual"
    assert providers.by_name.keys() == {"manual"}
    assert isinstance(providers.by_name["manual"], ManualPayments)
    assert not providers.accounts


def test_stripe_comes_with_its_keys() -> None:
    keys = {"stripe_secret_key": "sk_test_1", "stripe_webhook_secret": "whsec_1"}
    providers = enabled_providers(test_settings(URL, **keys), FAKE, ACCOUNT)
    names = ("stripe", "fake", "manual")
    assert (providers.default, tuple(providers.by_name)) == ("stripe", names)
    assert isinstance(providers.by_name["stripe"], StripePayments)
    assert providers.by_name["fake"] is FAKE
    assert all(name == provider.name for name, provider in providers.by_name.items())
    assert [account.name for account in providers.accounts] == ["stripe", "fake"]
