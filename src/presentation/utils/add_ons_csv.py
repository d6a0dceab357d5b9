"""Who gets which add-ons, as a table."""

from collections.abc import Iterable, Iterator, Mapping

from src.application.dtos.sold import SoldAddOn
from src.presentation.utils.csv_table import Cell

COLUMNS = ("add_on", "quantity", "name", "email", "booking_reference", "order_reference")
EXAMPLE = (
    "add_on,quantity,name,email,booking_reference,order_reference\r\n"
    "T-shirt,2,Ada,ada@example.com,BKG-7K2M9QXA,ORD-7K2M9QXA\r\n"
)


def add_on_rows(found: Iterable[SoldAddOn]) -> Iterator[Mapping[str, Cell]]:
    """A row for each booking and add-on."""
    for sold in found:
        yield {column: getattr(sold, column) for column in COLUMNS}
