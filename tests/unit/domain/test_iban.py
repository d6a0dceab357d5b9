"""IBANs as the registry of ISO 13616 prints them, and with a typing error."""

import pytest

from src.domain.errors import ValidationFailed
from src.domain.shared.iban import printed_iban, require_iban

EXAMPLES = (
    "DE89 3704 0044 0532 0130 00",
    # python-stdnum 2.2 knows no bank 539: see findings/python-stdnum-iban-of-the-registry.sh.
    "BE68 5390 0754 7034",
    "GB29 NWBK 6016 1331 9268 19",
    "FR14 2004 1010 0505 0001 3M02 606",
)


@pytest.mark.parametrize("printed", EXAMPLES)
def test_example_of_the_registry_is_accepted_and_printed_like_there(printed: str) -> None:
    number = require_iban(printed.lower(), field="body.iban")
    assert number == printed.replace(" ", "")
    assert printed_iban(number) == printed


@pytest.mark.parametrize("printed", EXAMPLES)
@pytest.mark.parametrize("place", [2, 3, -1])
def test_one_wrong_digit_is_found(printed: str, place: int) -> None:
    letters = list(printed.replace(" ", ""))
    letters[place] = str((int(letters[place]) + 1) % 10)
    with pytest.raises(ValidationFailed, match="no IBAN"):
        require_iban("".join(letters), field="body.iban")
