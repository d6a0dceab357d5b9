"""A running product, pages that watch themselves, and what is checked on each of them."""
