"""Rates of their own for ticket types and for service fees.

Items of earlier orders have none for their fee: it has the rate of the tickets, and its share of
their tax.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

# Before the triggers know the columns, so that this is no edit of anything.
COLUMNS = """
ALTER TABLE events
    ADD COLUMN fee_tax_rate numeric(5,2)
        CONSTRAINT events_fee_tax_rate_is_a_percentage CHECK (fee_tax_rate BETWEEN 0 AND 100),
    ADD COLUMN listed_tax_rate numeric(5,2);
COMMENT ON COLUMN events.fee_tax_rate IS
    'The tax rate of service fees, where it is not that of the event.';
COMMENT ON COLUMN events.listed_tax_rate IS
    'The rate of the ticket type whose price lists show, where it has one of its own.';
ALTER TABLE ticket_types ADD COLUMN tax_rate numeric(5,2)
    CONSTRAINT ticket_types_tax_rate_is_a_percentage CHECK (tax_rate BETWEEN 0 AND 100);
COMMENT ON COLUMN ticket_types.tax_rate IS 'Its own, where it is not that of the event.';
ALTER TABLE order_items
    ADD COLUMN fee_tax_rate numeric(5,2),
    ADD COLUMN fee_tax_amount numeric,
    ADD CONSTRAINT order_items_fee_tax_is_a_part CHECK (fee_tax_amount BETWEEN 0 AND tax_amount);
COMMENT ON COLUMN order_items.fee_tax_rate IS
    'The rate of the fee; null for earlier orders, whose fee has the rate of the tickets.';
COMMENT ON COLUMN order_items.fee_tax_amount IS
    'The part of the tax that is on the fee; null for earlier orders: its share.';
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_triggerdef(oid) INTO STRICT definition FROM pg_trigger
    WHERE tgrelid = '{table}'::regclass AND tgname = '{table}_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
EDITS = {"events": "fee_tax_rate", "ticket_types": "tax_rate"}

