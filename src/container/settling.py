"""Payments, refunds, receipts, and the reconciliation of payments with tickets."""

from operator import attrgetter, itemgetter
from typing import Any, cast

from dependency_injector import containers, providers

from src.application.concurrency.for_each import ForEach
from src.application.concurrency.lanes import Lanes
from src.application.settling.complete_orders import CompleteOrders
from src.application.settling.failed_refund import AskAboutRefund
from src.application.settling.outside_refund import RecordOutsideRefund
from src.application.settling.record_batch import RecordBatch
from src.application.settling.record_dispute import RecordDispute
from src.application.settling.record_payment import RecordPayment, SettlePayment
from src.application.settling.record_refund import RecordRefund, SettleRefund
from src.application.settling.refund_cancelled_events import RefundCancelledEvents
from src.application.settling.refund_ordered_booking import RefundOrderedBooking
from src.application.settling.settle_dispute import SettleDispute
from src.application.settling.settle_orders import SettleOrders
from src.application.settling.settle_payout import SettlePayout
from src.application.settling.settle_refunds import SettleRefunds
from src.application.settling.start_batch import StartBatch
from src.application.use_cases.order.get_receipt import GetReceipt
from src.application.use_cases.payment.compare_disputes import CompareDisputes
from src.application.use_cases.payment.compare_refunds import CompareRefunds
from src.application.use_cases.payment.get_refund_progress import GetRefundProgress
from src.application.use_cases.payment.give_up_payment import GiveUpPayment
from src.application.use_cases.payment.handle_webhook import HandleWebhook
from src.application.use_cases.payment.note_transaction import NoteTransaction
from src.application.use_cases.payment.reconcile import Reconcile
from src.application.use_cases.payment.record_paid_out import RecordPaidOut
from src.application.use_cases.payment.refund_payment import RefundPayment
from src.application.use_cases.payment.retry_refund import RetryRefund
from src.application.use_cases.payment.set_manual_payment_status import SetManualPaymentStatus
from src.application.use_cases.payment.start_payment import StartPayment
from src.application.use_cases.payout.follow_accounts import FollowAccounts
from src.application.use_cases.payout.refresh_accounts import RefreshAccounts
from src.container.adapters import Adapters
from src.container.selling import Selling
from src.infrastructure.database.errors import as_refusal
from src.infrastructure.logs import context_of_no_request
from src.infrastructure.metrics.lanes import make_lanes

MAX_PAYMENTS_IN_A_BATCH = 64
MAX_PAYMENTS_WAITING = 10_000


def _lanes(
    adapters: type[Adapters], name: str, run: providers.Provider[Any]
) -> providers.Singleton[Lanes[Any, Any, Any]]:
    return providers.Singleton(
        make_lanes,
        adapters.tracing,
        adapters.lane_metrics,
        name,
        run,
        max_batch=MAX_PAYMENTS_IN_A_BATCH,
        max_waiting=MAX_PAYMENTS_WAITING,
        context=providers.Object(context_of_no_request),
    )


