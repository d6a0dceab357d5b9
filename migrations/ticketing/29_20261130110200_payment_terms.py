"""Terms of payment: days for a bank transfer, payments given up, and money in another amount.

Events that exist allow a bank transfer, as they did, and hold its tickets no longer than any
others.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

EVENTS = """
ALTER TABLE events
    ADD COLUMN allows_bank_transfer boolean NOT NULL DEFAULT true,
    ADD COLUMN payment_days integer
        CONSTRAINT events_payment_days_are_some CHECK (payment_days BETWEEN 1 AND 30),
    ADD COLUMN payment_instructions text;
COMMENT ON COLUMN events.allows_bank_transfer IS
    'Whether buyers may pay by the provider manual.';
COMMENT ON COLUMN events.payment_days IS
    'How many days tickets wait for a bank transfer, or for money that is on its way.';
COMMENT ON COLUMN events.payment_instructions IS
    'Where a bank transfer goes. NULL: to the account that the settings name.';
"""

ORDERS = """
CREATE TYPE late_refusal AS ENUM (
    'tickets_gone', 'over_limit', 'event_cancelled', 'event_deleted', 'event_over',
    'currency_changed', 'buyer_deleted'
);
ALTER TABLE orders
    ADD COLUMN late_refusal late_refusal
        CONSTRAINT orders_late_refusal_is_of_a_refund
        CHECK (late_refusal IS NULL OR late_payment = 'refunded');
COMMENT ON COLUMN orders.late_refusal IS
    'Why money that came late was refunded. NULL where it was not, or before this was kept.';
"""

TRANSACTIONS = """
ALTER TABLE transactions
    ADD COLUMN requested_amount numeric
        CONSTRAINT transactions_requested_amount_is_positive CHECK (requested_amount > 0),
    ADD COLUMN due_at timestamptz,
    ADD COLUMN given_up boolean NOT NULL DEFAULT false
        CONSTRAINT transactions_given_up_ones_failed CHECK (NOT given_up OR status = 'failed');
COMMENT ON COLUMN transactions.requested_amount IS
    'What was asked for in the order''s currency, where something else came: that is the amount.';
COMMENT ON COLUMN transactions.due_at IS
    'Until when tickets wait for this payment, because its money takes days.';
COMMENT ON COLUMN transactions.given_up IS
    'Whether it failed because its buyer wanted to pay another way.';
"""

# The triggers as they are, whatever columns they have: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_triggerdef(oid) INTO definition FROM pg_trigger
    WHERE tgrelid = '{table}'::regclass AND tgname = '{table}_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""

EDITED = {
    "events": "allows_bank_transfer, payment_days, payment_instructions, ",
    "orders": "late_refusal, ",
    "transactions": "amount, currency, requested_amount, due_at, given_up, ",
}
"""Columns that are edits, as the triggers' own definitions write them."""

