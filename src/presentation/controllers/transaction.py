"""Transactions, refunds, and webhooks of payment providers."""

from typing import Annotated

import structlog
from fastapi import APIRouter, Depends, Path, Query, Request, Response

from src.application.concurrency.idempotency import Outcome
from src.application.dtos.sold import TransactionSearch
from src.application.use_cases.payment.get_refund_progress import GetRefundProgress
from src.application.use_cases.payment.give_up_payment import GiveUpPayment
from src.application.use_cases.payment.handle_webhook import HandleWebhook, WebhookEffect
from src.application.use_cases.payment.note_transaction import (
    NoteTransaction,
    NoteTransactionCommand,
)
from src.application.use_cases.payment.read_transactions import (
    GetTransaction,
    ListOrderTransactions,
    ListTransactions,
)
from src.application.use_cases.payment.reconcile import Reconcile
from src.application.use_cases.payment.record_paid_out import PaidOutCommand, RecordPaidOut
from src.application.use_cases.payment.refund_payment import RefundCommand, RefundPayment
from src.application.use_cases.payment.retry_refund import RetryRefund, RetryRefundCommand
from src.application.use_cases.payment.set_manual_payment_status import (
    SetManualPaymentStatus,
    SetManualPaymentStatusCommand,
)
from src.application.use_cases.payment.start_payment import StartPayment, StartPaymentCommand
from src.application.use_cases.sales.export_sold import ExportTransactions
from src.domain.entities.transaction import Transaction
from src.domain.errors import InvalidSignature
from src.domain.repositories.page import PageRequest
from src.presentation.dependencies.authentication import CurrentActor
from src.presentation.dependencies.idempotency import IdempotencyKey, idempotent, replay_header
from src.presentation.dependencies.injection import provided
from src.presentation.dependencies.pagination import by_id, newest_sold
from src.presentation.dependencies.preconditions import expected_version
from src.presentation.dependencies.sold_search import Format, ListFormat, transaction_search
from src.presentation.dependencies.strict_route import StrictRoute, open_to_any_parameter
from src.presentation.openapi import operation
from src.presentation.schemas.fields import PathId
from src.presentation.schemas.transaction import (
    FindingAnswer,
    PaidOutBody,
    PaymentWebhookAnswer,
    RefundBody,
    RefundProgressAnswer,
    StartPaymentBody,
    TransactionAnswer,
    TransactionNoteBody,
    TransactionStatusBody,
)
from src.presentation.utils.csv_stream import stream_responses
from src.presentation.utils.csv_table import CsvResponse
from src.presentation.utils.responses import (
    created,
    location,
    ok,
    paginated,
    resource,
    updated,
    whole_list,
)
from src.presentation.utils.sold_csv import (
    TRANSACTION_EXAMPLE,
    transactions_csv,
)

router = APIRouter(tags=["Transactions"], route_class=StrictRoute)

Export = Annotated[ExportTransactions, provided("export_transactions")]
Wanted = Annotated[TransactionSearch, Depends(transaction_search)]
log = structlog.get_logger()


