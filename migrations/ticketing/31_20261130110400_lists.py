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
    "4OxCq+Q+D2kT81urnoiVNKXIEYrxlmCQUH9dZ17Rlsg8LMhAXAb0ewfG0rN5x+7VbA0uwm"
    "B7sB/eBW6AOCfe1pCYBwGFlu1HbXkMiZ3qHOx+CH2r6KgwmzOMZYgswo6cwwA9Gx73vK+E"
    "gYqlKQc7GgYvtP7gqjf85oeTOAdFFyI7iL5zukh9/76cgWJESczRIuxoGK6eozYxndDCHK"
    "dsA4t54LHzyBZiqdlYAh7nQq5Y9H1j5F0g6g4B9yMNuMOB5PvxSOG4Ddht11QE3WW8N64r"
    "Jofudbq3bpnurcsV2uVK7Pqjq+uhNo2vLpYOjsrdcmVpuXI07dfrQVSFhp+XtqdK+9WkVk"
    "9WqDm4ytqsq490jQKpnXZLRvpwwH5ziWMTrIYYoH/cW/SPgxAchOCUdSkhBLed8AaEiCBE"
    "pASPECLa+kIj6ueVgNBYRdbVWxFpupZQgGMNCFl38RjHXfiCPeGahyIKeJc48c8lATIDYe"
    "bLOOBenvtoi5wM+SsgsC/P/pIyJzX1V0BgX5x94ian4DZlfQUAtsXZdigzxivjnuV7KCyH"
    "7i8jfXQTRZ7pI7qhl+3I1lZ7slUJR8excV9i910RCRvwVNuAV2VnGTPX4UYemplbObjC76"
    "CyurBgPL1CFGU8yEJcFhaO8ocyO48LSNB9Kuu+R+z57OuvibgyqJVD7K544bs3EuW2t+dA"
    "h4ZqqtvboSFcWpJSLyJB6qpLXaHK0TC4c59rS0dzI0421Y5GY6NhraodbfKGQPFoV1xxtV"
    "ZhHYiCamTcxQdriDhQGaIVJVy79pn88O4/2OS8TNWM5yBAuTzlwrn5Ig7KsKVz83Do2265"
    "V8cEvUa+f4EfbRPXmaHlUZtMUdZ3lMqHAWAz05Hao7H4RZbRDAGrqHxzk92foKca8ftZQ2"
    "3fDznTvVrbpOPbxPnWgrDL0L+nSv8BC7k+RRRoEZn0HUS/IQ66cyM0qnrRmD9Rb4aWx202"
    "RONzAyJXBUzRIzVFl577aFtY6PS6PAYWEomFJCXQqA4ubGbfqIkxgBgaeQX7P9lZNRHs6X"
    "D5MDBdsU0AOQjMfYm5nx6rI2HMlqBgzYI129iaTdauoUs1a605uz5woz2brouOOzdsskeL"
    "lvVewcY98u95awpBXlX/gwKu9F7dvSSbEA4q/1+3NDCllH9pqFY7H+i98Ve+XkvH51+I86"
    "9TrbfBwr3z3CfWkEhcHmXktiSi7lKzXZnkt9wIdu5aAWBxl1jco/PvbDGnLo8B0mW2lVFq"
    "jSUKOEqmZp7nQUC7BO0K7WE6JFEoZLZW1nqpY7eO8Yx+l/spS5/Uma3r4zZZrV6MiDMzEI"
    "U90igstNncW+xphha288Il/+ZmcMGnvgAqkR+GtvWOQQ9QBDVsxh0A4yUgr9yjb1ruzUR1"
    "mYS/VcSBt1U2iJp6W2AStdYkKvVmltqT5cPe1YOQr4cfqUKUi9DnkSBllaUMRUXVBiGkYd"
    "7KnQ1YT/RpdKFP/dR6n5Y7+GSjYxvBjKSGljUoBPf2SN1b0baWr+pmqZoWg1r3o4onwOHk"
    "eySfGgw+b0dwszZzGVplxdOdjnv65FIbR03mojq0GfaSPnODyeQm7jMX7aFQpM8c7L9vje"
    "uijhE7od5Pnd2afb7JVPXpSLBNj9Q2pQsvlZuoDPIoWK+l12sfC7fwyEFUXqWVdQ88qswF"
    "6E6GA9UyvTvoumJQq/NOrBKrBAPqpaiPt2Y8YM4hbxuVSwoD6uUUjCjtOQhQ/jpFIz7j16"
    "AgAgkRINPEvtCpAhkC2jc341sh39N1rFG4eVf2+riTDb7oE767d90Hw6dIww33vz1blXjm"
    "0bqq6sz6OAX4Cb/UTfnSoE3zPUk70KWnhREYmNeNQjDL8M6xTb7lUlcvWMRBvWB5JW1aLw"
    "glKNUvSLtKUKC8DHI0u7cYNpsLIrZCC+0EyNQ0MRPuqF9En1LYFyniIFsDpS2HSH7iKDGo"
    "bG1XDguCkBYE7NXbY7oYSXTCz0DQif2V2ke0kLcEg0C3eGLhAHonH8rpdUuP23X9yiW4Ks"
    "Lk8buuW9i0F8h5dxH/PEAFXkOcfnOljQf9su4NUBByElzNSmsz9O6yi13qRmPvEadibVxg"
    "O9Ym2vhzXEYb3+GW9PrTwWftrMNaPj7iW3IzYZ+zvZS3pN/T+9pwyC6Y7Ns7jiqFt7BFVE"
    "yBH0J0Z02+d9ywea0tmoLAIJI1iOaUHxFLKB0PJpCMCcT6Odo80/PcdR2MSJUplMOV00MU"
    "+FYLz+rKjtNDo9GwwP35oEzuzdW5RpeQSBB0kB1UzG7ICFWrm/ZmhOCc32OUunmPyFw8pl"
    "iA7TmmNfnDuYh/++Y2aqn4iJxv/pYGH6IH9f/27W3324MwM1RL303pc29O4WWjTpqV/MR0"
    "nEAu7xhzedFPAfM5HQ+1yTLnVlFq5q4nVBeex4DPIr0BRYTy1+5sO3LGIbr7iuiuiZbItA"
    "OOiqg2AHOQNuU0t5ZuSAkybHbgr2cnkWiBAEbFHSCUIRDK8JGDfcMPkCfs1ZagEApXORQe"
    "CwsTzjvWRMoJEGSstIwPLweJHpEd30FMvt3e595g2Dsfspxjeo9bct2LE49LlKQeh6Pod9"
    "NxfVWSjmzrmoAdkQ7fnQ3x/kAMiHssRGQ6HIgsE/mIPZ/rjNX0d1khoI4GskOQJ4Ds0HFK"
    "HWr+9539KcliXRCXroftOfmUhLny9m+J+yxnU+xIcGDC+CudbunVbC576GmV6ynMQsoC/b"
    "I4jhL0e5N+70Lr/rW/zFp2fHRtaq087GRTbi0DQG7tSHNrrmdJ7FDJo0BlS9cFPti8CFSz"
    "AEWKVTnJ2b3ufb3S9CkLQbwsqH5lXYcvb/SoWHoWElViEIcXKVpiYiXqXEgemn4x0D9Sec"
    "T4WzK56fe1yeSs44dRi6lbctkbRNXpM2Q7cZ9oJjFtJTNVIkfpEd4iWdM8RuUXR928afwe"
    "Gwu6zLsc3VVD/RoS8tYSneMWbsgz62sS1xkEMtdm6HmYmJzMNdP1FWGoHKYVOqOomD800M"
    "sfKtXyh7JWTtcIQ2KmcrD7mbJvFaoWnq90rVos3YBNP9FenRxoK2bv7iuFYpPBoLMTM0Ug"
    "VIrIR8PKJ1GX6NjMfPCx6WGOWqkpTiwDgX2JPs3Ysj1sBkboOSLkl3HAvYzN7cmE1Qsw2L"
    "spG6PZU04DuD/baxMv4P+s+oS0On3/qlPRFGN915qehdxCT8jAzEGAcXHGiSu2Mz8dD1zL"
    "7HIJAkeqJqSIhLJblctuoXyuC+VzUEgF5XMg9SZSV2j/fnI48MYSo9WYkyb1RXQ0FBcdaX"
    "ERnC5/jKErID/iSv1WrG/P+dbM4JnnLgypZtplZJvo3XVfZ1dOBEUchGOl9fkC2ULZtxUA"
    "wlUyoUFurv/mZnBRFRvkp/fD0LbeMdgBKpoa0uPKoNhdyjtC0TctK44HTIx75N/zFEf1mW"
    "1FHJzZVp7ITc9sO8ACZ3fG6mWEu3GPLi+1MatVTvCsF3dfu56yS+wM3WXArl1o/eFAZ9cs"
    "bDo2YdeYd38x7n3RzzpPdnBveeiJ3BLt1+tBdD/8vLSj+2lxLTRWpxA6fjRfIlhURLYwWH"
    "QgwaFGgfW4a4NMIDgPhOSJ0jKGaD/EfXcc973x62O+2ecnG+K9zMmDWO+RxnqhSesuS0Ip"
    "ZWJ16CkAIgHibEPcZZdss1VEVJnkMcC5ROEhfQpDlPQCCFiX2FThOhzCmwVlUuwOQzJm6A"
    "fuIt48LRKT6d9MpqMrbXzWSe9wS0bjjz198G920fXmiNh/squTfk/X2TXfRISwK72Lq4F+"
    "1kHWwiZqRFts34iPdeMYmxvOF8pwO2zKm1qiB9uTd4l8/8mljg4/fly347wEBB0lYfs8B2"
    "xpdYwoPy3UbIEDBQm8RgJC/RZKMGBenPko/eQbj8ixLYPVEYgG5bg3gAisyhFY9ITsgIoM"
    "e/bMNhH/WI7ahb7iDtCHX2DNp8bSPMQ+Jwq+ycZawYBvAb4dROYhmkt7I3m8witNV9NZ5p"
    "YlgFnq95ZMf6F/+l7GsTht4FecVroVp2tnL5MnRFj+hkWOOJn6nuehiiKJdWhJAo7tv1mN"
    "W/cfs5BEHSQ7d6HtBDbx37G/909BJ3FbNsBvv5ereOhPY+Y6SbZeJDqdgyk8p5W1nqIgqA"
    "T1ZRxwL8593L1WJo9cRIKtqrKtClstu7DVEoovYKslSP2wSm4+YxLWnpKcG3CyoejmkQ2F"
    "qhuouoGqm7e2qh23KiBYTXgeA56MRAyeLp1/ChY75TE7zI/fTPt7inpsf6bTORuEFof1S8"
    "dFVVM9ByrRPmOoVk32i9HN+VDrXI+1/mAyGOlFCyf6sBh0HWu94Zo+IXMJmvMo4LkBz+4T"
    "kTnjJIeCTcPSm1YhALtvc0WCfQ4UJABh2N1IQqFQAoRhdx+GXTqIGOKclmFALMS3jzXSCf"
    "HtY5S6YvHtCd54Yun6uJMm0W52lgccWnrEUe94FojKII8Ch17aoU9ePhF3MgeBxIOEH/ks"
    "FCB8fkVg8ICY3kZkkHOiWg2xvEPUgFgusZ4bVKTKavjNg4DmJjQjMudtIa3heIUAgpsQ7F"
    "PH1/CXyEwM0cY8l4FAdzO18STFdgkHZFeRrY6P+AXfTbDvb/AQy6NONviHT/iOeocRALzD"
    "I/UOpXoUQ4foLfmGHg4kOr2WgNDq9aTkKDZt9WrhR1vsiOIMASleiWOJIalyJOH1Yn2cz0"
    "6UxkRC7mVsCyV/IJJulN2H7sqtFbNSztC96z5cYMd+xN7LBo9ofejJZreIgegUiFA2bBg5"
    "VucIE2vp2jLHQhWB4CRJO0kL7PtUEwhLoIgDAUgLIOJsjfqa/STJeMhdypz6HN79B5sc46"
    "kmXZxBgHJ5yoUVTBEHCkZawezp4EXFQjH74d41zdDzpCIyJSh4bMp5bAd+qNWSGtGJayYg"
    "3e61pl8M9I9nnQTP+pcNB5/jg64Sl44dTXXZGwzZpRmyHazI4VQoCPBiGXDkVKkH85DdLU"
    "Lv31YLbq2Kn1CzSUK35WCwm0hptRa/40ZIAt6hE/VSXgODrFWWdZQKSNSdbCahCAd5qyxv"
    "eqsl/XbYqLJdKtdEDrJFLsLWFkfsea5Yj/oUALlvie3NoRfvEl+ITOUSCqYx7NQ83qIC5V"
    "KQWpLmaZCCLA49aZiCTPNIkIE80gwkdOPZY3Q09IQOMkyGQxZGpv85C+eLtfLPIDts4b8/"
    "ytea9cPZajs+98Oyffb9LYNaVT5vt16zYDrnNgr7U93Rl+iQwWhJuSUfqTV31pm7BMcR9C"
    "jSzkLoaaR+7zH0uDheRG9nCFDdMscre/jRdkPfEGeeA1X4VTgUCchFwytvAlFSlaOkie41"
    "fJvwdrLUy3wNDLJWWdbQO68LgUMIHEKLN5D6YYWLe9izzfsuP0CcfHiyISSMsmHKxIGPJQ"
    "j8yiWnrjdbxYrOQgmiS/phuqulk0J/+KFBQICOqj4tlH1WKquj75UAw8nwFrL73fv3TcIt"
    "799Xx1vYZyUzyiUBJpzV9F+TkV5hP2WQ8jJqm0Hnf532hXAZGfWOf9nHLy2C7Abn+25K89"
    "f/A1hQgk4="
)
