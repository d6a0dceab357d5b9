"""A small Stripe: the endpoints that are used, with its idempotency, its refusals, its signatures.

Built from its API reference; what a test wants to happen is a method or an attribute.
"""

import hmac
import json
import time
from collections.abc import Mapping
from hashlib import sha256
from itertools import count
from typing import Any

import httpx
import stripe
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.support.stripe_balance import StripeBalance
from tests.support.stripe_sessions import Refusal, StripeSessions

SMALLEST = 50
"""The smallest amount that is charged, in the units of most currencies."""

OPENED = 1_900_000_000
"""When disputes are opened, in Unix seconds."""

DISPUTE_FEE = 1500

API_KEY = "sk_test_of_the_small_stripe"
WEBHOOK_SECRET = "whsec_of_the_small_stripe"
OWN_URL = "https://tickets.example"
UNCANCELABLE = ("succeeded", "canceled", "processing")
Json = dict[str, Any]


class StripeServer:
    """Its records are `intents`, `refunds` and `disputes`, by id, and an `account`.

    `requests` are methods and paths.
    """

    def __init__(self) -> None:
        self.intents: dict[str, Json] = {}
        self.refunds: dict[str, Json] = {}
        self.disputes: dict[str, Json] = {}
        self.account = StripeBalance()
        self.sessions: dict[str, Json] = {}
        self.page_size = 100
        self.refund_status = "succeeded"
        self.smallest = SMALLEST
        self.requests: list[str] = []
        self.failures: list[int | Exception] = []
        self._answers: dict[str, tuple[str, Json, int, Json]] = {}
        self._numbers = count(1)
        routes = [
            Route("/v1/payment_intents", self._serve, methods=["POST"]),
            Route("/v1/payment_intents/search", self._serve),
            Route("/v1/payment_intents/{id}", self._serve),
            Route("/v1/payment_intents/{id}/cancel", self._serve, methods=["POST"]),
            Route("/v1/checkout/sessions", self._serve, methods=["GET", "POST"]),
            Route("/v1/checkout/sessions/{id}", self._serve),
            Route("/v1/checkout/sessions/{id}/expire", self._serve, methods=["POST"]),
            Route("/v1/refunds", self._serve, methods=["GET", "POST"]),
            Route("/v1/refunds/{id}", self._serve),
            Route("/v1/disputes", self._serve),
            Route("/v1/disputes/{id}", self._serve),
            Route("/v1/balance_transactions", self._serve),
            Route("/v1/payouts", self._serve),
            Route("/v1/payouts/{id}", self._serve),
            Route("/v1/balance", self._serve),
        ]
        self._app = Starlette(routes=routes)

    def http_client(self) -> stripe.HTTPXClient:
        """The SDK's own HTTP client, connected to this server, that retries without a pause."""
        client = stripe.HTTPXClient(timeout=10)
        client.INITIAL_DELAY = client.MAX_DELAY = 0
        client._client_async = httpx.AsyncClient(transport=httpx.ASGITransport(self._app))
        return client

    def pay(self, intent_id: str) -> None:
        intent = self.intents[intent_id]
        intent |= {"status": "succeeded", "amount_received": intent["amount"]}
        intent["last_payment_error"] = None
        charge = {
            "id": f"ch_{next(self._numbers)}",
            "object": "charge",
            "amount": intent["amount"],
            "amount_refunded": 0,
            "currency": intent["currency"],
            "payment_intent": intent_id,
        }
        intent["latest_charge"] = charge
        self.account.charge(charge)

    def dispute(self, intent_id: str, status: str = "needs_response") -> Json:
        """The payer's bank asks for the money; Stripe withdraws it unless it only asks."""
        intent = self.intents[intent_id]
        number, amount = next(self._numbers), intent["amount"]
        dispute = {
            "id": f"dp_{number}",
            "object": "dispute",
            "amount": amount,
            "balance_transactions": [],
            "charge": intent["latest_charge"]["id"],
            "created": OPENED,
            "currency": intent["currency"],
            "evidence_details": {"due_by": OPENED + 7 * 24 * 60 * 60, "has_evidence": False},
            "payment_intent": intent_id,
            "reason": "product_not_received",
            "status": status,
        }
        self.disputes[dispute["id"]] = dispute
        if status.startswith("warning") or status == "prevented":
            return dispute
        self._move_dispute(dispute, -amount, "dispute")
        if status == "won":
            self._move_dispute(dispute, amount, "dispute_reversal")
        return dispute

    def win(self, dispute: Json) -> None:
        """The bank gives the money back, but not the fee."""
        dispute["status"] = "won"
        self._move_dispute(dispute, dispute["amount"], "dispute_reversal")

    def _move_dispute(self, dispute: Json, amount: int, category: str) -> None:
        fee = DISPUTE_FEE if amount < 0 else 0
        source = {name: value for name, value in dispute.items() if name != "balance_transactions"}
        moved = self.account.move(
            "adjustment", amount, dispute["currency"], source, fee=fee, category=category
        )
        fields = ("id", "amount", "currency", "fee", "net")
        dispute["balance_transactions"].append({name: moved[name] for name in fields})

    def refund_outside(self, intent_id: str, amount: int) -> Json:
        """Somebody refunds so much in Stripe's dashboard."""
        return self._create_refund({"payment_intent": intent_id, "amount": str(amount)})

    def lose(self, dispute: Json) -> None:
        """The bank decides for the buyer, who has the money already."""
        dispute["status"] = "lost"

    def return_refund(self, refund_id: str) -> None:
        """The bank sends a refund back, days after it succeeded."""
        refund = self.refunds[refund_id]
        refund["status"] = "failed"
        self.intents[refund["payment_intent"]]["latest_charge"]["amount_refunded"] -= refund[
            "amount"
        ]
        self.account.move("refund_failure", refund["amount"], refund["currency"], refund)

    def forget_keys(self) -> None:
        """A day goes by: idempotency keys are forgotten."""
        self._answers.clear()

    def check_out(self, session_id: str, *, how: str = "card") -> Json:
        """The payer pays on Stripe's page: at once, or with a debit that takes days."""
        session = self.sessions[session_id]
        sessions = StripeSessions(self.sessions, self.intents)
        intent_id = sessions.complete(session_id, next(self._numbers))
        if how == "card":
            self.pay(intent_id)
            session["payment_status"] = "paid"
        return session

    def settle_debit(self, session_id: str, *, is_paid: bool) -> Json:
        """Days later the payer's bank pays, or does not."""
        session = self.sessions[session_id]
        intent = self.intents[session["payment_intent"]]
        if is_paid:
            self.pay(intent["id"])
            session["payment_status"] = "paid"
        else:
            why = {"code": "payment_method_debit_failed", "message": "The account has no cover."}
            intent |= {"status": "requires_payment_method", "last_payment_error": why}
        return session

    def decline(self, intent_id: str) -> None:
        self.intents[intent_id] |= {
            "status": "requires_payment_method",
            "last_payment_error": {"code": "card_declined", "message": "Your card was declined."},
        }

    def webhook(self, kind: str, about: Mapping[str, Any]) -> tuple[bytes, dict[str, str]]:
        """An event: body and headers."""
        shown = dict(about)
        # In events a charge is its id alone.
        if isinstance(shown.get("latest_charge"), dict):
            shown["latest_charge"] = shown["latest_charge"]["id"]
        event = {"id": f"evt_{next(self._numbers)}", "object": "event", "type": kind}
        body = json.dumps({**event, "data": {"object": shown}}).encode()
        return body, sign(body)

    def thin_webhook(self, kind: str, about: Mapping[str, Any]) -> tuple[bytes, dict[str, str]]:
        """An event that only names what it is about: body and headers."""
        named = {"id": about["id"], "type": about["object"], "url": f"/v1/x/{about['id']}"}
        event = {
            "id": f"evt_{next(self._numbers)}",
            "object": "v2.core.event",
            "type": f"v1.{kind}",
            "created": "2030-05-01T12:00:00.000Z",
            "livemode": False,
            "related_object": named,
        }
        body = json.dumps(event).encode()
        return body, sign(body)

    async def _serve(self, request: Request) -> Response:
        self.requests.append(f"{request.method} {request.url.path}")
        if self.failures:
            failure = self.failures.pop(0)
            if isinstance(failure, Exception):
                raise failure
            return JSONResponse({"error": {"type": "api_error", "message": "Broken"}}, failure)
        params: Json = dict(request.query_params)
        if request.method == "POST":
            params = {name: str(value) for name, value in (await request.form()).items()}
        try:
            return self._answer_once(request, params)
        except Refusal as refusal:
            error = {"type": "invalid_request_error", **refusal.error}
            return JSONResponse({"error": error}, refusal.status)

    def _answer_once(self, request: Request, params: Json) -> Response:
        if request.headers.get("authorization") != f"Bearer {API_KEY}":
            raise Refusal(401, message="Invalid API Key provided")
        key = request.headers.get("idempotency-key")
        known = self._answers.get(key) if key and request.method == "POST" else None
        if known is not None:
            path, before, status, body = known
            if (path, before) != (request.url.path, params):
                raise Refusal(400, type="idempotency_error", message="Keys for other parameters")
            return JSONResponse(body, status, {"Idempotent-Replayed": "true"})
        body = self._answer(request, params)
        if key is not None:
            self._answers[key] = (request.url.path, params, 200, json.loads(json.dumps(body)))
        return JSONResponse(body)

    def _answer(self, request: Request, params: Json) -> Json:
        path = request.url.path.removeprefix("/v1/")
        thing_id = request.path_params.get("id", "")
        if path.startswith("checkout/sessions"):
            is_new = request.method == "POST"
            checkout = StripeSessions(self.sessions, self.intents)
            if path.endswith("/expire"):
                return checkout.expire(thing_id)
            if thing_id:
                return checkout.shown(thing_id, params)
            if is_new:
                return checkout.create(params, next(self._numbers))
            return self._page([*self.sessions.values()], params, "/v1/checkout/sessions")
        if path == "payment_intents":
            return self._create_intent(params)
        if path == "payment_intents/search":
            return self._search(params)
        if path == "refunds":
            is_new = request.method == "POST"
            return self._create_refund(params) if is_new else self._list_refunds(params)
        if path == "disputes":
            return self._page([*self.disputes.values()], params, "/v1/disputes")
        if path == "balance_transactions":
            return self._page(self.account.listed(params), params, "/v1/balance_transactions")
        if path == "payouts":
            return self._page(self.account.payouts, params, "/v1/payouts")
        if path == "balance":
            return self.account.held()
        records = {
            "payment_intents": self.intents,
            "disputes": self.disputes,
            "payouts": {payout["id"]: payout for payout in self.account.payouts},
        }.get(path.partition("/")[0], self.refunds)
        if thing_id not in records:
            raise Refusal(404, code="resource_missing", param="id", message=f"No such {thing_id}")
        thing = records[thing_id]
        if path.endswith("/cancel"):
            if thing["status"] in UNCANCELABLE:
                message = "You cannot cancel this PaymentIntent because of its status."
                raise Refusal(400, code="payment_intent_unexpected_state", message=message)
            thing["status"] = "canceled"
        return _shown(thing, params)

    def _create_intent(self, params: Json) -> Json:
        if int(params["amount"]) < self.smallest:
            message = "Amount must be at least 0.50"
            raise Refusal(400, code="amount_too_small", param="amount", message=message)
        number = next(self._numbers)
        intent = {
            "id": f"pi_{number}",
            "object": "payment_intent",
            "client_secret": f"pi_{number}_secret_{number}",
            "amount": int(params["amount"]),
            "amount_received": 0,
            "currency": params["currency"],
            "status": "requires_payment_method",
            "last_payment_error": None,
            "latest_charge": None,
            "metadata": _metadata(params),
            "automatic_payment_methods": params["automatic_payment_methods[enabled]"],
        }
        self.intents[intent["id"]] = intent
        return _shown(intent, params)

    def _search(self, params: Json) -> Json:
        name, _, value = params["query"].replace("'", "").partition(":")
        found = [
            _shown(intent, {"expand[0]": params.get("expand[0]", "").removeprefix("data.")})
            for intent in self.intents.values()
            if f"metadata[{name[9:-1]}]" == name and intent["metadata"].get(name[9:-1]) == value
        ]
        return {"object": "search_result", "data": found, "has_more": False, "url": "/v1/x"}

    def _list_refunds(self, params: Json) -> Json:
        if "payment_intent" not in params:
            return self._page([*self.refunds.values()], params, "/v1/refunds")
        of = params["payment_intent"]
        found = [refund for refund in self.refunds.values() if refund["payment_intent"] == of]
        return {"object": "list", "data": found, "has_more": False, "url": "/v1/refunds"}

    def _page(self, things: list[Json], params: Json, url: str) -> Json:
        """A page of a list, newest first."""
        since = int(params.get("created[gte]", 0))
        found = [thing for thing in reversed(things) if thing["created"] >= since]
        ids = [thing["id"] for thing in found]
        start = ids.index(params["starting_after"]) + 1 if "starting_after" in params else 0
        end = start + self.page_size
        return {
            "object": "list",
            "data": found[start:end],
            "has_more": end < len(found),
            "url": url,
        }

    def _create_refund(self, params: Json) -> Json:
        intent, amount = self.intents[params["payment_intent"]], int(params["amount"])
        charge = intent["latest_charge"]
        if intent["status"] != "succeeded":
            message = "This PaymentIntent does not have a successful charge to refund."
            raise Refusal(400, code="payment_intent_unexpected_state", message=message)
        if any(self._has_taken(dispute, intent) for dispute in self.disputes.values()):
            message = "This charge has been charged back."
            raise Refusal(400, code="charge_disputed", message=message)
        if charge["amount_refunded"] == intent["amount"]:
            raise Refusal(400, code="charge_already_refunded", message="Already refunded.")
        if charge["amount_refunded"] + amount > intent["amount"]:
            message = "Refund amount is greater than unrefunded amount on charge."
            raise Refusal(400, param="amount", message=message)
        refund = {
            "id": f"re_{next(self._numbers)}",
            "object": "refund",
            "amount": amount,
            "currency": intent["currency"],
            "payment_intent": intent["id"],
            "created": int(time.time()),
            "status": self.refund_status,
            "metadata": _metadata(params),
        }
        if self.refund_status != "failed":
            charge["amount_refunded"] += amount
            self.account.move("refund", -amount, refund["currency"], refund)
        self.refunds[refund["id"]] = refund
        return refund

    @staticmethod
    def _has_taken(dispute: Json, intent: Json) -> bool:
        """Whether the bank has the money; of an inquiry, or of what was won, it has none."""
        is_taken = dispute["status"] in ("needs_response", "under_review", "lost")
        return is_taken and dispute["payment_intent"] == intent["id"]


def sign(body: bytes, *, secret: str = WEBHOOK_SECRET, age: int = 0) -> dict[str, str]:
    """The headers of a webhook that was sent `age` seconds ago."""
    seconds = str(int(time.time()) - age)
    digest = hmac.new(secret.encode(), f"{seconds}.".encode() + body, sha256).hexdigest()
    return {"stripe-signature": f"t={seconds},v1={digest}"}


def _metadata(params: Json) -> Json:
    named = {name: value for name, value in params.items() if name.startswith("metadata[")}
    return {name[len("metadata[") : -1]: value for name, value in named.items()}


def _shown(thing: Json, params: Json) -> Json:
    """With its charge whole when that was asked for, else by its id."""
    charge = thing.get("latest_charge")
    is_whole = "latest_charge" in params.values()
    return thing if charge is None or is_whole else {**thing, "latest_charge": charge["id"]}