@router.post(
    "/transactions",
    status_code=201,
    response_model=TransactionAnswer,
    **operation(
        StartPayment,
        "Start the payment of an order",
        "not_found",
        "hold_expired",
        "invalid_state",
        "provider_error",
    ),
)
async def start_payment(
    request: Request,
    body: StartPaymentBody,
    actor: CurrentActor,
    use_case: Annotated[StartPayment, provided("start_payment")],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    known = idempotent(request, actor, idempotency_key, body)
    command = StartPaymentCommand(idempotency=known, **body.model_dump())
    return _created(await use_case.execute(actor, command))


@router.get(
    "/transactions",
    response_model=list[TransactionAnswer],
    **operation(ListTransactions, "List transactions", "forbidden", "not_found"),
)
async def list_transactions(
    request: Request,
    actor: CurrentActor,
    use_case: Annotated[ListTransactions, provided("list_transactions")],
    export: Export,
    wanted: Wanted,
    page: Annotated[PageRequest, Depends(newest_sold)],
    list_format: Format = ListFormat.JSON,
) -> Response:
    if list_format is ListFormat.CSV:
        return transactions_csv(await export.execute(actor, wanted))
    found = await use_case.execute(actor, wanted, page)
    return paginated(request, found, TransactionAnswer.model_validate)


@router.get(
    "/transactions.csv",
    status_code=200,
    response_class=CsvResponse,
    responses=stream_responses(TRANSACTION_EXAMPLE),
    **operation(
        ExportTransactions, "Get transactions (CSV)", "forbidden", "not_found", "unavailable"
    ),
)
async def export_transactions(actor: CurrentActor, use_case: Export, wanted: Wanted) -> Response:
    return transactions_csv(await use_case.execute(actor, wanted))


@router.post(
    "/transactions/reconcile",
    response_model=list[FindingAnswer],
    **operation(Reconcile, "Reconcile payments and tickets", "forbidden"),
)
async def reconcile_transactions(
    actor: CurrentActor,
    use_case: Annotated[Reconcile, provided("reconcile")],
    dry_run: Annotated[
        bool, Query(description="Only report what would be done; change nothing.")
    ] = False,
) -> Response:
    findings = await use_case.execute(actor, is_dry_run=dry_run)
    return whole_list(FindingAnswer.model_validate(finding) for finding in findings)


@router.get(
    "/transactions/order/{order_id}",
    response_model=list[TransactionAnswer],
    **operation(ListOrderTransactions, "List an order's transactions", "not_found"),
)
async def list_order_transactions(
    request: Request,
    order_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[ListOrderTransactions, provided("list_order_transactions")],
    page: Annotated[PageRequest, Depends(by_id)],
) -> Response:
    found = await use_case.execute(actor, order_id, page)
    return paginated(request, found, TransactionAnswer.model_validate)


@router.get(
    "/transactions/{transaction_id}",
    response_model=TransactionAnswer,
    **operation(GetTransaction, "Get a transaction", "not_found", has_etag=True),
)
async def get_transaction(
    request: Request,
    transaction_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetTransaction, provided("get_transaction")],
) -> Response:
    found = await use_case.execute(actor, transaction_id)
    return resource(request, TransactionAnswer.model_validate(found), version=found.version)


@router.put(
    "/transactions/{transaction_id}",
    response_model=TransactionAnswer,
    **operation(
        NoteTransaction, "Set a transaction's note", "forbidden", "not_found", has_etag=True
    ),
)
async def update_transaction(
    transaction_id: PathId,
    body: TransactionNoteBody,
    actor: CurrentActor,
    use_case: Annotated[NoteTransaction, provided("note_transaction")],
    version: Annotated[int | None, Depends(expected_version)],
) -> Response:
    command = NoteTransactionCommand(transaction_id, body.note, version)
    return _updated(await use_case.execute(actor, command))


@router.patch(
    "/transactions/{transaction_id}/status",
    response_model=TransactionAnswer,
    **operation(
        SetManualPaymentStatus,
        "Change a manual transaction's status",
        "forbidden",
        "not_found",
        "invalid_state",
        has_etag=True,
    ),
)
async def set_transaction_status(
    transaction_id: PathId,
    body: TransactionStatusBody,
    actor: CurrentActor,
    use_case: Annotated[SetManualPaymentStatus, provided("set_manual_payment_status")],
) -> Response:
    command = SetManualPaymentStatusCommand(transaction_id, body.status, body.amount_received)
    return _updated(await use_case.execute(actor, command))


@router.post(
    "/transactions/{transaction_id}/cancel",
    response_model=TransactionAnswer,
    **operation(
        GiveUpPayment,
        "Give up a payment",
        "not_found",
        "invalid_state",
        "provider_error",
    ),
)
async def give_up_payment(
    transaction_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GiveUpPayment, provided("give_up_payment")],
) -> Response:
    return ok(TransactionAnswer.model_validate(await use_case.execute(actor, transaction_id)))