class Settling(containers.DeclarativeContainer):
    """Payments, refunds, receipts, and the reconciliation of payments with tickets."""

    adapters = cast(type[Adapters], providers.DependenciesContainer())
    selling = cast(type[Selling], providers.DependenciesContainer())

    get_receipt = providers.Singleton(
        GetReceipt,
        get_order=selling.get_order,
        orders=adapters.orders,
        transactions=adapters.transactions,
        events=adapters.events,
        ticket_types=adapters.ticket_types,
        users=adapters.users,
        writer=adapters.receipt_writer,
        clock=adapters.clock,
    )
    settle_orders = providers.Singleton(
        SettleOrders,
        unit_of_work=adapters.unit_of_work,
        orders=adapters.orders,
        clock=adapters.clock,
        for_each=providers.Factory(ForEach, "order", int, as_refusal=as_refusal),
    )
    complete_orders = providers.Singleton(
        CompleteOrders,
        unit_of_work=adapters.unit_of_work,
        orders=adapters.orders,
        clock=adapters.clock,
        for_each=providers.Factory(ForEach, "order", int, as_refusal=as_refusal),
    )
    record_batch = providers.Singleton(
        RecordBatch,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
        random_code=adapters.random_code,
    )
    payment_lanes = _lanes(adapters, "payment", record_batch.provided.execute)
    record_payment = providers.Singleton(
        RecordPayment,
        lanes=payment_lanes,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
        random_code=adapters.random_code,
    )
    start_batch = providers.Singleton(
        StartBatch, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    start_payment = providers.Singleton(
        StartPayment,
        lanes=_lanes(adapters, "payment start", start_batch.provided.execute),
        unit_of_work=adapters.unit_of_work,
        orders=adapters.orders,
        transactions=adapters.transactions,
        providers=adapters.payment_providers,
        record_payment=record_payment,
        clock=adapters.clock,
    )
    record_refund = providers.Singleton(
        RecordRefund, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    settle_refund = providers.Singleton(
        SettleRefund,
        transactions=adapters.transactions,
        providers=adapters.payment_providers,
        record_refund=record_refund,
    )
    settle_payment = providers.Singleton(
        SettlePayment, record_payment=record_payment, settle_refund=settle_refund
    )
    give_up_payment = providers.Singleton(
        GiveUpPayment,
        unit_of_work=adapters.unit_of_work,
        orders=adapters.orders,
        transactions=adapters.transactions,
        providers=adapters.payment_providers,
        settle_payment=settle_payment,
        clock=adapters.clock,
        hold_for=adapters.settings.provided.hold_for,
        hold_at_most=adapters.settings.provided.hold_at_most,
    )
    settle_refunds = providers.Singleton(
        SettleRefunds,
        transactions=adapters.transactions,
        settle_refund=settle_refund,
        clock=adapters.clock,
        for_each=providers.Factory(ForEach, "refund", int, as_refusal=as_refusal),
    )
    refund_payment = providers.Singleton(
        RefundPayment,
        unit_of_work=adapters.unit_of_work,
        transactions=adapters.transactions,
        settle_refund=settle_refund,
    )
    ask_about_refund = providers.Singleton(
        AskAboutRefund,
        transactions=adapters.transactions,
        providers=adapters.payment_providers,
        record_refund=record_refund,
    )
    retry_refund = providers.Singleton(
        RetryRefund,
        unit_of_work=adapters.unit_of_work,
        transactions=adapters.transactions,
        ask_about_refund=ask_about_refund,
        settle_refund=settle_refund,
    )
    record_paid_out = providers.Singleton(
        RecordPaidOut,
        unit_of_work=adapters.unit_of_work,
        ask_about_refund=ask_about_refund,
        clock=adapters.clock,
    )
    refund_ordered_booking = providers.Singleton(
        RefundOrderedBooking, unit_of_work=adapters.unit_of_work, settle_refund=settle_refund
    )
    refund_cancelled_events = providers.Singleton(
        RefundCancelledEvents,
        unit_of_work=adapters.unit_of_work,
        bookings=adapters.bookings,
        for_each=providers.Factory(ForEach, "booking", itemgetter(0), as_refusal=as_refusal),
    )
    get_refund_progress = providers.Singleton(
        GetRefundProgress, transactions=adapters.transactions, events=adapters.events
    )
    record_outside_refund = providers.Singleton(
        RecordOutsideRefund, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    record_dispute = providers.Singleton(
        RecordDispute, unit_of_work=adapters.unit_of_work, clock=adapters.clock
    )
    settle_dispute = providers.Singleton(
        SettleDispute,
        transactions=adapters.transactions,
        providers=adapters.payment_providers,
        record_dispute=record_dispute,
    )
    settle_payout = providers.Singleton(
        SettlePayout, providers=adapters.payment_providers, unit_of_work=adapters.unit_of_work
    )
    handle_webhook = providers.Singleton(
        HandleWebhook,
        transactions=adapters.transactions,
        providers=adapters.payment_providers,
        settle_payment=settle_payment,
        record_refund=record_refund,
        record_outside_refund=record_outside_refund,
        settle_dispute=settle_dispute,
        settle_payout=settle_payout,
    )
    note_transaction = providers.Singleton(NoteTransaction, unit_of_work=adapters.unit_of_work)
    set_manual_payment_status = providers.Singleton(
        SetManualPaymentStatus,
        transactions=adapters.transactions,
        orders=adapters.orders,
        events=adapters.events,
        record_payment=record_payment,
        record_refund=record_refund,
    )
    compare_refunds = providers.Singleton(
        CompareRefunds,
        transactions=adapters.transactions,
        providers=adapters.payment_providers,
        record_refund=record_refund,
        record_outside=record_outside_refund,
        clock=adapters.clock,
        for_each=providers.Factory(ForEach, "refund", attrgetter("id"), as_refusal=as_refusal),
    )
    compare_disputes = providers.Singleton(
        CompareDisputes,
        disputes=adapters.disputes,
        transactions=adapters.transactions,
        providers=adapters.payment_providers,
        settle_dispute=settle_dispute,
        clock=adapters.clock,
        for_each=providers.Factory(ForEach, "payment", attrgetter("id"), as_refusal=as_refusal),
    )
    follow_accounts = providers.Singleton(
        FollowAccounts,
        providers=adapters.payment_providers,
        unit_of_work=adapters.unit_of_work,
        clock=adapters.clock,
    )
    refresh_accounts = providers.Singleton(
        RefreshAccounts, follow_accounts=follow_accounts, payouts=adapters.payout_reader
    )
    reconcile = providers.Singleton(
        Reconcile,
        orders=adapters.orders,
        transactions=adapters.transactions,
        discrepancies=adapters.discrepancies,
        providers=adapters.payment_providers,
        settle_payment=settle_payment,
        settle_refund=settle_refund,
        compare_refunds=compare_refunds,
        compare_disputes=compare_disputes,
        follow_accounts=follow_accounts,
        settle_orders=settle_orders,
        complete_orders=complete_orders,
        refund_events=refund_cancelled_events,
        clock=adapters.clock,
        for_each=providers.Factory(ForEach, "payment", attrgetter("id"), as_refusal=as_refusal),
    )
