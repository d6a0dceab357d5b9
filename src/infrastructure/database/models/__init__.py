"""The tables as Tortoise models: columns only, since rules and triggers live in the migrations."""

from src.infrastructure.database.models.booking import BookingModel
from src.infrastructure.database.models.event import EventModel, EventScannerModel
from src.infrastructure.database.models.records import AuditLogModel, IdempotencyKeyModel
from src.infrastructure.database.models.ticket import TicketModel
from src.infrastructure.database.models.ticket_type import TicketTypeModel
from src.infrastructure.database.models.user import RefreshTokenModel, UserModel
from src.infrastructure.database.models.venue import SeatModel, VenueModel

__all__ = [
    "AuditLogModel",
    "BookingModel",
    "EventModel",
    "EventScannerModel",
    "IdempotencyKeyModel",
    "RefreshTokenModel",
    "SeatModel",
    "TicketModel",
    "TicketTypeModel",
    "UserModel",
    "VenueModel",
]
