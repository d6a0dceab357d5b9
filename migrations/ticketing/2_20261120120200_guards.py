"""What rows do by themselves: note their edits, and (the audit log) refuse any.

An edit moves `updated_at` and `version`; the counters of the statistics triggers are no edit,
so a sale leaves both alone.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = {
    "users": """name, phone, email, username, full_name, role, is_active, password_hash,
        external_issuer, external_id, deleted_at""",
    "events": """title, description, venue, kind, date_time, ends_at, timezone, capacity, price,
        currency, status, seating, payment, max_tickets_per_user, sales_start, sales_end,
        organizer_id, deleted_at""",
    "ticket_types": "name, category, price, capacity, sales_start, sales_end, status",
    "bookings": "status, quantity, total_amount, expires_at",
    "tickets": "status, ticket_code, user_id, used_at, used_by, gate",
}

VERSIONED = ("users", "events", "ticket_types", "bookings")

FUNCTIONS = """
CREATE FUNCTION note_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END $$;

CREATE FUNCTION note_versioned_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    NEW.version := OLD.version + 1;
    RETURN NEW;
END $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_log_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""

# `UPDATE OF` fires by the columns a statement names, WHEN only if one of them really changed.
NOTE_EDITS = """
CREATE TRIGGER {table}_note_edit BEFORE UPDATE OF {columns} ON {table}
    FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION {function}();
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return FUNCTIONS + "".join(
        NOTE_EDITS.format(
            table=table,
            columns=columns,
            function="note_versioned_edit" if table in VERSIONED else "note_edit",
        )
        for table, columns in COLUMNS.items()
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    triggers = "".join(f"DROP TRIGGER {table}_note_edit ON {table};" for table in COLUMNS)
    return (
        triggers
        + "DROP TRIGGER audit_log_is_append_only ON audit_log;"
        + "DROP FUNCTION note_edit(), note_versioned_edit(), refuse_change();"
    )


# What aerich compares the models with when the next migration is made.
MODELS_STATE = (
    "eJztXW1zm7gW/isef2pncjuJk7bZfMMObb21ccYhvd1udhgFyw43WLgg0np389+vxIsBGbBFWwfs8ymx0IPhOUI6es7x"
    "4Z82tcwHTC0ye6X4E4sOnNnQmWC7fdH6p03QHLN/Cvsctdposcj04G0U3dkBDvHehu0ErejOoy4yKTswRbaHWdMEe6Zr"
    "LajlENZKfNvmjY7JOvJTrZp8Yn31sUGdGab32GUH/vyLNVtkgr9jL/64eDCmFrYnmUu3Jvy7g3aDLhdBW9ea9Ql9F/Tl"
    "X3hnmI7tz0nSf7Gk9w5ZASxCeesME+wiivk3UNfnd8AvMLrb+KbCi026hFeZwkzwFPk2Td3xnZG0tQ1DG+nGtaobRluC"
    "I9MhnF92qV5AwIxfwn9+63ROT992jk/fnL8+e/v29fnxOesbXO/6obdP4cUkbIWnCjjrv+9rOr8ghxkxNC9veAowiKIQ"
    "FRgjYR/RdfYvGYPUmuN8/kOEwP8kgryK/xGtEXNfZo64IbFHMgx3YRAXo8mI2MtoIJRwrfeH6rWuDK/4180976sd8Kbo"
    "Kj/SCVqXQuuLNy+zxlmdpPXfvv6hxT+2vow0NaDX8ejMDb4x6ad/afNrQj51DOJ8M9AkNWbj1pg11jNlZZM6riH7pKVR"
    "m5+3HAtHl1YbA+/wictwz69zjXkdfy/mPUIIrLObaeBzVfYcqZ/1zCOkfVLGvQ/K+MVQ+fwy8xgNRtr7uHtCt9YbjLoC"
    "4Z5/9z9s5sxrxYynIEB5dcqlZ5gsrtIcUzfqn2eSwY+YyNOfRsEEX5X7Ozx1XLzO/O/XIy2f9wQhulGWSVv/tmzLayD7"
    "JURyKsonHXF+EXwgfgJx0kFTil0Z2lcAYL0666bjuthG/DJz55viRXYdWWmtbQ7/P22p5Xvn6UNq/8Yb7pD58A25E2Pt"
    "iNNxivquH5p35mILImgWEMnvmN9foi50HeeB/S0TIDJdjjboD3dhZw/kh8OUH1w8xS4mZs7yWTyRZEDgr1fw130Py8sB"
    "KRB46k3z1IF83vLVR4RadLlOfiHzacg+Md85OXt7dn765mxF+KqljOd1TqlDkW2gueOTPC0Zm9Yc2fncilDRLw+xr6Jz"
    "NJDrEiIv1V5/qAxenJwddYJpnE3iFg3uO57gz45fis637/KFL2f89u6RW+B2pzB7sVgyB/W7YWMyo/fs42kJxzGRp+Jm"
    "JzrQ4UcEJYsi6nv5/KrEnwcc99n1oMj/yOpZK/TumG4vMJlEfrUE3e0rVbvsa+8vWhH+lvTYxrk/HqqXFy1G+dRy53jC"
    "WhWtpw4GQSu/advmrWP13Y12yRuZN+azy2Nt6uer/pg34e8Ly8XhUJQ058mbLex5IoZSEoPyQ4I8E24xDB6Zko11idg9"
    "jHo1JMoVc1Ia5grHnWfIBzWzyJ9g5gapFE2z8iN2vdyIWqEPl0LszoU7aYj/ZrqY33mFhyaL3MO5cY8zAvzFpKLVs0iw"
    "et2tXh/xWOUiRpl0nOpwtEE4DgQRkI0PVDamFrWlJOMVYC92wLuWi9OXKUG6AINonzzzbJbzpQb6CgBsy7PN9vo50/p2"
    "0k+M3aHw4wSLlhz37d5I66ljPZB4TOzSWzIcfeqrF62582jhW6J/UBV9zD6zkyPqspbrqxHv7y0c3puLROpYZScJVaIw"
    "EndLRgw4vmgl1/Tswg93QY3YB5XxcDPAPXRwG+LQbif5kEklvSeBgYFrbWBugr8dIuntJZgdzsc3ek9yNq7tSmiiBTLl"
    "AqVpCARKc4S2hWvl5bmURkhXmIMMjXYgNAqh0R+ZkfkvaR6x5KTcvhwr75jDO3HRlDm8Sk/vf2LObngu7gAPrwaqHkZJ"
    "5wsb06IoaT3cYI+58ZF6VsluCXyHhgtPasta7r2qqWNlcNGK8DxOfa2OP4Vxag+7j3WxygIt5zgvYWY7q6TgO7QKiXwq"
    "GZNozC9kJDMk2yNqgz7/5BDbis707Ibgpw8lZs9YYNfgWY4SXk8RfI9+TvPTHCAP2dgz2Ih2pfdrAhQC9HXesoXGwnla"
    "2jZWxrlCGti4VjZ23Bki1t8V0shF5D7tFXeczhzmz6Z/Q7PlqrUO3J0VjhuyWoUcxWu759g543wDwSIYSM4n2cUFca4t"
    "ssdT2OfRSH4V1dsIJOcSAkk8GO+x3EgWYDCGxTE8wYEGUCEKkUWCw1NnhweyTn/qQwNZp8VU71f+IWSdHqLVJbJORRcl"
    "vNuc7Uw3gr/7OI7qSOSMhSSbVA/+01n7KqW0YWPiKX4K4tZ4bOwiUffaRISxtTFfN9PvaJu0XcMLIZC+e6Dpu/Ab+GcU"
    "jaD2w06pr8/PL/oTPF84lCc8fMTLsnk9r+emmd1KMMYDXsLcfqBzO0wvzzazs8dunfbiLMmo+14kPu06P3LKLga7C9fK"
    "S+HoWgS5y3zSBaBA/t2SYm+/6O9GdQVX9DP2u31NGf+Rz383pw5h9w9dVcTqj8T7lpepUVJWeYWAIV8lJRgUO9Buduyy"
    "jvGU3cq97jxgUuawrvfb5K66IYI5mAwCzio4q+Cs7tZZnaK5ZS9zyb+56V8WeE9pkEC+71uTVxzaQBOUsBlm6YcrQHpu"
    "D+5UTKZgc5lxj7x7OZ80iwOXtKpLWqPyUw2yRp08oq0yAdj8XymC6UGmRyPs6+JHNiFWMXEWCVaus5VhO1vsEMJ29tds"
    "Z8OMhLKNbLrH0YYtbJSZCXvXw9y7xrVpZa2QxcEOtvIOFrIYnvOnL0mqmLQJ1rFgCEgnaR710Tg2mbcgEwcTYFAoTj4W"
    "BqVcfmUplwYWGskUl5CojrBenmK94MjNNT/O5aM6lxkBVUxuWqrRxnl71fMuJ8Fowzofg/aoIMaOl/lZ7otLitf3uD8s"
    "7JDkAqog/CwNrF5fLTj5dVqZHpz5DdsWmnBkmCMQhg9RGA7+SvgLcX/Iiq1UKJfimeNKJd6nMeCkgfpSL/UFSj9D5cOa"
    "jN86eZRbiSRQ+fAAbNw8dRo9Iis8g5x928onpT9QugOuRsfnuCVXSihJL1AkSg9GwWfTdry6yNGS9fqgQl/R0iVZLg7K"
    "xBURCQXEfiqdoNQWU71fmh0otYdudci0e+6iNYIt1g3xznGxNSMf8XLN/y0s0JZ93W/DjPEUDzehNhtrdtG3lSieGYWM"
    "hbDkKz/QU657yqXafnq2EMSNV17eLTl+tCHswPP5IN4A8QaIN/xy7fte8l2IKwBEGuTZxnNk2TJsrwDAtjzbfBWRnUzS"
    "GOC8QiErdhWGLOkZELAuz7rr2DmEb6cgx9gd6sem71FnXuFd4zfX+mjIXwsen+GWjMbvFa3/JXhXePwmoFvCXGFN421R"
    "aeBbolwO+9pFC03mFqmHpGx5RvI+ScHZdJhRECnwNtM4sboGA/4qs8We6I6La4xGg8zz0u2LD8TNsKsy7oWIdM4Lc5Hn"
    "fXPYRie/pEmJzyMCYY6q4Pt8p3xptQ3L83y5Sns5ULDAj1ggZ3+7Dft521xgfgvm4ZU+hxDJh4hcGyJyEJuBiBxYvVm/"
    "nVCwa5n37fyoRXTwaEPIAiXdahOzOJSAxQ8uOcWhiMIVnUsrskt6MwMSWRWk8/r1FjII61WogwTHhNLr7LmSYDjqvofs"
    "nhwfbyMyHR8Xq0zH6/n3DqG5Ifbfr0dagf+UQMRl1DJp69+WbXlNTHgoIZeTUb7tE3d4wiLIT9B97vfzPP0fyaXMAw=="
)
