"""Contains all the data models used in inputs/outputs"""

from .account_flow_answer import AccountFlowAnswer
from .activity_answer import ActivityAnswer
from .add_seats_body import AddSeatsBody
from .add_to_cart_body import AddToCartBody
from .api_key_answer import ApiKeyAnswer
from .api_key_with_secret_answer import ApiKeyWithSecretAnswer
from .apple_device_body import AppleDeviceBody
from .apply_discount_body import ApplyDiscountBody
from .attendee_answer import AttendeeAnswer
from .audit_entry_answer import AuditEntryAnswer
from .audit_entry_answer_after_type_0 import AuditEntryAnswerAfterType0
from .audit_entry_answer_before_type_0 import AuditEntryAnswerBeforeType0
from .availability_answer import AvailabilityAnswer
from .available_count_answer import AvailableCountAnswer
from .balance_answer import BalanceAnswer
from .bank_account_answer import BankAccountAnswer
from .bank_account_body import BankAccountBody
from .bank_amount_body import BankAmountBody
from .billing_answer import BillingAnswer
from .billing_body import BillingBody
from .book_event_body import BookEventBody
from .book_tickets_body import BookTicketsBody
from .booked_add_on import BookedAddOn
from .booked_amount_answer import BookedAmountAnswer
from .booked_outside_answer import BookedOutsideAnswer
from .booked_ticket import BookedTicket
from .booking_answer import BookingAnswer
from .booking_details_answer import BookingDetailsAnswer
from .booking_message import BookingMessage
from .booking_message_type import BookingMessageType
from .booking_status import BookingStatus
from .booking_status_body import BookingStatusBody
from .calendar_feed_answer import CalendarFeedAnswer
from .cancellation_policy_answer import CancellationPolicyAnswer
from .cancellation_policy_body import CancellationPolicyBody
from .cancellation_preview_answer import CancellationPreviewAnswer
from .cart_item_answer import CartItemAnswer
from .cart_price_answer import CartPriceAnswer
from .cart_total_answer import CartTotalAnswer
from .change_cart_item_body import ChangeCartItemBody
from .chart import Chart
from .check_in_body import CheckInBody
from .check_in_body_direction import CheckInBodyDirection
from .check_in_code_body import CheckInCodeBody
from .check_in_code_body_direction import CheckInCodeBodyDirection
from .code_batch_body import CodeBatchBody
from .complimentary_answer import ComplimentaryAnswer
from .contact_body import ContactBody
from .country_tax_flow_answer import CountryTaxFlowAnswer
from .country_taxes_answer import CountryTaxesAnswer
from .country_taxes_body import CountryTaxesBody
from .create_api_key_body import CreateApiKeyBody
from .create_discount_body import CreateDiscountBody
from .create_event_body import CreateEventBody
from .create_user_body import CreateUserBody
from .create_venue_body import CreateVenueBody
from .create_webhook_body import CreateWebhookBody
from .create_webhook_body_events_item import CreateWebhookBodyEventsItem
from .dashboard_answer import DashboardAnswer
from .delivery_answer import DeliveryAnswer
from .delivery_answer_type import DeliveryAnswerType
from .delivery_status import DeliveryStatus
from .disabled_reason import DisabledReason
from .discount_answer import DiscountAnswer
from .discount_kind import DiscountKind
from .dispute_answer import DisputeAnswer
from .dispute_state import DisputeState
from .dispute_status import DisputeStatus
from .door_event_answer import DoorEventAnswer
from .door_key import DoorKey
from .door_list_answer import DoorListAnswer
from .door_ticket_type import DoorTicketType
from .duplicate_event_body import DuplicateEventBody
from .earlier_scan import EarlierScan
from .earlier_scan_direction import EarlierScanDirection
from .event_answer import EventAnswer
from .event_bookings_answer import EventBookingsAnswer
from .event_counts_answer import EventCountsAnswer
from .event_kind import EventKind
from .event_message import EventMessage
from .event_message_type import EventMessageType
from .event_sales_answer import EventSalesAnswer
from .event_share_answer import EventShareAnswer
from .event_sort import EventSort
from .event_status import EventStatus
from .field_problem import FieldProblem
from .finding_answer import FindingAnswer
from .flow_answer import FlowAnswer
from .forgot_password_body import ForgotPasswordBody
from .gate_answer import GateAnswer
from .gate_body import GateBody
from .gates_body import GatesBody
from .give_tickets_body import GiveTicketsBody
from .health_answer import HealthAnswer
from .invoice_answer import InvoiceAnswer
from .invoice_kind import InvoiceKind
from .invoice_line_answer import InvoiceLineAnswer
from .invoice_party_answer import InvoicePartyAnswer
from .invoice_tax_answer import InvoiceTaxAnswer
from .language import Language
from .late_payment import LatePayment
from .late_refusal import LateRefusal
from .ledger_account import LedgerAccount
from .line_kind import LineKind
from .list_webhook_deliveries_type_type_0 import ListWebhookDeliveriesTypeType0
from .log_in_body import LogInBody
from .log_in_form import LogInForm
from .log_out_body import LogOutBody
from .mail_answer import MailAnswer
from .mail_kind import MailKind
from .mail_status import MailStatus
from .movement_answer import MovementAnswer
from .movement_kind import MovementKind
from .new_seat_body import NewSeatBody
from .new_ticket_type_body import NewTicketTypeBody
from .offer_transfer_body import OfferTransferBody
from .offered_event import OfferedEvent
from .order_answer import OrderAnswer
from .order_item_answer import OrderItemAnswer
from .order_item_body import OrderItemBody
from .order_items_body import OrderItemsBody
from .order_message import OrderMessage
from .order_message_type import OrderMessageType
from .order_status import OrderStatus
from .order_status_body import OrderStatusBody
from .organizer_payout_answer import OrganizerPayoutAnswer
from .organizer_payout_body import OrganizerPayoutBody
from .organizer_payout_reversal_body import OrganizerPayoutReversalBody
from .page_format import PageFormat
from .paid_back_answer import PaidBackAnswer
from .paid_out_body import PaidOutBody
from .parts_answer import PartsAnswer
from .payment_mode import PaymentMode
from .payment_webhook_answer import PaymentWebhookAnswer
from .payout_answer import PayoutAnswer
from .payout_status import PayoutStatus
from .place_order_body import PlaceOrderBody
from .price_tier_answer import PriceTierAnswer
from .price_tier_body import PriceTierBody
from .problem import Problem
from .problem_code import ProblemCode
from .provider_balance_answer import ProviderBalanceAnswer
from .provider_movement_answer import ProviderMovementAnswer
from .readiness_answer import ReadinessAnswer
from .readiness_answer_status import ReadinessAnswerStatus
from .refresh_body import RefreshBody
from .refund_body import RefundBody
from .refund_progress_answer import RefundProgressAnswer
from .refund_quote_answer import RefundQuoteAnswer
from .refund_ticket_body import RefundTicketBody
from .refund_tickets_body import RefundTicketsBody
from .report_interval import ReportInterval
from .resend_verification_body import ResendVerificationBody
from .reserve_body import ReserveBody
from .reset_password_body import ResetPasswordBody
from .return_answer import ReturnAnswer
from .revenue_bucket_answer import RevenueBucketAnswer
from .revenue_report_answer import RevenueReportAnswer
from .role import Role
from .rotate_api_key_body import RotateApiKeyBody
from .sales_answer import SalesAnswer
from .sales_bucket_answer import SalesBucketAnswer
from .sales_report_answer import SalesReportAnswer
from .save_link_answer import SaveLinkAnswer
from .scan_body import ScanBody
from .scan_body_direction import ScanBodyDirection
from .scan_outcome_answer import ScanOutcomeAnswer
from .scan_result import ScanResult
from .scanner_body import ScannerBody
from .scanners_body import ScannersBody
from .scans_body import ScansBody
from .scope import Scope
from .seat_answer import SeatAnswer
from .seat_on_map_answer import SeatOnMapAnswer
from .seat_on_map_answer_status import SeatOnMapAnswerStatus
from .seating import Seating
from .seller_answer import SellerAnswer
from .seller_body import SellerBody
from .session_answer import SessionAnswer
from .settlement_terms_answer import SettlementTermsAnswer
from .settlement_terms_body import SettlementTermsBody
from .sign_up_body import SignUpBody
from .sold_add_on_answer import SoldAddOnAnswer
from .spender_answer import SpenderAnswer
from .start_payment_body import StartPaymentBody
from .statement_answer import StatementAnswer
from .success_answer import SuccessAnswer
from .success_answer_data_type_0 import SuccessAnswerDataType0
from .tax_bucket_answer import TaxBucketAnswer
from .tax_category import TaxCategory
from .tax_flow_answer import TaxFlowAnswer
from .tax_relief import TaxRelief
from .tax_report_answer import TaxReportAnswer
from .tax_rounding import TaxRounding
from .ticket_answer import TicketAnswer
from .ticket_counts_answer import TicketCountsAnswer
from .ticket_message import TicketMessage
from .ticket_message_type import TicketMessageType
from .ticket_status import TicketStatus
from .ticket_type_answer import TicketTypeAnswer
from .ticket_type_counts_answer import TicketTypeCountsAnswer
from .ticket_type_sales_answer import TicketTypeSalesAnswer
from .ticket_type_status import TicketTypeStatus
from .ticket_type_status_body import TicketTypeStatusBody
from .tickets_report_answer import TicketsReportAnswer
from .top_event_answer import TopEventAnswer
from .transaction_answer import TransactionAnswer
from .transaction_kind import TransactionKind
from .transaction_message import TransactionMessage
from .transaction_message_type import TransactionMessageType
from .transaction_note_body import TransactionNoteBody
from .transaction_status import TransactionStatus
from .transaction_status_body import TransactionStatusBody
from .transfer_answer import TransferAnswer
from .transfer_offer_answer import TransferOfferAnswer
from .transfer_status import TransferStatus
from .type_availability import TypeAvailability
from .update_discount_body import UpdateDiscountBody
from .update_event_body import UpdateEventBody
from .update_ticket_type_body import UpdateTicketTypeBody
from .update_user_body import UpdateUserBody
from .update_venue_body import UpdateVenueBody
from .update_webhook_body import UpdateWebhookBody
from .update_webhook_body_events_item import UpdateWebhookBodyEventsItem
from .updated_passes_answer import UpdatedPassesAnswer
from .user_answer import UserAnswer
from .users_bucket_answer import UsersBucketAnswer
from .users_report_answer import UsersReportAnswer
from .venue_answer import VenueAnswer
from .venue_seat_answer import VenueSeatAnswer
from .verify_email_body import VerifyEmailBody
from .webhook_answer import WebhookAnswer
from .webhook_message import WebhookMessage
from .webhook_with_secret_answer import WebhookWithSecretAnswer

