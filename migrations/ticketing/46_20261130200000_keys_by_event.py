"""Rows of an event have keys that begin with the event, so that they can be distributed by it.

A number alone stays unique where something finds rows by it, as do the codes of tickets and the
references of bookings. Each key replaces an index with the same columns, so that a sale writes as
many indexes as before. Tickets and bookings are locked while their indexes are made.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

FOUND_BY_ID = ("ticket_types", "bookings", "tickets", "transfers")
WITHIN_EVENT = ("event_scanners", "gates", "check_ins", "retired_ticket_codes")
OF_TICKETS = ("check_ins", "transfers", "retired_ticket_codes")
ALONE = ("pass_devices", "refunded_tickets")

PARENTS = {
    "tickets": """ADD CONSTRAINT tickets_booking_fkey FOREIGN KEY (event_id, booking_id)
        REFERENCES bookings (event_id, id) ON DELETE CASCADE""",
    "order_items": """
    ADD CONSTRAINT order_items_booking_fkey FOREIGN KEY (event_id, booking_id)
        REFERENCES bookings (event_id, id),
    ADD CONSTRAINT order_items_ticket_type_fkey FOREIGN KEY (event_id, ticket_type_id)
        REFERENCES ticket_types (event_id, id)""",
    "discounts": """ADD CONSTRAINT discounts_ticket_type_fkey
        FOREIGN KEY (event_id, ticket_type_id) REFERENCES ticket_types (event_id, id)""",
}
NO_PARENTS = """
ALTER TABLE tickets DROP CONSTRAINT tickets_booking_fkey;
ALTER TABLE order_items
    DROP CONSTRAINT order_items_booking_fkey, DROP CONSTRAINT order_items_ticket_type_fkey;
ALTER TABLE discounts DROP CONSTRAINT discounts_ticket_type_fkey;
"""

BY_EVENT = """
ALTER TABLE {table} DROP CONSTRAINT {table}_pkey{drop},
    ADD CONSTRAINT {table}_pkey PRIMARY KEY (event_id, id){add};
"""
BY_ID = """
ALTER TABLE {table} DROP CONSTRAINT {table}_pkey{drop},
    ADD CONSTRAINT {table}_pkey PRIMARY KEY (id){add};
"""

SCANNED = """
CREATE OR REPLACE FUNCTION end_transfer() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE transfers SET status = 'ended', email = NULL, closed_at = now()
    WHERE {of_event}ticket_id = NEW.id AND status = 'offered';
    RETURN NULL;
