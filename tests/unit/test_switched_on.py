"""Which payment providers there are."""

from pydantic import SecretStr

from src.infrastructure.payments.manual import ManualPayments
from src.infrastructure.payments.stripe import StripePayments
from src.infrastructure.payments.switched_on import switched_on
from tests.payments import ScriptedProvider

FAKE = ScriptedProvider("fake")


def test_first_name_is_the_default_and_the_others_are_off() -> None:
    providers = switched_on(("manual",), FAKE, None, None)
    assert providers.default == "manual"
    assert providers.by_name.keys() == {"manual"}
    assert isinstance(providers.by_name["manual"], ManualPayments)


def test_stripe_comes_with_its_keys() -> None:
    names = ("stripe", "fake", "manual")
    providers = switched_on(names, FAKE, SecretStr("sk_test_1"), SecretStr("whsec_1"))
    assert (providers.default, tuple(providers.by_name)) == ("stripe", names)
    assert isinstance(providers.by_name["stripe"], StripePayments)
    assert providers.by_name["fake"] is FAKE
    assert all(name == provider.name for name, provider in providers.by_name.items())
