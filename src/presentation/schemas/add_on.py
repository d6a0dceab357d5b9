"""Response bodies of add-ons."""

from src.presentation.schemas.fields import Answer, with_example


class SoldAddOnAnswer(Answer):
    """What one booking has of one add-on, and who comes for it."""

    model_config = with_example(
        {
            "id": 7,
            "ticket_type_id": 3,
            "add_on": "T-shirt",
            "quantity": 2,
            "name": "Ada",
            "email": "ada@example.com",
            "booking_id": 1,
            "booking_reference": "BKG-7K2M9QXA",
            "order_id": 1,
            "order_reference": "ORD-7K2M9QXA",
        }
    )

    id: int
    ticket_type_id: int
    add_on: str
    quantity: int
    name: str | None
    email: str | None
    booking_id: int
    booking_reference: str
    order_id: int | None
    order_reference: str | None
