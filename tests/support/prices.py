"""Prices and percentages that Hypothesis draws."""

from decimal import Decimal

from hypothesis import strategies as st

from src.domain.shared.money import CENT

prices = st.integers(0, 10**6).map(lambda cents: Decimal(cents) * CENT)


percents = st.integers(0, 10**4).map(lambda cents: Decimal(cents) * CENT)
