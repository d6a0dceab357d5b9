"""The pages of each noun, in a file of its own: `PAGES = (Shown("name", "/path"), …)`.

PAGES = (
    Shown("events", "/events"),
    Shown("account", "/account", who="buyer"),
    Shown("event-sold-out", sold_out),  # def sold_out(site: Site) -> str: makes it; its path
    Shown("cart-menu", "/cart", act=lambda page: page.get_by_role("button").click()),
)
"""