@router.post(
    "/transactions/{transaction_id}/refund",
    status_code=201,
    response_model=TransactionAnswer,
    **operation(
        RefundPayment,
        "Refund a payment",
        "forbidden",
        "not_found",
        "invalid_state",
        "refund_exceeds_payment",
    ),
)
async def refund_payment(
    request: Request,
    transaction_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[RefundPayment, provided("refund_payment")],
    body: RefundBody | None = None,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    known = idempotent(request, actor, idempotency_key, body)
    details = (body or RefundBody()).model_dump()
    command = RefundCommand(transaction_id=transaction_id, idempotency=known, **details)
    return _created(await use_case.execute(actor, command))


@router.post(
    "/transactions/{transaction_id}/retry",
    status_code=201,
    response_model=TransactionAnswer,
    **operation(
        RetryRefund,
        "Retry a failed refund",
        "forbidden",
        "not_found",
        "invalid_state",
        "refund_exceeds_payment",
        "provider_error",
    ),
)
async def retry_refund(
    request: Request,
    transaction_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[RetryRefund, provided("retry_refund")],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    known = idempotent(request, actor, idempotency_key)
    command = RetryRefundCommand(refund_id=transaction_id, idempotency=known)
    return _created(await use_case.execute(actor, command))


@router.post(
    "/transactions/{transaction_id}/paid-out",
    status_code=201,
    response_model=TransactionAnswer,
    **operation(
        RecordPaidOut,
        "Record that a failed refund was paid out another way",
        "forbidden",
        "not_found",
        "invalid_state",
        "refund_exceeds_payment",
        "provider_error",
    ),
)
async def record_paid_out(
    request: Request,
    transaction_id: PathId,
    body: PaidOutBody,
    actor: CurrentActor,
    use_case: Annotated[RecordPaidOut, provided("record_paid_out")],
    idempotency_key: IdempotencyKey = None,
) -> Response:
    known = idempotent(request, actor, idempotency_key, body)
    command = PaidOutCommand(refund_id=transaction_id, idempotency=known, **body.model_dump())
    return _created(await use_case.execute(actor, command))


@router.get(
    "/events/{event_id}/refunds",
    response_model=RefundProgressAnswer,
    **operation(GetRefundProgress, "Get refund progress of an event", "forbidden", "not_found"),
)
async def get_refund_progress(
    event_id: PathId,
    actor: CurrentActor,
    use_case: Annotated[GetRefundProgress, provided("get_refund_progress")],
) -> Response:
    progress = await use_case.execute(actor, event_id)
    return ok(RefundProgressAnswer.model_validate(progress))


@router.post(
    "/payments/{provider}/webhook",
    response_model=PaymentWebhookAnswer,
    **operation(
        HandleWebhook, "Handle a payment provider's webhook", "not_found", "invalid_signature"
    ),
)
@open_to_any_parameter
async def receive_payment_webhook(
    request: Request,
    provider: Annotated[str, Path(pattern="^[a-z]{1,40}$")],
    use_case: Annotated[HandleWebhook, provided("handle_webhook")],
) -> Response:
    body = await request.body()
    headers = {name.lower(): value for name, value in request.headers.items()}
    try:
        effect = await use_case.execute(
            provider, body, headers, correlation_id=request.state.correlation_id
        )
    except InvalidSignature:
        log.warning("payment_notice_refused", provider=provider, reason="invalid_signature")
        raise
    if effect in (WebhookEffect.UNKNOWN, WebhookEffect.IGNORED):
        log.warning("payment_notice_without_effect", provider=provider, effect=effect.value)
    return ok(PaymentWebhookAnswer(effect=effect))


def _created(outcome: Outcome[Transaction]) -> Response:
    return created(
        TransactionAnswer.model_validate(outcome.result),
        location("transactions", outcome.result.id),
        headers=replay_header(is_replayed=outcome.is_replayed),
    )


def _updated(transaction: Transaction) -> Response:
    return updated(TransactionAnswer.model_validate(transaction), version=transaction.version)
