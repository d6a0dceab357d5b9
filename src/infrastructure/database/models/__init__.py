"""The tables as Tortoise models: only columns; constraints and triggers are in the migrations."""

from src.infrastructure.database.models.booking import BookingModel
from src.infrastructure.database.models.door import CheckInModel, GateModel
from src.infrastructure.database.models.event import EventModel, EventPosterModel, EventScannerModel
from src.infrastructure.database.models.fake_payment import (
    FakeDisputeModel,
    FakeMovementModel,
    FakePaymentModel,
    FakePayoutModel,
    FakeRefundModel,
)
from src.infrastructure.database.models.invoice import (
    InvoiceCounterModel,
    InvoiceModel,
    InvoiceMovementModel,
    OrderBillingModel,
    SellerModel,
)
from src.infrastructure.database.models.mail import MailingModel, MailModel
from src.infrastructure.database.models.order import (
    CartDiscountModel,
    CartItemModel,
    OrderItemModel,
    OrderModel,
)
from src.infrastructure.database.models.payment import (
    DiscountModel,
    DisputeModel,
    LedgerEntryModel,
    PaymentEventModel,
    RefundedTicketModel,
    TransactionModel,
)
from src.infrastructure.database.models.payout import (
    PayoutModel,
    ProviderBalanceModel,
    ProviderMovementModel,
)
from src.infrastructure.database.models.records import (
    ActivityModel,
    AuditLogModel,
    IdempotencyKeyModel,
    OutboxModel,
)
from src.infrastructure.database.models.settlement import (
    BankAccountModel,
    OrganizerPayoutModel,
    SettlementTermsModel,
)
from src.infrastructure.database.models.ticket import PassDeviceModel, TicketKeyModel, TicketModel
from src.infrastructure.database.models.ticket_type import TicketTypeModel
from src.infrastructure.database.models.transfer import RetiredTicketCodeModel, TransferModel
from src.infrastructure.database.models.user import (
    ApiKeyModel,
    CalendarFeedModel,
    ProviderLogInModel,
    RefreshTokenModel,
    UserModel,
    WebSessionModel,
)
from src.infrastructure.database.models.venue import SeatModel, VenueModel, VenueSectionModel
from src.infrastructure.database.models.webhook import (
    SoldOutEventModel,
    WebhookDeliveryModel,
    WebhookEndpointModel,
)

__all__ = [
    "ActivityModel",
    "ApiKeyModel",
    "AuditLogModel",
    "BankAccountModel",
    "BookingModel",
    "CalendarFeedModel",
    "CartDiscountModel",
    "CartItemModel",
    "CheckInModel",
    "DiscountModel",
    "DisputeModel",
    "EventModel",
    "EventPosterModel",
    "EventScannerModel",
    "FakeDisputeModel",
    "FakeMovementModel",
    "FakePaymentModel",
    "FakePayoutModel",
    "FakeRefundModel",
    "GateModel",
    "IdempotencyKeyModel",
    "InvoiceCounterModel",
    "InvoiceModel",
    "InvoiceMovementModel",
    "LedgerEntryModel",
    "MailModel",
    "MailingModel",
    "OrderBillingModel",
    "OrderItemModel",
    "OrderModel",
    "OrganizerPayoutModel",
    "OutboxModel",
    "PassDeviceModel",
    "PaymentEventModel",
    "PayoutModel",
    "ProviderBalanceModel",
    "ProviderLogInModel",
    "ProviderMovementModel",
    "RefreshTokenModel",
    "RefundedTicketModel",
    "RetiredTicketCodeModel",
    "SeatModel",
    "SellerModel",
    "SettlementTermsModel",
    "SoldOutEventModel",
    "TicketKeyModel",
    "TicketModel",
    "TicketTypeModel",
    "TransactionModel",
    "TransferModel",
    "UserModel",
    "VenueModel",
    "VenueSectionModel",
    "WebSessionModel",
    "WebhookDeliveryModel",
    "WebhookEndpointModel",
]
