"""How much Hypothesis tries: little by default, more in a thorough run.

No profile has a deadline for an example: on a busy machine any can take long.
"""

from hypothesis import settings

from tests.support.thorough import IS_THOROUGH

QUICK, THOROUGH = "quick", "thorough"

settings.register_profile(QUICK, max_examples=100, deadline=None)
settings.register_profile(THOROUGH, max_examples=1000, deadline=None)


def load_profile() -> None:
    """Take the profile of this run."""
    settings.load_profile(THOROUGH if IS_THOROUGH else QUICK)
