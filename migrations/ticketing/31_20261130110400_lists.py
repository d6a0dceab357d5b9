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
    "eJztXWtz4jjW/isUX3amirerO91z2dTWVhHi9LBNIAUkPb2TKZdiC+KNkRlfcpnd+e+v5A"
    "u+IBtLISDM+dKdGD2OeY58dG46+m/bt4wH7Ftk/q4bmJY/cOaXjont9mnrv22CFpj+UDqm"
    "02qj5TI3gl3z0Z0d4hAbrdtOeBXdeb6LDJ9+MEO2h+klE3uGay19yyH0Kglsm110DDqQ3W"
    "p1KSDWHwHWfWeO/Xvs0g9++51etoiJn7GX/Lp80GcWts3co1sm+9vhdd1/WYbXzqx5n/gX"
    "4Vj2B+90w7GDBUnHL1/8e4esABbx2dU5JthFPmZ/wXcD9g3YA8bfNvlS0cOmQ6KnzGBMPE"
    "OB7We+8Z2eXmvr+nA01SfaVNfbAhwZDmH80kf1QgLm7BH+7+8nJx8//nTy/uOPP//w6aef"
    "fvj5/c90bPi86x/99Ff0MClb0a1Czvqf+8MpeyCHCjESL7vwV4hBPopQoTBS9pG/zv45Zd"
    "C3FpjPf4Qo8G/GkHfJD0VpJNxXiSO5kMojnYa7EIiLkTki9ks8ESq4nvYvtcm0e3nF/tzC"
    "8/6wQ966U419chJefSlc/e7H7/PCWd2k9bU//aXFfm39ezTUQnodz5+74V9Mx03/3WbPhA"
    "Lf0YnzpCMzM2eTqwlrdGRGyobvuLrom5ZFbX7fOBKOH00ZAe/wjctxz55zjfkpfi7nPUYU"
    "WKdf5gDfq6r3SPt1mnuFhjfdce+X7vi7y+6v3+deo8Fo+DkZntI97A1GZwXCveDuP9jg6L"
    "VyxjMQoFyecmENk8dJ6RjVqN+PksGPmIjTn0WBgpfl/g7PHBevM/+vyWjI5z1FFM0oy/Bb"
    "/2vZlneA7FcQyaioVjpF/VKwgdgNikoHzXzsitC+AgDr8qwbjutiG7HH5Oqb8kV2HSm11h"
    "4O/1tbapnvPHvI+G/swh0yHp6Qa+prnzgnTtnY9Y8WJ4viFUTQPCSSfWP2/dLowpnjPND/"
    "qwIQuSGdDfGHu2iwB+GH4ww/uHiGXUwMzvJZrkhyILDXJez1wMPi4YAMCCz1Q7PUgXx2xX"
    "FNiYmfRYGbJMv9HwEivuW/rHNfSnwW0qRZf/Lh00+ffv7446cV4asrVTyvc+o7PrJ1tHAC"
    "wovjY8NaIJvPbRFa9Iki7Lv4HgfIdQWR51qvf9kdfPfhU+ckXELpAmr54fdOFtdP778vOj"
    "6By4wOzvzt3SO3xOXJYBphqFDn4Fm3MZn79/TXjxUcJ0R+LDqa8Qcn7JNCFNFHfuDx+dVI"
    "sAg57tPnQbHtl48lrtC7Y7q9xMSMfRoButtX2vC8P/x82orxt6Q3Gl70x5fa+WmLUj6z3A"
    "U26dXusKcNBuFV9qVtm10daxfXw3N2kVrCAX08ek379ao/Zpfw89JycTQVBcX54cca8vxQ"
    "TGOlAmUfFUJjkXuns6ygaJ6xiG1gxvFAMowJJ5Upxmjeebp4QjmP3IKYFTO3miRly9OpW4"
    "6ZzuHY0I5jY0RK4iZ5ZEHM9GV/MxtjdWW3sj0bjQY5sZ71i5759eWZRjVqwQRZN/MiNa+b"
    "AUeJVpKeBwLnApw/Ytfj5u1LvZUMYnfOyocD8VQMF7NvLrE85JENtAIaXHcULE1JqeeRIH"
    "XVpa5OiqqHqENjUo8cY7MqT7U+rrMhWWXECH1GIXtMWakRvYfsVdvDdHHy9Xvk3fOEQZD7"
    "UlL3lAcWDbMXH3sHqNKq+I2rC1ba66Y7PusPu+Nv/DTWGaca4ezbVOuCWQELzN4XGNc/tz"
    "yDRc6rF5jiuM0LjOvrZgyBBQYWmGQuCAujAGxS8mwHIlFL1/R9vNikZ9IxtXSMRYdDzdWR"
    "KhU1tPvRKBMo/lGE/EgfhlBhEaxjQRBQCaRQfN2j3iydmZzqia7rotIwRAoqsFpzM4Rc1c"
    "Q/ZgEJ9zi27gLLpiaK9479vX+234jsjTP2t98hrnCkcQVIVxyj1BXy8O6x8dAnlQ5edkhn"
    "k3/HButUpYJ7d5zuHfgY+/cxJN0LoP+V9Fuex6uRKtc8yfgmcb49n8JAhJTEiip6aeRQja"
    "h633k7DUqhBOtAuTzlD/R7ivCdjAeyJciGpmONLA6fc3d5lL9DyXhoAwE7uA/IyGRF9V60"
    "JbLuTM9AYLKLT3YXG9h6lArMFaANXEEgMvdGkbk6NV5i9V0KlHZBbG6fsTmDThORdSMZD1"
    "6GxKrhPJUFLyqbfTyVBi+g2UdtG4nvTtfbyH8IrnX7Shv3tOGU7eB3DUz8W3LR/5Xtv59Z"
    "z6rsvn9ENi8aWtkWZIU5yn4gJ6r3A1FNubxlOxDoabs//a1ArRzIIVLHFvV6XGch6vjmkd"
    "BVQ+XAaSQr6hhanKhSHTGvoCBnleXMVsvAw5wizVJlmoU0SI1uLUed8KNTO5z9wGkIvpHb"
    "HBZIXieZcsOxAarSDDvOMbw/ECJNbGO5AtM8EtS8ymoeWgdt9aWBWvxyqpuV+4Fa/GOUuj"
    "oZP43FjqrSfZkBnQ25vjAOBYm+I030+ZZvC2X6VgCVsx7KpvqyjylAegHWhIj8rpmnWo6X"
    "YyrnfAUAtiXZFg7IZ1ENCm9ASrtqj7UTGgxiEmj3RsOeNp6GPegN7Pq35HJ009dOWwvn0c"
    "K3ZPqL1p2O6e/05sh36ZXJ1YiN95YOG8262Gtjjd4kamMfHdN0S0YUOD5tpc+099w4M//1"
    "xP4XCsRkgQ10Lg7EmagViMHElGpIn8JAwEoLmIngT4cIWtopZof6+HraE9TGylohBloiQ6"
    "x/SxbSpK0H2wtyxgTplkcf1mUl6xwjr6rXf8kdoOm/QNP/pWvxjqKsrJhbYaBiDmfNMUUq"
    "5lQjFU7Qyq+LyPCpqhJ1VM7H3QvqdpgumlG3o9ub9m+oyxHdi7khl1cDbRodprVYhplT/m"
    "FaajgjrA9XHD+WklsK36HgopvaopL7rA21cXdw2orx7DiziTa+iY4z87D7qIpUluhlgXnn"
    "KtaTSga+Q6mQ2LIVEcmQWueUZIqknvpw0Ge/OcS24jvtXRDs9lGSRbrMhwdvUChsey0/kI"
    "09nc5oV9hrLkChREVlxzkSFuZFNOtIGXPDmSBjtWRM11LqmrDTavTVriQBx4aL34+T81b1"
    "fdv2cLKUxRvDXkF65g5HR/sPAqz7dIF3ub1Hqk/AzsCA3w38WsSwAy/21ASiUmtYiEcJxK"
    "N87C447nxFcDsBQHZdPK5tIzIP0Jwzxet5fFn8Dl0+TEQdPm142sLklpxTR88M07oso6uG"
    "s4ds23nydBfTlc/lhAortc06GNSNgLqJ6aN/l3gzno9dh/wseofsJzWGB0s+M/95nJcr+x"
    "QB2l6iPYg7R8T6U6ZFSAHZpITmrveZOz6ydaoXHuizieyLXAfCbjM+uUno03NskU18fDCQ"
    "zCfZxSWFsNUeaBF7dG7oh59F/NB4Mt5jsZlcgMEcXu/24dtYn9F3nBck3LBpIYMDM0S2pF"
    "uc+yIOuJfZNgLbsZufB4Ht2FtdLGA7djnVzdqYC9uxj1HqAtuxuf3iPI4bfxbDL76MsY1K"
    "9lum26yn4U9Ten211/rA5sRfyVuQXE3mxi52sF+FccGN+9izwzp1drPrUcCx3qb29pBi3B"
    "Z7N1rIa6HW071j41P6w9Iy/MDFLctrsSczW3cvrfD+ndbMcRfIbyFitp4s079/V8xJbO+u"
    "r9hav4vGlLDNvs42+0iyIm5TimhENfmuPabw/RGwpFfjmxQj354p7RCfWyJ0ZhHklhzanA"
    "EV02svftQo8MBorVILbApmJzGdw2f9YXf8jT+Lk/FZO+js21TrUuYV6zMzic7J27hM58bV"
    "W6fjI/ig+8yRLotwBOweU5pwMtdOqVdHq1+gB3wVbfqpUuprwzbp9BkF6PFuIlDpR6rSXR"
    "w3UxFxdnIg8Hck/B3LxIul47MdyPoD5pQjlpPPgYIIJEQQ1hOynb0O/0zkyqMo1rCwukob"
    "No5rUiNFShFxoPAuyBycvGDHB3IyMFVVRinoKDtUfIIOFYp1qBBSHStAI7jdtcKYIcsOXC"
    "HCMxCoKRJnHD8vLRdLtZ3LIaGmSOWaIuqOy4g4AwP5qixfF/uBS/TAFTzmPYsC7SnRWhCK"
    "y5r6eqkVqB3jWUDMTXHa7KhOnTCtGwIgSgtRWojSQpT2iEQAUVpForRxolBYCHkcCEBaAB"
    "CjhRgtxGgPmFuI0TadcS8wDIylzgYpQCGKp1qYAaJJRyFmdaJJn6nQq+JI6eedDRGkOYrr"
    "9yF0dHyhI6jZ3qfT7HgW//DQcn85A2kS81vb3BT+L2DTJuPBh5AJv6X7r6k24OzA7rouKt"
    "lQxsEWZGBb3pvN6PY/ZgEJY3+tu8Cy6aLovWN/75/t3YsmUha//a7UtoJ+GqH+gl+qLA3e"
    "yE02RyH+DebHkZofsGtpb8aHYMYKslSvCLXRh8Hu0rVEN10XgLDxush/1cbrXHaEeE9iXY"
    "5TBEx5qKiCxk3baNz0xibrAJtUW2qsB3+Vvbo2bJOxaocAnTX3tyBSdqymqrgma6wGOxCN"
    "VStZAxVEqvgjFu9YwHpH4CRYlU219lX326U2nJ624pondgTtxfUwPICWle+26wnnrQ/CMQ"
    "x+IVE9SWTgSgtj2u990aYTupBFbdpvyYWm0V9nGNOfp91f2S8+ema/XQ+7V1eDPjsqOCDU"
    "UrAtrIiwog3O4geJmBBA2dbGdMvHC1kJpNAGHQq8YynsKYEJ3J+GB2uxc3CE2c/jgH9Z/v"
    "MpNEHbdQ0LcoDaa6i9VpbUrddeqxO4u0SWXRWxSz/vbAjVLehIiNAdaYTOQIEnVPuzAjRC"
    "Qew6xdP4gM3ZaPSlP/ys90bDi/74kvn/ieVKqZ9Z7gKbt2Q0PtfG2TGRc5cZEQd+9LF22R"
    "/SwasIkO7iBXtmNx1z0e0P2E2SEWzLRf4e0+vxMDsi6v6QHdP92u1Ps0PQE6JrrFkMON0S"
    "7YaNpxNh+JmNj7wi4x6ROU4/7Q572mCQ+ZxJ1A6fKo6iZMckx95lR427w8kFJWl0Qf8NB8"
    "WH9erOjG1CXt1J/9y/YadEx8bp3Hpk50XHn421nkY/Xv0N+s0NTEdQ9AXlVV+FdGaUU30V"
    "17nRxv2Lb7p2SZk9bT1i15q96JgtFIwPJvur7mTylYqR8eLR+y6R5z1RKcrEeD6e1FmYT8"
    "pX5pOi8bOXEhkw6yG0AKGFI+Z/T5Fl4D4NzUhGdID9V7K//4QwyCHhciahhApAkICsBNj+"
    "+oCzqaOei5eid+fktZmjE8eERDw95jBRT++0FeNvyUQbnodXPEzM5Mo0/DVO3E+02JHymA"
    "fyuXuj6ddXp605esR6sGRZ4y/D0dchyxk/EOeJqJExRr6PF0ufI9XS9ykLgUPM1/ab4Wdf"
    "oso1A2veZv6GVbhmxW0jz9ex6zpCxeR5FPTOEA82LrDnoTk/zXl93T/n855HFXgPAst8x7"
    "DqhBy3QX8UYYpekezkD78pFOmDCvPCkLB4C5oU1rwV60DEW1rRrFYul/6/KZ27GtKpkdGl"
    "1yCpC0ldSOpCUheSupDUbUBSF9ou7bNcc+bTWSqZZeGAGxMU27EcwP0sF0hz3U/TIVhC5B"
    "kYuJ/gfpa5nyNmp/V9vKhyQAuDOhtc0HS3FnihR+qFwkbL46vDA/JTlbjXPWYgCHZljxWR"
    "IAB25Y8AEd/yObvQSrnPQprE/NaqJyIlTSmyhWK8BRgk1F/Xule0ZzIPCzIQlwH93r6+dC"
    "3ewX2Ve4fzwKPcP3wisH/YC+58x0ecQ3UrWc7CjpJjkT3apuWFnX90qc3wHPR+GH+rCOu2"
    "6Z5hLMd0HggkV5Hso2fd5R5KVklxFnZ0BP8gyK/UJM4Dj45j4UlsEcMOTMzxHDfSnIUC0Z"
    "VEM1tBcj4XoGBtcLhWLMmwMcEgkFyAvMKR5hXg5Pb9ON5w7AhsKqwrgvYy2gLYFpND+yrZ"
    "QrhMthBm6gkzlYS90eXVQJtGVxdLG4dVfZnqu0zVnfbrVT8stsPPS8tVpQ1tXJIoK9QMXG"
    "Vt1h6OhhoFOgTfktFw0Ge/OcS2CFZDDNAm7y3a5EEgEQKJDfZaIZC4oxgMBLog0NUQoiHQ"
    "tfvVUNRbLQChC46sw7oi0nBMoTDNGhBKJMQjNXfBC3aFC1TyKOBd4vxGh/jI8IWZL+KAe3"
    "nuw/2MMuSvgMC+PPtLypzU1F8BgX1x9okTn2lcl/UVANgWZ9umzOivjN4W76GwHNq/jIaj"
    "6zB+Th/RCdx0+7y22kCvSlA9ivB7Elsl80jYLanabskyO0ufOTY3dlHP3MrAFX4HldWFOe"
    "PpFaIo4kEW4rIwcZgFldkmnkOC7lNZ9z1i12Nff03EpUGtDGJ3JRgf3kiU295LBe00yqlu"
    "bjuNYGlKSj2PBKmrLnWF6l8D/855riyAzYzobKqADceGwxpVAVvnDYES2La44mqswjoQBV"
    "XLuItOQRFxoFJEIwrRdu0zecHdf7DBeZnKGc9AgHJ5yoVz83kcFJNL5+bhhL7dcq+OCXqF"
    "PO8cP1oGrjJDi6M2maKsSSyVDwPAlqwjtUcj8YssoykCVlH5TjS7P+5QNeL3s4Zanhdwpn"
    "u5tknGN4nzrQVhl4F3T5X+AxZyffIo0CIy6TuIfkMcdOdGaFj1ojF/otoMLY7bbIhGhzyE"
    "rgqYokdqii5d59EysdBRg1kMLCQSC0lCoF4eXNjMvl4RYwAx1PIK9n8Mt2oi2I9/4AS+4Y"
    "htAshAYO5LzP3kDCQJY7YABWsWrNna1my8dg0cqlkrzdn1gRvt2WRdtJ25bpE9WrSsgwzW"
    "75F3z1tTCHJfSnI2OVzhvbp7iTchHFT+v2ppYEop+9JQrXbWH3bH3/h6LRmffSHOvk217g"
    "YL9851nlhbJXF5FJHbkoi6S812ZZLdciPYf2wFgMVdYnEPDyu0xJy6LAZIl9lWRqnVl8jn"
    "KJmKeZ4FAe0StCu0h+mQRKGQ2Vpa66WO3TrGM/pd7qcsfVJltq6P22S1uhEiysxAFPZIo7"
    "DQLHRvsacZWlj2C5f86+v+OZ/6HKhAfhBY5jsGPUARVLAZ9TGMloCscg+/abF5E9VlEv5W"
    "HgfeVtEgquttgUnUWJOo0GFaak+WB3tXD0K+Ln6kClEuQp9FgpRVljIUFZUbhJCGeSt31m"
    "ed3afhhR71U6t9Wu7gzkbHNoTpcQ0ta1AI7u2RureibS1f1c1SNS0Gte5HFU+Ak+T3SD41"
    "GDzejuB6beZStMqKpz0dd4eTC20cNpkL69Bm2I37zPUnk+uoz1y4h0KRPnOw/74xros6Ru"
    "yEej9Vdmv6+SZT1aMjwTY9UtuULrxUbqIyyKJgvZZerz0s3MIjA1F5lVbWPXCpMhegOx4O"
    "VMv07qDrik6tzjuxSqwCDKiXoj7amvGAOUfVbVQuCQyol1MworRnIED56xSN+Ixfg4IIJE"
    "SADAN7QqcKpAho31yPb4V8T8c2R8HmXdnr4zobfNEnfHfvOA+6R5G6E+x/e7Yq8cyjdVXV"
    "mfVRCvALfqma8oVBm+Z7nHagS08DIzAwr2uFYJbBnW0ZfMulql4wj4N6weJKWrdeEEpQyl"
    "+QZpWgQHkZ5Gh2bzFsNhdEbIUG2gmQqaljJtxRv4g+pbAvksdBtgZKWw6R/NhRYlDZ2q4M"
    "FgQhLQjYq7fHdDGS6ISfgqAT+yu1j2ghbwEGgW7xxMIB9E4+lNPrli636/o5NqwFsktiTC"
    "6/77oZgd7F4ANU4RXUnWu9/mV38N2Hk85JOG/prLX88HsnM/rT+2KRJ+teFXAyYPVqb1P0"
    "7tKPbepnY/cRJ1KvXYE71iba+Caqs43ucEu6vWn/RjttsZ6Qj/iWXE/Y52yz5S3pdYc9bT"
    "BgFwz27W1blcpc2EMqpuEPIfyzJt87bly90lhNQGAxyVpMc8qPiKmUjAcbScZGYg0fLZ5t"
    "euY4NkakzFbK4Ir5Iwp8q4VndWXH+aPRaJDj/qxfJPf68kyjS0hh0YeDgCFlFC4McBDwEU"
    "rduEdkLh50zMH2HPSa/GGfR799dxv2XHxE9nd/S6IT4YN6f/v+tv39QZgZquX3pvS5N+f4"
    "0lGdejVBER0dSPYdY7Iv/F/AfE7GQ/GyzMFWlJq54woVjmcx4LNI71ARofy1W9+OnHEI/7"
    "5l+NdAS2RYPkeHlFuIGUiTsqJbS1gkBOkWOzLYteJQtUCEo+QOEOsQiHV4yMae7vnIFXZ7"
    "C1CIlascK4+EhQnnHasj5RgIMlZaxoeXpESPyIruICbfdvem2x90zwYsKZnc45ZcdaPM5B"
    "LFucnBKPzdsB1Plawk2/wmYEckw3dnQ7w/EAPiHgsRmQwHIotEPmLX43prFR1iVgioxIH0"
    "ESQSIH10nFKHXQP7Tg8VZLEuiAvHxdacfMEva/Zvgfs0qZPvaXBgwvgrmW7J1XQuu+hplQ"
    "zKzULKAv2yOIoS9LqTXvdca/+1v9RbegB1Ze6tOKyzKfmWAiD5dqTJN8c1Jfa4ZFGgsqUL"
    "Bx8sXgSqXoAiwaqcBW1fdb9dasMpC0G8LKh+ZX2LL66HYTX1LCCqxCAOL1K0xMSM1bmQPL"
    "TheX/4mcojwt+SyXWvp00mpy0vCJtU3ZKLbj8sX58hy446TTOJaSuZqRI5Sg4BF0mrZjEq"
    "vzjqJlaj91hf0GXe4eiuCurXkJDYlug9t3ACnllfmdlOQUeZ2v4kktoOXBcTg5PaZotBSZ"
    "wqg2mEUslr7o81FPfHUr39schwsojoUlOZg97PnH6raPa2JzRd7RZLx2fzU7RfKAfaiOm9"
    "+2KkyOjQ6eTFTFMIVTvy0bB2SpQ+2hYzQDxsuJijdyrqH4tAYF+iVzQ2LRcbvh64tgj5RR"
    "xwL2O1uzKB+RwMtofKRnn2lBUB7k/32kgM+D8tP6WtSt+/6mQ2xVjftaZnQbvAFTIwMxBg"
    "XJxx4oht/k/GA9cyG2l835aqKskjoXBX5cJdKMBrQwEelGJBAR5IvY7UFWoREB9QvLFIaT"
    "WmU6dCiY6G8qQjLU+CE+6PMXQF5Idcqd8O9u0535oZPHOdhS7V0LuIbBK9u+4t7ciJII+D"
    "cKy0Pl8gSyj7tgJAuEomNMjN9V9f98/LYoP89H4QWOY7BjtARVNBelQ6FLlLWUco/KZFxf"
    "GAiX6PvHue4ig/Ny6Pg3PjihO57rlxB1gi7cxYvYxww+/RxYU2ZtXOMZ61++5pV1N2iZ3j"
    "u/TZtXOtN+gP2TUTG7ZF2DXm3Z+Pu1+Hp60ny783XfREbon261U/vB9+Xlrh/bSomhqrU0"
    "odPZonESzKIxsYLDqQ4FCtwHrU90EmEJwFQvJEaRlDtB/ivjuO+1571THf9PPOhngvc/Ig"
    "1nuksV7oA7vLklBKmVgdegKASIA42xB32SXbbBURVSZZDHAuUXhIn0IXJT0HAtYlNlU4No"
    "fwekGZBLvDkIwReL6ziLZfi8RketeT6ehSG5+2kjvcktH4c3fY/ze76LhzRKw/2dVJrzsc"
    "smuegQhhV7rnl/3haQuZC4uoEW2xPD06OY5jbG44wijF7bCtb2KJHmxX3yXyvCeHOjr8+H"
    "HVnvUCEHSUhO3z7LOl1dbD/LRQuwYOFCTwGgkIdWwowIB5cebD9JOnPyLbMnVWRyAalOPe"
    "ACKwKkdg0ROyfCoy7Fozy0D8kz8qF/qSO0Anf4E1nxpL8wB7nCj4JhtrBQO+Bfi2EZkHaC"
    "7tjWTxCq80bW3IMrcsAcxSv7dk+gv90/cyjsVJDb/ipNStOFk73pk8IcLyNyxyxMnUd10X"
    "lRRJrEMLErAt781q3Nr/mAUk7EHZugss27eI9479vX8KOonbsgF++71YxUP/12eOHWfrRa"
    "LTGZjCc1pZ6ykMgkpQX8QB9+LcR/1vZfLIeSTYqirbqrDVsg1bLaH4ArZagtQPq+TmBpOg"
    "8iDmzIDOhqKbRzYUqm6g6gaqbt7aqradsoBgOeFZDHgyEjF4unT+KVjslMXsMD9+Pe3tKe"
    "qx/ZlO56wfmBzWL2wHlU31DKhA+4yhGjXZz0fXZwOtdTXWev1JfzTMWzjhh/mg61jrDtb0"
    "CZlL0JxFAc81eHaeiMwpKRkUbBqW3rQKAdh9mysS7HOgIAEIw+5GEgqFEiAMu/sw7NJGRB"
    "fntAgDYiG+fayRTohvH6PUFYtvT/DGM0/Xx3XqRLvZWR5w7OkRR72jWSAqgywKHHpphz5+"
    "+UTcyQwEEg8SfuSzUIDw+RWBwQNiehuRQc6JahXE8g5RA2K5xLqOX5Iqq+A3CwKa69CMyJ"
    "y3hbSC4xUCCK5DsEcdX91bIiM2RGvzXAQC3fXUxpMU2wUckF1Gtjo+4ld8N8Get8FDLI7q"
    "bPAPn/Ad9Q5DAHiHR+odSvUohg7RW/INXexLdHotAKHVa6fgKNZt9WriR0vsiOIUASleiW"
    "OJIalyJOH1fH2cx06UxkRC7kVsAyV/IJKuld2H7sqNFbNSztC94zycY9t6xO7LBo9ofWhn"
    "s1vEQHQKhCgLNowcq3OEibl0LJljofJAcJKknaQF9jyqCYQlkMeBAKQFEHK2Rn3FfpJ4PO"
    "QuZU59Du7+gw2O8VSRLk4hQLk85cIKJo8DBSOtYPZ08KJioZj9cO8YRuC6UhGZAhQ8NuU8"
    "tgM/1GpJjejYNROQbvtKG573h59PWzGe9S8b9G+ig65il44dTXXR7Q/YpRmybKzI4VTI9/"
    "Fi6XPkVKoHs5DdLULv31YLbq2Kn1CzSUK3ZWCwm0hptRa943pAfN6hE9VSXgODrFWWdZgK"
    "iNWdbCYhDwd5qyxveqsl/XZYL7NdStdEDrJBLsLWFkfsuo5Yj/oEALlvie3NgRvtEl+ITO"
    "UCCqYx7NQ83qIC5VKQWpzmqZGCzA/t1ExBJnkkyEAeaQYSuvHsMToauEIHGcbDIQsj0/+c"
    "hfPFWvmnkB228N8f5WvN+uFstR2f+2FaHvv+pk6tKo+3W69eMJ1zG4X9qfboa3jIYLik3J"
    "LP1Jo7bc0dgqMIehhpZyH0JFK/9xh6VBwvordTBKhumeOVXfxoOYGnizPPgSr8KhyKBOSi"
    "4aU3gSipylHSWPfqnkV4O1mqZb4GBlmrLGvondeGwCEEDqHFG0j9sMLFXexaxn2bHyCOP+"
    "xsCAmjdJgyceBjCQK/csmp6s1WsqKzUILokn6Y7mrhpNAffqgREKCjyk8LZZ8VyuroeyXA"
    "cDy8gex+eP++Trjl/fvyeAv7rGBGOcTHhLOa/msyGpbYTymkuIxaht/6X6t5IVxGRrXjX/"
    "TxC4sgu8HZvpvS/PX/SZVMMA=="
)