DOWNGRADE = """
ALTER TABLE transactions DROP COLUMN given_up, DROP COLUMN due_at, DROP COLUMN requested_amount;
ALTER TABLE orders DROP COLUMN late_refusal;
DROP TYPE late_refusal;
ALTER TABLE events DROP COLUMN payment_instructions, DROP COLUMN payment_days,
    DROP COLUMN allows_bank_transfer;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    edits = (
        NOTE_EDITS.format(table=table, before="UPDATE OF ", after=f"UPDATE OF {columns}")
        for table, columns in EDITED.items()
    )
    return EVENTS + ORDERS + TRANSACTIONS + "".join(edits)


async def downgrade(db: BaseDBAsyncClient) -> str:
    edits = (
        NOTE_EDITS.format(table=table, before=f"UPDATE OF {columns}", after="UPDATE OF ")
        for table, columns in EDITED.items()
    )
    return "".join(edits) + DOWNGRADE


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
    "s4ds23nydBfTlc/lhAortc06GNSNgLqJ6aN/l3gzno9dh/wseofsJzWGh07+HSIPr5TA2i"
    "1ADAIpoChsp5voRWSfXhEGwaVyai32V4LwAAgh46YMD7aOuK3Dgg08/VLB/goBfEs0I3Ln"
    "iFh/yjQkKiCbVD6x664Wjo9snS5/D/TZRLT7OhD2tvLJTRItnmOLbBnmg4FkPskuLim7r4"
    "53FbFHF/T68LNI1CuejPdYbCYXYDCH13sL+TbWZ/Qd56UkNmyRyuDADJHdQCLOfREH3Mts"
    "UoPmD83PukLzh60uFtD8oZzqZrUBgOYPxyh1geYP3O6UHseNP4vhF1/G2EYlu7vTpg7T8K"
    "cpvb7q7HBgc+Kv5C1IriZzYxf9Mq7CuODGrhnZYZ06vTP0KOBYr4VGe0gxbou9Gy3ktVDr"
    "6d6x8Sn9YWkZfuDiluW12JOZrbuXVnj/TmvmuAvktxAxW0+W6d+/axfY3t5dX9HIYxdtcK"
    "GpR52mHpFkRdymFNGIvSu79pjC90fAkl6Nb1KMfHumtEN8bkHimUWQW3JEfAZUzCK/+FFb"
    "0gOjtUotsCmYncR0Dp/1h93xN/4sTsZn7aCzb1OtS5lXrKvVJDqVc+MynRtXb52OD/yEXl"
    "dHuizCgdN7TGnCOYA7pV4drX6BHvBVVBBTpdTXhm3S6TMK0ONKG1DpR6rSXRy3bhJxdnIg"
    "8Hck/B3LxIul47N+B/oD5hQ/l5PPgYIIJEQQls2isLZQ/OCbNSysrtKGjeOa1EiRUkQcKL"
    "wLMse0L9hhpZwMTFWVUQo6yn44n6AfjmL9cIRUxwrQCG53rTBmyLIDV4jwDARqisQZx89L"
    "y8VSTS5zSKgpUrmmiLrjMiLOwEC+KsvXxX7gEj1wOcf/VfnbWRRoT4lGplBc1tTXS61A7R"
    "jPAmJuitNmR3XqhGndEABRWojSQpQWorRHJAKI0ioSpV1tyRcUQh4HApAWAMRoIUYLMdoD"
    "5hZitE1n3AsMA2Opk4gKUIjiqRZmgGjSUYhZnWjSZyr0qjhS+nlnQwRpjuL6fQgdHV/oCG"
    "q29+k0O57FP6q43F/OQJrE/NY2N4X/C9i0yXjwIWTCb+n+a6oNODuwu66LSjaUcbAFGdiW"
    "92Yzuv2PWUDC2F/rLrBsuih679jf+2d796KJlMVvvyu1raCfRqi/4JcqS4M3cpPNUYh/g/"
    "lxpOYH7Fram/EhmLGCLNUrQm30YbC7dC3RTdcFIGy8LvJftfE6lx0h3pNYl+MUAVMeKqqg"
    "cdM2Gje9sck6wCbVlho78aPKXl0btslYtUOAzo4SsSBSdqymqrgma6wGOxCNVStZAxVEqv"
    "gjFu8Q0noHbiVYlU219lX326U2nJ624ponduD1xfUwPO6ale+26wnnrY/dMgx+IVE9SWTg"
    "Sgtj2u990aYTupBFbdpvyYWm0V9nGNOfp91f2S8+ema/XQ+7V1eDPjuYPCDUUrAtrIiwog"
    "3O4geJmBBA2dbGdMvHC1kJpNAGnRK1YynsKYEJ3J+G58exc3CE2c/jgH9Z/vMpNEHbdQ0L"
    "coDaa6i9VpbUrddeqxO4u0SWXRWxSz/vbAjVLehIiNAdaYTOQIEnVPuzAjRCQew6xdP4gM"
    "3ZaPSlP/ys90bDi/74kvn/ieVKqZ9Z7gKbt2Q0PtfG2TGRc5cZEQd+9LF22R/SwasIkO7i"
    "BXtmNx1z0e0P2E2SEWzLRf4e0+vxMDsi6v6QHdP92u1Ps0PQE6JrrFkMON0S7YaNpxNh+J"
    "mNj7wi4x6ROU4/7Q572mCQ+ZxJ1A6fKo6iZMckx95lR427w8kFJWl0Qf8NB8VnUuvOjG1C"
    "Xt1J/9y/YWfSx8bp3Hpkp9PHn421nkY/Xv0N+s0NTEdQ9AXlVV+FdGaUU30V17nRxv2Lb7"
    "p2SZk9bT1i15q96JgtFIwPJvur7mTylYqR8eLR+y6R5z1RKcrEeD6e1FmYT8pX5pOi8bOX"
    "Ehkw6yG0AKGFI+Z/T5Fl4D4NzUhGdID9V7K//4QwyCHhciahhApAkICsBNj++oCzqaOei5"
    "eid+fktZmjE8eERDw95jBRT++0FeNvyUQbnodXPEzM5Mo0/DVO3E+02JHymAfyuXuj6ddX"
    "p605esR6sGRZ4y/D0dchyxk/EOeJqJExRr6PF0ufI9XS9ykLgUPM1/ab4Wdfoso1A2veZv"
    "6GVbhmxW0jz9ex6zpCxeR5FPTOEA82LrDnoTk/zXl93T/n855HFXgPAst8x7DqhBy3QX8U"
    "YYpekezkD78pFOmDCvPCkLB4C5oU1rwV60DEW1rRrFYul/6/KZ27GtKpkdGl1yCpC0ldSO"
    "pCUheSupDUbUBSF9ou7bNcc+bTWSqZZeGAGxMU27EcwP0sF0hz3U/TIVhC5BkYuJ/gfpa5"
    "nyNmp/V9vKhyQAuDOhtc0HS3FnihR+qFwkbL46vDA/JTlbjXPWYgCHZljxWRIAB25Y8AEd"
    "/yObvQSrnPQprE/NaqJ+j38vWla/GOLqvcPZkHHuUOyhOBHZRecOc7PuIcK1rJchZ2lByL"
    "7FI1LS/sfaJLbQfmoPfD+FvFmLZN9wxjOabzQCC5imQfPesu91imSoqzsKMj+AdBfqUmcR"
    "54dBwLT2KLGHZgYo7tvJHmLBSIriSa2QqS87kABWuDw7ViYdaNIVaB8CpEVo80sgpnV++l"
    "zgcOXoBtVfW3VS2jTVBtMTm0r5JNVMtkE1WmoipTS9UbXV4NtGl0dbG0cVjXlKk/ytQdab"
    "9e9cNyI/y8tFxVGnHGRVmyQs3AVdZm7eFoqFGgQ/AtGQ0HffabQ2yLYDXEAI3C3qJRGAQS"
    "IZDYYK8VAok7isFAoAsCXQ0hGgJdu18NRb3VAhD6gMg6rCsiDccUCtOsAWHnu8RJag7xke"
    "HrogcbF3HAvTz34c4iGfJXQGBfnv0lZU5q6q+AwL44+8SJTxety/oKAGyLs21TZvRXRhGL"
    "91BYDu1fRsPRdRjHpY/oBG66kVVbbWVVJbgb8hp2+uLFvQRkk7mHyrJJNgB/DqO9yd7feR"
    "T1vdHG+qB/2Z+etpxH7Oq2tbD8OtuKoxHnWhzojz43cRzsjz5ld08+Yne/Jb3r8Vgb9r6l"
    "+5mTeG26pfns+ht9qNWd74IX+lzxndWYQVGuwpPY9pZHws431Xa+lVnq+syxuVGYegZ7Bq"
    "6wplB2Nc2Z368QRREPshCXRayIZbb85pCg+1TWfXSx9tjXXxNxaXgug9hdMcmHNxLltvfF"
    "QGuEcqqb2xohWJqSUs8jQeqqS12hSt7Av3OeK0t5MyM6m2p5w7HhsEbV8tZ5Q6CYty2uuB"
    "qrsA5EQdUy7qITLUQcqBTRiJK6XftMXnD3H2xwXqZyxjMQoFyecuEqgzwOyuKlqwzgtLXd"
    "cq+OCXqFPO8cP1oGrjJDi6M2maKs4SeVDwPA5rIjtUcj8YssoykCVlGJVXRvR9epRvx+1l"
    "DL8wLOdC/XNsn4JnG+tSDsMvDuqdJ/wEKuTx4FWkQmfQfRb4iD7twIDeumNOZPVJuhxXGb"
    "DdGoYX/oqoApeqSm6NJ1Hi0TCx0bl8XAQiKxkCQE6uXBhc3s6xUxBhBDLa9g/0cqqyaCPZ"
    "3qHviGI7aNJAOBuS8x95PzbCSM2QIUrFmwZmtbs/HaNXCoZq00Z9cHbrRnk3XRdua6RfZo"
    "0bJeOFi/R949b00hyH0pydnkcIX36u4l3sZyUPn/qqWBKaXsS0O12ll/2B1/4+u1ZHz2hT"
    "j7NtW6GyzcO9d5Yg2ixOVRRG5LIuouNduVSXbTlmAntRUAFneJxT08eM4Sc+qyGCBdZmMi"
    "pVZfIp+jZCrmeRYEtEvQrtAepkMShUJma2mtlzp26xjP6He5n7L0SZXZuj5uk9XqRogoMw"
    "NR2CONwkLb073FnmZoYdkvXPKvr/vnfOpzoAL5QWCZ7xj0AEVQwWbUkTFaArLKPfymxTZU"
    "VJdJ+Ft5HHhbRYOorrcFJlFjTaJCr2ypPVke7F09CPm6+JEqRLkIfRYJUlZZylBUVG4QQh"
    "rmrdxZn/Won4YXetRPrfZpuYM7Gx3bEKbHNbSs1SK4t0fq3oo26HxVX07VtBjUuh9VPAFO"
    "Bd8j+dRg8Hg7gus1w0vRKiue9nTcHU4utHHYpjCsQ5thN+5U2J9MrqNOheEeCkX6zMH++8"
    "a4LuoYsRPq/VTZrennm0xVj44E2/RIbVO68FK5icogi4L1Wnq99rBwC48MROVVWln3wKXK"
    "XIDueDhQLdO7g64rOrU678QqsQowoF6K+mhrxgPmHLq3UbkkMKBeTsGI0p6BAOWvUzTiM3"
    "4NCiKQEAEyDOwJnUuRIqB9cz2+FfI9HdscBZt3Za+P62zwRZ/w3b3jPOgeRepOsP/t2arE"
    "M4/WVVVn1kcpwC/4pWrKFwZtmu9x2oEuPQ2MwMC8rhWCWQZ3tmXwLZeqesE8DuoFiytp3X"
    "pBKEEpf0GaVYIC5WWQo9m9xbDZXBCxFRpoJ0Cmpo6ZcEf9IvqUwr5IHgfZGihtOUTyY0eJ"
    "QWVruzJYEIS0IGCv3h7TxUiiE34Kgk7sr9Q+ooW8BRgEusUTCwfQO/lQTq9butyu6+fYsB"
    "bILokxufy+62YEeheDD1CFV1B3rvX6l93Bdx9OOifhvKWz1vLD753M6E/vi0WerHtVwMmA"
    "1au9TdG7Sz+2qZ+N3UecSL12Be5Ym2jjm6jONrrDLen2pv0b7bTFekI+4ltyPWGfs82Wty"
    "Rz/vTq5Ol2vVfgjStzYQ+pmIY/hPDPmnzvuHH1SmM1AYHFJGsxzSk/IqZSMh5sJBkbiTV8"
    "tHi26Znj2BiRMlspgyvmjyjwrRae1ZUd549Go0GO+7N+kdzryzONLiGFRR8OAoaUUbgwwE"
    "HARyh14x6RuXjQMQfbc9Br8od9Hv323W3Yc/ER2d/9LYlOhA/q/e372/b3B2FmqJbfm9Ln"
    "3pzjS0d16tUERXR0INl3jMm+8H8B8zkZD8XLMgdbUWrmjitUOJ7FgM8ivUNFhPLXbn07cs"
    "Yh/PuW4V8DLZFh+RwdUm4hZiBNyopuLWGREKRb7Mhg14pD1QIRjpI7QKxDINbhIRt7uucj"
    "V9jtLUAhVq5yrDwSFiacd6yOlGMgyFhpGR9ekhI9Iiu6g5h8292bbn/QPRuwpGRyj1ty1Y"
    "0yk0sU5yYHo/B3w3Y8VbKSbPObgB2RDN+dDfH+QAyIeyxEZDIciCwS+Yhdj+utVXSIWSGg"
    "EgfSR5BIgPTRcUoddg3sOz1UkMW6IC4cF1tz8gW/rNm/Be7TpE6+p8GBCeOvZLolV9O57K"
    "KnVTIoNwspC/TL4ihK0OtOet1zrf3X/lJv6QHUlbm34rDOpuRbCoDk25Em3xzXlNjjkkWB"
    "ypYuHHyweBGoegGKBKtyFrR91f12qQ2nLATxsqD6lfUtvrgehtXUs4CoEoM4vEjREhMzVu"
    "dC8tCG5/3hZyqPCH9LJte9njaZnLa8IGxSdUsuuv2wfH2GLDvqNM0kpq1kpkrkKDkEXCSt"
    "msWo/OKom1iN3mN9QZd5h6O7KqhfQ0JiW6L33MIJeGZ9ZWY7BR1lavuTSGo7cF1MDE5qmy"
    "0GJXGqDKYRSiWvuT/WUNwfS/X2xyLDySKiS01lDno/c/qtotnbntB0tVssHZ/NT9F+oRxo"
    "I6b37ouRIqNDp5MXM00hVO3IR8PaKVH6aFvMAPGw4WKO3qmofywCgX2JXtHYtFxs+Hrg2i"
    "LkF3HAvYzV7soE5nMw2B4qG+XZU1YEuD/dayMx4P+0/JS2Kn3/qpPZFGN915qeBe0CV8jA"
    "zECAcXHGiSO2+T8ZD1zLbKTxfVuqqiSPhMJdlQt3XUwp9Xz5ENE6/NUxosMRt1SUyAywxE"
    "uVouCFUvmFmlvUl9CDJccErtpQlIXBLiKBXURQQdyGCmKoJYUKYpB6Hakr1OMkPmF9Y5Xl"
    "akynToklHQ31lUdaXxk3uJFs4w4VlocZewfyQ67U72f99pxvzQyeuc5ClzqRoIhsEr27bo"
    "7vyIkgj4N8krQ+XyBLqHxgBYB4u0xug1usdH3dPy9LbvDrk4LAMt8x2AEqmgrSo9rHyF3K"
    "OkLhNy0qjgdM9Hvk3fMUR/nBl3kcHHxZnMh1D748wD0ezowV/AmfWDC6uNDGbLtGjGfnFf"
    "S0qym7xA4iX/rs2rnWG/SH7JqJDdsi7Brz7s/H3a/D09aT5d+bLnoit0T79aof3g8/L63w"
    "flq0HQSrsxckejRPIliURzYwWHQgwaFaiYyocY1MIDgLhGSV0jKGaD/EfXcc9732qmO+6e"
    "edDfFe5uRBrPdIY73QyHqXNe2UMrGNNAkAIgHibEPcZZdss1VEVJlkMcC5ROU0fQpdlPQc"
    "CFiX2BXm2BzC6wVlEuwOQzJG4PnOIuofIRKT6V1PpqNLbXzaSu5wS0bjz91h/9/souPOEb"
    "H+ZFcnve5wyK55BiKEXemeX/aHpy1kLiyiRrTF8vTo6EuOsbnhDLYUt8OKwsQSPdiCwiXy"
    "vCeHOjr8+HFV040CEHSUhO3z7LOl1dbD/LRQvxkOFCTwGgkItZwpwIB5cebD9JOnPyLbMn"
    "VWRyAalOPeACKwKkdg0ROyfCoy7Fozy0D8o4sqF/qSO8AmAoE1nxpLc7aPSdzGWsGAbwG+"
    "bUTmAZpLeyNZvMIrTVsbsswtSwCz1O8tmf5C//S9jGNxUsOvOCl1K07WzqcnT4iw/A2LHH"
    "Ey9V3XRSVFEuvQggRsy3uzGrf2P2YBCZvotu4Cy/Yt4r1jf++fgk7itmyA334vVvHQ//WZ"
    "Y8fZepHodAam8JxW1noKg6AS1BdxwL0491EDb5k8ch4JtqrKtipstWzDVksovoCtliD1wy"
    "q5ucEkqDxJPjOgs6Ho5pENhaobqLqBqpu3tqptpywgWE54FgOejEQMni6dfwoWO2UxO8yP"
    "X097e4p6bH+m0znrByaH9QvbQWVTPQMq0D5jqEZN9vPR9dlAa12NtV5/0h8N8xZO+GE+6D"
    "rWuoM1fULmEjRnUcBzDZ6dJyJzzFMGBZuGpTetQgB23+aKBPscKEgAwrC7kYRCoQQIw+4+"
    "DLu0EdHFOS3CgFiIbx9rpBPi28codcXi2xO88dDm9XGdOtFudhgRnNt8xFHvaBaIyiCLAo"
    "de2qGPXz4RdzIDgcSDhB/5LBQgfH5FYPCAmN5GZJBzJGQFsbxTIIFYLrGu45ekyir4zYKA"
    "5jo0IzLnbSGt4HiFAILrEOxRx1f3lsiIDdHaPBeBQHc9tfEkxXYBB2SXka2Oj/gV302w52"
    "3wEIujOhv8wyd8R73DEADe4ZF6h1I9iqFD9JZ8Qxf7Ep1eC0Bo9dopOIp1W72a+NESO2M9"
    "RUCKV+JcdUiqHEl4PV8f51HrHmMiIfcitoGSPxBJ18ruQ3flxopZKWfo3nEezrFtPWL3ZY"
    "NHtD60s9ktYiA6BUKUBRtGjtU5wsRcOpbMsVB5IDhJ0k7SAnse1QTCEsjjQADSAgg5W6O+"
    "Yj9JPB5ylzLH1gd3/8EGx3iqSBenEKBcnnJhBZPHgYKRVjB7OnhRsVDMfrh3DCNwXamITA"
    "EKHptyHtuBH2q1pEZ07JoJSLd9pQ3P+8PPp60Yz/qXDfo30UFXsUvHjqa66PYH7NIMWTZW"
    "5HAq5Pt4sfQ5cirVg1nI7hah92+rBbdWxU+o2SSh2zIw2E2ktFqL3nE9ID7v0IlqKa+BQd"
    "YqyzpMBcTqTjaTkIeDvFWWN73Vkn47rJfZLqVrIgfZIBdha4sjdl1HrEd9AoDct8T25sCN"
    "dokvRKZyAQXTGHZqHm9RgXIpSC1O89RIQeaHdmqmIJM8EmQgjzQDCd149hgdDVyhgwzj4Z"
    "CFkel/zsL5Yq38U8gOW/jvj/K1Zv1wttqOz/0wLY99f1OnVpXH261XL5jOuY3C/lR79DU8"
    "ZDBcUm7JZ2rNnbbmDsFRBD2MtLMQehKp33sMPSqOF9HbKQJUt8zxyi5+tJzA08WZ50AVfh"
    "UORQJy0fDSm0CUVOUoaax7dc8ivJ0s1TJfA4OsVZY19M5rQ+AQAofQ4g2kfljh4i52LeO+"
    "zQ8Qxx92NoSEUTpMmTjwsQSBX7nkVPVmK1nRWShBdEk/THe1cFLoDz/UCAjQUeWnhbLPCm"
    "V19L0SYDge3kB2P7x/Xyfc8v59ebyFfVYwoxziY8JZTf81GQ1L7KcUUlxGLcNv/a/VvBAu"
    "I6Pa8S/6+IVFkN3gbN9Naf76f7TukDU="
)
