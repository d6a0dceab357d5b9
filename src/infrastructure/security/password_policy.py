"""Refusal of passwords that are easy to guess."""

import string
import sys

from src.domain.entities.user import User
from src.domain.errors import ValidationFailed

SHORTEST_WORD = 4
AROUND = string.digits + string.punctuation + string.whitespace


def _common_passwords() -> str:
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return "\n".join(["", *FREQUENCY_LISTS["passwords"], ""])


def _unload_library() -> None:
    """Its lists of names and words in many orders take 11 MiB."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "zxcvbn"]:
        del sys.modules[name]


COMMON = _common_passwords()
"""The 30,000 most frequent passwords of published leaks, in lower case, each between two line ends.

One text, which takes a tenth of a set's memory.
"""

_unload_library()


class CommonPasswords:
    """Implements `PasswordPolicy`: refuses common passwords and the user's own data.

    `shop_name` is refused for all users.
    """

    def __init__(self, shop_name: str) -> None:
        self._shop_name = shop_name

    def require_hard_to_guess(self, password: str, user: User) -> None:
        folded = password.casefold()
        if _is_common(folded):
            self._refuse("This password is one of the most common ones. Choose another.")
        if folded.strip(AROUND) in self._known_words(user) or folded == (user.phone or ""):
            self._refuse("This password contains your own name or contact. Choose another.")

    def _known_words(self, user: User) -> set[str]:
        """Return the user's names and addresses, whole, without spaces, and word by word."""
        texts = [user.name, user.full_name, user.username, user.email, self._shop_name]
        words = set()
        for text in filter(None, texts):
            folded = text.casefold()
            words |= {folded, folded.replace(" ", ""), *folded.split(), folded.partition("@")[0]}
        stripped = {word.strip(AROUND) for word in words}
        return {word for word in stripped if len(word) >= SHORTEST_WORD}

    def _refuse(self, message: str) -> None:
        raise ValidationFailed("body.password", message, reason="password_easy_to_guess")


def _is_common(folded: str) -> bool:
    return "\n" not in folded and f"\n{folded}\n" in COMMON
