"""Receipts keep the names of the time of the order; a settled payment keeps no secret."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = """
ALTER TABLE orders ADD COLUMN buyer_name text;
ALTER TABLE order_items ADD COLUMN event_title text, ADD COLUMN ticket_type_name text;
COMMENT ON COLUMN orders.buyer_name IS
    'The buyer''s name when it was ordered, for the receipt; removed with the buyer.';
COMMENT ON COLUMN order_items.event_title IS
    'The event''s title when it was ordered, for the receipt.';
COMMENT ON COLUMN order_items.ticket_type_name IS
    'The ticket type''s name when it was ordered, for the receipt.';

UPDATE orders SET buyer_name = users.name FROM users WHERE users.id = orders.user_id;
UPDATE order_items SET event_title = events.title, ticket_type_name = ticket_types.name
FROM events, ticket_types
WHERE events.id = order_items.event_id AND ticket_types.event_id = order_items.event_id
    AND ticket_types.id = order_items.ticket_type_id;

-- Nobody has edited them.
ALTER TABLE transactions DISABLE TRIGGER USER;
UPDATE transactions SET client_secret = NULL, redirect_url = NULL
WHERE status <> 'pending' AND COALESCE(client_secret, redirect_url) IS NOT NULL;
ALTER TABLE transactions ENABLE TRIGGER USER;
COMMENT ON COLUMN transactions.client_secret IS
    'What the buyer pays with at the provider while the payment is open; the buyer''s alone.';
COMMENT ON COLUMN transactions.redirect_url IS
    'Where the buyer pays while the payment is open; the buyer''s alone.';

CREATE INDEX orders_created_at_idx ON orders USING brin (created_at);
CREATE INDEX transactions_created_at_idx ON transactions USING brin (created_at);
COMMENT ON INDEX orders_created_at_idx IS 'Orders are appended in the order of their times.';
COMMENT ON INDEX transactions_created_at_idx IS
    'Payments and refunds are appended in the order of their times.';
