"""Events, their scanners and their posters."""

from tortoise import fields
from tortoise.models import Model

from src.domain.entities.event import EventKind, EventStatus, Payment, Seating
from src.domain.shared.language import Language
from src.domain.shared.tax import TaxRounding
from src.infrastructure.database.models.money import MoneyField


class EventModel(Model):
    id = fields.BigIntField(primary_key=True)
    title = fields.TextField()
    description = fields.TextField(null=True)
    venue = fields.TextField(null=True)
    venue_id = fields.BigIntField(null=True)
    country = fields.CharField(max_length=2, null=True)
    kind = fields.CharEnumField(EventKind, max_length=16, default=EventKind.OTHER)
    date_time = fields.DatetimeField()
    ends_at = fields.DatetimeField()
    timezone = fields.TextField(default="UTC")
    capacity = fields.IntField()
    capacity_is_derived = fields.BooleanField(default=False)
    price = MoneyField()
    tier_price = MoneyField(null=True)
    lowest_price = MoneyField(null=True)
    currency = fields.CharField(max_length=3)
    status = fields.CharEnumField(EventStatus, max_length=16, default=EventStatus.ACTIVE)
    seating = fields.CharEnumField(Seating, max_length=16, default=Seating.GENERAL)
    payment = fields.CharEnumField(Payment, max_length=16, default=Payment.NONE)
    max_tickets_per_user = fields.IntField(null=True)
    sales_start = fields.DatetimeField(null=True)
    sales_end = fields.DatetimeField(null=True)
    service_fee_fixed = MoneyField(default=0)
    service_fee_percent = fields.DecimalField(max_digits=5, decimal_places=2, default=0)
    tax_rate = fields.DecimalField(max_digits=5, decimal_places=2, default=0)
    fee_tax_rate = fields.DecimalField(max_digits=5, decimal_places=2, null=True)
    listed_tax_rate = fields.DecimalField(max_digits=5, decimal_places=2, null=True)
    by_small_business = fields.BooleanField(default=False)
    tax_rounding = fields.CharEnumField(TaxRounding, max_length=16, default=TaxRounding.LINE)
    tax_inclusive = fields.BooleanField(default=False)
    terms = fields.TextField(null=True)
    language = fields.CharEnumField(Language, max_length=16, default=Language.EN)
    allows_reentry = fields.BooleanField(default=False)
    allows_transfer = fields.BooleanField(default=True)
    allows_bank_transfer = fields.BooleanField(default=True)
    payment_days = fields.IntField(null=True)
    payment_instructions = fields.TextField(null=True)
    cancellation_until = fields.IntField(null=True)
    cancellation_kept_percent = fields.DecimalField(max_digits=5, decimal_places=2, null=True)
    cancellation_kept_fixed = MoneyField(null=True)
    poster = fields.TextField(null=True)
    organizer_id = fields.BigIntField()
    total_bookings = fields.IntField(default=0)
    total_tickets_sold = fields.IntField(default=0)
    total_revenue = MoneyField(default=0)
    tickets_held = fields.IntField(default=0)
    title_folded = fields.TextField(null=True)
    venue_folded = fields.TextField(null=True)
    deleted_at = fields.DatetimeField(null=True)
    version = fields.IntField(default=1)
    created_at = fields.DatetimeField(auto_now_add=True)
    updated_at = fields.DatetimeField(auto_now_add=True)

    class Meta:
        table = "events"


class EventScannerModel(Model):
    id = fields.BigIntField(primary_key=True)
    event_id = fields.BigIntField()
    user_id = fields.BigIntField()

    class Meta:
        table = "event_scanners"


class EventPosterModel(Model):
    """Never read as a whole: a picture is named by event, format and width."""

    event_id = fields.BigIntField(primary_key=True)
    format = fields.TextField()
    width = fields.IntField()
    content = fields.BinaryField()

    class Meta:
        table = "event_posters"
