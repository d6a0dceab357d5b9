"""Where everything stands on a ticket, in points from the upper left corner of the page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from src.application.dtos.ticket_document import PageFormat


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page."""

    x: float
    y: float
    width: float
    height: float

    def raised(self, by: float) -> "Box":
        return replace(self, y=self.y - by)


@dataclass(frozen=True, slots=True)
class Layout:
    """A ticket's page. The phone's is as long as its terms; paper has pages for those at the end.

    The QR code takes 66 mm of paper with its quiet zone, and on a phone nearly the display's
    width. `fields` are in columns of `field_height` a row.
    """

    width: float
    height: float
    margin: float
    head: float
    title: Box
    when: Box
    where: Box
    code: Box
    code_size: float
    seat: Box
    fields: Box
    field_columns: int
    field_rows: int
    field_height: float
    terms: Box
    terms_columns: int
    grows: bool

    @property
    def inner(self) -> float:
        return self.width - 2 * self.margin

    def raised(self, by: float) -> "Layout":
        """All that is below the title stands higher, because the title is short."""
        return replace(
            self,
            height=self.height - by if self.grows else self.height,
            when=self.when.raised(by),
            where=self.where.raised(by),
            code=self.code.raised(by),
            seat=self.seat.raised(by),
            fields=self.fields.raised(by),
            terms=replace(self.terms.raised(by), height=self.terms.height + by),
        )

    def with_fields(self, count: int) -> "Layout":
        """What is below the fields stands higher, because there are few of them."""
        rows = -(-count // self.field_columns)
        by = (self.field_rows - rows) * self.field_height
        return replace(
            self,
            height=self.height - by if self.grows else self.height,
            terms=replace(self.terms.raised(by), height=self.terms.height + by),
        )


A4 = Layout(
    width=595.28,
    height=841.89,
    margin=48,
    head=44,
    title=Box(48, 74, 499, 88),
    when=Box(48, 180, 264, 70),
    where=Box(48, 256, 264, 66),
    code=Box(372, 162, 188, 188),
    code_size=11,
    seat=Box(48, 330, 264, 62),
    fields=Box(48, 412, 499, 0),
    field_columns=3,
    field_rows=2,
    field_height=46,
    terms=Box(48, 558, 499, 244),
    terms_columns=2,
    grows=False,
)
PHONE = Layout(
    width=300,
    height=744,
    margin=18,
    head=14,
    title=Box(18, 40, 264, 66),
    when=Box(18, 474, 264, 58),
    where=Box(18, 538, 264, 48),
    code=Box(14, 106, 272, 272),
    code_size=14.5,
    seat=Box(18, 404, 264, 58),
    fields=Box(18, 592, 264, 0),
    field_columns=2,
    field_rows=3,
    field_height=42,
    terms=Box(18, 756, 264, 0),
    terms_columns=1,
    grows=True,
)
LAYOUTS = {PageFormat.A4: A4, PageFormat.PHONE: PHONE}


def shares(texts: Sequence[str], width: float) -> list[float]:
    """Divide a width among texts: half of it alike, half by their lengths."""
    lengths = [min(len(text), 40) + 2 for text in texts]
    alike = width / 2 / len(texts)
    return [alike + width / 2 * length / sum(lengths) for length in lengths]


def groups(code: str) -> list[str]:
    """A ticket code in parts that people read at once: TKT- 20261120- 8F3K Q2ZN."""
    *head, last = code.split("-")
    return [*(f"{part}-" for part in head), *(last[at : at + 4] for at in range(0, len(last), 4))]