END $$;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return (
        "".join(_no_ticket_key(table) for table in (*OF_TICKETS, *ALONE))
        + NO_PARENTS
        + "DROP INDEX tickets_event_id_idx;"
        + "".join(_key_by_event(table) for table in (*FOUND_BY_ID, *WITHIN_EVENT))
        + _parents()
        + "".join(_ticket_key(table, is_by_event=True) for table in OF_TICKETS)
        + "".join(_ticket_key(table, is_by_event=False) for table in ALONE)
        + SCANNED.format(of_event="event_id = NEW.event_id AND ")
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    return (
        SCANNED.format(of_event="")
        + "".join(_no_ticket_key(table) for table in (*OF_TICKETS, *ALONE))
        + NO_PARENTS
        + "".join(_key_by_id(table) for table in (*FOUND_BY_ID, *WITHIN_EVENT))
        + "CREATE INDEX tickets_event_id_idx ON tickets (event_id, id);"
        + _parents()
        + "".join(_ticket_key(table, is_by_event=False) for table in (*OF_TICKETS, *ALONE))
    )


def _key_by_event(table: str) -> str:
    is_doubled = table in ("ticket_types", "bookings")
    return BY_EVENT.format(
        table=table,
        drop=f", DROP CONSTRAINT {table}_event_id_id_key" if is_doubled else "",
        add=f", ADD CONSTRAINT {table}_id_key UNIQUE (id)" if table in FOUND_BY_ID else "",
    )


def _key_by_id(table: str) -> str:
    was_doubled = table in ("ticket_types", "bookings")
    return BY_ID.format(
        table=table,
        drop=f", DROP CONSTRAINT {table}_id_key" if table in FOUND_BY_ID else "",
        add=f", ADD CONSTRAINT {table}_event_id_id_key UNIQUE (event_id, id)"
        if was_doubled
        else "",
    )


def _parents() -> str:
    return "".join(f"ALTER TABLE {table} {keys};" for table, keys in PARENTS.items())


def _no_ticket_key(table: str) -> str:
    return f"ALTER TABLE {table} DROP CONSTRAINT {table}_ticket_id_fkey;"


def _ticket_key(table: str, *, is_by_event: bool) -> str:
    columns = ("event_id, ticket_id", "event_id, id") if is_by_event else ("ticket_id", "id")
    on_delete = "" if table == "refunded_tickets" else " ON DELETE CASCADE"
    return (
        f"ALTER TABLE {table} ADD CONSTRAINT {table}_ticket_id_fkey FOREIGN KEY ({columns[0]}) "
        f"REFERENCES tickets ({columns[1]}){on_delete};"
    )


MODELS_STATE = (
    "eJztfWtz4kiy9l8h+LKzEZyObs/19dnYCIzlHmZscADunt71hqIsFVhrITEqCbfnzPz3t0"
    "oXdKEkVGUMhZQfdqct6pHxk1JW3irz/7q+ZTxh33IW7/qGb60t/+XGNbHdPe/8X9dBS0z/"
    "Ubqm1+mi1Sq3gl3z0YMd4lC8Wv89QJ6PPRIiHojv0U/ogjmyCaaXTEwMz1r5lusw2OdH5H"
    "eeEekQ1zY7yDE7K2SZHcvpoE58p447px90Ht3A+9+O/4g7nvtM2EXXwR3k0f+ZJjY7weod"
    "+5Wma9Dfyb7dW9w9cKzfA6z77gLTtR79Hf/+D71sOSb+ikny4+pJn1vYNnPEWia7QXhd91"
    "9W4bULazF0/KtwLfvuD7rh2sHSSdevXvxH19kALMdnVxfYwR7yMfsNvhcwXp3AtmNZJFRH"
    "XzZdEn3LDMbEcxTYTDoMHX2B9FpX10fjmT7VZrre3ZJcgsjQHV8yXIdJnX5VEhKwYF/hf/"
    "7f2dm33/549v7bH376/rsff/z+p/c/0bXh993+6Me/oi+TshXdKuRs+HE4mrEv5NJHK3r4"
    "2IW/QgzyUYQKhZGyH0t7WwSXlEbfWmK+EDKwgiTMGPcu+UdRLokUqgSTXEglk74mBxBNBc"
    "uz4Y02nfVvbtntl4T8bodk9Wca++QsvPpSuPrND3/Pi2Vzk87n4eznDvux86/xSAvpdIm/"
    "8MLfmK6b/avLvhMKfFd33GedvnsZTpLLySW6NBWwEXgedoyXbQkPHpHHl24WUxAvpekEBd"
    "pdoq+6jZ2F/0h//LZCvp/6k8HP/ck33xZENoo/OGOf/JVj+MF1n+gvJ9sMl+qwLGS3JtsX"
    "we/fVpOdffjux+9++vaH7zYKbHOlSm8lOioldGUjA4vQmQKAzCKZ2KG/T4jNDALoLNK58F"
    "zCIfOGWkUvfDo3iOJGiQ1riex3l9F/T43YCtZGdzfaZDgoMOfheeCYYtxlMC1kj5nM86eM"
    "2cYuPCDj6Rl5pr71iXvmlq3d/mh5tixeQQ5ahDSwr8y+YMblWVm/4mqnKLOit8slWln6E3"
    "6p5wmVUwo+x4n6HAHBni4qggzocLtSQ0SRUh/+d4v3Gf5awnqyvhFeQJVbp/02y3l0ib3/"
    "zU3/t7/nvLrr8ehjsjzjHwyuxxcFsonhrniWV9/zUMmGl0IKjNsWOcWnfAfl//5PkTJseN"
    "jXHxF55KkHB3llxOWBBfYeXvyI1ebQd8Get+wTSx/Yi+GoP/nCf2ST9dn4wsWXmdYvSOAx"
    "Vqd1NUSyHjSEhIZYeXhtuQHRpZ/7sjtIvgCxMXIC8nir579IaOD4li0aHi29yR6Cpacjop"
    "OLleKvK4veTkccDVgt8DwSpKyylG1E6BtJsCkh5yIWJK2ypKnuZbxLyDmPbGCKq0v/QHPs"
    "2C/xE3giYo9fli2pKxQqC0zLv3YXlcGy3JrernAZW63b7gLiZe2Ml4mrL1Bbp6G2spsVfa"
    "ld8bBoFiUVF1XM/DhOWJQVadHvucV8edgjRUDgQyY0Gjz8FxtCgaYMBCiXp1xYw+RxkHuR"
    "VjJ4jR1x+rMoUPCy3D/guetxMl+/TMejkhKtDaJoRlmG3/mzUzMhoxj7FUQyKqqVTlG/FG"
    "wgdoOi0kFzbnFpOe0bALAuz7rheh62EfuaXH1TvsluI6X22tPh/0222rjARdyYz+FA24to"
    "e3UiQBfIeeobhhs4flUQaGtZb0cc6IECdBQhjlg7pUb1DoSFuo+ubfI214pc/QYBHpSEWr"
    "foGyhCd7IetlBxrt1QLQmQvQEA2+Jsr7FHuAGwUoWeQRwuJPDhbfX53g4JQN6xnOrmBvCD"
    "lSkp9TwSpK661BXyNaKDhJV+RnZJb5ePkTmYCKnm9vkUHp5jdvRX6JBADgSehYT9pYZPfe"
    "xNok1ZGSCfXXE9U+LBz6IgSCrL/e8BcnzL5zSGKCU+C2nSU783x893fWTraMlCtNu8Vhx0"
    "LgKPc9r5ODsq/7g49C15674lxEd+wDmeyPjVnGAZcjyk3wfFpl2+LGSDPhzT3RV2zNhlEa"
    "C7e6uNLoejj+edGH/vDMajq+HkRrs871DK55a3xCa92h8NtOvr8Cr7o22bXZ1oV3ejS3Yx"
    "akfArmm/3Q4n7FJ08CN6FAXF+eGHGvL8UHRtU4Gyj7idaHQWKRCNQRSxDYxCnEjUAY4qgZ"
    "STYAjRqdeNmc7hmMiua2PklIRF8sjicVAKfasXeHPlwOdBx+PrnFgvhkXH++7mQqMaNZQn"
    "XWT5JZax4S5XNn32HR95L7qHERGrDS7DQ2ZKPDISbbm6GXA2tMoXIA+E51/g+YdsYBeygZ"
    "AXgmwgSP20soEDRJ1LE3lXGJtVKcHtdb0deUEjRuhzCoHiQ0gUQqOmYzeqAbMCNpjDbzCe"
    "f2mRnbXt2+t2bzCer5sxBDYY2GCSZ0FYGAVgk/KUrTpGw3TI0MfLXXomXVNLx1h0OZS3tV"
    "SpqKHdW6NMoM5KEfIjfRhChUWwjQVBQNGVQvF1Qr1Z+mQKNtrOgA7Yarv7j3nghK2DOg+B"
    "ZVMThbxjv++f3Tcie+cTu9WCm/49vr7yLF4NeEUFWx726vq100l7lpSvQXSmJdEZSPq0Ue"
    "oK+cmP2HgaOpVucnZJb5eXzBbrdGMCJ7mdTjJ4asf31CSdNKD/lfRbhPAqzco1T7K+SZzv"
    "zzMzkOOURNwqGn3mUI04x3HoqklGoQTrQLk85U/07xThO1kPZMs02IOO6E087rDgnlsqf4"
    "eS9VBYDy0HTsjIZEcTCOIMFatssZFA4GGXOUViYGstFZgrQBu4g0Bk7o0ic3Uq5cSq5BQo"
    "kIPY3DFjcwZ9TET2jWQ9eBkyPUify4IXld1pnkuDF9CdpraNxHen67WmOAXXunurTQbaaM"
    "Z6UngGdvx752r4G+soMbe+qtJPYo1sXjS0ogpgg4AGNkdpYKOa7njL/jUwT+d46lmBgkKQ"
    "Q6RvLerUeO5S1K/NI6ENjMpx0UhWUpPoC1CQs8pyZrtlQDCnkrVUmWYhDVKje0tBJ/zo1M"
    "xm/+DMlNjJbQ4LJPNJjnZ10Uc3gwJiOcRajk5Y00IhJyyHan0lNnvMkripGI0FYOuZpCqQ"
    "8yBWJQsPnCl8fyKvNWNGQmEWYUBskVgT21iu/j6PBDNZZTMZ+tPt9aWBo0rlVDcrNQ5Hld"
    "oodaUKIlaBj3fUQ6RLervLIdhiqIZoaTXEkcbHKKevjpJ6WKGXpUwCLo8DAcjn4DzkEBQ2"
    "ExDPwW1hGxR+O/SL4LlrS3ASdxajcpmKsrVZCYG61MRCPhoEIXPU7OSmCEkUa33uT0bhAC"
    "FqBjvhAKGRpl1O9Yk2vR2Pphq9KeuLTB8nsqLiwPcOmxg0oZ9/GmqfzztsahB72NYWfr53"
    "Po9H9E6uc+9cj6ez845Nbfx7h3I7DScP0R9VKQATn33xymkXbX+bJEbHwdA4GBp3yKI7um"
    "9STc4Gq+gPHKJ3DJ/ahkOsXeVYu0V0Hz1hzh6wa/zUBgazdwRm77grSotMVDYHbGBQtkkv"
    "VWTiySRcskBQnCrLGJKUXUhSQroKkpQg9dNKUmrsgFBVijKzoLcjQRkeNoL0ZEvTk77l20"
    "Jh6Q2gEXGIQ8fOsl9TgPQCrAnHLg/NPNVyvHPC5ZxvAMC2JNvCGd8sCnK9srne8DCAJxZf"
    "TiFNeNrz0eWzGtHls9Lo8lkxunxaXR+6bmiPiRHdHYxHA20yO+9QYg3s+ffOzfjTUDvvLN"
    "21he+d2c9afzahP9ObI9+jV6a3Y7aerFy2muKvtIlGbxLeIs5f3ztjCpycd9LvdPTsIfOu"
    "9MS9EirGzwIb6LudiK9WK86FHZNI+OcZGAhYaQEzEfzhOoKOTIo5oD6+mw0EtbGyRp6BVs"
    "gQGxSVhTSprHJ/MeSYIN0i9Mt6rKsjx4auSmuW3AEynAIZTvHRUvubKqXaEy5c4OJb2JMY"
    "zpWHtf4gs+0+YyIz5KwIbD2TUHD11gVXp1df22XnCtbJd6ntF19O+lfUyzU9NKdebn8wG3"
    "6iHm50L+b13txea7OwQNZdrsLD2vRqn7rB19fhVfb327YqlbNsvmScDZKSWwo/oOCim9qi"
    "kvuojbRJ//q8E+PvnYk21SafmFioI4K9tSpSic8eyUolAz+gVJzYkRIRyYg6g5Rkirx3xq"
    "PrIfvJdWwrvtPRBZHp/SPbmYkHb1Bge39DmJCNiU6faE84SFOAQsGZynGaSFjcXlF1pFzS"
    "LgpkrJSM6V5KXQ99jun/kj7Rtb0XLvo4PvVbNRQSdmCynMSduDnvT0TGblYzd2gNr5faYH"
    "jTv/7m+95ZIfaTWAbfvS9u/z7dvz3usKdKqrMw4LeCX/YsSnJchLYoxCHDtG0RVmYqSTYH"
    "DXxX8v3wohPKg60/BIR6M4QTGamM4HPxEL8XiN+HD6sbOOYrwhvFexzQm974wALedOQ/M+"
    "S9czkeUEOCDe6gAgmScMDxPWpGqeUYNn2s1xw1VPlSbGHhhRB5IbC35Kihiux4AmhCPdih"
    "E+M2chYBWnAe8XqqJ4s/oNqJjsKKKB1tdN7BDlU4VPWYYV0YKwlTQ9nQDdR9Zu0uML8asl"
    "LbbINB3Qiom5i+sIPTnBc1rUN+Fn1A9pMzIKdO/gNynl4pga1bgBgEakjiHnImehFpoF2E"
    "Qbqgoq0f+y1B2CFOyLgpw4OtI1MEGOa0Udimr2T8T0U5IA8MjzyvLjDD1BNe+ZKR4Mr7QF"
    "ynMq6zzZ14fqPiHi1in5/nYJkowRaVGwSobonZwd4COdYfUu2J88gmlXIfukOu6yNbp5b0"
    "E/1uIobiNhBmrfDJTapwiGuLzAbig4FkPskeLjlhXVXyXUS2JmFaVjkfPWuPWOxBLcDgEd"
    "0eBezbWJ/TV5hnru1odpHBgZUh2wpAnPsiDriXaTcCs8aaX3EHbfz2ullAG79yqpvV0A3a"
    "+LVR6gJt/IqmefTX8uq5YvjVrxMcBfc4z0Lanm8W/mtGr2969J3YM/FX8hYkV5Nn4xCdD2"
    "/DsN/O/ofZZb06XRD1KJ5Yrxlid0QxXoe9Gx1EOqjz/Oja+Jz+Y2UZfuDhjkU67JuZnYeX"
    "Tnj/Xmfuekvkd5Bjdp4t03981y2wvb+7vqIlY0SGaFAwi4L2jPtpzxhJVsRtShGNOLd8aI"
    "8pfH8ELOnN+iaFwPdnSruOz81RXlgO8spSZCmoWG/yEg/SPDFaq9QCewSzDzF9hi+Go/7k"
    "C/8pTtZn7aCLLzOtT5kXMGwOsUtPDeQ4Nbbp3Lp6+zSJINC1uKXb4iEMlBPQK8fJWLKD7M"
    "LcZ0BAvRD16mj1K/SEa4zH3lq2S6fPKUCHOdntVulSM1JhNOqrZ9TChOzj7qZlvbPKH/rT"
    "mEer7BMP82IPTDjMi4X2hUq3Lzyt+aFHilPt72CUkuN5T0gUKuVYa9WnQEFFY8WsVnDixl"
    "3j5Y7JeNvrenXCE8sYAvEJiE9AfOJwzgN/2lI544efsNQgsokbeNSwknrUeVgQArjLh3aX"
    "51jsDFK8HoiDOMNbxxmYDSnjBWVx4AMp5wMV0iluIJVNSWENan/RuvT4bZQW2+WA5pb16v"
    "ifcb4N3E9wP8H9PJwxbpl4uXJ9ZuPoT5hjG5WTz4GCCCREEPafQ2GTLuF9dRsLlQrSlQqu"
    "Z2JPLjjAgcK7ALEBcHGb5uKy2iSxsGECaAS3h9YHc2TZgSdEeAYCHTXEGcdfV5aHpabJ55"
    "DQUUPxMI6MiDMwkK/K8vWwH3iOHnicZrVV7nQWBdpTolkwVAI19fVSLg7rBnXCsJtVvZpR"
    "WAqAICwEYSEIC1EP5diHqEe5AnnTxD4ysUxeP4WBQQMGTaVBM8HzwDF3GTTZVbUMGi8EgE"
    "EDBg0YNJBVbpEIFMgqKxYLOk5SGfoPHFkA4FyBc6W0cwUpZUgpN5pxEhgGxqZMwrEAhaSj"
    "akEESH61QszqxIo+ourmfOnnvR3xoQWCbnytDQxBg9Vj+sQusZIREnnyy93hDKRJzO+tE3"
    "n4XwGbNlkPPoRMcC0dlkK1Aae5Yd/zUNlMyG1sQQa2Rd7sie7+Yx44YWSv8xBYNt0UyTv2"
    "+/7ZPbxoImXx7/8odchxmMaff8UvVZYGb+Uum6MQ3Qbzo6XmB7QYP5rxIZiPghzUK0Jt9M"
    "tgb+VZohNSCkCYklLkv2pKSi754ZBn7Ik87ykCHnkoAN+rum/tlMW3NlmdtWsZeMCSltXj"
    "iHgrd5qsEYY+qSGo5uxAJueO5ZOOh0PX3fVe/kY6YeYqbPMRDwBkA/08y8d06Xm4nG63nU"
    "dEOv6z24neDbI9QnDfN3+FGU2wbUuYcjnYfow5sKq7Lxhx9rpSISTLm2RM7y+eFCwfeJZD"
    "KZspAPhUrnVTrPhr7A1CmwLEL1qqadXZ9tRQE0fpVCPKfhYF5MsHkLgdm1k1nEb3wJD6If"
    "2aKC4gz0eTTqB7M/2TP42HA43azJGWv3cGE+1yOGMgepU6qqblU18oKkITrZ778EON8rkP"
    "RWcurZ9jH+UFAmYfmH2q8rny8NpyA6ILE8tBNqgKH/LepxjdtAgJpIKbOWADY5snEsusV8"
    "YJFf9vXPHvYF+XOJaSh8HRFJ+KSILGPAxoXHguITJEFoFAJcX7mMfiL9PxqERzppAif5bh"
    "d/7svGU12HG4Y2RUmyZFK6Swy7EbXKgZX909n427tFczCSc2pe31ibJHD+M3zMNt3f4VAW"
    "EFDjxDpHg7Usw6Cgp4vclyCCbwRqlD1P2Ygd9ECQunnnI4EICQANTZ46+xucCe5vheZVn4"
    "1rJde7sdAnS6YXoWZFTbuk+Kx9QgmHYCwTQVrdLW7B2tytre9r/caKPZeSfuHHTvTLSru9"
    "HleSfqgXfvXA6nt3csg2taZBWokr1FhsGPPNWTTQautHhmw8Gv2mxKt7bQCCD3zpWm0R/n"
    "GNN/z/q/sR989JX9dDfq395eDzUqu8ChtoNt4VR8lxv5mWoIEIpRjl8J5OOlrARSaIPSyw"
    "eWwpG6CQD39MqD69L9eSHMfh4H/Mvynz/PLmjhbmFBDrJygD6H0OdQ6aoH5TMB799WHzTk"
    "KMkNsuyq+Gf6eW9H4HNJV0K8s6XxTgMFRKhwcwNohKY9dOVm48NfF+Pxr8PRR30wHl0NJz"
    "csTJJY+JT6ueUtWQxlPLnUJtk1kROcWRGH0fSJdjMc0cWbeJru4SX7zl665qo/vGY3SVaw"
    "PrH5e8zuJqPsimjCXnZN/3N/OMsuQc+I+uTmdvgu+nnzS6PL2d85vouif27gb6JF+vhWG2"
    "ViRrq7wk4mmqRf3qUBQd0McPrJ5/Eo/eTZddJPrsfTWfqR7RL6+7RP7K+hj+noI/t1kW9r"
    "PCJnwX5b/Gl/NNCurzOfs+fNDr9/HB/LrokjZblVk/5oekVFOL6i/x8uYkHyOZWhO2dTGz"
    "Z30j8O6e9MbqIvLPoLN59NtIFGP978DioXA9MVFH1Fpa5vgnVzKnF9E7H7RO3Gqy+6dkNF"
    "cN5ZY8+av+iYbWNMOuzJvO1Pp5/pQ8bEQ+h9V4iQZ/qMyUTqvj2rY3+dlRtgZ0UL7Chdh8"
    "A5gwARBIhazP+R8gPAfRpgk4zLAfuvZP/4yX+QQ8LlXEIJFYAgAVkJRF6JzBCkFAbsy7Kf"
    "eGqi9OdxwL8s/+xERMDpEl0v/JKiDxeA6bIgRByvFYnCsGDGcPTxvBPj752pNroMrxDsmM"
    "mVWfhjXKI0TaIZhPnfH/ufNP3u9ryzQGusBytWDfPraPx5xGphnhz32ZHxpd+gbMn38XLl"
    "c6Ra+jplIZDV2DrIj7/6EifLM7DmTQdqWMvMrLhtRHwde54r1J02j4JhXOKJgCUmBC34ts"
    "Dd3fCSz3seVeA9CCzzHcOqkw7YB/1RfDV6RbIPf/iXQtdfUGEkTNeIz7RLYc3bsU5EvKVn"
    "N9Sqs6D/3VVqsVnSq1FtQa9BwQUUXEDBBRRcQMEFFFxAwcUbF1zAlMljFsTPffqUSmZAOe"
    "DGhOwOLAdwjssF0lzn2HQdLCHyDAycY3COy5zjMbMiLyx7l4e8va63w02O7NOHCHI8X1mV"
    "Q9XgOEOH6UO6zfR3Y8zZNcrpThGQDhLnm20LyKZ0mkLPeAEGzEtMirR8oUG0yXrgWoJrds"
    "7ZEzvbm0KawHg+0lEn0FEe59gKc6wR38Euf5hTRBPIPfTjHEbAROjeAIBtcbY9zOKccZy+"
    "LuM5ELAuzvozor9Yx3rcPJXjB7mujZHDp5+DLg4Rp/C3ssc3Vw48RHw8vs7J4WJYJPru5k"
    "KbfPMhFApdZPkZH0gx737o4+VO1z5d1Kvl17NuV5ABb6kjr0pM5dimYJtOwAL5qUoMocfq"
    "0QWCiK2OY51FBgGwK78H1DLkRl5Kuc9CmsT83k5uREqaUmQLuUgFGDhJ4k5SVjeLpil4WJ"
    "CBuAzo3+3rK4/ro1b0XszDoP8iCR5810ecsFYFiVkQUGhaJIxay8zy42CPQ+hb1T4JsznH"
    "WIbIPKzlHLJRm+yP22YwZqBka8rAWsPgpTYY3vSvv/m+d1YIzyWb1Hfvi4kX9rBJclyEvp"
    "rn0zEDXsO0pEbY88zZ0+G6Qi9g28LzbSbrHZHI30Fhu7U7pY/atX5xNx2OtOn0vEOoiG39"
    "ISCWgwlhdeyftMlUY5X8k48aq2NfY49gVsrvLRSZ0RIyvcamrLLh4lv0FshonA1nr1Dypf"
    "cA7iu5D6mi2tqMs0jSGipzjwM2b7GpaukKqqlrqp7OOwx571yOB3fRLCnKfLCMx1MfXw3F"
    "Z5jEi3m2gApvGGqU9EjaOnu2c07Fdi+3cizHsAMTc8L9O1jMAtvOIwvxSD2NBWA7Q0SK1X"
    "XsrOkQqOeAUo6WlnIcqSbvhN7/t8l1HKOBvGqkQw/Jmm7ICm+cHxFP5DbpGLlKOkZm2kdk"
    "GkcMxje319osurpc2Ths4pBpZ5BpY6D9djsMuxfgryvLw1LtAfbvz8QdKGSFmoGrrM26oz"
    "FzLR2XuZbjUeRous7GST26GGD023YrjDqdMOqPfoPkLiR3lXIpIbm7n/AGhIggRKQEjxAi"
    "2vtGIzEtIAuEcQGyrt6GSNFT+VvAJqQ5Dh3j2JDoY2/Jcbh/mVJvtJr+DbKoTSzD7/zZsS"
    "1ygu9ChRwYJdVyKFLeyzckYjcol0PUDXBbErs1UQbamO5teyvbDykiOrcrbOXh2jzwgOdq"
    "kzj3SR2rzR3/CV6wJ1ypn0eBTpfp/+H4yPCFmS/igHt57oWbVmwBgX159leUOalHfwME9s"
    "XZd1wfcwyXit5xCQDYFmfbpszor8ypFO+hsBy6P49H47swq0W/oht4aQ/ztF25KqmukNdw"
    "yBsvCyAgm8w9VJZN0l39Y5j7ShqrL6Ic2Cdtol8Pb4az8467pqadbS0tv07P9mjFpRanPa"
    "PPTRynPqNP2d2Tj9jd753B3WSijQZf0mbxSfYq7Rd/cfeFfqnNnSOTM76zGk9QlLklEj2F"
    "80hoK6xaW+EyS12fuzY3Ll7PYM/AFdYUyu6mOfP7FaIo4kEWEjHJSBHL9FPPIUH3qaz72L"
    "kv9udvibg00JlBHC6++eGNRLn3+CbMnSilurlzJ4KVKSn1PBKkrrrUVTrXsECO9Qf2bsNZ"
    "YNUnHDhLezvPOsQgPRo2BsceWnrsIX0QxLtY5pFQiS9dngHlwm9dLixRxwUVXNljBRbd0z"
    "h+BLN/+PRlIFWGT7PYY4aLGr3eT4i0N8uTiabJIJYkx7VFqF29RtxnvLLsJw+EdvoCdT9x"
    "Tx8ibLYVgFBTK2u0edhgJ8Zl4gIFaAMDAycSCCgNoioUCQj8B/drZQAgs6K3y+8P1zbP2a"
    "/zSoC33xVXVaChFNVQOe/W8LlZnnJzN0WAdyEzUzR4+C82xIaKphCgXJ5yYXs3j4MgpbS9"
    "e6RxO631NdQxQW8RIZd4bRm4ygwtrtpliq7oeiofBoDsU0vt0Uj8IttoioBdVH68i+TELt"
    "hDX7mHWoQEnMe9XNsk65vE+d7KsVYBeaRK/wkLuT55FGgRmUJeqIODiqiDG6HhCSqN+RPV"
    "Zmhx3W5DNETooasCpmhLTdGV564tE3tCW0kGAxuJxEaSEKiXBxd2s69XxBhADLW8Ag85JA"
    "oJi7sGW9gm2aoH9g/cwDdcsYYSGQg8+xLPvocNbK1l0/hZKFizYM0KWLM7yvpFqvmhhh9M"
    "VzBdj2S6ShX48tEgCJnE8MmNMRAnnzPBYDjSZ5P+aMpaflj0azMznLX8uO0PL+kyZJn3zl"
    "V/GHb9mCPLTicZpIMMVGnEAaczXnU6A44PvfXxoSUysYSDkIE10Dk4EWegXgWd51FPjgie"
    "ccqjWn3MiR3loAQvEfVQOL7ArlMgWegBz4Ech749HgOh3NHPltYfvE46u1jPIuHwjQDrzJ"
    "4KPCGDPwOBI2biRv4Dcp5khjEUcC0aUs03FaEhUBcaAkHoGBoCgdRPLGEQBwwvkM1CN5WZ"
    "A97S3q4UQhKQfIhQkEyAZAIkEw5WUAkRvDeO4Lkr7MQ6r7bzkMFAkDneFwS9L7ukuUcLCV"
    "y6a16QpoK+DQLIIxb32au2tjegBhraJ2JY1wq+M59BqvwKNdiTOnUBq+c6XbvUh6jjOGUW"
    "9uq6Tba70C3niF4TK2TA+iMijzzvyUFe2Uz0HK6YBniJhwedVK+VKp8oHhW5eWuoxXgxHP"
    "UnX/jm+wVntOTFl5nW3+FFPXjuM6GPhbg8ish9SURddbZfmWRbAAoWZW0AjXCnDu3DrrFn"
    "0V8mFDjIYoB0mTaXlFp9hXyOkql4zrMgoF2CdoUmR52SKMBulbFbb9w1Xu469cpdW9t6Xc"
    "YwiPpD1B+i/oc7egatwY9A+xP9O/mJlt3HBRKsysR3b/tfbrTRjJ0CCDsbJDNckwmu987l"
    "cHp7N9POO6ZFVoGP750rjf40x5gdIPgyvovAbkCx/ctf7qaz6IbI/G9A/GSS7fEPDjy7nt"
    "CR8WS9yuJT9r2BUxqvSmHQl0uIu3g9EAfJ8bdOjhM38Awsd5KRh4UKZ4nzpGxejoSKLeBA"
    "XYSEyOiMLSAojl2KA3+Nxr3rHuKN26l4bLeQrS/ND6s9ZA4Zuo1uQXLq8cScBb1GVshz6T"
    "nDikEMBSyIWmlRK9BSSzGFeJyOWlEUQ1gEORiwL8K+OgmUCZ7TN/pxxnr9ViVPttf1diRO"
    "vAgRtRGGpElLkyYBkRibnAFBo0RptT5HS8t+4ZJ/dze8LImoZUEF8oPAMt8x6AmKoILNyK"
    "GLDKGsiRP+pYUmoEyXSRSs5XFQrtaTLFeDmhIZaZycY0D1v9TJYbJPJ18x47RJ8vXwmipE"
    "ufMMWSRIWWUpQ+OHcoMQWgC8mTsbUJGas/DKDod2a2Vvt0sbYvToY3BqW+rUKhC4VE6jHc"
    "XFhVFtR6Ufqp2Es5kqbZU+9Yjj/W9A97/q3ZK7ePeGGcLi/ZI+BiY0zWnrpsmEv81/edFU"
    "sr4RFSaHrpSCjbGNc8CB/GjTQYRXO1Lv9EKKVlnxdMO5BlfaZMImFYQ+xRx7HhtgMNGG0+"
    "mdFp5kCGfjqjLAQDgM1Njwz4mEe0qjfOoYsVOMKqM86ee7TFVCV4Jt2lLblG68VG6iMsii"
    "YL+W3q8JDqNhIr5BBqLyLq2se+BRZS5Ad7wcqJYZvUX3FZ1anQ9iB8cLMKBeivoozP6EOW"
    "dcdiqXBAbUyykYUdozEKD8dYpG/InfgoIIZE5/GwYmnDGL5cynCDgPWo9vlXxP22bdhKq8"
    "z3RFb6f/ydYe0QNVo1IbnNHovwI6JFkPKltqMq6HMScyWbFZbhBAuMwZfpf4yNZFs4EFGO"
    "yWEgM0LF/IKkzWw2MuQzYrc/HE+rGkkEZQnk8ondXIJ52VppPOitkkn95bPKqSR4ESkehg"
    "jPh57Yr+xagkpw181+DbIjpZItvWHwJiOVzvctcI2208DLIVGGRLyXOfie5hNuUT6wbV3w"
    "uO6VIphdJ7gCQEJMG0t0c3SZM7pKpeeUfxHofbabs2ff+6YgLoXg9H2nmHIe+dy/HgLmox"
    "SQUSqNNg0nLWrmVgfeXhufVVZGvYRh5QHIKiUHaHYDUwf7iOkDeVxRyQ8rvZoCms4yWybB"
    "HKNwCwgiQC6/YzeiE61mONIWoFcfGw94rtvZjoDy96qWP7y3Q8KvW6trDFqj7L8Dt/0o2O"
    "vFndTPcf88AJM7udh8Cyfcsh79jv++cRVBLjqvolKb4PvXzlHrvBlqsQPdumTknm6abqYs"
    "ttNJyuVq3usjBKiHCrpirK1TaIw1WrfXgjUcapmrMP3/343U/f/vDdJkOzuVKVmNnWb3BY"
    "vZzqZh1WzzUaWZmSUs8jQeqqS12lsgHft8NJQjPsLUl1/QBnaW9nIUEC0n2GCgFQ0966Mg"
    "LXWyDH+kOiqKOIhNp26dp2mMvw1u3V18i2qAL33KXoFp5HNnALP5Etu5a784TxiuhzLBz6"
    "yQMPGPM5jmD3GPIx3OXSIsxl1FfYMzCv00fcraOsoIF3gzb1/bjUBsOb/vU33/fOCnQnmu"
    "6790WFlmctbp2xzXxFj5XSO7SJev4ACQ8b2FpjolMLPUCcIFmlLuGgQaHUVyiPLr0786N0"
    "E71w9HipQboNbJJJCjEsMIVO6MQ9fRfHga+td0xb3l7X2xG4eMYPj677pBP2trPJEmE/lC"
    "PGL1Tp4tLaYIY6T33U+OxX/FL1yBcW7Xre42ZLT/ilgTE6eK5rBelWwYNtGfzzmlUDBfI4"
    "GCjQ68gNFACTqfwFaVYCCPrPg518eItht7kgYis00E6AXF4dM+GB+kX0Wwr7Inlck4Im0N"
    "CzPeTHjhKDyna0zWBBENKCUKNFRCupR+bS8oXL3jegA6Ypkt35ZNMUYTck0ac8A4JRuK9U"
    "9KK9IQowOGAjc8yYBBzOy837ZD1Ukm9N0/Ysg0NlRb5+g4D8PPGRH3C2uXqHe1P0AQ81ep"
    "gaOGuciLX20d6JNtUmn6I+7dEd7p3+YDb8pJ132HyoNb537qbsczbX8t4Z9EcD7fqaXTDY"
    "X2/bqnR2h3GdYgr8FAJpW/J94GYoKs3+BAQGkaxBtKD8iFhCyXowgaQ6rVgOsXim564OKy"
    "kOzhQLOFqbcZoSc+Q42FdbT6fzAvCNpye88mW4LOBazyMkhcu3weYmheEsaBulbjwiZyGe"
    "VsjBjhzWnv5uX0Y/fXPfdahtuEb2N39LgmLhFyV/+/t99+8nYf6qlsGf0e+9O4ufrurVq/"
    "qL6OhBOr+N6Xzo8H3ITryUmoXL61hU0fo4gwFfWnryjgjlrx3p1XLGIT98sLAFJHhe4VuH"
    "VOi+FY86yVNY3kKuAHtV97jT0RRv0yaO6BGb7gpzNPSuWGceC/FOkQP1aIX4QxjK/cwMpE"
    "nVU/s78xoTpNNH08SeFSdiBZ7pkjvAky1SMoVsTHTiI084eFaAQiZY5UxwJCzscN6xOlKO"
    "gSBjpWV8eiU4aI2s6A5i8u32P/WH1/2La1Zyk9zj3rntR3U3KxRX3lyPw58N2yWq1NyEcw"
    "y41QGVLXmysBbl+WT68FBz4NEyTRkbOcWBFSFiRbg2Z2MpL7mOlx/OLn5/IkbxIxYiMlkO"
    "RBaJhCbbe6UTCivKqW5uih0KK9oodTgxe+zCiYIstgVx5XrYWji/xmmLrE9X4D4td8j38z"
    "oxYfyVPG7J1fRZ9tDzpkwi9xRSFugfiyObddCfDvqXWvev4xWleMghKEyVVlalFJf1dpWl"
    "pAAoS2lpWYrrmVLd4k044P36ox5PFi+qWi/olmBVrg/q3va/RNMrV+iFTae4dyba1d0oPP"
    "/Gavnvncvh9PZupp13TIusgihIdfxI2wnGQ1d4M99USELa6HI4+kglFOHvnendYKBNp+cd"
    "EhgGJuTeueoPwyOIc2TZLDYayVDbSFGV+OjKc9eWKTYdPItR+VVStggpfrP1Jd34XaEh4d"
    "tIKAKTKAITP/uzx2M/J/T0l5z7gWEtRcW852Etqp34Uyp4Lfy8xmaSFJscbMvZtF0idXqy"
    "gGs5i9R+Wq5cn6lEflfjimnw29BGaNSDW2GxGatTjYnZ5iR01oSPBmtM4uCJbTGTlmDD4w"
    "3wqTh9UgQC++Lse9i0PGz4euBxxvyUk1/EAfcyfqAnk/zJwaBpjGwk0cMrGxmYCPNfAIIE"
    "ZCXgPssZ5QVcy03JI2WQ4Qk+P2rDceA/VMWIiJ2fTRFgsYhbLCydEXhCjlIGAoyLM+64Yq"
    "3tkvXAtcxxfN+3pSrw8kg4uKPywR1EniQknKJAuipL18OUUiIZ7eeBW3T8pyR9EmCJ9yVF"
    "wfui8vuysKgjqAcrjv9SdXorC4PDWwKHt+CoTBeOysChCTgqA1KvI/Wt0xrHPVEwx97O4w"
    "SbNb06ZwnmcasmOEjQvoMEcY9TyVl9cJTglcFjOHp3RPJPYJLW23O+NzN47rlLXWrsZBHZ"
    "JHoPPZbPlRNBHgfJQGl9vkSWUA3TBgDJEpnEFLdi8u5ueFmWmeIXSQaBZb5jsBNUNBWkRz"
    "X/kbuUdYTCv7SoOJ6woz8i8shTHA7ySsLVeVwxDPfiR53zm0PpRdy6dfMc08f4YjjqT77w"
    "H+QLTqvXiy8zrX/6RxfdOas6Fh6mOL660ibsFGKMZ6MUB9rtjF1ChoFXPrt2qQ2uhyN2zc"
    "SGbTnsGvPuLyf9z6PzzrPlP5oeenbuHe2322F4P/x1ZYX306JTjlidI47RVyMSwaI8soHB"
    "ohMJDtVKZERdB2UCwVkgJKuUljFE+yHue+C47x2pjvmmn/d2xHuZkwex3pbGemGW0SEP1l"
    "DKxE7zJQCIBIizDXGXQ7LNdhFRZZLFAOcSZe/0W+iipOdAwLrE0VTX5hBeLyiTYA8YkjEC"
    "4rvLqC2SSExmcDedjW+0yXknucO9M5587I+G/2IXXW+BHOsPdnU66I9G7BoxkOOwK/3Lm+"
    "HovMMGlDlqRFssorP2iGuJ8fApDsasCYxZQ4Q8u9TR4cePq3pJFYCgoyRsn68+21ptPcxP"
    "C7VR40BBAq+RgFAntQIMmBdnPkw/EX2NbMvUWR2BaFCOewOIwKocgUXPyPKpyLBnzS0D8a"
    "fXVg9T5d8BDhEI7PnUWFqwg0riNtYGBnwL8G0jZxGghbQ3ksUrvNN0tRHL3LIEMEv93juz"
    "n+mvfpRxLM5q+BVnpW7FWdGrCJxn5LD8DYsccTL1fc9DJUUS29CCBGqOw5VzCv8xD5ywW3"
    "znIbBs33LIO/b7/inoJO7LBvj3f4pVPPS/+ty142y9SHQ6A1P4mVbWegqDoBLUF3HAvTj3"
    "0aQKmTxyHgm2qsq2Khy17MJRSyi+gKOWIPXTKrn5hJ0AV9XcZBb0dhTdrNlSqLqBqhuoun"
    "lrq9p2ywKC5YRnMeDJSDTPZm2KPLFRHCmkCYy/adyJWSZ/CNaSZTEHLD+4mw2OFFTavyKh"
    "KsEPTA7rV7aLyjRJBlSgfc5Qp/dkV9B+Ob67uNY6txNtMJwOx6O8ARl+mI9pT7T+9Za6dh"
    "YSNGdRwHMNnt1nR2ZcZAYFZ7KlzwRDfPvY1qAE+xwoSACi3IeRhEKRGohyHz7KvbKRo4tz"
    "WoQBsZA+aGsgGdIHbZS6YumDKQ7LbnZmEXLrenWSCWzgHINAUqGlSYXoKRCVQRYFDr20Qx"
    "+/fCLuZAYCeR0JP/KrUIDw6ysCgyfE9D4ig5y0TQWxvIwNEMsl1nP9kkxkBb9ZENBch2bk"
    "LHgndCs43iCA4DoEE+r46mSFjNgQrc1zEQh011Mbz1JsF3BAdhnZ6viIn/HDFBOyw0Msru"
    "rt8A+f8QP1DkMAeIct9Q6lWkBDA+49+YYe9iUa6RaA0Em3V3AU63bSNfHa4nWFLnfOUwSk"
    "eCXK/yCp0pLwer4+jlDrHmNHQu5FbAMlfyKSrpXdh+bVjRWzUs7Qo+s+XWLbWmPvZYdHtL"
    "20t9stYiD6CIQoC87jtNU5wo65ci2ZqVt5IDhJ0k7SEhNCNYGwBPI4EIC0AELOtqivOE8S"
    "r4fcpYSDRIKH/2KDYzxVpItTCFAuT7mwgsnjQMFIK5gjzbVULBRzHO5dwwg8TyoiU4CCx6"
    "acx3biM8NW1IiOXTMB6XZvtdHlcPTxvBPjWXu46+GnaI5Y7NKxyV9X/eE1uzRHlo0Vmf2F"
    "fB8vVz5HTqV6MAs53Cb0/m214N6q+B1qNknotgwMThMprdaid1wPHJ8306NayltgkLXKsg"
    "5TAbG6k80k5OEgb5XlTW+1on8d1stsl9I9kYNskIuwt80Re54rNgIgAUDuW+J4c+BFp8SX"
    "Io9yAQWPMZzUbG9RgXIpSC1O89RIQeaX9mqmIJM8EmQgW5qBhG48R4yOBp7QnMh4OWRhZN"
    "rLs3C+2KSEFHLACQnHo3xrFgKMrjvwWBXTIuzvN3VqVRHeab16wXTObRT2p7rjz+EMx3BL"
    "uXc+UmvuvLNwHRxF0MNIOwuhJ5H6o8fQo+J4Eb2dIkB1y0yv9vDacgOiizPPgSr8KpyKBO"
    "Si4aU3gSipylHSWPfqxHJ4J1mqZb4FBlmrLGvondeFwCEEDqHFG0j9tMLFfexZxmOXHyCO"
    "P+ztCAmjdJkyceC2BIFfueVU9WYr2dHL52GUb+mn6a4WBmJ8/32NgABdVT4Ug31WKKuj75"
    "UAw/HyBrL74f37OuGW9+/L4y3ss+JMF8fHDmc3/WU6HpXYTymkuI1aht/5s9O8EC4jo9rx"
    "L/r4hU2Q3eDi2E1p/vr/Xmo6qQ=="
)
