"""The account of the small Stripe: balance transactions, payouts and the balance."""

from itertools import count
from typing import Any

Json = dict[str, Any]

MOVED = 1_900_000_000
"""When the first movement is, in Unix seconds; each further one is a second later."""

FEE_PER_MILLE = 29
FEE = 30
DAY = 24 * 60 * 60


class StripeBalance:
    """What has moved, newest first in its lists; what a test wants to be paid out is a call."""

    def __init__(self) -> None:
        self.movements: list[Json] = []
        self.payouts: list[Json] = []
        self._numbers = count(1)

    def move(
        self,
        kind: str,
        amount: int,
        currency: str,
        source: Json | None,
        *,
        fee: int = 0,
        category: str | None = None,
        rate: float | None = None,
        settled: tuple[int, str] | None = None,
    ) -> Json:
        """A balance transaction; `settled` is its amount in the currency of the account."""
        units, account = settled or (amount, currency)
        number = next(self._numbers)
        moved = {
            "id": f"txn_{number}",
            "object": "balance_transaction",
            "amount": units,
            "available_on": MOVED + number + 2 * DAY,
            "balance_type": "payments",
            "created": MOVED + number,
            "currency": account,
            "exchange_rate": rate,
            "fee": fee,
            "fee_details": [],
            "net": units - fee,
            "reporting_category": category or kind,
            "source": source,
            "status": "pending",
            "type": kind,
        }
        self.movements.append(moved)
        return moved

    def charge(self, charge: Json) -> Json:
        """The movement of a payment, with its fee."""
        fee = charge["amount"] * FEE_PER_MILLE // 1000 + FEE
        return self.move("charge", charge["amount"], charge["currency"], charge, fee=fee)

    def pay_out(self, currency: str = "usd", *, is_automatic: bool = True) -> Json:
        """Send all that is held to the bank."""
        held = [
            moved
            for moved in self.movements
            if moved["currency"] == currency and "payout" not in moved
        ]
        amount = sum(moved["net"] for moved in held)
        number = next(self._numbers)
        payout = {
            "id": f"po_{number}",
            "object": "payout",
            "amount": amount,
            "arrival_date": MOVED + number + DAY,
            "automatic": is_automatic,
            "created": MOVED + number,
            "currency": currency,
            "failure_message": None,
            "reconciliation_status": "completed" if is_automatic else "not_applicable",
            "status": "paid",
        }
        self.payouts.append(payout)
        own = self.move("payout", -amount, currency, payout)
        payout["balance_transaction"] = own["id"]
        for moved in [*held, own]:
            moved["payout"] = payout["id"] if is_automatic else None
        return payout

    def fail_payout(self, payout: Json) -> None:
        """The bank sends it back."""
        payout |= {"status": "failed", "failure_message": "The bank account is closed."}
        back = self.move("payout_failure", payout["amount"], payout["currency"], payout)
        payout["failure_balance_transaction"] = back["id"]

    def listed(self, params: Json) -> list[Json]:
        """The movements of a list, as Stripe shows them: what is paid out is not said in them."""
        found = [
            moved for moved in self.movements if params.get("payout") in (None, moved.get("payout"))
        ]
        is_whole = "data.source" in params.values()
        return [_shown(moved, is_whole=is_whole) for moved in found]

    def held(self) -> Json:
        """The Balance."""
        sums: dict[str, int] = {}
        for moved in self.movements:
            sums[moved["currency"]] = sums.get(moved["currency"], 0) + moved["net"]
        return {
            "object": "balance",
            "available": [{"amount": 0, "currency": currency} for currency in sums],
            "pending": [{"amount": net, "currency": currency} for currency, net in sums.items()],
        }


def _shown(moved: Json, *, is_whole: bool) -> Json:
    source = moved["source"]
    shown = {name: value for name, value in moved.items() if name != "payout"}
    return shown if is_whole or source is None else {**shown, "source": source["id"]}
