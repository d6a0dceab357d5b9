"""How VAT ids are written: they begin with the code of a country, but those of Greece with EL."""

import pytest

from src.domain.errors import ValidationFailed
from src.domain.shared.vat_id import require_vat_id


@pytest.mark.parametrize("vat_id", ["GR123456783", "GR12345678"])
def test_greek_id_that_begins_with_the_code_of_the_country_is_refused(vat_id: str) -> None:
    with pytest.raises(ValidationFailed, match="begins with EL and has nine digits"):
        require_vat_id(vat_id, field="body.vat_id")


@pytest.mark.parametrize("vat_id", ["EL123456783", "XI123456789", "GB123456789"])
def test_prefixes_in_use_are_accepted(vat_id: str) -> None:
    require_vat_id(vat_id, field="body.vat_id")
