"""Prices and percentages that Hypothesis draws, in a currency with cents."""

from decimal import Decimal

from hypothesis import strategies as st

CENT = Decimal("0.01")

prices = st.integers(0, 10**6).map(lambda cents: Decimal(cents) * CENT)


percents = st.integers(0, 10**4).map(lambda cents: Decimal(cents) * CENT)