__all__ = (
    "AccountFlowAnswer",
    "ActivityAnswer",
    "AddSeatsBody",
    "AddToCartBody",
    "ApiKeyAnswer",
    "ApiKeyWithSecretAnswer",
    "AppleDeviceBody",
    "ApplyDiscountBody",
    "AttendeeAnswer",
    "AuditEntryAnswer",
    "AuditEntryAnswerAfterType0",
    "AuditEntryAnswerBeforeType0",
    "AvailabilityAnswer",
    "AvailableCountAnswer",
    "BalanceAnswer",
    "BankAccountAnswer",
    "BankAccountBody",
    "BankAmountBody",
    "BillingAnswer",
    "BillingBody",
    "BookedAddOn",
    "BookedAmountAnswer",
    "BookedOutsideAnswer",
    "BookedTicket",
    "BookEventBody",
    "BookingAnswer",
    "BookingDetailsAnswer",
    "BookingMessage",
    "BookingMessageType",
    "BookingStatus",
    "BookingStatusBody",
    "BookTicketsBody",
    "CalendarFeedAnswer",
    "CancellationPolicyAnswer",
    "CancellationPolicyBody",
    "CancellationPreviewAnswer",
    "CartItemAnswer",
    "CartPriceAnswer",
    "CartTotalAnswer",
    "ChangeCartItemBody",
    "Chart",
    "CheckInBody",
    "CheckInBodyDirection",
    "CheckInCodeBody",
    "CheckInCodeBodyDirection",
    "CodeBatchBody",
    "ComplimentaryAnswer",
    "ContactBody",
    "CountryTaxesAnswer",
    "CountryTaxesBody",
    "CountryTaxFlowAnswer",
    "CreateApiKeyBody",
    "CreateDiscountBody",
    "CreateEventBody",
    "CreateUserBody",
    "CreateVenueBody",
    "CreateWebhookBody",
    "CreateWebhookBodyEventsItem",
    "DashboardAnswer",
    "DeliveryAnswer",
    "DeliveryAnswerType",
    "DeliveryStatus",
    "DisabledReason",
    "DiscountAnswer",
    "DiscountKind",
    "DisputeAnswer",
    "DisputeState",
    "DisputeStatus",
    "DoorEventAnswer",
    "DoorKey",
    "DoorListAnswer",
    "DoorTicketType",
    "DuplicateEventBody",
    "EarlierScan",
    "EarlierScanDirection",
    "EventAnswer",
    "EventBookingsAnswer",
    "EventCountsAnswer",
    "EventKind",
    "EventMessage",
    "EventMessageType",
    "EventSalesAnswer",
    "EventShareAnswer",
    "EventSort",
    "EventStatus",
    "FieldProblem",
    "FindingAnswer",
    "FlowAnswer",
    "ForgotPasswordBody",
    "GateAnswer",
    "GateBody",
    "GatesBody",
    "GiveTicketsBody",
    "HealthAnswer",
    "InvoiceAnswer",
    "InvoiceKind",
    "InvoiceLineAnswer",
    "InvoicePartyAnswer",
    "InvoiceTaxAnswer",
    "Language",
    "LatePayment",
    "LateRefusal",
    "LedgerAccount",
    "LineKind",
    "ListWebhookDeliveriesTypeType0",
    "LogInBody",
    "LogInForm",
    "LogOutBody",
    "MailAnswer",
    "MailKind",
    "MailStatus",
    "MovementAnswer",
    "MovementKind",
    "NewSeatBody",
    "NewTicketTypeBody",
    "OfferedEvent",
    "OfferTransferBody",
    "OrderAnswer",
    "OrderItemAnswer",
    "OrderItemBody",
    "OrderItemsBody",
    "OrderMessage",
    "OrderMessageType",
    "OrderStatus",
    "OrderStatusBody",
    "OrganizerPayoutAnswer",
    "OrganizerPayoutBody",
    "OrganizerPayoutReversalBody",
    "PageFormat",
    "PaidBackAnswer",
    "PaidOutBody",
    "PartsAnswer",
    "PaymentMode",
    "PaymentWebhookAnswer",
    "PayoutAnswer",
    "PayoutStatus",
    "PlaceOrderBody",
    "PriceTierAnswer",
    "PriceTierBody",
    "Problem",
    "ProblemCode",
    "ProviderBalanceAnswer",
    "ProviderMovementAnswer",
    "ReadinessAnswer",
    "ReadinessAnswerStatus",
    "RefreshBody",
    "RefundBody",
    "RefundProgressAnswer",
    "RefundQuoteAnswer",
    "RefundTicketBody",
    "RefundTicketsBody",
    "ReportInterval",
    "ResendVerificationBody",
    "ReserveBody",
    "ResetPasswordBody",
    "ReturnAnswer",
    "RevenueBucketAnswer",
    "RevenueReportAnswer",
    "Role",
    "RotateApiKeyBody",
    "SalesAnswer",
    "SalesBucketAnswer",
    "SalesReportAnswer",
    "SaveLinkAnswer",
    "ScanBody",
    "ScanBodyDirection",
    "ScannerBody",
    "ScannersBody",
    "ScanOutcomeAnswer",
    "ScanResult",
    "ScansBody",
    "Scope",
    "SeatAnswer",
    "Seating",
    "SeatOnMapAnswer",
    "SeatOnMapAnswerStatus",
    "SellerAnswer",
    "SellerBody",
    "SessionAnswer",
    "SettlementTermsAnswer",
    "SettlementTermsBody",
    "SignUpBody",
    "SoldAddOnAnswer",
    "SpenderAnswer",
    "StartPaymentBody",
    "StatementAnswer",
    "SuccessAnswer",
    "SuccessAnswerDataType0",
    "TaxBucketAnswer",
    "TaxCategory",
    "TaxFlowAnswer",
    "TaxRelief",
    "TaxReportAnswer",
    "TaxRounding",
    "TicketAnswer",
    "TicketCountsAnswer",
    "TicketMessage",
    "TicketMessageType",
    "TicketsReportAnswer",
    "TicketStatus",
    "TicketTypeAnswer",
    "TicketTypeCountsAnswer",
    "TicketTypeSalesAnswer",
    "TicketTypeStatus",
    "TicketTypeStatusBody",
    "TopEventAnswer",
    "TransactionAnswer",
    "TransactionKind",
    "TransactionMessage",
    "TransactionMessageType",
    "TransactionNoteBody",
    "TransactionStatus",
    "TransactionStatusBody",
    "TransferAnswer",
    "TransferOfferAnswer",
    "TransferStatus",
    "TypeAvailability",
    "UpdateDiscountBody",
    "UpdatedPassesAnswer",
    "UpdateEventBody",
    "UpdateTicketTypeBody",
    "UpdateUserBody",
    "UpdateVenueBody",
    "UpdateWebhookBody",
    "UpdateWebhookBodyEventsItem",
    "UserAnswer",
    "UsersBucketAnswer",
    "UsersReportAnswer",
    "VenueAnswer",
    "VenueSeatAnswer",
    "VerifyEmailBody",
    "WebhookAnswer",
    "WebhookMessage",
    "WebhookWithSecretAnswer",
)
