"""Amounts of money have the decimals of their currency, and as many digits as an order needs.

`numeric` without precision keeps the decimals that it is given, and the change to it rewrites no
table; of the indexes, only that of events by price is made anew, since it is a partial one.
`numeric(18, 4)` would rewrite them all, and answer yen as 1500.0000.
"""

from collections.abc import Mapping

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "events": {
        "price": "numeric(12, 2)",
        "service_fee_fixed": "numeric(12, 2)",
        "total_revenue": "numeric(18, 2)",
    },
    "ticket_types": {"price": "numeric(12, 2)"},
    "bookings": {"total_amount": "numeric(14, 2)"},
    "tickets": {"price": "numeric(12, 2)"},
    "orders": {
        "subtotal": "numeric(14, 2)",
        "discount_amount": "numeric(14, 2)",
        "fee_amount": "numeric(14, 2)",
        "tax_amount": "numeric(14, 2)",
        "tax_included": "numeric(14, 2)",
        "total_amount": "numeric(14, 2)",
    },
    "order_items": {
        "unit_price": "numeric(12, 2)",
        "subtotal": "numeric(14, 2)",
        "discount_amount": "numeric(14, 2)",
        "fee_amount": "numeric(14, 2)",
        "tax_amount": "numeric(14, 2)",
        "tax_included": "numeric(14, 2)",
        "total_amount": "numeric(14, 2)",
    },
    "transactions": {"amount": "numeric(14, 2)", "refunded_amount": "numeric(14, 2)"},
    "ledger_entries": {"amount": "numeric(14, 2)"},
    "discounts": {"value": "numeric(12, 2)"},
    "fake_payments": {"amount": "numeric(14, 2)"},
    "fake_refunds": {"amount": "numeric(14, 2)"},
}
"""The columns, with the type that they had."""

# A column that a trigger names keeps its type: the triggers are made again as they are, whatever
# columns they have by now.
CHANGE = """
DO $do$
DECLARE
    names text[];
    definitions text[];
    one text;
BEGIN
    SELECT array_agg(tgname), array_agg(pg_get_triggerdef(oid)) INTO names, definitions
    FROM pg_trigger WHERE tgrelid = '{table}'::regclass AND NOT tgisinternal;
    FOREACH one IN ARRAY coalesce(names, '{{}}') LOOP
        EXECUTE format('DROP TRIGGER %I ON {table}', one);
    END LOOP;
    ALTER TABLE {table} {changes};
    FOREACH one IN ARRAY coalesce(definitions, '{{}}') LOOP
        EXECUTE one;
    END LOOP;
END $do$;
"""

