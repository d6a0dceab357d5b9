"""Every kind and state that the pages of organizers and admins show has a word of its own."""

import pytest

from src.domain.entities.mail import MailKind, MailStatus
from src.domain.shared.language import Language
from src.presentation.web.rendering import environment

VALUES = [("mail_kind", kind) for kind in MailKind] + [
    ("mail_status", status) for status in MailStatus
]


@pytest.mark.parametrize(("macro", "value"), VALUES)
def test_value_has_a_word_in_each_language(macro: str, value: MailKind | MailStatus) -> None:
    words = set()
    for language in Language:
        module = environment(language).get_template("sales/words.html").module
        words.add(str(getattr(module, macro)(value.value)))
    assert len(words) == len(Language)
