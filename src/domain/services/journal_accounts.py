"""Which accounts a journal is booked on: those of the charts SKR 03 and SKR 04, or others.

General accounts have as many digits as the client's books say, personal accounts (of debtors and
creditors) one more.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

from src.domain.entities.invoice import TaxCategory
from src.domain.errors import ValidationFailed
from src.domain.shared.country import COUNTRIES

SHORTEST, LONGEST = 4, 8
"""The number of digits that general accounts can have."""


class Chart(StrEnum):
    """A standard chart of accounts."""

    SKR03 = "03"
    SKR04 = "04"


class Account(StrEnum):
    """What an account is for, other than the revenue at a rate.

    `clearing` is what providers hold, `stripe` and `fake` where that is apart; `manual` what was
    paid to the seller without a provider, `platform` what the holder of the providers' accounts
    owes the seller, `organizers` what the holder owes others. `commission` is what a seller pays
    for the sale, `commission_revenue` what the holder keeps.
    """

    DEBTORS = "debtors"
    CLEARING = "clearing"
    STRIPE = "stripe"
    FAKE = "fake"
    MANUAL = "manual"
    PLATFORM = "platform"
    ORGANIZERS = "organizers"
    BANK = "bank"
    PROVIDER_FEES = "provider_fees"
    COMMISSION = "commission"
    COMMISSION_REVENUE = "commission_revenue"
    UNAPPLIED = "unapplied"
    DISPUTED = "disputed"
    EXCHANGE = "exchange"


# Geldtransit twice; Bank twice; Nebenkosten des Geldverkehrs; Verkaufsprovisionen;
# Provisionsumsätze; sonstige Verbindlichkeiten; sonstige Vermögensgegenstände; durchlaufende
# Posten.
GENERAL: Mapping[Chart, Mapping[str, str]] = {
    Chart.SKR03: {
        Account.CLEARING: "1360",
        Account.PLATFORM: "1360",
        Account.MANUAL: "1200",
        Account.BANK: "1200",
        Account.PROVIDER_FEES: "4970",
        Account.COMMISSION: "4760",
        Account.COMMISSION_REVENUE: "8510",
        Account.UNAPPLIED: "1700",
        Account.DISPUTED: "1500",
        Account.EXCHANGE: "1590",
    },
    Chart.SKR04: {
        Account.CLEARING: "1460",
        Account.PLATFORM: "1460",
        Account.MANUAL: "1800",
        Account.BANK: "1800",
        Account.PROVIDER_FEES: "6855",
        Account.COMMISSION: "6770",
        Account.COMMISSION_REVENUE: "4560",
        Account.UNAPPLIED: "3500",
        Account.DISPUTED: "1300",
        Account.EXCHANGE: "1370",
    },
}
PERSONAL: Mapping[str, str] = {Account.DEBTORS: "10000", Account.ORGANIZERS: "70000"}
"""The first debtor and the first creditor, for all of them together."""

REVENUE: Mapping[Chart, Mapping[str, str]] = {
    Chart.SKR03: {
        "19": "8400",
        "7": "8300",
        "0": "8100",
        TaxCategory.SMALL_BUSINESS.value: "8195",
        TaxCategory.REVERSE_CHARGE.value: "8336",
    },
    Chart.SKR04: {
        "19": "4400",
        "7": "4300",
        "0": "4100",
        TaxCategory.SMALL_BUSINESS.value: "4185",
        TaxCategory.REVERSE_CHARGE.value: "4336",
    },
}
"""By rate in per cent, or by why there is none: the accounts that know the tax by themselves, those
of supplies that are exempt, of small businesses, and of services to businesses in the Union."""

RELIEFS = (TaxCategory.SMALL_BUSINESS.value, TaxCategory.REVERSE_CHARGE.value)
MONEY = (
    *(Account.CLEARING, Account.STRIPE, Account.FAKE, Account.MANUAL, Account.PLATFORM),
    Account.ORGANIZERS,
)
"""Where money is; what it is for is on another account in each line."""

RATE = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")
FIELD = "query.accounts"


def key_of(category: TaxCategory, rate: Decimal, abroad: str | None = None) -> str:
    """What an account is chosen by: the rate, such as `19`, or why there is none.

    What is sold in another country than the seller's has that before it, such as `AT-10`: the
    accounts of charts are for taxes of the seller's own.
    """
    is_rate = category in (TaxCategory.STANDARD, TaxCategory.ZERO)
    key = f"{rate.normalize():f}" if is_rate else category.value
    return f"{abroad}-{key}" if abroad else key


def read_accounts(said: str) -> dict[str, str]:
    """The accounts of what is written like `16=8405, bank=1210`. Raises ValidationFailed."""
    accounts: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in said.split(","))):
        key, sign, account = (part.strip() for part in pair.partition("="))
        if not (key and sign and account):
            message = "Write accounts like 19=8400, reverse_charge=8336, bank=1210."
            raise ValidationFailed(FIELD, message)
        key = _known(key)
        if key in accounts:
            raise ValidationFailed(FIELD, f"Two accounts are given for {key}: leave one of them.")
        accounts[key] = account
    return accounts


def account_of(key: str, chart: Chart, length: int, given: Mapping[str, str]) -> str | None:
    """The number of the account that is given, or of the chart; None if there is none.

    `key` is a rate, a relief or an `Account`; those of a provider are `clearing` by default.
    """
    if key in given:
        return given[key]
    if key in (Account.STRIPE, Account.FAKE):
        return account_of(Account.CLEARING, chart, length, given)
    if key in PERSONAL:
        return PERSONAL[key].ljust(length + 1, "0")
    known = REVENUE[chart].get(key) or GENERAL[chart].get(key)
    return known.ljust(length, "0") if known else None


def check_accounts(chart: Chart, length: int, given: Mapping[str, str]) -> None:
    """Raise ValidationFailed for accounts that no books with this length have."""
    for key, number in given.items():
        _check_number(key, number, length)
    number_of = {
        key: account_of(key, chart, length, given) for key in (*Account, *REVENUE[chart], *given)
    }
    for name in MONEY:
        for other, known in number_of.items():
            # What was paid to the seller's own bank account may well be booked there.
            is_apart = other in MONEY or {name, other} == {Account.MANUAL, Account.BANK}
            if known == number_of[name] and not is_apart:
                message = f"{name} and {other} have the same account, {known}: give each its own."
                raise ValidationFailed(FIELD, message)


def _known(key: str) -> str:
    """The key as it is looked up. Raises ValidationFailed for one that means nothing."""
    if key in RELIEFS or key in set(Account):
        return key
    country, dash, rest = key.partition("-")
    if dash and country in COUNTRIES and (rest in RELIEFS or RATE.fullmatch(rest)):
        return f"{country}-{_known(rest)}"
    if RATE.fullmatch(key) and Decimal(key) <= 100:
        return key_of(TaxCategory.STANDARD, Decimal(key))
    names = ", ".join((*RELIEFS, *Account))
    message = f"{key} is neither a rate from 0 to 100 per cent nor one of: {names}."
    raise ValidationFailed(FIELD, message)


def _check_number(key: str, number: str, length: int) -> None:
    if not (number.isascii() and number.isdigit() and int(number)):
        raise ValidationFailed(FIELD, f"The account of {key} is a number other than 0.")
    if len(number) == length:
        return
    if key not in MONEY and key != Account.DEBTORS:
        raise ValidationFailed(FIELD, f"The account of {key} has to have {length} digits.")
    if len(number) != length + 1 or number[0] == "0":
        message = (
            f"The account of {key} has to have {length} digits, "
            "or one more if it is a person's, which does not begin with 0."
        )
        raise ValidationFailed(FIELD, message)