# The old types would round a third decimal away, and say nothing.
REFUSE_TO_ROUND = """
DO $do$
BEGIN
    IF EXISTS (SELECT FROM {table} WHERE {is_too_fine}) THEN
        RAISE EXCEPTION '{table} has amounts with more than two decimals, which would be lost';
    END IF;
END $do$;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return "".join(
        _change(table, dict.fromkeys(types, "numeric")) for table, types in COLUMNS.items()
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    return "".join(
        REFUSE_TO_ROUND.format(
            table=table, is_too_fine=" OR ".join(f"{name} <> round({name}, 2)" for name in types)
        )
        + _change(table, types)
        for table, types in COLUMNS.items()
    )


def _change(table: str, types: Mapping[str, str]) -> str:
    changes = ", ".join(f"ALTER COLUMN {name} TYPE {type_}" for name, type_ in types.items())
    return CHANGE.format(table=table, changes=changes)


MODELS_STATE = (
    "eJztXWtz4jjW/isUX3amKm9XT3pum9raKkKcHraJSQHpnt7JlEuxBfHGyIwvuczu/PdX8g"
    "VfkI2lEBDmfOl0jB7HPEc+Ojcd/bcb2OYDDmwyf9cLLTsYuvMr18JO96zz3y5BC0z/Uznm"
    "pNNFy2VhBLsWoDsnwiE22nDc6Cq68wMPmQH9YIYcH9NLFvZNz14GtkvoVRI6DrvomnQgu9"
    "XqUkjsP0JsBO4cB/fYox/89ju9bBMLP2M//XX5YMxs7FiFR7ct9rej60bwsoyundvzAQku"
    "o7HsD94ZpuuEC5KNX74E9y5ZAWwSsKtzTLCHAsz+QuCF7BuwB0y+bfql4ofNhsRPmcNYeI"
    "ZCJ8h94zsju9Y1DH00NSba1DC6AhyZLmH80kf1IwLm7BH+7++npx8+/HT6/sOPP//w/U8/"
    "/fDz+5/p2Oh51z/66a/4YTK24ltFnA0+DvQpeyCXCjEWL7vwV4RBAYpRkTAy9lGwzv4FZT"
    "CwF5jPf4wo8W8lkHfpf8rSSLmvE0d6IZNHNg13IRAPI2tEnJdkItRwPR1caZNp7+qa/bmF"
    "7//hRLz1phr75DS6+lK6+s2P3xaFs7pJ58tg+kuH/dr590jXInpdP5h70V/Mxk3/3WXPhM"
    "LANYj7ZCArN2fTqylrdGROymbgeobom5ZHbX7fOBJOHk0ZAe/wjStwz55zjfkpfq7mPUGU"
    "WKdf5gDfq7r3SPt1WniF9M+9cf+X3vibq96v3xZeo+FI/5gOz+jW+8PReYlwP7z7DzY5eq"
    "2a8RwEKJenXFjDFHFSOkY16vejZPAjJuL051Gg4GW5v8Mz18PrzP9rMtL5vGeIshllm0Hn"
    "fx3H9g+Q/RoiGRX1SqesX0o2ELtBWemgWYA9EdpXAGBdnnXT9TzsIPaYXH1TvciuI6XW2s"
    "Phf2tLLfOdZw85/41duEPmwxPyLGPtE/fUrRq7/tHidFG+ggiaR0Syb8y+XxZdOHfdB/qz"
    "LgBRGHKyIf5wFw/2IfxwnOEHD8+wh4nJWT6rFUkBBPa6hL0e+lg8HJADgaV+aJY6kM+uuJ"
    "4lMfHzKHCTZLn/I0QksIOXde4ric9D2jTrT7/7/qfvf/7w4/crwldX6nhe5zRwA+QYaOGG"
    "hBPvunIJfuEzWwaWPSJs2gvkvLuIfx4g0zU06jdX2njQL/s1ocdsCs707N8jr8KjyWFaYY"
    "dQ2//ZcDCZB/f01w81JKZGyIeyH5l8cMo+KQUJAxSEPp9fjYSLiOMBfR6UmHbFUOEKvTum"
    "u0tMrMRlEaC7e63pFwP941knwd+S/ki/HIyvtIuzDqV8ZnsLbNGrPb2vDYfRVfalHYddHW"
    "uXN/oFu0gN3ZA+Hr2m/Xo9GLNL+HlpezieioLi/O7HBvL8rpylygTKPipFvmLvzWBJP9E0"
    "YhnbwoTigSQQU05qM4jxvPMN8XxxEbkFMStmTbVJyrZvUK8bM53DMZFd18GIVIRFisiSmO"
    "nL/mZGxOrKbmV7PhoNC2I9H5Qd75urc41q1EiedJAdVFjGsZo3rJCjRGtJLwKBcwHOH7Hn"
    "c9Pylc5IDrE7X+S7A3FETA+zby6xPBSRLbQCWlxWFC4tSakXkSB11aWuTgaqj6hDY1GPHG"
    "OrLg21Pu5kQy7KTBDGjEL2mJFSIzgPyamuj+niFBj3yL/nCYMgryK6VgKWDbOXAPsHqNLq"
    "+E2KB1ba63NvfD7Qe+Ov/CzVOafY4PzrVOuBWQELzN4XGC+4sH2ThcbrF5jyuM0LjBcYVg"
    "KBBQYWmHQuCAujBGxTbmwHIlFL1wwCvNikZ7IxjXSMTYdDSdWRKhU1tPvRKBOo7VGE/Fgf"
    "RlBhEaxjQRBQ6KNQfN2n3iydmZzqiZ7nocowRAYqsdpwr4Nc1cQ/ZiGJtjB27kLboSaK/4"
    "79vX9234jsjTP2t98hrnCkcQVIVxyj1BXy8O6x+TAgtQ5efsjJJv+ODTaoSgX37jjdO/Ax"
    "9u9jSLoXQP8r6bd9n1cjVa150vFt4nx7PoWJCKmIFdW0yiigWlH1vvNuGZRCCdaBcnnKH+"
    "j3FOE7HQ9kS5ANPcVaWRw+5+7yqH6H0vHQ5QE2aB+QkcmK6v14z2PTmZ6DwGQXn+weNrH9"
    "KBWYK0FbuIJAZO6NInNNarzE6rsUKO2C2Nw+Y3MmnSYi60Y6HrwMiVXDfaoKXtT28niqDF"
    "5AL4/GNhLfnW62kf8QXOvutTbua/qU7eD3TEyCW3I5+JXtv5/Zz6rsvn9EDi8aWtP1Y4WA"
    "dh97afehmu54y24f0JF2f+pZgVI4kEOsb23q1HjuQtSvLSKhaYbKcdFYVtTvszlBoyZiXk"
    "FBzirLma2WoY85NZiVyjQPaZEa3VoKOuXHoGY2+w+nnfdGbgtYIHmdZMoNxwaoyyLsOIXw"
    "/kCItLCD5epHi0hQ8yqreegMtNWXBkrtq6luV2oHSu2PUerqJPQ0Fjuqy+blBpxsSOVFcS"
    "jI4x1pHi+wA0cokbcCqJzUUDaTl39MAdJLsDZE5HfNPNVyvBRSNecrALAtybZwQD6PalF4"
    "AzLWdVuo3chgEJNAtz/S+9p4GrWYN7EX3JKr0eeBdtZZuI82viXTX7TedEx/pzdHgUevTK"
    "5HbLy/dNlo1qReG2v0JnGX+viQpVsyosDxWSd7pr2nvpn5b6T2v1AgJg9soXNxIM5Eo0AM"
    "JpZUv/kMBgJWWsBMBH+6RNDSzjA71Mc3076gNlbWCjHREpli7VnykDbtLNhekDMhyLB9+r"
    "Aeq0jnGHl1rfwr7gA9/QV6+i89m3eQZE1B3AoBBXFw/tVbV8Qd4PlXyAyoJhL1Qy7GvUvq"
    "VVgemlGvotefDj5TjyK+F/Myrq6H2jQ+CmuxjBKj/KOw1PA1WBetJDwsJbcMvkPBxTd1RC"
    "X3UdO1cW941knw7DCyiTb+HB9G5mPvURWpLNHLAvMOPWwmlRx8h1IhieEqIhKdGt+UZIqk"
    "jrg+HLDfXOLYyZ32Lgh2+ziHIl3Fw4O3KNK1vYYdyMG+QWe0J+wUl6BQgaKyXxwLC/MClk"
    "2kjLnRSpCxWjKmayn1PdhZM8ZqT1Fjv4WL3o8P81bFe8IOTJ6TZNcW5/2JydjMau4OR8Pr"
    "hdYfXPWG3/xwclrytVPL4Pv35eU/oOu3x20MUkt1Hgb8buDXJqYT+okjJhBTWsNCNEkgmh"
    "Rgb8Hx1mtC0ykAcuPiUWkHkXmI5pwp3syhy+N36NFhIurPafpZB5NbckH9OCtKyrJ8rBq+"
    "HHIc98k3PExXPo8TCazVNutgUDcC6iahj/5d4s94LnQT8vPoHbKfVggeLPnMuudxXq3sMw"
    "Roe4neHd4cEftPmf4dJWSb0pG73iXuBsgxqF54oM8msqtxHQh7xfjkppFN33VEtuDxwUAy"
    "n2QPV5Sx1gRQ1pBH44TygyfpXLvHYhO1BIMput6KI3CwMaOvMC/Et2FHQQ4HVoZsvbU492"
    "UccC+zpwP2Src/iwF7pbe6WMBe6Wqq27VrFvZKH6PUBfZKc5u5+Rwv/TyBX34aYwdVbIbM"
    "9kBPo/9N6fXVRugDmxN/pW9BejWdG7vYXn4dhf02bjLPDztpstXciOOJzXacd3WK8Trs3e"
    "ggv4M6T/eug8/of5a2GYQe7th+hz2Z1bl76UT3P+nMXG+Bgg4iVufJtoL7d+WUw/bu+op9"
    "77voGgl74JvsgY8lK+I2ZYhW1ILv2mOK3h8BS3o1vk0h8O2Z0i4JuBVA5zZBXkVUMAcqZ8"
    "9egriL34HRWqcW2BTMT2I6h88Hem/8lT+L0/F5O+j861TrUeYVawIzic+o27hMF8Y1W6eT"
    "4++gNcyRLotw/OoeM5ZwKtZOqVdHq1+iB3wdb9mpU+prwzbp9BkFGMleIFDpR6rSPZx0Oh"
    "Fxdgog8Hck/B3bwoulG7D9w8YD5lQbVpPPgYIIJEQQlQuyfbku/zzi2nMi1rCwukobNq5n"
    "USNFShFxoPAuyBxavGBH960zX1NElEGgfQS0j9hF+wghzbACtILbXeuDGbKd0BMiPAeBki"
    "FxxvHz0vawVMu3AhJKhlQuGaLetoyIczCQr8ry9XAQesQIPcET1PMo0J4Sbf2gdqytr5da"
    "cdgxnoXE2hSGzY86aRKF9SIABGEhCAtBWAjCHpEIIAirSBA2yQMKC6GIAwFICwBCsBCChR"
    "CsutxCCLbtjPuhaWIsdexGCQpBOtWiCBAsOgoxqxMs+kiFXhcmyj4/2RAgmqOk+h4iQ8cX"
    "GYKK6336xK5v88/lrHaHc5A2Mb+1rUnRTwGbNh0PPoRMdC3bPU21AWf/dM/zUFWTqHVsSQ"
    "aO7b/ZjO7+YxaSKLTXuQtthy6K/jv29/7Z3b1oYmXx2+9KbQoYZAHoT/ilztLgjdxkc5TC"
    "22B+HKn5AXuO9mZ8CCakIAn1ilAbfRjsLT1bdMt0CQjbpsv8122bLiQ/iP8k1oI4Q8CUh4"
    "IpaLu0jbZLb2yyDrFFtaXGGuTX2atrwzYZq04EMFjnfRsiZcdqqoprstZqsAPRWI2SNVAg"
    "pIo/YvOO5Gt2Pk2KVdlU6173vl5p+vSsk5Q0seNfL2/06PBXVp3bbSactz6lxjT5dULNJJ"
    "GDKy2M6aD/SZtO6EIWN1m/JZeaRn+dYUz/P+39yn4J0DP77UbvXV8PB+yY3pBQS8GxsSLC"
    "ircni5/yYUEAZVvbyu0AL2QlkEFbdCDvjqWwpwQmcH8WnXrFDqkRZr+IA/5l+S+m0ARt1z"
    "UsyAFKq6G0ujWl1erE5a6Q7dQF5LLPTzZE4hZ0JATgjjQAZ6LQFyrtWQFaoSB2ncFpfTzm"
    "fDT6NNA/Gv2RfjkYXzH3PjVMKfUz21tg65aMxhfaOD8m9t1yI5K4jjHWrgY6HbwK8BgeXr"
    "Bn9rIxl73BkN0kHcF2VBTvMb0Z6/kRce+G/Jjel95gmh+CnhB1Ja1yPOmWaJ/ZeDoR9I9s"
    "fOz0mPeIzHH2aU/va8Nh7nMmUSd6qiRIkh+TnkmXHzXu6ZNLStLokv4bDUoOyjXcGdtCvL"
    "qT8XHwmZ3QnNiec/uRndWcfDbW+hr9ePU36Dc3MR1B0ZeUV2MVsZlRTo1V2OYzNSguvxra"
    "FWX2rPOIPXv2YmC2UDA+mOyve5PJFypGxotP77tEvv9EpSgTwvlw2mRhPq1emU/LIZy9VM"
    "CA1Q6RA4gcHDH/ewocA/dZ5EUyYAPsv5L9/ed7QQ4plzMJJVQCggRkJcC2z4ecPRvNXLwM"
    "vTsnr8scnSQmJOLpMYeJenpnnQR/SyaafhFd8TGx0ivT6NckLz/REkfKZx7Ix95nzbi5Pu"
    "vM0SM2wiVLCn/SR190lhJ+IO4TUSMhjIIAL5YBR6qV71MeAieMr20nw8+BRBFrDta+vfot"
    "K2DNi9tBfmBgz3OFasWLKGiNIR5sXGDfR3N+FvPmZnDB572IKvEehrb1jmHVCTlug/44wh"
    "S/IvnJH31TqMEHFeZHIWHxDjMZrH0r1oGIt7JgWa1cLv25KZ27GnLSIKNLr0FSF5K6kNSF"
    "pC4kdSGp24KkLnRV2mc15iygs1Qyy8IBtyYotmM5gPtZLZD2up+WS7CEyHMwcD/B/axyP0"
    "fMThsEeFHngJYGnWxwQbPNWOCFHqkXCvsoj68OD8jPVOJet5CBINiVPVZEggDYlT9CRAI7"
    "4OxCq+Q+D2kT81urnqDfKzCWns07eKxmc2QRBhsk/fAucAPEOfOzhsQ8CCi0bD9qTGJI7N"
    "XlYPdD6FvFh4TZnGEsQ2QRduQcBujZ8LgnHiUMVBhdOdjRMHih9QdXveE3P5zEUXj/D4f6"
    "691ceP779+UYPCNKYo4WYUfDcPUctYnphBbmmKUbWMwDj51HthBLzcYS8DgXcsXijxtjjw"
    "JxRwg5HmnIEY5k3ksBDBw4APuNmu83Wsa7g7picuhep7uLlunuolypUa7IqD+6uh5q0/jq"
    "YungqOAnV5iTK8jRfr0eRHU4+Hlpe6o0oEyqlWSFmoOrrM26+kjXKJDaabdkpA8H7DeXOD"
    "bBaogBOmi9RQctCMFBCE5ZlxJCcNsJb0CICEJESvAIIaKtLzSifl4JCK0lZF29FZGmawkF"
    "ONaAsJla4uwtlwTIDAzRo3DLOOBenvtos4oM+SsgsC/P/pIyJzX1V0BgX5x94ibnUTZlfQ"
    "UAtsXZdigzxivjb+V7KCyH7i8jfXQTRUDpI7qhl+2N1Fa7I1UJi8YxWl9iH0wRCVthVNsK"
    "U2VnGTPX4XrAzcytHFzhd1BZXVgwnl4hijIeZCEuCwtHeSyZPYAFJOg+lXXfI/Z89vXXRF"
    "wZXMkhdpdE/+6NRLntQnnYK11NdXv3SodLS1LqRSRIXXWpK1TBGAZ37nNtCWNuxMmmGsZo"
    "bDSsVTWMTd4QKGKEM9HbadzFLe5FHKgM0YpSol37TH549x9scl6masZzEKBcnnLhHHERB+"
    "XA0jliOH5pt9yrY4JeI9+/wI+2ievM0PKoTaYo6wBI5cMAsKnmSO3RWPwiy2iGgFVUYhXd"
    "21lWqhG/nzXU9v2QM92rtU06vk2cby0Iuwz9e6r0H7CQ61NEgRaRSd9B9BvioDs3QqOqF4"
    "35E/VmaHncZkM07uAduSpgih6pKbr03EfbwkLnSOUxsJBILCQpgUZ1cGEz+0ZNjAHE0Mgr"
    "2P8Zq6qJYE/HPIeB6YptAshBYO5LzP30gAsJY7YEBWsWrNnG1myydg1dqllrzdn1gRvt2X"
    "RddNy5YZM9WrSsBwg27pF/z1tTCPKq9uEXcKX36u4l2YRwUPn/uqWBKaX8S0O12vlA742/"
    "8vVaOj7/Qpx/nWq9DRbunec+scY44vIoI7clEXWXmu3KJL/lRrCD1AoAi7vE4h6dRGWLOX"
    "V5DJAus62MnaW9RAFHydTM8zwIaJegXaE9TIckCoXM1spaL3Xs1jGe0e9yP2XpkzqzdX3c"
    "JqvVixFxZgaisEcahYV2j3uLPc3QwnZeuOSzs+r51BdAJfLD0LbeRcfcH54IatiMO9HFS0"
    "BeuUfftNwjiOoyCX+riANvq2wQNfW2wCRqrUlU6hEstSfLh72rByFfDz9ShSgXoc8jQcoq"
    "SxmKiqoNQkjDvJU7G7De3NPoQp/6qfU+LXfwyUbHNoKlZ5SzRnng3h6peyvaXvFVXRVV02"
    "JQ635U8QQ4JniP5FODweftCG7WZi5Dq6x4utNxT59cauOoyVxUhzbDXtJnbjCZ3MR95qI9"
    "FIr0mYP9961xXdQxYifU+6mzW7PPN5mqPh0JtumR2qZ04Q3Fz5TPo2C9ll6vfSzcwiMHUX"
    "mVVtY98KgyF6A7GQ5Uy/TuoOuKQa3OO7FKrBIMqJeiPt6a8YA5h41tVC4pDKiXUzCitOcg"
    "QPnrFI34jF+DgggkRIBME/tCpwpkCGjf3IxvhXxP17FG4eZd2evjTjb4ok/47t51HwyfIg"
    "033P/2bFXimUfrqqoz6+MU4Cf8UjflS4M2zfck7UCXnhZGYGBeNwrBLMM7xzb5lktdvWAR"
    "B/WC5ZW0ab0glKBUvyDtKkGB8jLI0ezeYthsLojYCi20EyBT08RMuKN+EX1KYV+kiINsDZ"
    "S2HCL5iaPEoLK1XTksCEJaELBXb4/pYiTRCT8DQSf2V2of0ULeEgwC3eKJhQPonXwop9ct"
    "PW7X9SuX4KoIk8fvum5h014g591F/PMAFXgNcfrNlTYe9Mu6N0BByElwNSutzdC7yy52qR"
    "uNvUecirVxge1Ym2jjz3EZbXyHW9LrTweftbMOa/n4iG/JzYR9zvZS3pJ+T+9rwyG7YLJv"
    "7ziqFN7CFlExBX4I0Z01+d5xw+a1tmgKAoNI1iCaU35ELKF0PJhAMiYQ6+do80zPc9d1MC"
    "JVplAOV04PUeBbLTyrKztOD41GwwL354MyuTdX5xpdQiJB0EF2UDG7ISNUrW7amxGCc36P"
    "UermPSJz8ZhiAbbnmNbkD+ci/u2b26il4iNyvvlbGnyIHtT/27e33W8PwsxQLX03pc+9OY"
    "WXjTppVvIT03ECubxjzOVFPwXM53Q81CbLnFtFqZm7nlBdeB4DPov0BhQRyl+7s+3IGYfo"
    "7iuiuyZaItMOOCqi2gDMQdqU09xauiElyLDZgb+enUSiBQIYFXeAUIZAKMNHDvYNP0CesF"
    "dbgkIoXOVQeCwsTDjvWBMpJ0CQsdIyPrwcJHpEdnwHMfl2e597g2HvfMhyjuk9bsl1L048"
    "LlGSehyOot9Nx/VVSTqyrWsCdkQ6fHc2xPsDMSDusRCR6XAgskzkI/Z8rjNW099lhYA6Gs"
    "gOQZ4AskPHKXWo+d939qcki3VBXLoetufkUxLmytu/Je6znE2xI8GBCeOvdLqlV7O57KGn"
    "Va6nMAspC/TL4jhK0O9N+r0LrfvX/jJr2fHRtam18rCTTbm1DAC5tSPNrbmeJbFDJY8ClS"
    "1dF/hg8yJQzQIUKVblJGf3uvf1StOnLATxsqD6lXUdvrzRo2LpWUhUiUEcXqRoiYmVqHMh"
    "eWj6xUD/SOUR42/J5Kbf1yaTs44fRi2mbsllbxBVp8+Q7cR9opnEtJXMVIkcpUd4i2RN8x"
    "iVXxx186bxe2ws6DLvcnRXDfVrSMhbS3SOW7ghz6yvSVxnEMhcm6HnYWJyMtdM11eEoXKY"
    "VuiMomL+0EAvf6hUyx/KWjldIwyJmcrB7mfKvlWoWni+0rVqsXQDNv1Ee3VyoK2YvbuvFI"
    "pNBoPOTswUgVApIh8NK59EXaJjM/PBx6aHOWqlpjixDAT2Jfo0Y8v2sBkYoeeIkF/GAfcy"
    "NrcnE1YvwGDvpmyMZk85DeD+bK9NvID/s+oT0ur0/atORVOM9V1rehZyCz0hAzMHAcbFGS"
    "eu2M78dDxwLbPLJQgcqZqQIhLKblUuu4XyuS6Uz0EhFZTPgdSbSF2h/fvJ4cAbS4xWY06a"
    "1BfR0VBcdKTFRXC6/DGGroD8iCv1W7G+PedbM4NnnrswpJppl5FtonfXfZ1dOREUcRCOld"
    "bnC2QLZd9WAAhXyYQGubn+m5vBRVVskJ/eD0PbesdgB6hoakiPK4NidynvCEXftKw4HjAx"
    "7pF/z1Mc1We2FXFwZlt5Ijc9s+0AC5zdGauXEe7GPbq81MasVjnBs17cfe16yi6xM3SXAb"
    "t2ofWHA51ds7Dp2IRdY979xbj3RT/rPNnBveWhJ3JLtF+vB9H98PPSju6nxbXQWJ1C6PjR"
    "fIlgURHZwmDRgQSHGgXW464NMoHgPBCSJ0rLGKL9EPfdcdz3xq+P+Wafn2yI9zInD2K9Rx"
    "rrhSatuywJpZSJ1aGnAIgEiLMNcZddss1WEVFlkscA5xKFh/QpDFHSCyBgXWJThetwCG8W"
    "lEmxOwzJmKEfuIt487RITKZ/M5mOrrTxWSe9wy0ZjT/29MG/2UXXmyNi/8muTvo9XWfXfB"
    "MRwq70Lq4G+lkHWQubqBFtsX0jPtaNY2xuOF8ow+2wKW9qiR5sT94l8v0nlzo6/Phx3Y7z"
    "EhB0lITt8xywpdUxovy0ULMFDhQk8BoJCPVbKMGAeXHmo/STbzwix7YMVkcgGpTj3gAisC"
    "pHYNETsgMqMuzZM9tE/GM5ahf6ijtAH36BNZ8aS/MQ+5wo+CYbawUDvgX4dhCZh2gu7Y3k"
    "8QqvNF1NZ5lblgBmqd9bMv2F/ul7GcfitIFfcVrpVpyunb1MnhBh+RsWOeJk6nuehyqKJN"
    "ahJQk4tv9mNW7df8xCEnWQ7NyFthPYxH/H/t4/BZ3EbdkAv/1eruKhP42Z6yTZepHodA6m"
    "8JxW1nqKgqAS1JdxwL0493H3Wpk8chEJtqrKtipstezCVksovoCtliD1wyq5+YxJWHtKcm"
    "7AyYaim0c2FKpuoOoGqm7e2qp23KqAYDXheQx4MhIxeLp0/ilY7JTH7DA/fjPt7ynqsf2Z"
    "TudsEFoc1i8dF1VN9RyoRPuMoVo12S9GN+dDrXM91vqDyWCkFy2c6MNi0HWs9YZr+oTMJW"
    "jOo4DnBjy7T0TmjJMcCjYNS29ahQDsvs0VCfY5UJAAhGF3IwmFQgkQht19GHbpIGKIc1qG"
    "AbEQ3z7WSCfEt49R6orFtyd444ml6+NOmkS72VkecGjpEUe941kgKoM8Chx6aYc+eflE3M"
    "kcBBIPEn7ks1CA8PkVgcEDYnobkUHOiWo1xPIOUQNiucR6blCRKqvhNw8CmpvQjMict4W0"
    "huMVAghuQrBPHV/DXyIzMUQb81wGAt3N1MaTFNslHJBdRbY6PuIXfDfBvr/BQyyPOtngHz"
    "7hO+odRgDwDo/UO5TqUQwdorfkG3o4kOj0WgJCq9eTkqPYtNWrhR9tsSOKMwSkeCWOJYak"
    "ypGE14v1cT47URoTCbmXsS2U/IFIulF2H7ort1bMSjlD9677cIEd+xF7Lxs8ovWhJ5vdIg"
    "aiUyBC2bBh5FidI0yspWvLHAtVBIKTJO0kLbDvU00gLIEiDgQgLYCIszXqa/aTJOMhdylz"
    "6nN49x9scoynmnRxBgHK5SkXVjBFHCgYaQWzp4MXFQvF7Id71zRDz5OKyJSg4LEp57Ed+K"
    "FWS2pEJ66ZgHS715p+MdA/nnUSPOtfNhx8jg+6Slw6djTVZW8wZJdmyHawIodToSDAi2XA"
    "kVOlHsxDdrcIvX9bLbi1Kn5CzSYJ3ZaDwW4ipdVa/I4bIQl4h07US3kNDLJWWdZRKiBRd7"
    "KZhCIc5K2yvOmtlvTbYaPKdqlcEznIFrkIW1scsee5Yj3qUwDkviW2N4devEt8ITKVSyiY"
    "xrBT83iLCpRLQWpJmqdBCrI49KRhCjLNI0EG8kgzkNCNZ4/R0dATOsgwGQ5ZGJn+5yycL9"
    "bKP4PssIX//ihfa9YPZ6vt+NwPy/bZ97cMalX5vN16zYLpnNso7E91R1+iQwajJeWWfKTW"
    "3Fln7hIcR9CjSDsLoaeR+r3H0OPieBG9nSFAdcscr+zhR9sNfUOceQ5U4VfhUCQgFw2vvA"
    "lESVWOkia61/BtwtvJUi/zNTDIWmVZQ++8LgQOIXAILd5A6ocVLu5hzzbvu/wAcfLhyYaQ"
    "MMqGKRMHPpYg8CuXnLrebBUrOgsliC7ph+mulk4K/eGHBgEBOqr6tFD2Wamsjr5XAgwnw1"
    "vI7nfv3zcJt7x/Xx1vYZ+VzCiXBJhwVtN/TUZ6hf2UQcrLqG0Gnf912hfCZWTUO/5lH7+0"
    "CLIbnO+7Kc1f/w/o0hW8"
)
