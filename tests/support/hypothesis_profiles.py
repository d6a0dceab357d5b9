"""How much Hypothesis tries: little by default, more with HYPOTHESIS_PROFILE=thorough.

No profile has a deadline for an example: on a busy machine any can take long.
"""

import os

from hypothesis import settings

QUICK, THOROUGH = "quick", "thorough"

settings.register_profile(QUICK, max_examples=100, deadline=None)
settings.register_profile(THOROUGH, max_examples=1000, deadline=None)


def load_profile() -> None:
    """Take the profile that the environment names."""
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", QUICK))


def is_thorough() -> bool:
    """Whether this run may take its time."""
    return settings.get_current_profile_name() == THOROUGH
