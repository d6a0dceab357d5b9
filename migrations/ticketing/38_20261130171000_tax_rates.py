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
    "eJztXWtz4jjW/isUX7anirerOz23TW1tFRCnhxkCKSDd0zuZcilGEG+MzPiSdGZn/vsr+Y"
    "IvyMZSCAj7fNidjtFjzHNk6dz1v7ZnGg/YM8nybdefm97QXl7Zc2y1z1v/axO0wvQfhWM6"
    "rTZarzMj2DUP3VkBDrHRumUHV9Gd6znI8OgHC2S5mF6aY9dwzLVn2oReJb5lsYu2QQeyW2"
    "0u+cT8w8e6Zy+xd48d+sFvv9PLJpnjr9iN/1w/6AsTW/PMo5tz9t3Bdd17XgfXeuZyQLzL"
    "YCz7wjvdsC1/RZLx62fv3iYbgEk8dnWJCXaQh9k3eI7PfgF7wOjXxj8qfNhkSPiUKcwcL5"
    "BvealffKcn19q6PhrP9Kk20/W2AEeGTRi/9FHdgIAle4T/++fZ2YcPP5y9+/D9j999+8MP"
    "3/347kc6Nnje7Y9++Dt8mISt8FYBZ4OPg9GMPZBNhRiKl134O8AgD4WoQBgJ+8jbZv+CMu"
    "iZK8znP0Tk+J9HkLfxP/LSiLkvE0d8IZFHMg0PIRAHo/mYWM/RRCjheja40qaz7tU1+7qV"
    "6/5hBbx1Zxr75Cy4+py7+ub7b7LC2dyk9Xkw+6nF/mz9ZzzSAnpt11s6wTcm42b/abNnQr"
    "5n68R+0tE8NWfjqzFrdGRKyoZnO7rom5ZG7X7fOBKOHk0ZAR/wjctwz55zi/kZ/lrMe4TI"
    "sU5/zAm+V2XvkfbrLPMKjT51J/2fupM3V91fv8m8RsPx6GM8PKF71B+OeznCXf/uv9jgrG"
    "vFjKcgQLk85cIrTBYntcaoRv1xFhn8iIk4/WkULPCy3N/hhe3gbeZ/no5HfN4TRF6NMg2v"
    "9VfLMt0TZL+ESEZF+aKTX19yOhC7QX7RQQsPOyK0bwDAujzrhu042ELsMbnrTfEmu42U2m"
    "tPh/+9bbXMdl48pOw3duEOGQ9PyJnrW5/YZ3bR2O2PVmer/BVE0DIgkv1i9vsS70LPth/o"
    "f8scEJkhnR3+h7twsAvuh2a6Hxy8wA4mBmf7LF5IMiDQ1yX0dd/F4u6AFAg09VPT1IF8ds"
    "V25hITP40CM0mW+z98RDzTe97mvpD4NKROs/7s/bc/fPvjh++/3RC+uVLG8zannu0hS0cr"
    "2yccf9eVTfAzn9k8MG8RYcNcIevtRfjfE2S6hMbRzZU2GfTzdo3vMJ2CMz3798gpsGhSmF"
    "roIVT3/6pbmCy9e/rnhxISYyXkQ96OjD44Y5/knIQe8nyXz69G/FXA8YA+D4pUu6yrcIM+"
    "HNPtNSbzyGQRoLt9rY0uBqOP560If0v649HlYHKlXZy3KOUL01nhOb3aHfW14TC4yn60Zb"
    "GrE+3yZnTBLlJF16ePR69pv14PJuwS/ro2HRxORUFxvv++gjzf56NUiUDZRznPV2i96Szo"
    "JxpGzGNrGFA8kQBizElpBDGcd64uHi/OIvcgZsW0qTpJ2XR1anVjtuZwVGTbtjAiBW6RLD"
    "InZvqyv5oSsblyWNn2xuNhRqy9Qd7wvrnqaXRFDeRJB5legWZs2Ku1Rec+8ZDzrDsYuWLx"
    "4iI8uFfFPSPhlqvPfc6GVvoCZIEw/wXm/yN2XG6KRKFhmEIczi58/1pK956NQoOuAPSXS2"
    "zVWWQNNbIap3j567mk1LNIkLrqUlcnGthH1LicI+cS43lZSHB7XGdHXNCIEPqCQo4YHVQj"
    "UAKBwraL6ebk6ffIvecJg1DNtyDFLAvMK2bPHnZPcEkr4zdK5NisXlQr7g1G3ckXvl7c4y"
    "R+9L7MtC6oFbDBHH2DcbwL0zVYmKJ8g8mP273BOJ4+jyCwwcAGE88FYWHkgHWKUx5AJGqt"
    "NQMPr3atM8mYSmuMSYdDeltDFxU1VvfGLCaQZ6UI+eF6GECFRbCNBUFA0pVC/nWXWrN0Zn"
    "IyWbqOgwrdEAkox2rFuhO5DJZ/LXwSlJO27nzToiqK+5Z937/br0T2zhn72+/5XGRievra"
    "MXk54CUZbFnYi/PXTifsWZC+Bt6ZhnhnIOjTRKkrZCffY+NhQErN5PSQzi4rmQ3W6cYERn"
    "IzjWSw1I5vqUkaaUD/C+k3XZeXaVa88sTj68T5/iwzAxFS4HEraf6SQdWijuPQWZOMQgnW"
    "gXJ5yh/o7xThOx4PZEuQDV3yalnusOTWLRW/Q/F4SKyHlgMnpGSy0gQ39IJWnekpCEx2mS"
    "oSA5uPUo65HLSGOwh45l7JM1clU04sS06BBDnwzR3TN2fQaSKyb8TjwcqQ2DXspyLnRWl3"
    "mqdC5wV0p6msI/HN6WqtKU7BtG5fa5O+NpqxnhSOgYl3Sy4Hv7KOEgvzqyr9JB6RxfOGlm"
    "QBbBDQwOYoDWxUWztes38N9Fg+3vKsQEIhyCFcb01q1Dj2StSuzSKhDYzKftFQVtTuMzlO"
    "oypi3kBBzirLme2Wvos5mayFi2kaUqNldG8h6JgfnarZ7B+cBvU7uc1ggWQ+yeGuLjp1Uy"
    "gglkOsSXSXNS0UMsIyqMZnYrNpFvtNxWjMARvPJF0COROxLFh44EjhuxN5rRkzEgtmHgbE"
    "5omdYwvL5d9nkaAmq6wmQ3+6vb40UKpUTHW9QuNQqtREqSuVELH2PbwjHyIZ0tmdDsEGQz"
    "ZEQ7MhjnR8jHLr1VFCD2v0vJIJwGVxIAD5GJyDiBueTS0eg9vC1sj9dugXwbEfzTnPs1yc"
    "l5XGqJymomxuVkygLnViIR8NgpApNTu5U4QkkrU+dyej4AAhqgaT4AChkaZdTPWJNr0ej6"
    "YavSnri0ynk7um4sC3hJ0YNKGffxpon89b7NQgNtkeTfx0Sz6PR/RONrklw/F0dt6yqI5/"
    "Syi30+DkIfqnKglg4mdfvPC0i6a/TRJHx8GhcXBo3CGT7ui+SVdydrCKfschesfhU9tw8L"
    "Wr7Gs3Xd1DD5izB+w6fmoDg7N3BM7esdeUFhmvbAZYQ6dsnV6qUMWTCbikgbBwqixjCFK2"
    "IUgJ4SoIUoLUTytIqbECobIQZWpAZ0eAMig2gvBkQ8OTnulZQm7pDaAWfohD+87SjylAeg"
    "5Wh7LLQzNPVzlenXAx5xsAsC3JtnDEN42CWK9srPe02hK07UBhEJNAuz8e9bXJ7LxFGTew"
    "492Sq/GngXbeWtmPJr4ls5+07mxC/6Y3R55Dr0yvx2y8u7bZaIq/1CYavUlwiyjAekvGFD"
    "g5byXPdPTwFlP/9Vj/F8oWTwNraFyciDFRyRGDydyVMCBTMBCw0gJmIvjTJoKadoI54Hp8"
    "M+sLrsbKaiEGWiND7CSjNKROeX/7c3JGBOmmSx/WYW0HBeNuBXeAEJxACE787KP9HXuk2g"
    "wXzsDwTOxInB6VhTW+0tayn7ArcwpXHth4JiEj6LUzgk4vAbTNEt8f42epbBdfTLqX1Mqd"
    "O2hBrdxufzb4RC3c8F7M6r26HmqzIIPTXq2DamJ6tUvN4OEwuMp+v2WpktrJDkCMwhVSck"
    "vgBxRceFNLVHIftZE26Q7PWxH+lky0qTb5xMRCDRHsPKoilag4RlYqKfgBpUIiQ0pEJCNq"
    "DFKSKfKWjEfDAfvLJpYZ3enogkg1p5FtHcSD18jzur9TgpCFXZ3OaEfYSZODQkaUyn6aUF"
    "jcZkZVpFzQzwhkrJSM6V5KTQ99gen/4kbGla0XLvo4NvVrdbwRNmDSnEStojnvT0jGblZT"
    "d2gMrxdaf3DVHb75rnOW8/3EmsG37/Lbv0f3b4d7GlEp1WkY8FvCL5uLkhznoQ1yccgwzU"
    "6XZ23D5MjmoIHvnSuHSQzLdyMXg4D3fgsLfnsBv72HnRXHD1USBIwBkIUkHv+zEFn6aMmZ"
    "4tVcFWn8AX0VYUmaiKdCG523MLklF9p5ax6kv7DMFzW8FMiy7CdWdk51Oofj4y5dbbbBsN"
    "wILDcRfUEnlQXPOVSF/DT6gOzHudinTv4dIg8vlMDWLUAMAqHyqJfTHD2LNLLNw8ArWtJe"
    "i32LH3RqElJuivCg68jkOgWhOxS0yyo4hqMk64kHhinPS39KMfWA156kw6v0PmC+lpqv29"
    "yJu3FL7tEg9vnuXOZwF2wVt0HA0i1xhqezRMT8U6pNaBZZp4zVQ3eqtD1k6VSTfqDPJqIo"
    "bgPhzAM+uXGygWtbImd08MFAMp9kBxdUOpZltuaRjYkLFSUIh3PtHotN1BwMpuj2kZyehf"
    "UFfYV56tqOovMUDrQM2ZJcce7zOOBepuwfzvypf2IRtNPa62YB7bSKqa5XYyVop9VEqQu0"
    "0+Ie6u5yrPReBL/8ZYJD5x5nLiRtsmbBv2b0+qZX1onNib/jtyC+Gs+NQ3Qguw7cfjv7kK"
    "WHdap0I9NDf2K1pmTtEcU4LfZutJDbQq2ne9vC5/Qfa9PwfAe3TLfFnmzeuntuBffvtBa2"
    "s0JeC5F568mce/dv2zm293fXF7RGC8kQdQqmUdAmbT9t0kLJiphNCaIW5ZmHtpiC90dAk9"
    "6Mr5MLfH+qtE08boyyZxLkFIXIElA+3+Q5OtDuxGgtWxbYFExPYjqHe4NRd/KFP4vj8Wk9"
    "qPdlpnUp8wKKzSF26amBCKmwTWfGVdun3RAC3UMbui0eQkE5gXXlOBFLVq8rzH0KBNQLUa"
    "/Oqn6JHnCFY2q3hu1a0xcUoMN5tc1e0qXOKoQjCl98ViScVHvc3bSoRVDxpD+NcyGVnfFw"
    "buOBCYdzG6FLm9Jd2k7rHL8j+an2Vxil5DGZJyQKlWKslfJTIKGitmJWyzlxHRolu5wTmW"
    "GdKs6JyNoB5wQ4J8A5cTjLgW70q7XtMU1Wf8AcTaGYfA4URCAhgqD6HwUl0sI+om0s+Imk"
    "/US2M8eOLrUQcaDwLoAjAxwZdXNkMM+w0MqwAdSC20OvBwtkWr4jRHgKAvVM4ozjr2uTWq"
    "wyR5ZlkFDPpJojIReTlBFxCgbyVVm+DvZ8h+i+w2kVVGZOp1Gwekq0agI/bF1fL7X8sBO8"
    "8Ml8lxs2PapTxQvrBABwwoITFpyw4IRtkAgUcMIqpjodxwcLyZJHFgB4YMEDCx5YdbkFD2"
    "zdGXd9w8B4LuOfy0HBR6eaEwF8RY0Qszq+oo+ovJIw+byzwz+0RFA62FjHEFSDH9Mmtl0z"
    "7neVJb/YHE5B6sT83tqmBP8V0Gnj8WBDyDjXks5udDXgVGJ2HQcVNbDexuZkwA6JfC0htP"
    "+18Eng2Wvd+aZFN0X3Lfu+f7cPL5pwsfjtd6UaFgwS//Mv+LlM0+CN3KVz5LzboH40VP2A"
    "fihHUz4E41EQg3qBq40+DHbWjinazi0HhJZuef7LWrplgh/EfRI7HilBwJSHfCloCb2Plt"
    "CvrbKSR9s0cJ8FLct7J/JG7lRZQwydqQGoYqNjJueW6bktBwemu+08/8NtBZGroCo26lbM"
    "ug87pofp0PNgON1uW/fIbXlPdit8N9ztfsf7vvkL1GgXW5aEKpeB7UeZA626/YwRZ68rFE"
    "I8vE7K9P78Sf7qjqc5FLKZAIBP5dowRgt/hb1BaFMA/0VDV1p1tj01lomjFHaLn8A6B/L3"
    "4ECiv3abeJYNp9E9MKB+QB8TRQnkWW9ShFXZtqY/+dN40Neozhyu8rekP9EuBjMGolepoT"
    "o3PWoLhUlootlz77+vkD73Pm/MJflz7KOsQEDtA7VPVT7XDn40bd/VhYnlIGuUhQ9x71P0"
    "bpqu60s5NzPAGvo2T8SXWS2NEzL+Xznjn2BPlyhLycKgNMWjIpKgMQsDGpeO7boyROaBQG"
    "Xh2WU/T8ejgpWz8OSyuWl4rb9ar5kNdhzuGBnlqkleC8ntcuwGPTX9q494VzdZ7tBOxSDc"
    "KkIdKgp372D8inG4rdu/wCGsQMEzeIq3PcWsAY+A1RsPB2cC79wX8Lof0/EbL8LCoacMDg"
    "QgJAB19vghni+xoxHPKU0L3xq2a2+3AoBON0zHhIhqU/dJcZ8aONNOwJmmolbamL2jUVHb"
    "6+6XK200O29FnYNuyUS7vBldnLfCHni35GIwvb5hEdzo3FQ1orfIMPiep2qyScGVFs9s0P"
    "9Fm03p1hYoAe4tudQ0+ucCY/rvWfdX9oeHvrK/bkbd6+vhQKOy8wnVHSwTJ+K72MhvroYA"
    "IRnl+JlAHl7JSiCB1ii8fGApHKmbAHB/HpybSPfnpTD7WRzwL8t/tp5dUMPdwoIcZOUAfQ"
    "6hz6HSWQ/KRwLeve56UJNSkitkWmX+z+Tzzg7H54qOBH9nQ/2dBvJdocTNDaAWK+2hMzdr"
    "7/7qjce/DEYf9f54dDmYXDE3SazhU+oXprNiPpTx5EKbpMeERnBqRORG0yfa1WBEB2/8ab"
    "qDV+yZnWTMZXcwZDeJR7A+sdl7zG4mo/SI8ECa9Jju5+5glh6CnhC1yefb7rvw782Xhpc3"
    "36l9Ynej02T0kX0a2pbGPSLL1KfdUV8bDlOfM3lbAT7yT6XHRJ6qzKhJdzS9pBSOL+n/B4"
    "OYk3pBObQX7NSEzZ30jwP6nfFN9KVJv3Dz2UTra/TjzXdQXgxMR1D0JWVd3zjLFpRxfeMx"
    "+0T1tssvunZFKThvPWLHXDzrmG0jjB02M6670+lnKmRGj0vvu0au+0RlLOMp+3BWRf85K1"
    "aAzvIa0FG6/oBxBA4acNA0mP8j+eeB+8TBJekXA/ZfyP7xg+8gh5jLhcQilAOCBGQlwHKy"
    "fU6f2moGYII+nAnYZmZQ5DESsQOZOUXtwPNWhL8lU210EVxxMZnHV2bBn1GSxDS2p1xmgX"
    "zsftL0m+vz1hI9Yt1fs3j8L6Px5xGLxj8Q+4moEXdHnodXa48j1cL3KQ0Bv+pWKTH+6knU"
    "tqZg9TufpGZN+9LitpDr6dhxbKH+mFkUHAck7opcYddFS36w+OZmcMHnPYvK8e775vwtw6"
    "rjkNwH/aGHKXxF0pM/+KXQdxSWMDdwGIufqpXA6rdjnYh4C7PH1Yr00v/uCvZuhnQqxHvp"
    "NQj5QsgXQr4Q8oWQL4R8ax/yhXPmjpkSu/DoLJWMwXDAtXGZHVgOYJwWC6S+xuncJlhC5C"
    "kYGKdgnBYZp2OmxfVMa5eFuj2us8NMDfXDuxByPFtVlbJKMFyhx+whzVb63Rhzdo1iuhME"
    "hGPE+WbbArIonXOhOZ6DAfMSZ8WZntBRlPF44FqCa1bp6IhV9yWQOjCe9XRUcXQU+zm23B"
    "yPiG9gF0/mBFEHcg8xnRXTvQceXu1UvJNB1bRu1o0C4kMNVbNVsXiOvVA3qUIGyE+WxKP2"
    "0ABBsCtHrFUCAbArf/iIeFy7qJD7NKROzO8trzlcpClFlpCFn4OBmi5udabXZlEnIg8LMh"
    "CXAf3dnr52TIPDfklvpCwM+iO5/p1ne+FvrUxiGgQUzk038CnJnLXDwR6H0NfKTBBmc4Gx"
    "DJFZWMM5ZEdhsR+3zWDEQMHWlII1hsELrT+46g7ffNcJ/aJ0IzK94DfHm9S37/JuUTbZJD"
    "nOQ1/M8+moAS9hWnJF2POZcKfDde1O1lNqbTWJYflzzHEm7GAxDWw6j0yBlJqNOWAzFVDF"
    "okY7I0YC0SIIFDU0UORgVndAeBZ9sT8lA4LMLBlPyjHa16lGOvRvqSaC9jrsttIWk0P7Ou"
    "7Wso67taRKt1JFW/3x1fVQm4VXV2sLBwVUqVKmVAmT9uv1IKhcwl/XpoMVOTclqv6SFWoK"
    "rvJq1h6NRxoFUj3tloxHwwH7yyaWSRQ5fwgav79243dwHYPrWCmTElzH4CJShUNwEYGLSM"
    "WNRtTOywGhVaesqbchUrQiZwsI2SLiPo4NiR52VhyD++cptUbL6d8g86uJaXitv1qW6Z7g"
    "u1AiB0ZJuRzylHeyxcjsBsVyCDuBbEti90qUgtamc8PekgIDilyd25GpZ9sWRqSkLGoDzB"
    "F7R5GvxWzs5z7s7O6Nx8PM7O4N8svIzVVPm7x5n4tVc5KL/WfsCOcBZlGwpsvU/hEPGZ4w"
    "83kccC/PfdCySYb8DRDYl2d/TZmTmvobILAvzj6xPcxRXEr6RsQAYFucbYsyo78wppK/h8"
    "JyaP80Ho1vgqgWfUTbd5L+gUmrQFVCXQGvwQELvCiAgGxS91BZNnFnxY9B7CtuqrgMY2Cf"
    "tIk+HFwNZuct+5Gqdpa5Mr0q/RrDERdaFPYMP5/jKPQZfsruHn/E7n5L+jeTiTbqf0kaRc"
    "bRq6RXZO/mC32ozZ1DlTO6sxozKIzcuhL9xLJIaCmmWkuxIk1dX9gW1y9eTWFPwRVeKZTd"
    "TTPq9wtEkceDLCR8kuFCLNNLMYOEtU/ltY9u1i77+VsiLnR0phCH82++fyVR7t2/CT1nC6"
    "mub89Zfz2XlHoWCVJXXeoK1TX43p39tbSwITWis6uyIRgbDKtVZUOVNwRKG9riC1dtF6wT"
    "WaAqKXfhQcIiBlSCqEWC8aFtJte/+y82xNoIJxCgXJ5y4cyxLA6KhKQzx47Uwk8xn8DhuF"
    "dHBb1GrnuBH00Dl6mh+VG7VFF2khKVDwNAqW1D9dFQ/CLbaIKAXVS+ZZxkF1DYQ1+4h5qu"
    "63Ome/FqE4+vE+d7c8KuffeeLvoPWMj0yaJgFZEJ34H3G/ygB1dCg7wpjdkT5WpoftxuRT"
    "Q8JzUwVUAVbagqunbsR3OOHaGtJIWBjUTmdKiIQL3YubCbfb3ExwBiqGQVsCOXQ5ewuGmw"
    "ha2Trnpg+8D2PcMWKyNJQWDuS8z9+KBwCWU2BwVtFrTZytpstHcNbbqylqqz2wN36rPxvm"
    "jZS90kR9RoWWcwrN8j9563pxDkFHXnyeDyRaDPURnLScX/y7aGqGh589LQVa03GHUnX/jr"
    "Wo9T5Nz7MtO6OzTcO8d+Yu3yxOWRR+5LIupuNfuVSbpoS7Cv5AYAm7vE5v6IHZN+mZBRl8"
    "YA6TKFiZRafY08ziJTMs/TIKBdgnaFaphOSRQKqa2FuV7q6K0TvKC/5X7Gwidlauv2uF1a"
    "qxMiwsgMeGEb6oWFJtBH8z0t0Mq0nrnk39wMLvjUZ0A58n3fnL9l0BMUQQmbYX/acAtIL+"
    "7BL813DqRrmYS9lcWBtZVXiKpaW6AS1VYlyp0cIFWT5ULt6knI18GPdEGU89CnkSBllaUM"
    "SUXFCiGEYV7NnA36GM2CKzsM2q2Rnd0mbYBJtwoFo7Z5Ri2kVyhi4kL2+1Hpl2ih3/Tm+S"
    "ptlR473Crc//p0/yvfLbmDd2+YASzaL4NO87BpNnTTFD2f4EXHEpzQ2gBlYXWZ+0cvrQby"
    "w00HubzmGdX6xiZolRee9mzSHU0vtUnQ0TewKRbYiZr6DqbTm7Cpb1BuqEhLVmhVUxsvnz"
    "pK7BSjUi9P8vkuVdWlI0E3bahuSjdeKjdRGaRRsF9L79cuFu52lYKovEsrax44dDEXoDsa"
    "DlTLtLmi+4pOtc47saTlHAyol6I+dLM/YM5p3TsXlxgG1MstMKK0pyBA+csWGvEZvwUFEU"
    "iIABkGdoWOcEoQcNJBNb5Vsj0tCzvl1mcyorPT/mRjj2iBqpGpDcZoW/TcyRedN9n0JZt+"
    "N8ZifX83CCBcpkOM7XrIEj6tPAeD3VKiyZvpCWmF8XiY5lIHYvnEczh8syhUUcB7A6kF5d"
    "mA0lmFeNJZYTjpLB9N8ui9xb0qWRQsIhIF+Ei0q1eCAL7F+TZd3V0hy9LvfNckXOuyZ9sW"
    "RqQgTsTD5wvQ6A1ea33ZXDlwAdp4PMzIojfIk31z1dMmb94HgqGDTK8gPGGSR9s0sL528M"
    "L8KjLzt5GHW9fb7Zq8ACzE/6fgceRpzAEpv5n168J6NHXnOlVJTM4ZzOWJG9toqNRSLYcD"
    "zpKEsySh8A3OkgSpn3C549S25mN/dw/17XGdHeGIJ3x3b9sPukuRuu0fv5m6KinVjQ1QqD"
    "PrwyqkX/Bz2ZTPDdo136PKhwf8XMMkUJjXJfM6ffzMnWUa/OSJsu4+WRx09+m05Lr7gN7c"
    "FA0KmsE0wcWgmsawW10Q0RVqqCdAsUgVNeGO2kX0KYVtkSwOCkakC0ZUMQUbSX5kKDGobH"
    "l5CguCkBaEGvmajaQezVemJxqJT0AHDL/Hu/PJRt+D0gTRWZ4CwRH1L1zoRRM1czDI+ZHJ"
    "+VH+UOlTCcWuHe5x9CUNyjaIZvYny+bGI8/nbHPVGqkk6AOm4DiYKjiPOBZr5XYqE22qTT"
    "6FTVPCO9ySbn82+KSdt1izxkd8S26m7HPWZPqW9LujvjYcsgsG+/WWpUqbFeidLbaAn4Ij"
    "bUu+d9wIRanaH4NAIZJViJaUHxFNKB4PKpBU2rNJXJOneu5Kd05wkOYsYGhteltLNHXlYF"
    "+sPZ3OC8BXnh7w2pPhModrPI8QFC7eBusbFIZkyiZK3bhHZCkeVsjAjuzWnv5hXYR/vbkN"
    "zkB9RNabf8ROseBB3X98c9v+5iTUX9Ui+DP63Luj+MmoTrWsv5CODoTzmxjOh3YbhyyLp9"
    "QsbV5dfEkfghQGbGnpNngilL+0v2bDGYf48MHcFhDgeYFtHVChe2bUdyxL4c/T8aiEwQSW"
    "59E0vNZfLct0T9CzXEIh46N8pcgvCp2sgcRuwPFzhmzaa8xZoXf5OrNY8HcKLBwGWiN+R6"
    "RiOzMFqVP21P4KnyOCdDo159gxo0CswJwuuAPMbJGUKWRhV3c95Ag7z3JQiASrHAkOhYUJ"
    "5x2rIuUICDJWWsanl4KDHpEZ3kFMvu3up+5g2O0NWcpNfI9bct0N827WKMq8GY6Dvw3Ldl"
    "XJuWFt5RxudkBkTBSkSqZgDYrzXWj9wVV3+Oa7zlluL4vJ//ZdnmGqDtyb87mMjpzgQIsQ"
    "0SJsi7OxFKdcR8MPpxe/OxGl+B4LERkPByLzREKXqr3SCYkVxVTXN8QOiRVNlDpUzB47cS"
    "Ini21BXNoONpfklyhskbbpctwn6Q7Zfl4nJoy/4+kWX03msoOeNmkSmVlIWaA/Foc6a787"
    "7XcvtPbfx0tKYefuoiBUWpqVkh/W2ZWWkgAgLaWhaSm2M5eo706jYMmWLvV4MHle1WpOtx"
    "ircn5Q+7r75UobzZhb7XlF11d2bPjlzSiof2O5/LfkYjC9vplp56256a790El1fE/bCfpD"
    "15jMowVeSELa6GIw+kglFOJvyfSm39em0/OW6wenxt2Sy+4gKEFcINMKj35nMtQ2UlTFP7"
    "p27EdzLnZURxqj8qukbBJS9GbrK7rx20IndmwjIQlMIglMvPZnj2U/JzT7C+p+fMfBxBA7"
    "QSmFqcWakV2YP1RYlz8ULssf8quyahV/SjmvhedrpCZJscnBNpxNy3alqidzuIazSPWn1d"
    "r22JIoeiQ0B1qLFfXgWlikxup0xcRscxI79ZKLBm1MovDEMplK62LDETvudQsI7Iuz7+C5"
    "6WDD032Hc5hUMfl5HHAvYwc6MsGfDAyaxsh6Eh28tpCBXWH+c0CQgKwE7Cc5pTyHa7gqea"
    "QIMszg86M2HAf+g6UYuWL1swkCNBZxjYWFM3xHyFBKQYBxccaJLdbaLh4PXMuU43ueJZWB"
    "l0VC4Y7KhTvIfZCQcIIC6aosXQdTSl1Jbz8P3KDyn4LwiY8l3pcEBe+Lyu/L0qSGoO6vOf"
    "ZLWfVWGgbFWwLFW1Aq04ZSGSiagFIZkPppHegelAossLOznGAzplOllmARtWqCQoLmFRJE"
    "PU4lz+qDUoIXOo+h9O6I5J/ASVqvz/ne1OCFY690qWMn88g60XvoY/lsORFkcRAMlF7PV8"
    "gUymHaACBYIhOY4mZM3twMLooiU/wkSd83528Z7AQXmhLSw5z/0FxKG0LBL80vHA+Y6PfI"
    "vectHAQ5Be7qLC7vhnv2ws759aG0F7Vu3cxjOo17g1F38oU/kXucVq+9LzOte/qli/aCZR"
    "0LH6Y4vrzUJqwKMcKzoxT72vWMXUKGgdceu3ah9YeDEbs2x4ZlEnaNWfcXk+7n0XnryfTu"
    "5w56IrdE+/V6ENwPf12bwf20sMoRq1PiGD6aK+EsyiJr6Cw6EedQpUBG2HVQxhGcBkKwSm"
    "kZg7cf/L4H9vveuOU+3+Tzzg5/LzPywNfbUF8vnGV0yMIaSplYNV8MAE+AONvgdzkk22wX"
    "EV1M0hjgXCLtnT6FLkp6BgSsS5Sm2haH8GpOmRh7QJeM4buevQrbIon4ZPo309n4Spuct+"
    "I73JLx5GN3NPgPu2g7S0TMP9nVab87GrFrroEIYVe6F1eD0XmLHVBG1PC2mK7O2iM+ShwP"
    "n+DgmDWBY9aQ6z7Z1NDh+4/LeknlgLBGSeg+Xz22tVp6EJ8WaqPGgYIEXiIBoU5qORgwL8"
    "58EH5y9UdkmXOd5RGIOuW4NwAPrMoeWPSETI+KDDvmwjQQ//Ta8sNU+XeAIgKBPZ8qS0tW"
    "qCSuY21gwLcA3xYiSx8tpa2RNF7hnaatjVjklgWAWej3lsx+ol99L2NYnFWwK84KzYqzvF"
    "XhkydEWPyGeY44kfqu46CCJIltaE4CFY/DlTMK/7XwSdAtvnXnm5ZnEvct+75/CxqJ+9IB"
    "fvs9n8VD/6svbCuK1ot4p1Mwhee0stpT4ASVoD6PA+7FuQ9PqpCJI2eRoKuqrKtCqWUbSi"
    "0h+QJKLUHqp5Vy8wkTH5fl3KQGdHYk3TyyoZB1A1k3kHXz2lq1ZRc5BIsJT2PAkpHwwdOt"
    "80/BZKc05oDx8ZtZ/0hej/3PdDpnPX/OYf3SslHRVE+BcrQvGKpWk/1ifNMbaq3ridYfTA"
    "fjUVbDCT7MOl0nWne4tZ6QpQTNaRTwXIFn+4nInGeYQkHRsHTRKjhgj62uSLDPgYIEwA17"
    "GEko5EoAN+zh3bBrCxFdnNM8DIgF/3ZTPZ3g326i1BXzb09xkBey082dGdep4u1mJ6IxCH"
    "i9G+r1DmeBqAzSKDDopQ366OUTMSdTEAg8SNiRX4UchF9f4Bg8Iab34RnknEtbQizvKFog"
    "lkusY3sFobISftMgoLkKzYgseSWkJRxvEEBwFYJdavjq7hoZkSJamec8EOiutmw8SbGdww"
    "HZRWSrYyN+xndT7Lo7LMT8qM4O+/AJ31HrMACAddhQ61CqRzF0iN6TbehgT6LTaw4IrV47"
    "OUOxaqvXOX40eW2Li43zBAEhXnHTHIIqxUtQvdzr2fw4l2r3GBMJueexNZT8iUi6UnQfui"
    "vXVsxKGUP3tv1wgS3zETvPOyyi7aGd3WYRA9EpEKBMKBhpqnGEyXxtmzLHQmWBYCRJG0kr"
    "7Lp0JRCWQBYHApAWQMDZFvUl9STReIhdShhIrn/3X2xwlKeScHECAcrlKRdeYLI4WGCkF5"
    "gjHbyomCvmONzbhuE7jpRHJgcFi005i+3ED7VaUyU6Ms0EpNu+1kYXg9HH81aEZ/3LhoNP"
    "4UFXkUnHjqa67A6G7NICmRZW5HAq5Hl4tfY4cipcB9OQw21C7153FdxbFj+hapPE2paCQT"
    "WR0sta+I7rPvF4h06US3kLDLJWWdZBKCBa7mQjCVk4yFtledNbremvw3qR7lK4J3KQNTIR"
    "9rY5YsexxXrUxwCIfUuUN/tOWCW+EpnKORRMY6jUbG5SgXIhSC0K81QIQWaHdiqGIOM4Ek"
    "QgGxqBhG48R/SO+o7QQYbRcIjCyPQ/Z+58sVb+CeSALfyPR/lWs344W+3A537MTZf9/rlO"
    "tSqXV61XzZnOuY3C9lR7/Dk4ZDDYUm7JR6rNnbeWNsGhBz3wtDMXeuypP7oPPUyOF1m3Ew"
    "Qs3TLHKzv40bR9VxdnngNV+FU4FQnIecMLbwJeUpW9pNHaq7sm4VWylMt8CwyyVlnW0Duv"
    "DY5DcBxCizeQ+mm5i7vYMY37Nt9BHH3Y2eESRskwZfzATXECv3DLKevNVrCjM1eC6JZ+mu"
    "Zq7qTQ776r4BCgo4pPC2Wf5dLq6HslwHA0vIbsvn/3roq75d27Yn8L+yynRtnEw4Szm/48"
    "HY8K9KcEkt9GTcNr/dWqnwuXkVFu+Odt/NwmyG7QO3ZTmr//H8X7FlY="
)
