"""Checkout Sessions of the small Stripe: its own payment page."""

import time
from typing import Any

Json = dict[str, Any]

SHORTEST, LONGEST = 30 * 60, 24 * 60 * 60


class Refusal(Exception):
    """An error answer."""

    def __init__(self, status: int, **error: str) -> None:
        self.status = status
        self.error = error


class StripeSessions:
    """What is done with sessions; their PaymentIntents come with the first attempt to pay."""

    def __init__(self, sessions: dict[str, Json], intents: dict[str, Json]) -> None:
        self._sessions = sessions
        self._intents = intents

    def create(self, params: Json, number: int) -> Json:
        now, expires_at = int(time.time()), int(params["expires_at"])
        if not now + SHORTEST <= expires_at <= now + LONGEST:
            message = "`expires_at` must be 30 minutes to 24 hours from now."
            raise Refusal(400, param="expires_at", message=message)
        if not params["success_url"].startswith(("https://", "http://")):
            raise Refusal(400, code="url_invalid", param="success_url", message="Not a valid URL")
        price = "line_items[0][price_data]"
        session = {
            "id": f"cs_{number}",
            "object": "checkout.session",
            "amount_total": int(params[f"{price}[unit_amount]"]),
            "client_reference_id": params["client_reference_id"],
            "created": now,
            "currency": params[f"{price}[currency]"],
            "expires_at": expires_at,
            "metadata": _below("metadata", params),
            "mode": params["mode"],
            "payment_intent": None,
            "payment_status": "unpaid",
            "status": "open",
            "success_url": params["success_url"],
            "cancel_url": params["cancel_url"],
            "url": f"https://checkout.stripe.test/c/pay/cs_{number}",
        }
        self._sessions[session["id"]] = session
        return session

    def shown(self, session_id: str, params: Json) -> Json:
        """With its PaymentIntent whole where that was asked for."""
        session = self._get(session_id)
        is_whole = any(str(value).startswith("payment_intent") for value in params.values())
        intent = self._intents.get(session["payment_intent"] or "")
        return {**session, "payment_intent": intent} if is_whole and intent else session

    def complete(self, session_id: str, number: int) -> str:
        """The payer has given all that is asked for; the id of the new PaymentIntent."""
        session = self._get(session_id)
        assert session["status"] == "open", "Nobody can pay there any more."
        intent = {
            "id": f"pi_{number}",
            "object": "payment_intent",
            "client_secret": f"pi_{number}_secret_{number}",
            "amount": session["amount_total"],
            "amount_received": 0,
            "currency": session["currency"],
            "status": "processing",
            "last_payment_error": None,
            "latest_charge": None,
            "metadata": session["metadata"],
        }
        self._intents[str(intent["id"])] = intent
        session |= {"status": "complete", "payment_intent": intent["id"], "url": None}
        return str(intent["id"])

    def expire(self, session_id: str) -> Json:
        session = self._get(session_id)
        if session["status"] != "open":
            message = 'Only Checkout Sessions with a status in ["open"] can be expired.'
            raise Refusal(400, message=message)
        session |= {"status": "expired", "url": None}
        return session

    def _get(self, session_id: str) -> Json:
        if session_id not in self._sessions:
            message = f"No such checkout.session: {session_id}"
            raise Refusal(404, code="resource_missing", param="session", message=message)
        return self._sessions[session_id]


def _below(name: str, params: Json) -> Json:
    start = f"{name}["
    found = {key: value for key, value in params.items() if key.startswith(start)}
    return {key[len(start) : -1]: value for key, value in found.items()}