"""

DOWNGRADE = """
DROP INDEX transactions_created_at_idx;
DROP INDEX orders_created_at_idx;
COMMENT ON COLUMN transactions.client_secret IS NULL;
COMMENT ON COLUMN transactions.redirect_url IS NULL;
ALTER TABLE order_items DROP COLUMN event_title, DROP COLUMN ticket_type_name;
ALTER TABLE orders DROP COLUMN buyer_name;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE


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
    "UsyAFKq6G0upWl1Wz77zq71bohGQ4HDqnVqO8K2U5dZDP7/GRDSHNBR0Ik80gjmSYKfaEa"
    "qRWgFZp216mw1ge2zkejTwP9o9Ef6ZeD8RWLk6QWPqV+ZnsLbN2S0fhCG+fHxE5wbkQSID"
    "PG2tVAp4NXkTLDwwv2zF425rI3GLKbpCPY1pTiPaY3Yz0/Im6CkR/T+9IbTPND0BOiPrlV"
    "Dsylv6/+aHx59Te1z+xudJroH9mnsW9p3iMyz33a0/vacJj7nMnbifBJLCo/Jj36Lz9q3N"
    "Mnl5TC0SX9NxqUnEdsuDO2U3t1J+Pj4DM7CDsx8ef2IzsSO/lsrPU1+vHqb1BeTExHUPQl"
    "Zd1YBcZmlHFjFR37TO22y6+GdkUpOOs8Ys+evRiYLSOMHTYzrnuTyRcqZEaPT++7RL7/RG"
    "UsEyn7cNrE/jmtNoBOyxbQXgqNwDmCAA0EaI6Y/z3F54H7LMAlGRcD9l/J/v7T6iCHlMuZ"
    "hBIqAUECshJgXQpCztaYZg5ght6dC9hlblASMRLxA5k7Rf3As06CvyUTTb+IrviYWOmVaf"
    "RrUv4wSf0pn3kgH3ufNePm+qwzR4/YCJcs9/5JH33RWeb9gbhPRI28OwoCvFgGHKlWvk95"
    "CMRV13bt4edAolY4B2tfS4SW1Qnnxe0gPzCw57lCJflFFHQgEQ9FLrDvozk/WXxzM7jg81"
    "5ElXgPQ9t6x7DqBCS3QX8cYYpfkfzkj74pbHUAFeZHAWPxRj4ZrH0r1oGIt7IuXK1ML/25"
    "Kdm7GnLSIN9Lr0HKF1K+kPKFlC+kfCHl2/qUL7S22mdJ7Cygs1QyB8MBtyZktmM5gHNaLZ"
    "D2OqeWS7CEyHMwcE7BOa1yTkfMihsEeFHnnpYGnWxwULMdceCjHqmPCptZj69KD8jPVOJe"
    "9/GBINiVPdZLggDYlT9CRAI74GwFrOQ+D2kT81urrYiVNKXIEYoAl2CQbn9de2TRvtQ8LM"
    "hAXAb0ewfG0rN5Zx/W7M8uwmCPth/eBW6AOMcO15CYBwGFlu1HvZEMiXYBHOx+CH2r6Kgw"
    "mzOMZYgswo6cwwA9Gx730LWEgYqlKQc7GgYvtP7gqjf85oeTOAdFFyI7iL5zukh9/36t7Q"
    "IlSmKOFmFHw3D1HLWJ6YQW5jhlG1jMA4+dR7YQS83GEvA4F3LFou8bI+8CUXcIuB9pwB1O"
    "hd+PRwpnnsBevKYi6C7jnXNdMTl0r9Odd8t0512uDC9XgNcfXV0PtWl8dbF0cFQMlytLy5"
    "Wjab9eD6IqNPy8tD1VeuAmlXyyQs3BVdZmXX2kaxRI7bRbMtKHA/abSxybYDXEAE383rqJ"
    "H4TgIASnlEsJIbjthDcgRAQhIiV4hBDR1hcaUT+vBIS2K7Ku3opI07WEAhxrQMi6i8c47s"
    "IX7AnXPBRRwLvEsYsuCZAZCDNfxgH38txHW+RkyF8BgX159peUOampvwIC++LsEzc5irgp"
    "6ysAsC3OtkOZMV4Z9yzfQ2E5dH8Z6aObKPJMH9ENvWy/drY1W5VwdBwb9yV23xWRsAFPtQ"
    "14VXaWMXMdbuShmbmVgyv8DiqrCwvG0ytEUcaDLMRlYeEofyiz87iABN2nsu57xJ7Pvv6a"
    "iCuDWjnE7ooXvnsjUW57ew50aKimur0dGsKlJSn1IhKkrrrUFaocDYM797m2dDQ34mRT7W"
    "g0NhrWqtrRJm8IFI92xRVXaxXWgSioRsZdfOyGiAOVIVpRwrVrn8kP7/6DTc7LVM14DgKU"
    "y1MunJsv4qAMWzo3D0fC7ZZ7dUzQa+T7F/jRNnGdGVoetckUZX1HqXwYADYzHak9GotfZB"
    "nNELCKyjc32f35eqoRv5811Pb9kDPdq7VNOr5NnG8tCLsM/Xuq9B+wkOtTRIEWkUnfQfQb"
    "4qA7N0KjqheN+RP1Zmh53GZDND5VIHJVwBQ9UlN06bmPtoWFzrbLY2AhkVhIUgKN6uDCZv"
    "aNmhgDiKGRV7D/c59VE8Gejp4PA9MV2wSQg8Dcl5j76bE6EsZsCQrWLFizja3ZZO0aulSz"
    "1pqz6wM32rPpuui4c8Mme7RoWe8VbNwj/563phDkVfU/KOBK79XdS7IJ4aDy/3VLA1NK+Z"
    "eGarXzgd4bf+XrtXR8/oU4/zrVehss3DvPfWINicTlUUZuSyLqLjXblUl+y41g564VABZ3"
    "icU9Ov/OFnPq8hggXWZbGaXWWKKAo2Rq5nkeBLRL0K7QHqZDEoVCZmtlrZc6dusYz+h3uZ"
    "+y9Emd2bo+bpPV6sWIODMDUdgjjcJCm829xZ5maGE7L1zyb24GF3zqC6AS+WFoW+8Y9ABF"
    "UMNm3AEwXgLyyj36puXeTFSXSfhbRRx4W2WDqKm3BSZRa02iUm9mqT1ZPuxdPQj5eviRKk"
    "S5CH0eCVJWWcpQVFRtEEIa5q3c2YD1RJ9GF/rUT633abmDTzY6thHMSGpoWYNCcG+P1L0V"
    "bWv5qm6WqmkxqHU/qngCHE6+R/KpweDzdgQ3azOXoVVWPN3puKdPLrVx1GQuqkObYS/pMz"
    "eYTG7iPnPRHgpF+szB/vvWuC7qGLET6v3U2a3Z55tMVZ+OBNv0SG1TuvBSuYnKII+C9Vp6"
    "vfaxcAuPHETlVVpZ98CjylyA7mQ4UC3Tu4OuKwa1Ou/EKrFKMKBeivp4a8YD5hzytlG5pD"
    "CgXk7BiNKegwDlr1M04jN+DQoikBABMk3sC50qkCGgfXMzvhXyPV3HGoWbd2WvjzvZ4Is+"
    "4bt7130wfIo03HD/27NViWcerauqzqyPU4Cf8EvdlC8N2jTfk7QDXXpaGIGBed0oBLMM7x"
    "zb5FsudfWCRRzUC5ZX0qb1glCCUv2CtKsEBcrLIEeze4ths7kgYiu00E6ATE0TM+GO+kX0"
    "KYV9kSIOsjVQ2nKI5CeOEoPK1nblsCAIaUHAXr09pouRRCf8DASd2F+pfUQLeUswCHSLJx"
    "YOoHfyoZxet/S4XdevXIKrIkwev+u6hU17gZx3F/HPA1TgNcTpN1faeNAv694ABSEnwdWs"
    "tDZD7y672KVuNPYecSrWxgW2Y22ijT/HZbTxHW5Jrz8dfNbOOqzl4yO+JTcT9jnbS3lL+j"
    "29rw2H7ILJvr3jqFJ4C1tExRT4IUR31uR7xw2b19qiKQgMIlmDaE75EbGE0vFgAsmYQKyf"
    "o80zPc9d18GIVJlCOVw5PUSBb7XwrK7sOD00Gg0L3J8PyuTeXJ1rdAmJBEEH2UHF7IaMUL"
    "W6aW9GCM75PUapm/eIzMVjigXYnmNakz+ci/i3b26jloqPyPnmb2nwIXpQ/2/f3na/PQgz"
    "Q7X03ZQ+9+YUXjbqpFnJT0zHCeTyjjGXF/0UMJ/T8VCbLHNuFaVm7npCdeF5DPgs0htQRC"
    "h/7c62I2ccoruviO6aaIlMO+CoiGoDMAdpU05za+mGlCDDZgf+enYSiRYIYFTcAUIZAqEM"
    "HznYN/wAecJebQkKoXCVQ+GxsDDhvGNNpJwAQcZKy/jwcpDoEdnxHcTk2+197g2GvfMhyz"
    "mm97gl17048bhESepxOIp+Nx3XVyXpyLauCdgR6fDd2RDvD8SAuMdCRKbDgcgykY/Y87nO"
    "WE1/lxUC6mggOwR5AsgOHafUoeZ/39mfkizWBXHpetiek09JmCtv/5a4z3I2xY4EByaMv9"
    "Lpll7N5rKHnla5nsIspCzQL4vjKEG/N+n3LrTuX/vLrGXHR9em1srDTjbl1jIA5NaONLfm"
    "epbEDpU8ClS2dF3gg82LQDULUKRYlZOc3eve1ytNn7IQxMuC6lfWdfjyRo+KpWchUSUGcX"
    "iRoiUmVqLOheSh6RcD/SOVR4y/JZObfl+bTM46fhi1mLoll71BVJ0+Q7YT94lmEtNWMlMl"
    "cpQe4S2SNc1jVH5x1M2bxu+xsaDLvMvRXTXUryEhby3ROW7hhjyzviZxnUEgc22GnoeJyc"
    "lcM11fEYbKYVqhM4qK+UMDvfyhUi1/KGvldI0wJGYqB7ufKftWoWrh+UrXqsXSDdj0E+3V"
    "yYG2YvbuvlIoNhkMOjsxUwRCpYh8NKx8EnWJjs3MBx+bHuaolZrixDIQ2Jfo04wt28NmYI"
    "SeI0J+GQfcy9jcnkxYvQCDvZuyMRoPLx1EPWNh/ktAkICsBNwnOXOyhDtyU3JPuTmYwWd7"
    "bUYH/J9Vn/RXZ7e86nQ/xVjftcXCQsehJ+Qo5SDAuDjjxBXrMJGOB65ldmsFgSNV21REQv"
    "m4yuXjyH+QkHCGAumqLF0o8u1CkS+Ue0KRL0i9idQV6jKSHGG+sRByNeakSRUkHQ0lkEda"
    "Apm0mJHskw5FkK8MzsCmgT2SfwANo9+e862ZwTPPXRhSLf/LyDbRu+vu866cCIo4CLZL6/"
    "MFsoVqBFYACEbKBH65FUk3N4OLqsgvvwgpDG3rHYMdoKKpIT2uX4zdpbwjFH3TsuJ4wMS4"
    "R/49T3FUnyxZxMHJkuWJ3PRkyQPchuHOWFWf8JkBo8tLbcx2VCR4dmJAX7ueskvspO9lwK"
    "5daP3hQGfXLGw6NmHXmHd/Me590c86T3Zwb3noidwS7dfrQXQ//Ly0o/tp8Y4NrM52jfjR"
    "fIlgURHZwmDRgQSHGgXW494yMoHgPBCSJ0rLGKL9EPfdcdz3xq+P+Wafn2yI9zInD2K9Rx"
    "rrhVbSuyxcp5SJ7ZZJARAJEGcb4i67ZJutIqLKJI8BziXKSulTGKKkF0DAusTWL9fhEN4s"
    "KJNidxiSMUM/cBdxiweRmEz/ZjIdXWnjs056h1syGn/s6YN/s4uuN0fE/pNdnfR7us6u+S"
    "YihF3pXVwN9LMOshY2USPaYvtGfPgkx9jccApahtth6/DUEj3YzuFL5PtPLnV0+PHjur4Y"
    "JSDoKAnb5zlgS6tjRPlpoZYwHChI4DUSEOoKU4IB8+LMR+kn33hEjm0ZrI5ANCjHvQFEYF"
    "WOwKInZAdUZNizZ7aJ+IcH1S70FXeA00IE1nxqLM1D7HOi4JtsrBUM+Bbg20FkHqK5tDeS"
    "xyu80nQ1nWVuWQKYpX5vyfQX+qfvZRyL0wZ+xWmlW3G6dkI8eUKE5W9Y5IiTqe95Hqookl"
    "iHliTg2P6b1bh1/zELSdTntnMX2k5gE/8d+3v/FHQSt2UD/PZ7uYqH/jRmrpNk60Wi0zmY"
    "wnNaWespCoJKUF/GAffi3Mc9tmXyyEUk2Koq26qw1bILWy2h+AK2WoLUD6vk5jMmYe1Z7r"
    "kBJxuKbh7ZUKi6gaobqLp5a6vacasCgtWE5zHgyUjE4OnS+adgsVMes8P8+M20v6eox/Zn"
    "Op2zQWhxWL90XFQ11XOgEu0zhmrVZL8Y3ZwPtc71WOsPJoORXrRwog+LQdex1huu6RMyl6"
    "A5jwKeG/DsPhGZk5hyKNg0LL1pFQKw+zZXJNjnQEECEIbdjSQUCiVAGHb3Ydilg4ghzmkZ"
    "BsRCfPtYI50Q3z5GqSsW357gjecqr487aRLtZicOwdHKRxz1jmeBqAzyKHDopR365OUTcS"
    "dzEEg8SPiRz0IBwudXBAYPiOltRAY55z7WEMs76hGI5RLruUFFqqyG3zwIaG5CMyJz3hbS"
    "Go5XCCC4CcE+dXwNf4nMxBBtzHMZCHQ3UxtPUmyXcEB2Fdnq+Ihf8N0E+/4GD7E86mSDf/"
    "iE76h3GAHAOzxS71CqRzF0iN6Sb+jhQKLTawkIrV5PSo5i01avFn60xQ5SzxCQ4pU4PB2S"
    "KkcSXi/Wx/ns3HtMJORexrZQ8gci6UbZfeiu3FoxK+UM3bvuwwV27EfsvWzwiNaHnmx2ix"
    "iIToEIZcOGkWN1jjCxlq4tcyxUEQhOkrSTtMC+TzWBsASKOBCAtAAiztaor9lPkoyH3KXM"
    "md7h3X+wyTGeatLFGQQol6dcWMEUcaBgpBXMng5eVCwUsx/uXdMMPU8qIlOCgsemnMd24I"
    "daLakRnbhmAtLtXmv6xUD/eNZJ8Kx/2XDwOT7oKnHp2NFUl73BkF2aIdvBihxOhYIAL5YB"
    "R06VejAP2d0i9P5tteDWqvgJNZskdFsOBruJlFZr8TtuhCTgHTpRL+U1MMhaZVlHqYBE3c"
    "lmEopwkLfK8qa3WtJvh40q26VyTeQgW+QibG1xxJ7nivWoTwGQ+5bY3hx68S7xhchULqFg"
    "GsNOzeMtKlAuBaklaZ4GKcji0JOGKcg0jwQZyCPNQEI3nj1GR0NP6CDDZDhkYWT6n7Nwvl"
    "gr/wyywxb++6N8rVk/nK2243M/LNtn398yqFXl83brNQumc26jsD/VHX2JDhmMlpRb8pFa"
    "c2eduUtwHEGPIu0shJ5G6vceQ4+L40X0doYA1S1zvLKHH2039A1x5jlQhV+FQ5GAXDS88i"
    "YQJVU5SproXsO3CW8nS73M18Aga5VlDb3zuhA4hMAhtHgDqR9WuLiHPdu87/IDxMmHJxtC"
    "wigbpkwc+FiCwK9ccup6s1Ws6CyUILqkH6a7Wjop9IcfGgQE6Kjq00LZZ6WyOvpeCTCcDG"
    "8hu9+9f98k3PL+fXW8hX1WMqNcEmDCWU3/NRnpFfZTBikvo7YZdP7XaV8Il5FR7/iXffzS"
    "IshucL7vpjR//T+t13Z+"
)
