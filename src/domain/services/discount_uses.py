"""The uses of discount codes while a batch of requests is decided."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from src.domain.entities.discount import Discount
from src.domain.entities.discount_terms import DiscountLine
from src.domain.services.discount_choice import choose_discount


class DiscountUses:
    """Discount codes and their uses, under a lock: nothing else changes them in the meantime."""

    def __init__(
        self, discounts: Mapping[int, Discount], used_by_user: Mapping[tuple[int, int], int]
    ) -> None:
        """`used_by_user` maps (discount id, user id) to the number of uses."""
        self._discounts = discounts
        self._used_by_user = Counter(used_by_user)
        self._given: dict[int, Discount] = {}

    def opened(self, discount_ids: Collection[int]) -> set[int]:
        """The ticket types that these codes name, and so open if they are hidden."""
        named = (self._discounts[discount_id].ticket_type_id for discount_id in discount_ids)
        return {type_id for type_id in named if type_id is not None}

    def use(
        self,
        discount_ids: Collection[int],
        user_id: int,
        lines: Sequence[DiscountLine],
        now: datetime,
        *,
        opening: Collection[int] = (),
    ) -> Discount | None:
        """Choose the code for these lines, if any is named, and count one use of it more.

        Raises DiscountInvalid when this user can use none of them.
        """
        if not discount_ids:
            return None
        discount = choose_discount(
            [self._discounts[discount_id] for discount_id in discount_ids],
            lines,
            currency=lines[0].event.currency if lines else "",
            used_by_user={
                discount_id: self._used_by_user[discount_id, user_id]
                for discount_id in discount_ids
            },
            now=now,
            opening=opening,
        )
        discount.record_use(discount.terms.tickets(lines))
        self._used_by_user[discount.id, user_id] += 1
        return discount

    def give(self, request: object, discount: Discount | None) -> None:
        """Note the code that a request was allocated with."""
        if discount is not None:
            self._given[id(request)] = discount

    def given_to(self, request: object) -> Discount | None:
        """The code that this request, the same object, was allocated with."""
        return self._given.get(id(request))
