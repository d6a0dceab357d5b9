"""Comments on tables and columns: what psql, pgAdmin and docs/database.md show beside them.

Those of aerich and pgqueuer belong to these libraries and have none.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

KEPT_BY_TRIGGERS = "Kept by triggers."
EDITS = "Counts edits, of which sales are none; the ETag is made of it."

TABLES = {
    "users": "People who buy, organize events, check tickets in or administer.",
    "refresh_tokens": "Log-in sessions: refresh tokens as hashes, each valid once.",
    "venues": "Places that have seats.",
    "seats": "Numbered seats of a venue, sold anew at each event there.",
    "events": "What tickets are sold for. Each sale locks the row of its event.",
    "event_scanners": "Which users check tickets in at which events.",
    "ticket_types": "Kinds of ticket of one event, with price and capacity.",
    "discounts": "Discount codes.",
    "cart_items": "What a user means to buy. It takes no stock.",
    "cart_discounts": "The discount code that a user entered for the cart.",
    "bookings": "Tickets of one event for one user. A pending booking is a reservation.",
    "tickets": "Single admissions. Those reserved, active or used take stock.",
    "orders": "What is paid as one: a booking for each of its events, all or none.",
    "order_items": "Lines of an order: tickets of one type, with prices as they were.",
    "transactions": "Payments and refunds, stored before their provider is asked.",
    "payment_events": "Webhooks of payment providers, so that each takes effect once.",
    "ledger_entries": "Each movement of money by account. Append-only, without foreign keys.",
    "idempotency_keys": "Results of requests that had an Idempotency-Key, for 24 hours.",
    "audit_log": "Who changed what, and how. Append-only, without foreign keys.",
    "fake_payments": "The fake provider's own payments, in development and tests.",
    "fake_refunds": "The fake provider's own refunds, in development and tests.",
}

COLUMNS = {
    "users": {
        "email": "In lower case.",
        "role": "What the user may do.",
        "is_active": "While false, the user can neither log in nor use a token.",
        "password_hash": "Null for users who log in at an outside identity provider.",
        "external_issuer": "The outside identity provider.",
        "external_id": "Who the user is there.",
        "deleted_at": "Since then the row is anonymous: bookings and money refer to it.",
        "version": EDITS,
    },
    "refresh_tokens": {
        "family_id": "The session: a token used twice ends its whole family.",
        "token_hash": "The token itself is not stored.",
    },
    "venues": {"owner_id": "Who may edit it, besides admins.", "version": EDITS},
    "seats": {"section": "Ticket types may be for one section."},
    "events": {
        "venue": "The place in words, with or without a venue of ours.",
        "date_time": "When it starts.",
        "timezone": "In which times without an offset are read.",
        "capacity": "Most tickets sold and held together, over all ticket types.",
        "price": "The lowest price of its ticket types.",
        "seating": "general: sold by number; reserved: by seat of the venue.",
        "payment": "none: confirmed at once; online: confirmed when it is paid.",
        "max_tickets_per_user": "Null: no limit.",
        "total_bookings": KEPT_BY_TRIGGERS,
        "total_tickets_sold": KEPT_BY_TRIGGERS,
        "total_revenue": KEPT_BY_TRIGGERS,
        "tickets_held": "Tickets of pending bookings. Kept by triggers.",
        "service_fee_fixed": "A fee for each ticket.",
        "service_fee_percent": "A fee for each ticket, in per cent of its price.",
        "tax_rate": "In per cent of price and fees.",
        "tax_inclusive": "Whether price and fees contain the tax already.",
        "version": EDITS,
    },
    "ticket_types": {
        "capacity": "Most tickets of this type sold and held together.",
        "section": "The section of the venue whose seats are of this type.",
        "sold": KEPT_BY_TRIGGERS,
        "held": "Tickets of pending bookings. Kept by triggers.",
        "version": EDITS,
    },
    "discounts": {
        "owner_id": "Null: a code of the administrators, for events of everybody.",
        "value": "In per cent, or a sum in the currency.",
        "event_id": "Null: all events of the owner.",
        "ticket_type_id": "Null: all ticket types.",
        "max_uses": "Null: no limit.",
        "used": "Orders with this code that are pending, confirmed or completed.",
        "version": EDITS,
    },
    "cart_items": {
        "event_id": "Not a foreign key: carts keep nothing from being deleted.",
        "ticket_type_id": "Not a foreign key: carts keep nothing from being deleted.",
        "seat_ids": "Empty: no seats were chosen.",
    },
    "bookings": {
        "reference": "The code that buyers quote.",
        "order_id": "The order it is paid through; null when it is paid outside.",
        "expires_at": "Until when a pending booking holds its tickets.",
        "is_extended": "A reservation can be extended once.",
        "refund_due": "Its event was cancelled, and its refund is yet to be begun.",
        "version": EDITS,
    },
    "tickets": {
        "event_id": "As in its booking: counters and limits need no join.",
        "user_id": "The holder.",
        "ticket_code": "Null until the booking is confirmed.",
        "seat_id": "Null at events without seats.",
        "price": "The price of its type, less its share of a discount.",
        "used_at": "When it was checked in.",
        "used_by": "Who checked it in.",
        "gate": "Where it was checked in.",
    },
    "orders": {
        "reference": "The code that buyers quote.",
        "discount_code": "The code as it was when the order was made.",
        "total_amount": "subtotal - discount_amount + fee_amount + tax_amount - tax_included.",
        "tax_included": "The part of tax_amount that prices and fees contain already.",
        "late_payment": "What became of money that came after the deadline.",
        "expires_at": "Until when a pending order holds its tickets.",
        "version": EDITS,
    },
    "order_items": {
        "event_id": "As in its booking.",
        "total_amount": "subtotal - discount_amount + fee_amount + tax_amount - tax_included.",
    },
    "transactions": {
        "provider": "stripe, manual or fake.",
        "amount": "Positive for refunds too.",
        "refunded_amount": "Of a payment: its refunds that are pending or done.",
        "idempotency_key": "What the provider is sent, so that asking twice is asking once.",
        "provider_reference": "The id that the provider gave it.",
        "parent_id": "Of a refund: the payment that goes back.",
        "booking_id": "Of a refund: the booking it is for, if it is for one.",
        "settled_at": "When it was known to have succeeded or failed.",
        "version": EDITS,
    },
    "payment_events": {
        "provider_event_id": "The id that the provider gave the webhook.",
        "outcome": "What it led to.",
    },
    "ledger_entries": {
        "account": "tickets, fees, taxes, or unapplied: money that bought nothing.",
        "amount": "Positive for a payment, negative for a refund.",
    },
    "idempotency_keys": {
        "fingerprint": "A hash of method, path and body: another request is refused.",
        "answer": "The result, from which the answer is made again.",
    },
    "audit_log": {
        "actor_id": "Null: a job, or somebody not logged in yet.",
        "subject": "The kind of thing that changed.",
        "before": "The fields that changed, as they were.",
        "after": "The fields that changed, as they are since.",
        "correlation_id": "The request, as in the logs.",
    },
}


def _statements(*, is_undone: bool) -> str:
    comments = {f"TABLE {table}": text for table, text in TABLES.items()}
    for table, columns in COLUMNS.items():
        comments |= {f"COLUMN {table}.{column}": text for column, text in columns.items()}
    return "".join(
        f"COMMENT ON {what} IS {'NULL' if is_undone else _quoted(text)};\n"
        for what, text in comments.items()
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


async def upgrade(db: BaseDBAsyncClient) -> str:
    return _statements(is_undone=False)


async def downgrade(db: BaseDBAsyncClient) -> str:
    return _statements(is_undone=True)


# What aerich compares the models with when the next migration is made.
MODELS_STATE = (
    "eJztXWtz2zYW/SsafWpntBnHSZqsZ2dnZJlOtZUpjyRn09YdDkxCNtcUqIKkE3c3/30BPsQ3JSCyBIn3Q6cRhENT55IX"
    "94WL/3Z923zEvk3uX/UDy/ZH7v2Va2Gne9b5b5egBWb/qJ3T63TRcpmbwcd8dOeEOMRnG44bjqI7z6fI9NkXc+R4mA1Z"
    "2DOpvfRtl7BREjgOH3RNNpFfajUUEPvPABu+e4/9B0zZF7//wYZtYuGv2Es+Lh+NuY0dK3frtsX/djhu+M/LcOzcvh8S"
    "/zKcy//gnWG6TrAg6fzls//gkhXAJj4fvccEU+Rj/hd8GvBfwG8w/rXJj4puNp0S3WUGY+E5Chw/84vvjHSsaxj6eGZM"
    "tZlhdAU4Ml3C+WW36oUE3PNb+NvfT0/fvHl/evLmpw/v3r5//+7DyQc2N7zf8lfvv0U3k7IVXSrkbPhxqM/4DblMiJF4"
    "+cC3EIN8FKFCYaTsI7/M/gVj0LcXuJr/CFHg34ohr5J/FKWRcN8kjmQglUf6GO5CIBQja0yc5/hBaOB6NrzSprP+1TX/"
    "cwvP+9MJeevPNP7NaTj6XBj94acf88JZXaTz7+Hs5w7/2PltrGshva7n39PwL6bzZr91+T2hwHcN4n4xkJV5ZpPRhDU2"
    "MyNl03epIfqmZVHr37cKCce3poyAd/jG5bjn91lifoa/1vMeIwqssx9zgO9V03ukfZ7lXiH9U38y+Lk/+eGq//nH3Gs0"
    "Gusfk+kp3fpgND4vEO4Fd//BZoVeq2c8AwHK5SkX1jB5nJSOUY36/SgZ/ISJOP1ZFCh4We7v8NyluMz8v6ZjvZr3FFE0"
    "o2zT7/yv49jeAbLfQCSnolnpFPVLwQbiFygqHTT3MRWhfQUA1uVZN11KsYP4bVbqm/pFtoyUWmsPh/+tLbXcd54/Zvw3"
    "PnCHzMcviFpG6Rv31K2bW/5qcboojiCC7kMi+S/mvy+NLpy77iP7f1MAIjeltyb+cBdN9iD80M7wA8VzTDExK5bPekWS"
    "A4G9LmGvBx4WDwdkQGCpH5qlDuTzEZdaEg9+FgVukiz3fwaI+Lb/XOa+lvgs5Jie+tPXb9+//fDmp7crwlcjTTyXOfVd"
    "HzkGWrgBqYrjY9NeIKea2yK06BNF2FfxNQ6Q6wYiL7TB8Ko/+uH1295puISyBdT2w9+dLK5vT34sOj4B5UZHxfM7eEC0"
    "xuXJYI7CUGHOwVfDweTef2Af3zRwnBD5puhoxl+c8m8KUUQf+YFXza9GgkXI8ZDdD4ptv3wscYXeHdPdJSZW7NMI0N29"
    "1vSLof7xrBPjb8lgrF8OJ1faxVmHUT636QJbbLSvD7TRKBzlP9px+OhEu7zRL/ggs4QDdntsTPt8PZzwIfx1aVMcPYqC"
    "4nz90wbyfF1MY6UC5V8VQmORe2fwrKBonrGIPcKM44FkGBNOGlOM0XPnGeIJ5TxyC2JWzNw6JinbnsHccsx1ToUN7boO"
    "RqQmbpJHFsTMXvYXszFWI7uV7fl4PMqJ9XxY9Mxvrs41plELJkjZzIvUvGEFFUq0kfQ8EDgX4PwJU68yb1/rrWQQu3NW"
    "Xh+Ip2JSzH+5xPKQRx6hFXDEdUfB0pKUeh4JUldd6uqkqAaI+he2Z/LARlOeqjyvtyZZZTKEYcWQPaas1IjeQ/aqmzwL"
    "wsIoAI8ptrkDkaila4Y+XqzTM+mcjXQMM0oXkBJvqVJRQ7u3RplAblYR8iN9GEKFRVDGgiAgUatQ+MPDiKuIiuRWn1L0"
    "XFMdnwEVWN2wVlUuqfWPeUDCLSidu8B2mIniveJ/75+CWa6tBPTCJ/b3PyCa1NK4AkST2ih1dTy8TSJJYlEkBQJI4ODt"
    "08Ez2WNS5r9p34QFlc6ylc7uFyJT8ZlBQcWnrCPxyH5tmffNqrkSrMoPffdamww0fcbLuKiJiX9LLoefeRHW3P6qSgnW"
    "E3KqygYaa0NXmFYWhZ6qXhSqmnJ5yZpQ2Ni8P/2tQEQO5BCpY5t5PdRdiPq9eSSUVqpcWhnJijmGtiMn5hUU5KyynPlq"
    "GXi4IhRcq0yzkCNSo1uLrif8GMwO5/+o6AqxltscFkguk8y4qbABmjLSO07EnRwIkRZ2sFwYO48ENa+ymof68a2+NJDx"
    "q6f6uHI/kPFro9TVyfhpPHbUlO7LTOityfWFcShI9LU00efbviOU6VsBVM56KJvqy96mAOkF2DFE5HfNPNNyVTmmes5X"
    "AGBbkm3hgHwWdUThDUhpN1VyuqHBICaB7mCsD7TJLGxEYmLq35Kr8aehdtZZuE82viWzn7X+bMI+s4sjn7KR6fWYz/eW"
    "Lp/NW5loE41dJOplEvXquyVjBpycddJ72ntunJv/RmL/CwVissAjdC4OxJnYKBCDiSXVlSSFgYCVFjAXwV8uEbS0U8wO"
    "9fHNbCCojZW1Qky0RKbYLpEsBHaJVFgXS2pXdcJtrNVaYaBWC2cNAUVqtVQjFRr45TUyP2vnCQsq5e7FpH/JDF6Lojkz"
    "ePuD2fATM3aja3ED+Op6pM2iXn6LZZizq+7lp4YZzPeZxZFLKbml8B0KLrqoIyq5j5quTfqjs06M590Up9rkU9RN0cP0"
    "SRWpLNHzAle1dd1MKhn4DqVCYptKRCQ6swsZyQzJfER9NOSfXOLY8ZX2Lgh++Si8L11gUgU/oiDM9rbJIgd7BnuiqbC/"
    "VoBCcYTKLlskLFwVS9tEyrgykAYyVkvGbC1lrokxx+y/ZD+MgGNTid+Pk/NSlWXb9nCylMVbkr6D9MwVWkf7OwHWfbbA"
    "0+oG140N+DMw4HcNvzYxncCLPbVC0qupAW4JCz1wBXrguvQeEfsvqSNT8shjCvftehdWeFBH9qC0DR2PMhBqsavJTdwz"
    "z3VEStyrwUByNckU15SJbHBMTQbbuqXy9QeRtTJ+GB+w2JNcgMEzDJs22uizwqaNrb40sGmjnurjKt+HTRttlLrApo3K"
    "rhJehTtzHsMvf5nEh4VXPAvpZoxZ+K8ZG1/tyDiwZ+Jb8hYko8mzsYt9LlMTEcbW2u0uuXm9TXa9GF4Egd0vLd39As20"
    "9xg0gibyLT2R4hI94uuo9KNJqZemrdPpcwYw4poSUOktVekUx5s5ykKoL7XOgY6ihnLXpda2hRdL1+d1qMYjrqhfrSe/"
    "AgoikBAB+9PEQ2FTfPFWeCUsrK7Sho1LLWakSCmiCii8CxLvAlrw9uWCeZwU1Mp9Cm9hn4Ji+xSEVMcKcBTc7lphzJHt"
    "BFSI8AwEWgSIM46/Lm2Kpba95pCQrVQ5W8nccRkRZ2AgX5XlS7EfUGIEtKIhcJO/nUWB9pTY2gxp62N9vdQK1E7wPCDW"
    "ujhtdlZvkzAtDQEQpYUoLURpIUrbIhFAlFaRKG2cKBQWQh4HApAWAMRoIUYLMdoD5hZitMfOuBeYJsZSvQkLUIjiqRZm"
    "gGhSK8SsTjRpmHqQv+DnpohS1czemqhSwT+FyFJLI0tQVby/xuNiESWIIn2HKcxuBtMltasc6HObIPpcYxDngcVWI89+"
    "dILj8dB/zsnL0s/YPx/q/cmv1fwn87Nr7/mvM61fjF4Q70tVj7365z1FwCMPGU/YsnkA52yNsMW0pUZ82mivlqatM1ad"
    "EGBghrAxmKotNVXFNdnRarAD0VgbBVMgw6eKP3JQByGJ09+97v96pemzs06ck+SNwi9v9LBNOC+v6W4mnBfuTY1MszrR"
    "t5kkMnClhTEbDn7RZlO2kEWNqm7Jpaaxj3OM2b9n/c/8g4++8k83ev/6ejTkDd0DwiwFx1alo3u0AUm8laIFAZRtbRyz"
    "fbyQlUAKPaLW7TuWwp6aQgD3Z2GvW94JVJj9PA74l+U/0/hI3HYtYUEOUBsFtVHKkrr12ih1Andjbg4NmTXUFLYrTOqt"
    "CdqlJhZE7FoasQPvqH12OZCviGEIguju10MCAfCRPwNEfLFDhbOQY2J+a0242e/yDZmThfPAVro9QodvBXfhYRWCLGdh"
    "reRYxLW0bC9MWBhSPnwFun2niYjQzU+Bk2I6DwSS4fi47RIsenyc1EOcB7aOY+GHODxnz8Ki53wWoUB0I9HheVhyz3MB"
    "CtZGBdeKhVnXhlgFwqsQWW1pZBUawuylqB52S+0tjsR7AQQVhwttVhWXonf33HeXmFix2hYqU9T0i6H+8awT42/JYKxf"
    "DidXvP6NyWJu0wW2+OjV9UibRaOLZXgkIRvt6wNtNApHORWOw0e1z9fDCR+LmoEqUj0X12HKCjUDV1mbdfWxrjGgS/At"
    "GeujIf/kEscmWA0xQHb/xTufQCARAonH5bVCIHFHMRgIdEGg60iIhkDX7ldDUW+1AISaZFmHdUWk6VpCYZoSEFqxSbQ/"
    "cImPTN8IPwuQX8QB9/Lc4wWyhc45KAGBfXn2l4w5qUd/BQT2xdknbtwSaFPWVwBgW5xthzFjfGcUsXgNheXQ/Xmsj2/C"
    "OC67RTegPLQb7WHXVrvYVQnuwoFVbejeYeEw7yAh5TwSpKyylJ8w9fjPL4m41o3MIHaX9Hz9QqLcdv029Garp/q4erPl"
    "igeWlqTU80iQuupSV6fi7DqyazW+q6+p8Kw8r7em/iw51yXcMAh1aC2tQ1tS98m2xBq7ZjFHUTqwa683IdCo3+K7nn2j"
    "YacviAGOJlNeKWXaDAS+6YqF+TMQePYlnn2KTWw/SRmzBShYs2DNbmrNTvCc/ZSHmfuISZM1W563zpqlEYJZoAwC1mxL"
    "rVko79/bGj5HC9t5riT/5mZ4UVNKmAUVyA8C23rFoQcoggY2o8rjaAXI6vbwlxbLrZguMx6Q91D1QNefeZLHwZEnRQtp"
    "0yNPFEqAHZA0VLKINsqNMP0vFdP1IPd1EPKl+IkpRDlPJ4sEKassZUjJ1RuE4M6+jDs7ZQ9Okxubft9b4756bCZ4rS31"
    "Wp8wCcS7TGZR4LdK+60eDoP4IrHnDARizzKxZ6bMBeiOpwPVMgfas3XFIMHiTizDW4AB9RtSr45pMgv/1WScZGesM0/i"
    "I57AQGmngQI9mKEVfHvJh1bwiggCsnt79JKQuP7JgGAX+ndqH9E96AWYwnvilDLg81Wa4v35oTU//xMbteY/vHaAFLO1"
    "5AknUt940+dEm2qTT9EGz+gKt6Q/mA0/aWcdXkL6hG/JzTQ8HNer6wDY3UxFvfCWUEiViqklhbIpm6fC7yr6CK6xsBIQ"
    "LPOyy/x95WkD9et7Mh8WdokGG5AqbkmqGHZvtlHqqkXhZ4zB9ZH4dFZvo2h8LJgehOTbGJIXbYv2Xe3QVNNXOzcYGDX3"
    "Lq2wixuacWUwYKTJZK53XpfRcsYh3vWS8S4TLZEpdoxqFnJMuYutteHxkIM9w/MRFbbpC1AIS6kcloqEhUlVd+8NpBwD"
    "QcZKy/jw8gHoCdnRFcTk2+1/6g9H/fMRj/8n17gl1/0oCbBEcRpgNA4/m47rqZIA8Fyn4iWszwDH03e3er1UK/1tL10P"
    "WIjIZDoQWSQSOhtulU6IjddTfVxRUoiNt13qUFW644BuKTFRkEVZEJcuxfY9+QU/l+zfAvdpOiHfA/LAhPEtedyS0fRZ"
    "pujLKg2RewoZC1Evav7FoD8d9C+07rf9JX3S1nCNWZ/itN66tE8KgLRPS9M+4aHhwio7iwKVLV2j82hXRaA2C1AkWJXz"
    "b93r/q9Xmj7jIYiwN3ByNkVyMoUiMYjDixRt7SDp6c1goE2nZx0vME3sebfksj8MK0XnyHZUPk0EGg3vI6UX9/hesGXe"
    "FesyXEJCSlWcf6mjMuGQzM2TqnDweVFzb/ng82QRkTv1tQINJ+w2PdBstVssXZ8/n8YjFio4qoAexeO9+zKYuL8+e3gx"
    "1xRCdXbVaFg7JYruHJsbIB42Ka7QOw2Vd0UgsC/TH96yKTZ9I6BCJ8AWccC9jNVOZQLzORjsxJKN8uwpKwLcn+210Qzw"
    "H2pv5InVXKcI0PTimp4H7QIqZGBmIMC43PHeInQn84FrmS0cvu9IVZXkkVC4q3LhLhTgdaEAD0qxoAAPpH5Ym9NvPEyb"
    "CpTS73trKpN4jz0oSWppSRLsRN9laJBRJpaPSADgwIizjRfM2RZhewUAtsXZ5quIqDLJYoBziQAUuwtDlPQcCFiXOQDD"
    "qSB8s/rFBLvD6kUz8Hx3EZXhiZQvDm6ms/GVNjnrJFe4JePJx74+/I0PuvQeEfsvPjod9HWdj3kmIoSP9C+uhvpZB1kL"
    "OwwU7L+A0faMqFlnhbHpMqEgUmNtZnHFwzgZ8KXElliiOz6Lczwe5d6X82Hxhbi5OtcY94WamHIkZIk874vLHJ3qE1Cb"
    "ahcLQNBRErbPV58vrY5he14gVrZbAQUJfI8EhCp3CzBgXpz5aDeZTDQuj4TEBSQuIHGx9qWBxIWabxEkLkDqKiYuPvGT"
    "T5syF5kJvTWpi/AUVchdQO4CchcvbVU7rolEW7pmMeDJiHPOl86/BFNGWcwOo4w3s4FggFFZ1t0vRKZLQwYFXRqka5jB"
    "eQfnHZx3cN7BjQPnHaSunPPex9Q2H7rVjnv8ZW+N047Saco47W3x2L9zyan3xWtX9PpWHvVL+mF65PkShtN37zaoYWCz"
    "aosYwu8KHWnYeyXAcDz9CNl9fXKySYXIyUl9ichJuR+NS/zKPp7/mo71GvsphRSXUdv0O//rOLZ3iM5fA7mcjGafu+he"
    "FxZBfoHzqn6qu1zVvv0fokGmVA=="
)