NO_COLUMNS = """
ALTER TABLE order_items DROP COLUMN fee_tax_rate, DROP COLUMN fee_tax_amount;
ALTER TABLE ticket_types DROP COLUMN tax_rate;
ALTER TABLE events DROP COLUMN fee_tax_rate, DROP COLUMN listed_tax_rate;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return COLUMNS + "".join(
        NOTE_EDITS.format(table=table, before="UPDATE OF ", after=f"UPDATE OF {column}, ")
        for table, column in EDITS.items()
    )


async def downgrade(db: BaseDBAsyncClient) -> str:
    edits = (
        NOTE_EDITS.format(table=table, before=f"UPDATE OF {column}, ", after="UPDATE OF ")
        for table, column in EDITS.items()
    )
    return "".join(edits) + NO_COLUMNS


MODELS_STATE = (
    "eJztXWtz4ka6/isUX3a2ijM18SSbPa6trQIsT0gwuDCeZDZOqdpSg7UWLaKLPc5J/vvp1g"
    "VdaAl1G0MjvV+SsehHiOdtdb/3/r+ubxmP2LfI8n0/MC1/7CyvHBPb3fPO/3UJWmH6j9Ix"
    "vU4Xrde5Eeyaj+7tEIfYaN12wqvo3vNdZPj0gwWyPUwvmdgzXGvtWw6hV0lg2+yiY9CB7F"
    "abSwGxfg+w7jtL7D9gl37w62/0skVM/BV7yZ/rR31hYdvMPbplsu8Or+v+yzq8NrCWI+Jf"
    "hmPZF97rhmMHK5KOX7/4Dw7ZACzis6tLTLCLfMy+wXcD9gvYA8a/NvlR0cOmQ6KnzGBMvE"
    "CB7Wd+8b2eXuvq+mQ612+0ua53BTgyHML4pY/qhQQs2SP8z/+enX38+P3Zh4//+Od3337/"
    "/Xf//PBPOjZ83u2Pvv8repiUrehWIWejT6PJnD2QQ4UYiZdd+CvEIB9FqFAYKfvI32b/gj"
    "LoWyvM5z9CFPg3Y8j75B9FaSTcV4kjuZDKI52GhxCIi5E5JfZLPBEquJ6PrrSbef/qmn3d"
    "yvN+t0Pe+nONfXIWXn0pXH33j7/nhbO5Sefn0fyHDvuz85/pRAvpdTx/6YbfmI6b/6fLng"
    "kFvqMT51lHZmbOJlcT1ujIjJQN33F10Tcti9r9vnEkHD+aMgI+4BuX45495xbzc/y1nPcY"
    "UWCd/pgTfK+q3iPtl3nuFZp87s+GP/Rn7676v/w99xqNp5NPyfCU7slwPB0UCPeC+/9ig7"
    "OulTOegQDl8pQLrzB5nNQaoxr1x1lk8BMm4vRnUbDAy3J/jxeOi7eZ//FmOuHzniKKapRl"
    "+J0/O7blnSD7FUQyKqoXneL6UtCB2A2Kiw5a+NgVoX0DANblWTcc18U2Yo/JXW/KN9ltpN"
    "Reezr8722rZbbz4jFjv7EL98h4fEauqW994pw5ZWO3P1qdrYpXEEHLkEj2i9nvS70LA8d5"
    "pP+vckDkhvR2+B/uo8EeuB/a6X5w8QK7mBic7bN8IcmBQF+X0NcDD4u7AzIg0NRPTVMH8t"
    "kVxzUlJn4WBWaSLPe/B4j4lv+yzX0p8VlIk2b92Tfffv/tPz/+49sN4ZsrVTxvc+o7PrJ1"
    "tHICwvF3XTkEv/CZLQKLFhE2rBWy319E/z9BpitonNxeabPRsGjXBC7TKTjTc/iA3BKLJo"
    "NphB5Cdf+vuo3J0n+gf36sIDFRQj4W7cj4gzP2ScFJ6CM/8Pj8aiRYhRyP6POgWLXLuwo3"
    "6MMx3V1jYsYmiwDd3WttcjGafDrvxPg7MpxOLkezK+3ivEMpX1juCpv0an8y1Mbj8Cr70b"
    "bNrs60y9vJBbtIFd2APh69pv1yPZqxS/jr2nJxNBUFxfnNP2rI85tilCoVKPuo4PmKrDed"
    "Bf1Ew4hFbAMDiicSQEw4qYwgRvPO08XjxXnkHsSsmDbVJClbnk6tbszWHI6K7Dg2RqTELZ"
    "JHFsRMX/Y3UyI2Vw4r28F0Os6JdTAqGt63VwONrqihPOkgyy/RjA1ntbbp3Cc+cl90FyNP"
    "LF5chgf3qrhnJNpydTPgbGiVL0AeCPNfYP4/YdfjpkiUGoYZxOHswm/eSunes1Fo0BWA/n"
    "KJrTqPbKBG1uAUr2BtSko9jwSpqy51daKBQ0SNSxO5lxibVSHB7XG9HXFBI0boCwo5YnRQ"
    "jUAJBAq7Hqabk68/IO+BJwxCNd+SFLM8sKiYvfjYO8ElrYrfOJFjs3pRrXgwmvRnX/h68Y"
    "CT+DH4Mtf6oFbABnP0Dcb1LyzPYGGK6g2mOG73BuP6uhlDYIOBDSaZC8LCKACbFKc8gEjU"
    "WmtGPl7tWmfSMbXWGIsOh/S2li4qaqzurVlMIM9KEfKj9TCECotgGwuCgKQrhfzrHrVm6c"
    "zkZLL0XReVuiFSUIHVmnUnchks/1oEJCwn7dwHlk1VFO89+75/d9+I7J0z9tffirnIxPL1"
    "tWvxcsArMtjysFfnr51O2LMkfQ28My3xzkDQp41SV8hOfsDG44hUmsnZIb1dVjIbrNONCY"
    "zkdhrJYKkd31KTNNKA/lfSb3keL9OsfOVJxjeJ8/1ZZgYipMTjVtH8JYdqRB3HobMmGYUS"
    "rAPl8pQ/0t8pwncyHsiWIBu65DWy3GHJrVsqf4eS8ZBYDy0HTkjJZKUJXuQFrTvTMxCY7D"
    "JVJAa2nqQccwVoA3cQ8My9kWeuTqacWJacAgly4Js7pm/OoNNEZN9IxoOVIbFrOM9lzovK"
    "7jTPpc4L6E5TW0fim9P1WlOcgmndvdZmQ20yZz0pXAMT/45cjn5hHSUW1ldV+kk8IZvnDa"
    "3IAtggoIHNURrYqLZ2vGX/GuixfLzlWYGEQpBDtN5a1KhxnZWoXZtHQhsYlf2ikayo3Wdx"
    "nEZ1xLyBgpxVljPbLQMPczJZSxfTLKRBy+jeQtAJPzpVs9k/OA3qd3KbwwLJfJKjXV106m"
    "ZQQCyHWIvoHmtaKGSE5VCtz8Rm0yzxm4rRWAC2nkm6BHImYlWw8MCRwg8n8lozZiQWzCIM"
    "iC0Sa2Iby+Xf55GgJqusJkN/ur2+NFCqVE51s0LjUKrURqmrkxChMd97VTZEZkBvRypE6M"
    "eHPIiW5kH4lm8LJUJsACoHhZXNhMg+pgDpBVgTIpqHZp6ucrwQfDnnGwCwLcm2cEAzi2qQ"
    "FxMyfqoaeTihwiAmge5wOhlqs3l46IyBXf+OXE0/j7Tzzsp5svAdmf+g9ecz+je9OfJdeu"
    "XmesrGe2uHjWbH1mgzjd4kOrcmOnbxjkwpcHbeSZ/p6KlDTP3XE/1fyBGTBTbQuDgRY6KW"
    "IwYTU+oEmhQGAlZawEwEfzhEUNNOMQdcj2/nQ8HVWFktxEBrZIg1CctCmlSZtT8nZ0yQbn"
    "n0YV1W0cNR8qoOlCm5A5wsI3CyjHhbsf11FFNthguHX30LuxKN2fKw1gexbecZezIN7orA"
    "1jMJJ7S+dYb7CZ7Qigyf7oyidvHFrH9JrVzTRQtq5faH89FnauFG92JW79X1WJtHh7Wu1m"
    "Ggnn9Yqxq2L+stGocrpOSWwg8ouOimtqjkPmkTbdYfn3diPDsu90abfY6Oy/Ww+6SKVNbo"
    "hR3JKCuVDPyAUiGxISUikgk1BinJFHlHppPxiP3lENuK73R0QWTyPmWzcnnwBnle99eAC9"
    "nY0+mMdoWdNAUoZESp7KeJhMXNE64j5ZJUYZCxUjKmeyk1PdgJfPqmRri29cJFH8emfqtk"
    "UmEDJstJXIXNeX8iMnazmrlDa3i90Iajq/743Xe9s4LvJ9EMvv1Q3P59un+73EZflVRnYc"
    "BvBb9sLkpyXIS2yMUhwzQ7uIFl5MuRzUED3ztXDosYduDFLgYB7/0WFvz2An57H7srjh+q"
    "IgiYACALSTz+ZyOyDNCSM8XruSqy+AP6KjAR9VRok/MOJnfkQjvvmGH6C8t8UcNLgWzbef"
    "Z0F1OdzuX4uCtXm20wLDcCy01MH/1e4i14zqE65GfRB2Q/ycU+dfLvEXl8pQS2bgFiEAiV"
    "R/5m3UQvIjWiRRh4Rcuptdi3BOFpbELKTRkedB2ZXKcwdIfYc5Z1uKnIeuKBYcrz0p8yTD"
    "3itS/p8Kq8D5ivlebrNnfibtyKe7SIfb47lznceapKxUK+QcDSLdEe110iYv0h0yK3gGxS"
    "xuqhGzE6PrJ1qkk/0mcTURS3gdBOhE9ukmzgObZI+xs+GEjmk+zikkrHqszWIrI1caGyBO"
    "Forj1gsYlagMEU3e5269tYX9BXmKeu7Sg6z+BAy5AtyRXnvogD7mXK/qGdVvMTi6Cd1l43"
    "C2inVU51sxorQTutNkpdoJ0W97wEj2OlD2L45U8zHDn3OHMhbZM1D/81p9c3vbJObE78lb"
    "wFydVkbhyiA9l16Pbb2YcsO6xXpxuZHvkT6zUl604oxu2wd6ODvA7qPD84Nj6n/1hbhh+4"
    "uGN5HfZkZuf+pRPev9dZOO4K+R1EzM6zZfoP77sFtvd311e0RjvEwSzQJq1Om7RIsiJmU4"
    "poRHnmoS2m8P0R0KQ345vkAt+fKu0QnxujHFgEuWUhshRUzDd58aODMk6M1qplgU3B7CSm"
    "c3gwmvRnX/izOBmf1YMGX+ZanzIvoNgcYpe+MRAhNbbp3Lh6+7QXQaB7aEu3xSOdHKfaun"
    "KciCUcPH9Q6tVZ1S/RI76OUueqFvWtYbvW9AUF6HFOHizpLV3SXRw3wxQxdnIgsHck7B3L"
    "xKu147OWPvoj5pRJlJPPgYIIJEQQJtijMAtZ/CjWLSzsrtKKjeOaVEmRWog4UHgXJN4FtB"
    "I+5S2FQIdB6Oh2iI5uQivDBtAIbg+9HiyQZQeuEOEZCKQMiTOOv64tF0t1Bc8hIWVI5ZQh"
    "am3LiDgDA/mqLF8X+4FL9MDlVONVmdNZFKyeEtWQkDvW1NdLLT/sDC8CYu5yw2ZH9ep4Yd"
    "0QAE5YcMKCExacsC0SAThhFXHCbnpzCAohjwMBSAsAXLDgggUXrLrcggu26Yx7gWFgLHUy"
    "YwEKTjrVvAjgLGqFmNVxFn2iQq9yE6Wf93Y4iJYozr4Hz1D7PEOQcX1Mm9jxrKSmtGZdUh"
    "bSJOb3VpoU/l9Ap03Ggw0h411Lq6fpasCpn+67Lio9/nQLW5ABO4jhrYTQ/dciIKFrr3Mf"
    "WDbdFL337Pv+3T28aKLF4tfflCoKGKUO6J/wS5WmwRu5S+couLdB/Wip+gE1R0dTPgQDUh"
    "CEeoWrjT4MdteuJVoyXQBC2XSR/6qy6Vzwg3jPYi2IUwRMeUiYgrZL+2i79NYqK3lyLAMP"
    "WdCyuj8Bb+ROlTXC0Jkagmo2E2Jy7li+13FxaLo77svfvE4YuQrLYuOOQKzDj2v5mA49D4"
    "fT7bbzgLyO/+x0onfD2+4ptO+bv0KN9tgx7+KqXA62H2UOtOruC0YiB3cnw5ukTO/PnxSs"
    "7oWOQU8BwKdyrQ7ihb/G3iC0KYD/oqUrrTrbnhrLxFEqu8VPOTGB/D04kOiv3Sa+3kmoCV"
    "Zl25r+5M/T0VCjOnO0yt+R4Uy7GM0ZiF6lhqpp+dQWipLQjn8yKqh9oPapyufaxU+WE3i6"
    "MLEcJBwkCHHv4xb2eF4g5dzMARvo2zwRX2a9NE7I+H/jjH+CfV2iLCUPg9IUn4pIgsY8DG"
    "hcuo7nyRBZBAKVpf3Bf7yZTkpWztLu4KZl+J0/O2+ZDXYc7hgZ1apJUQsp7HLsBgM1/atP"
    "eFc7We7QXs0g3CpGHSoK9+Bi/IZxuK3bv8IhrGLFM3iKu6wDj4DVmwwHZwLH1gWv+1Edv8"
    "kiLBx6yuFAAEICUGePH2NziV2N+G5lWvjWsF17ux0CdLphuhZEVNu6T4r71MCZdgLONBW1"
    "0tbsHa2K2l73v1xpk/l5J+4cdEdm2uXt5OK8EzXBUyNWiwyD72eqJ4kMXGlhzEfDn7T5Dd"
    "3Iwi3fuyOXmkb/XGBM/z3v/8L+8NFX9tftpH99PR5pVFIBoZqCbWFFhAVpJsfP8fHxSlYC"
    "KbRBgeMDS+FIfQKAe3rl3nHozrsUZj+PA/5l+c9XqgvqrltYkIOsHKCDIXQwVDqfQXkf/4"
    "e3XQ8aUiRyhSy7yrOZft7b4dJc0ZHgyWypJ9NAgSeUkrkBNGKlPXROZuMdW4Pp9KfR5JM+"
    "nE4uR7Mr5idJNHxK/cJyV9i8I9PZhTbLjomM4MyI2EGmz7Sr0YQO3njKdBev2DO76ZjL/m"
    "jMbpKMYB1g8/eY384m2RHRWTPZMf2f+6N5dgh6RtQmN4uOueTvzZdGlzffqX1md6PTZPKJ"
    "fRrZlsYDIsvMp/3JUBuPM58zedshPvZFZcfEXqncqFl/cnNJKZxe0v+Gg5j7eUE5dBbsQI"
    "TNnfRPI/qdyU30pUW/cPPZTBtq9OPNd1BeDExHUPQlZV3fOMYWlHF94x37TPW2yy+6dkUp"
    "OO88YddavOiYbSOMHTYzrvs3Nz9TITN6PHrfNfK8ZypjGU/Zx7M6+s9ZuQJ0VtSAjtLPB4"
    "wjcNCAg6bF/B/JPw/cpw4uSb8YsP9K9o8fVgc5JFwuJBahAhAkICsBlm0dcDrQ1jMAU/Th"
    "TMAuM4Nij5GIHcjMKWoHnndi/B250SYX4RUPEzO5Mg//jNMfbhJ7ymMWyKf+Z02/vT7vLN"
    "ET1oM1i73/NJn+PGGR90fiPBM14u7I9/Fq7XOkWvo+ZSHgV90qEsZffYmq1QyseSePNKwd"
    "X1bcNvJ8HbuuI9T5Mo+Cg37EXZEr7HloyQ8W396OLvi851EF3oPAMt8zrDoOyX3QH3mYol"
    "ckO/nDXwodRWEJ80KHsfh5WSmseTvWiYi3NC9crUgv/f+uYO9mSK9GvJdeg5AvhHwh5Ash"
    "Xwj5Qsi38SFfOEHumCmxC5/OUskYDAfcGJfZgeUAxmm5QJprnJoOwRIiz8DAOAXjtMw4nT"
    "ItbmDZuyzU7XG9HWZqpB/eR5Dj2aqqlFWC4QrdYw9pttLvxpiza5TTnSIgHCPON9sWkE3p"
    "NIXmeAEGzEucAmf5QodMJuOBawmuWaWjK1bdl0KawHje01HH0VHu59hyczwhvoFdPplTRB"
    "PIPcR0Vkz3Hvl4tVPxTgfV07pZNwqID7VUzVbF4jn2Qt2mChkgP10Sj9pDAwTBrhyxVgkE"
    "wK78HiDic+2iUu6zkCYxv7e85miRphTZQhZ+AQZqurjVmV2bRZ2IPCzIQFwG9Hf7+tq1DA"
    "77Fb2R8jDoj+QF977jR7+1NolZEFBoWl7oU5I5RYeDPQ6hb5WZIMzmAmMZIvOwlnPIDrli"
    "P26bwZiBkq0pA2sNgxfacHTVH7/7rhf5RelGZPnhb042qW8/FN2ibLJJclyEvprn01EDXs"
    "O05Iqw59PeTofrxp2Zp9TaahHDDkzMcSbsYDELbDuPTIGUmo0FYDsVUMWiRjsjRgLRIggU"
    "tTRQ5GJWd0B4Fn25PyUHgswsGU/KMdrXqUY69G+pJ4LuOuq20hWTQ/c66dayTrq1ZEq3Mk"
    "Vbw+nV9VibR1dXaxuHBVSZUqZMCZP2y/UorFzCX9eWixU5NyWu/pIVagau8mrWnUwnGgVS"
    "Pe2OTCfjEfvLIbZFsBpigMbvb934HVzH4DpWyqQE1zG4iFThEFxE4CJScaMRtfMKQGjVKW"
    "vqbYgUrcjZAkK2iLiPY0Oij90Vx+D+8YZao9X0b5DF1cQy/M6fHdvyTvBdqJADo6RaDkXK"
    "e/liZHaDcjlEnUC2JbF7JcpAG9O5YW9JgSFFns7tyDRwHBsjUlEWtQEWiL2nyLdiNvFzH3"
    "Z2D6bTcW52D0bFZeT2aqDN3n1TiFVzkouDF+wK5wHmUbCmy9T+ER8ZvjDzRRxwL8992LJJ"
    "hvwNENiXZ39NmZOa+hsgsC/OPnF8zFFcKvpGJABgW5xtmzKjvzKmUryHwnLo/jCdTG/DqB"
    "Z9RCdw0/6BaatAVUJdIa/hAQu8KICAbDL3UFk2SWfFT2HsK2mquIxiYJ+1mT4eXY3m5x3n"
    "iap2trWy/Dr9GqMRF1oc9ow+N3Ec+ow+ZXdPPmJ3vyPD29lMmwy/pI0ik+hV2itycPuFPt"
    "TmzpHKGd9ZjRkURW49iX5ieSS0FFOtpViZpq4vHJvrF6+nsGfgCq8Uyu6mOfX7FaIo4kEW"
    "Ej7JaCGW6aWYQ8Lap/LaRzdrj/38LRGXOjoziMP5N795I1Hu3b8JPWdLqW5uz9lgbUpKPY"
    "8EqasudYXqGgL/3vlaWdiQGdHbVdkQjg2HNaqyoc4bAqUNXfGFq7EL1oksULWUu+ggYRED"
    "KkU0IsH40DaTF9z/FxtibYRTCFAuT7lw5lgeB0VC0pljR2rhp5hP4HDcq6OCXiPPu8BPlo"
    "Gr1NDiqF2qKDtJicqHAaDUtqX6aCR+kW00RcAuKt8yTrILKOyhr9xDLc8LONO9fLVJxjeJ"
    "8705YdeB90AX/UcsZPrkUbCKyITvwPsNftCDK6Fh3pTG7IlqNbQ4brciGp2TGpoqoIq2VB"
    "Vdu86TZWJXaCvJYGAjkTkdKiZQL3cu7GZfr/AxgBhqWQXsyOXIJSxuGmxhm6SrHtg+cALf"
    "cMTKSDIQmPsScz85KFxCmS1AQZsFbba2NhvvXWOHrqyV6uz2wJ36bLIv2s5St8gRNVrWGQ"
    "zrD8h74O0pBLll3XlyuGIR6EtcxnJS8f+qrSEuWt68NHRVG4wm/dkX/ro24BQ5D77Mtf4O"
    "DffedZ5ZuzxxeRSR+5KIulvNfmWSLdoS7Cu5AcDmLrG5P2HXol8mZNRlMUC6TGEipVZfI5"
    "+zyFTM8ywIaJegXaEaplMShUJqa2mulzp66wwv6G95mLPwSZXauj1ul9bqRogoMgNe2JZ6"
    "YaEJ9NF8Twu0suwXLvm3t6MLPvU5UIH8ILDM9wx6giKoYDPqTxttAdnFPfylxc6BdC2TsL"
    "fyOLC2igpRXWsLVKLGqkSFkwOkarI8qF09Cfm6+IkuiHIe+iwSpKyylCGpqFwhhDDMm5mz"
    "YR+jeXhlh0G7NbK326QNMdlWoWDUts+ohfQKRUxcyH4/Kv0SLfTb3jxfpa3SZ4dbRfvfkO"
    "5/1bsld/DuDTOExftl2GkeNs2Wbpqi5xO86liCE1oboCysKXP/6KXVQH606SCP1zyjXt/Y"
    "FK3ywtOdz/qTm0ttFnb0DW2KBXbjpr6jm5vbqKlvWG6oSEtWaFXTGC+fOkrsDUaVXp7081"
    "2qqkdHgm7aUt2UbrxUbqIyyKJgv5berz0s3O0qA1F5l1bWPHDpYi5AdzwcqJZpc0X3FZ1q"
    "nfdiScsFGFAvRX3kZn/EnNO6dy4uCQyol1tgRGnPQIDy1y004jN+CwoikBABMgzsCR3hlC"
    "LgpIN6fKtke9o2dqutz3REb6f9ycYe0QJVI1MbjNGu6LmTrzpvsu1LNv1ujMX6/m4QQLhM"
    "hxjH85EtfFp5AQa7pUSTN8sX0gqT8TDNpQ7ECojvcvhmUaiygPcG0gjK8wGlsxrxpLPScN"
    "JZMZrk03uLe1XyKFhEJArwkWhXrxQBfIvzbXm6t0K2rd8HnkW41uXAcWyMSEmciIcvFqDR"
    "G7zV+rK5cuACtOl0nJPFYFQk+/ZqoM3efRMKhg6y/JLwhEWeHMvA+trFC+uryMzfRh5uXe"
    "92G/ICsBD/H4LHkWcxB6T8dj5sCuvx1DV1qpJYnDOYqxM3ttFQqaVaDgecJQlnSULhG5wl"
    "CVI/4XLHG8c2p8HuHurb43o7whHP+P7BcR51jyJ1Jzh+M3VVUqpbG6BQZ9ZHVUg/4ZeqKV"
    "8YtGu+x5UPj/ilgUmgMK8r5nX2+Jl72zL4yRNV3X3yOOju0+vIdfcBvbktGhQ0g2mDi0E1"
    "jWG3uiCiKzRQT4BikTpqwj21i+hTCtsieRwUjEgXjKhiCraS/NhQYlDZ8vIMFgQhLQg18j"
    "VbST0yV5YvGolPQQcMvye788lG38PSBNFZngHBEfWvXOhFEzULMMj5kcn5Uf5Q6VMJxa5d"
    "7nH0FQ3KNoh29ifL58YjP+Bsc/UaqaToA6bguJgqOE84EWvtdioz7UabfY6apkR3uCP94X"
    "z0WTvvsGaNT/iO3N6wz1mT6Tsy7E+G2njMLhjs19u2Km1WoHe22AJ+Co60LfnecyMUlWp/"
    "AgKFSFYhWlJ+RDShZDyoQFJpzxbxLJ7quSvdOcVBmrOAobXpbS3R1JWDfbX2dDovAF95es"
    "RrX4bLAq71PEJQuHwbbG5QGJIp2yh14wGRpXhYIQc7slv75nf7Ivrr3V14BuoTst/9LXGK"
    "hQ/q/e3vd92/n4T6q1oEf06fe3cUPx3Vq5f1F9HRg3B+G8P50G7jkGXxlJqlw6uLr+hDkM"
    "GALS3dBk+E8tf212w54xAfPpjbAgI8r7CtQyp034r7juUp/PFmOqlgMIUVebQMv/Nnx7a8"
    "E/QsV1DI+KheKYqLQi9vILEbcPycEZvOGnNW6F2+zjwW/J0CC4eB1ojfEanczsxAmpQ9tb"
    "/C55ggnU5NE7tWHIgVmNMld4CZLZIyhWzs6Z6PXGHnWQEKkWCVI8GRsDDhvGN1pBwDQcZK"
    "y/j0UnDQE7KiO4jJt9v/3B+N+4MxS7lJ7nFHrvtR3s0axZk342n4t2E7nio5N6ytnMvNDo"
    "iNiZJUyQysRXG+C204uuqP333XOyvsZQn5334oMkzVgQfLNGV05BQHWoSIFuHYnI2lPOU6"
    "Hn44vfjDiSjFD1iIyGQ4EFkkErpU7ZVOSKwop7q5IXZIrGij1KFi9tiJEwVZbAvi0nGxtS"
    "Q/xWGLrE1X4D5Nd8j38zoxYfyVTLfkajqXXfS8SZPIzULKAv2xONJZh/2bYf9C6/51vKQU"
    "du4uCkOllVkpxWG9XWkpKQDSUlqaluK4pkR9dxYFS7Z0qcejxfOq1nO6JViV84O61/0vV9"
    "pkztxqLyu6vrJjwy9vJ2H9G8vlV8OvdoLezzUmZrycC8lDm1yMJp+oPCL8Hbm5HQ61m5vz"
    "jheEZ8Tdkcv+KCw4XCDLjg56ZxLTNjJTxRu6dp0nyxQ7mCOLUfnFUTblKH6P9RXd5h2h8z"
    "m2kZDyJZHyJV7ps8cinxOa/SVVPoHrYmKInZeUwTRizcgvzB9rrMsfS5flj8VVWbX6PqVc"
    "1cLzle5Vq7Xjs+knetguB9qI2XvwHS9WGXQ6OzFbCMTOE+SiYeeTSOm3LaY+eNhwxQ7S3A"
    "IC+xIHrWPTcrHh64HLOaan4rT1Ag64l9G5XRm3eg4G7ThkfTQuXtuIWsbC/BeAIAFZCTjP"
    "cupkAddyVfJIsTmYwedHbeUM/IdLMfLEKhNTBGgs4hoLcx0HrpChlIEA4+KME0esaVgyHr"
    "iWKXT2fVsqtymPhJIIlUsikPcoIeEUBdJVWbouppR6vqyfehvcosIKvn1hBljifUlR8L6o"
    "/L4sLWoI6sGaY79U1cVkYVAWI1AWA0UIXShCgHR0KEIAqZ/WUdlhEvYCuzsTtTdjenWytB"
    "dxExxI0W5finbcPVLyFDRI0n6l8xiKmo5I/gmcUfT2nO9NDV64zkqXOtCviGwSvYc+8MyR"
    "E0EeB8FA6fV8hSyhHKYNAIIlMoEpbsbk7e3ooiwyxU+SDALLfM9gJ7jQVJAe5VdH5lLWEA"
    "p/aXHheMREf0DeA2/hIMgtcVfncUU33Isf9SRvDqWDuCnmZh7TaTwYTfqzL/yJPOA00Rx8"
    "mWv90y8TcxYs61j4mLrp5aU2YxVfMZ4dUjfUrufsEjIMvPbZtQttOB5N2DUTG7ZF2DVm3V"
    "/M+j9PzjvPlv9guuiZ3BHtl+tReD/8dW2F99OiijKsTjlZ9GiehLMoj2ygs+hEnEO1AhlR"
    "PzcZR3AWCMEqpWUM3n7w+x7Y73vrVft80897O/y9zMgDX29Lfb1wSswhC2soZWLVfAkAPA"
    "HibIPf5ZBss11EdDHJYoBzibR3+hS6KOk5ELAuUZrq2BzC6zllEuwBXTJG4PnOKmpBI+KT"
    "Gd7ezKdX2uy8k9zhjkxnn/qT0X/YRcddImL9wa7eDPuTCbvmGYgQdqV/cTWanHfY0U9EDW"
    "+L5ems8dyTxMHbKQ4OsBI4wAp53rNDDR2+/7iqb08BCGuUhO7z1Wdbq62H8WmhllUcKEjg"
    "NRIQ6lpVgAHz4syH4SdPf0K2Zeosj0DUKce9AXhgVfbAomdk+VRk2LUWloH454JWH1PJvw"
    "MUEQjs+VRZWrJCJXEdawMDvgX4thFZBmgpbY1k8QrvNF1twiK3LADMQr93ZP4D/eoHGcPi"
    "rIZdcVZqVpwVrYqAPCPC4jfMc8SJ1PddF5UkSWxDCxKoedConFH4r0VAwj7cnfvAsn2LeO"
    "/Z9/1b0Ejclw7w62/FLB76f33h2HG0XsQ7nYEpPKeV1Z5CJ6gE9UUccC/OfXQGgEwcOY8E"
    "XVVlXRVKLbtQagnJF1BqCVI/rZSbz5gEuCrnJjOgtyPp5okNhawbyLqBrJu31qptp8whWE"
    "54FgOWjIQPnm6dfwgmO2UxB4yP386HR/J67H+m0znrByaH9UvbQWVTPQMq0L5gqEZN9ovp"
    "7WCsda5n2nB0M5pO8hpO+GHe6TrT+uOt9YQsJWjOooDnGjw7z0TmpLgMCoqGpYtWwQF7bH"
    "VFgn0OFCQAbtjDSEIhVwK4YQ/vhl3biOjinBZhQCz4t9vq6QT/dhulrph/+wbvPPd9e1yv"
    "jrebnYgGR7+32OsdzQJRGWRRYNBLG/TxyydiTmYgEHiQsCO/CjkIv77CMXhCTO/DM8g5l7"
    "aCWN5RtEAsl1jX8UtCZRX8ZkFAcx2aEVnySkgrON4ggOA6BHvU8NW9NTJiRbQ2z0Ug0F1v"
    "2XiWYruAA7LLyFbHRvwZ399gz9thIRZH9XbYh8/4nlqHIQCsw5Zah1I9iqFD9J5sQxf7Ep"
    "1eC0Bo9dorGIp1W72a+MnitS0uN85TBIR4xU1zCKqUL0HNcq/n8+M8qt1jTCTkXsQ2UPIn"
    "Iula0X3ortxYMStlDD04zuMFtq0n7L7ssIi2h/Z2m0UMRKdAiLKgYKStxhEm5tqxZI6Fyg"
    "PBSJI2klbY8+hKICyBPA4EIC2AkLMt6ivqSeLxELuUMJC84P6/2OAoTxXh4hQClMtTLrzA"
    "5HGwwEgvMEc6eFExV8xxuHcMI3BdKY9MAQoWm3IW24kfarWmSnRsmglIt3utTS5Gk0/nnR"
    "jP+peNR5+jg65ik44dTXXZH43ZpQWybKzI4VTI9/Fq7XPkVLoOZiGH24Q+vO0quLcsfkLV"
    "Jom1LQODaiKll7XoHdcD4vMOnaiW8hYYZK2yrMNQQLzcyUYS8nCQt8ryprda01+H9TLdpX"
    "RP5CAbZCLsbXPEruuI9ahPABD7lihvDtyoSnwlMpULKJjGUKnZ3qQC5UKQWhzmqRGCzA/t"
    "1QxBJnEkiEC2NAIJ3XiO6B0NXKGDDOPhEIWR6X/O3PlirfxTyAFb+B+P8q1m/XC22oHP/T"
    "Atj/1+U6dalcer1qvnTOfcRmF7qjv9OTxkMNxS7sgnqs2dd5YOwZEHPfS0Mxd64qk/ug89"
    "So4XWbdTBCzdMscru/jJcgJPF2eeA1X4VTgVCch5w0tvAl5Slb2k8dqrexbhVbJUy3wLDL"
    "JWWdbQO68LjkNwHEKLN5D6abmL+9i1jIcu30Ecf9jb4RJG6TBl/MBtcQK/csup6s1WsqMz"
    "V4Loln6a5mrhpNDvvqvhEKCjyk8LZZ8V0uroeyXAcDy8gex+8+FDHXfLhw/l/hb2WUGNco"
    "iPCWc3/fFmOinRn1JIcRu1DL/zZ6d5LlxGRrXhX7TxC5sgu8Hg2E1p/vp/xC7Izg=="
)
