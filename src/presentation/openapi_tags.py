"""The groups of operations in the OpenAPI document, in the order in which people need them."""

DESCRIPTIONS = {
    "Auth": "Sign up, log in, refresh and end sessions, confirm addresses, reset passwords.",
    "Users": "Accounts and their roles: customer, organizer, scanner, admin.",
    "API keys": "Secrets with which programs act as their user, for some purposes.",
    "Venues": "Places with a time zone, and the seats in them.",
    "Events": "What is on: search, create, publish, change, cancel; what is left, also live.",
    "Ticket types": "Prices, capacities and sales windows of an event.",
    "Bookings": "Tickets of one event for one buyer: book, confirm, cancel, refund.",
    "Reservations": "Bookings that hold their tickets until a deadline.",
    "Cart": "What a user intends to buy. It takes no stock.",
    "Discounts": "Discount codes of an event, or of all.",
    "Orders": "Purchases across events, with one price and one payment; receipts.",
    "Transactions": "Payments, refunds, and what payment providers report.",
    "Payouts": "What payment providers hold, take as fees and send to the bank.",
    "Invoices": "Who sells, whom invoices are for, and invoices and credit notes.",
    "Settlement": "What organizers are owed: terms, statements, payouts and bank accounts.",
    "Tickets": "Tickets by code: as documents, and checked in.",
    "Transfers": "Tickets given to somebody else, and issued anew.",
    "Door": "Gates, lists for doors without a network, attendees, and many scans at once.",
    "Calendars": "Events and tickets for calendar programs.",
    "Wallets": "Tickets for the wallets of phones.",
    "Mails": "Mails about an event: which were sent, and sending one again.",
    "Webhooks": "What other systems hear of, where, and what became of each delivery.",
    "Analytics": "Reports for organizers and admins, as JSON and as CSV.",
    "Audit log": "Who changed what.",
    "Service": "Health, readiness and metrics, for operators.",
}

TAGS = [{"name": name, "description": text} for name, text in DESCRIPTIONS.items()]
