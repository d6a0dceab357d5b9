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
    "eJztXWtz4ji6/isuvmxvFaerL3PZk7O1VYQ4PcwQSAHpnt7NlkvBgnhjZMaXpDM789+P5A"
    "u+IBtLISDs98PudIweY55Xlt67/tvxrfkD9i2yfNub+9aj5T9fOSa2O2fafzsErTD9R+mY"
    "rtZB63VuBLvmozs7xKF4tPFbgFwfu16IuPN8l35CByyQ7WF6ycTe3LXWvuUQBvtyj3ztCX"
    "ma59imhoiprZFlahbRkBbfSXMW9APt3gnc/9P8e6y5zpPHLjoEa8il/zNNbGrB+i37StOZ"
    "0+9kT/cadw+I9VuADd9ZYjrWpd/xr3/TyxYx8TfsJX+uH4yFhW0zR6xlshuE1w3/eR1eO7"
    "eWA+JfhmPZs98Zc8cOViQdv3727x2yAVjEZ1eXmGAX+Zh9g+8GjFcS2HYsi4Tq6GHTIdFT"
    "ZjAmXqDAZtJh6OgB0msdwxiNZ8ZUnxlGZ0tyCSJDd3xp7hAmdfqoXkjAkj3C//zvhw8fP/"
    "744d3HH/72/Xc//vj93979jY4Nn3f7ox//jB4mZSu6VcjZ4NNgNGMP5NCpFU0+duHPEIN8"
    "FKFCYaTsx9LeFsEFpdG3VpgvhAysIAkzxr1N/lGUSyKFKsEkF1LJpK/JAURTwfJscKVPZ7"
    "2ra3b7lef9Zodk9WY6++RDePW5cPXND3/Ni2VzE+3LYPaTxv7U/jke6SGdjucv3fAb03Gz"
    "f3bYM6HAdwziPBn03ctwklxOLtGhqYDngetiMn/elnD/Hrl86WYxBfFSmk5QoJ0V+mbYmC"
    "z9e/rnxwr5fu5N+j/1Jm8+FkQ2ij/4wD75M8fwneM80C/3thkuXcOykN0r2b4Ifve6K9mH"
    "99/9+N3fPv7w3WYB21ypWreSNSoldG2jORahMwUAmUUyMaHfJ8RmBgF0Fulcuo7HIfOKak"
    "XPfDo3iOJGiefWCtlvL6L/nhqxFayNbq70yaBfYM7Fi4CYYtxlMC1kj6nMi4eM2sYu3KH5"
    "wxNyTWPrE+eDUzZ2+6PVh1XxCiJoGdLAHpk9YMbkCUzLHzrLSrMoN6a7yyxiow3bWdYyh8"
    "p5BcPjRA0P5IvaHBGigeYGXeaQOSb2czwRTsT8iOdspfVBX2rHNUTftCxKSgWJH00ZAR/w"
    "jctxz55zi/kZ/lbOe4xohNVX9R7pv85yr1Bi37256v3619xrNByPPiXDM/Zgfzg+LxDuBX"
    "f/wXPOulbOeAYClMtTLrzC5HGHM3Mat8jgR2ouCtOfRcECL8v9HV44Lt5m/ufpeFTid9og"
    "imqUNfe1PzTb8k6Q/QoiGRXVi05xfSnoQOwGxUUHLbge83LaNwBgXZ71ueO62EbsMbnrTf"
    "kmu42U2mtPh/+9bbXqeCDOI495lQMiN6S7w/+Q9cCD+6F97gcXLzCLcXG2z/KFJAcCfV1C"
    "Xw88LO4OyIBAUz81TR3IZ1cc15SY+FkUmEmy3P8WIOJbPicDopT4LKRJs35vYVDf8ZFtoJ"
    "UTEI6/qyKiVwQeJ6x3nB2VHxeFBJ3XTtDxfOQHnMAz41cnwSrkeECfB8WqXd5VuEEfjunO"
    "GhMzNlkE6O5c66OLwejTmRbjb0l/PLocTK70izONUr6w3BU26dXeqK8Ph+FV9qNtm12d6J"
    "c3owt2MYq7s2v6r9eDCbuEv60tF0dTUVCc73+oIc/3xShVKlD2ETflymBBP9EwYhHbwIDi"
    "iQQQa+UvRvPOM8TjxXnkHsSsmDbVJClbnkGtbszWHI6K7Dg2RqTELZJHFsRMX/ZXUyI2Vw"
    "4r2/PxeJgT6/mgaHjfXJ3rdEUN5UkHWX6JZjx3Vmubzn3iI/fZcDHyxOLFZXhwr4p7RqIt"
    "1zADzoZW+QLkgTD/Beb/I3Y9bopEqWGYQRzOLnz/Wkr3no3COV0B6C+X2KrzyAZqZA1O8Q"
    "rWpqTU80iQuupSVyca2EfUuDSRe4mxWRUS3B7X3REXnMcIY0EhR4wOqhEogUBhx8N0c/KN"
    "e+Td84RBqOZbkmKWBxYVs2c/KrE5sSWtit84kWOzelGt+Hww6k2+8vXic07ix/nXmd4DtQ"
    "I2mKNvMK5/YXlzFqao3mCK43ZvMK5vmDEENhjYYJK5ICyMArBJccoDiESttWbg49WudSYd"
    "U2uNsehwSG9r6aKixuremsUE8qwUIT9aD0OosAi2sSAISLpSyL/uUWuWzkxOJkvPdVGpGy"
    "IFFVitWXcil8Hy90VAwnJS7S6wbKqieG/Z9/2j80pk75yx//p3MReZWL6xdi1eDnhFBlse"
    "9uL8tdMJe5akr4F3piXeGQj6tFHqCtnJ93j+MCCVZnJ2SHeXlcwGG3RjAiO5nUYyWGrHt9"
    "QkjTSg/4X0W57HyzQrX3mS8U3ifH+W2RwRUuJxq2j+kkM1oo7j0FmTjEIJ1oFyecof6O8U"
    "4TsZD2RLkA1d8hpZ7rDk1i2Vv0PJeEish5YDJ6RkstIEL/KC1p3pGQhMdpkqkjm2HqUccw"
    "VoA3cQ8My9kmeuTqacWJacAgly4Js7pm9uTqeJyL6RjAcrQ2LXcJ7KnBeV3WmeSp0X0J2m"
    "to7EN6frtaY4BdO6c61P+vpoxnpSuHNM/FtyOfiVdZRYWN9U6SfxiGyeN7QiC2CDgAY2R2"
    "lgo9ra8Zr9a6DH8vGWZwUSCkEO0XprUaPGdVaidm0eCW1gVPaLRrKidp/FcRrVEfMGCnJW"
    "Wc5stww8oVPpspAGLaN7C0En/BhUzWb/4DSo38ltDgsk80mOdnXRqZtBAbEcYi1ieKxpoZ"
    "ARlkO1PhObTbPEbypGYwHYeibpEsiZiFXBwgNHCk/ltFTGjMSCWYQBsUViTWxjufz7PBLU"
    "ZJXVZOhPt9eXBkqVyqluVmgcSpXaKHWlEiLWgY935EOkQ7q70yHYYMiGaGk2xJGOj1FuvT"
    "pK6GGNnlcyAbg8DgQgH4NzEfGis6nFY3Bb2Aa53w79IrjOo2XyPMvleVlZjMppKsrmZiUE"
    "GlInFvLRIAiZUrOTO0VIIlnrS28yCg8QomowCQ8QGun6xdSY6NPr8Wiq05uyvsh0OnlrKg"
    "58S9iJQRP6+eeB/uVMY6cGscn2aOGnW/JlPKJ3csgtGY6nszPNpjr+LaHcTsOTh+ifqiSA"
    "iZ998cLTLtr+NkkcHQeHxsGhcYdMuqP7Jl3J2cEqxh2H6B2HT23Dwdeusq/d8gwfPWDOHr"
    "Dr+KkNDM7eETh7x1lTWmS8sjlgA52yTXqpIhVPJuCSBcLCqbKMIUjZgSAlhKsgSAlSP60g"
    "pc4KhKpClJkB3R0ByrDYCMKTLQ1P+pZvC7mlN4BG+CEO7TvLPqYA6QVYE8ouD808XeV4dc"
    "LlnG8AwLYk28IR3ywKYr2ysd7TakvQcUKFQUwCnf541NcnszONMj7Hrn9LrsafB/qZtnIe"
    "LXxLZj/pvdmE/k1vjnyXXplej9l4b+2w0RR/qU90epPwFnGA9ZaMKXBypqXPdPTwFlP/jU"
    "T/F8oWzwIbaFyciDFRyxGDielJGJAZGAhYaQEzEfzuEEFNO8UccD2+mfUFV2NltZA5WqO5"
    "2ElGWUiT8v725+SMCTIsjz6sy9oOCsbdSu4AITiBEJz42Uf7O/ZItRkunIHhW9iVOD0qD2"
    "t9pa3tPGFP5hSuIrD1TEJG0GtnBJ1eAmiHJb4/Js9S2y6+mPQuqZVrumhBrdxefzb4TC3c"
    "6F7M6r26HuqzMIPTWa3DamJ6tUfN4OEwvMp+v22rktrJDkCMwxVSckvhBxRcdFNbVHKf9J"
    "E+6Q3PtBh/Syb6VJ98ZmKhhgh2H1WRSlwcIyuVDPyAUiGxISUikhE1BinJFHlLxqPhgP3l"
    "ENuK73R0QWSa08i2DuLBG+R53d8pQcjGnkFntCvspClAISNKZT9NJCxuM6M6Ui7pZwQyVk"
    "rGdC+lpoexwPR/SSPj2tYLF30cm/q1Ot4IGzBZTuJW0Zz3JyJjN6uZO7SG1wu9P7jqDd98"
    "3/1Q8P0kmsF374rbv0/3b5d7GlEl1VkY8FvBL5uLkhwXoS1yccgwzU6XZ23D5MjmoIHvnS"
    "uHReZ24MUuBgHv/RYW/PYCfnsfuyuOH6oiCJgAIAtJPP5nI7IM0JIzxeu5KrL4A/oqopI0"
    "EU+FPjrTMLklF/qZZobpLyzzRQ0vBbJt54mVnVOdzuX4uCtXm20wLDcCy01MX9hJZcFzDt"
    "UhP4s+IPtJLvapk3+HyMMLJbB1CxCDQKg87uVkomeRRrZFGHhFK9prsW8Jwk5NQspNGR50"
    "HZlcpzB0h8J2WSXHcFRkPfHAMOV56U8Zph7w2pd0eFXeB8zXSvN1mztxN27FPVrEPt+dyx"
    "zugq3iNghYuiXO8HSXiFi/S7UJzSOblLF66E6Vjo9sg2rSD/TZRBTFbSCcecAnN0k28Bxb"
    "5IwOPhhI5pPs4pJKx6rM1iKyNXGhsgThaK7dY7GJWoDBFN0+ktO3sbGgrzBPXdtRdJ7BgZ"
    "YhW5Irzn0RB9zLlP3DmT/NTyyCdlp73SygnVY51c1qrATttNoodYF2WtxD3T2OlX4ewy9/"
    "meDIuceZC2mbrFn4rxm9vumVdWJz4s/kLUiuJnPjEB3IrkO3384+ZNlh3TrdyIzIn1ivKV"
    "lnRDGuxt4NDXka0p7uHRuf0X+srbkfuFizPI09mandPWvh/bvawnFXyNcQMbUny/Tv33YK"
    "bO/vri9ojRaRIeoUzKKgTdp+2qRFkhUxm1JEI8ozD20xhe+PgCa9Gd8kF/j+VGmH+NwY5b"
    "lFkFsWIktBxXyT5/hAuxOjtWpZYFMwO4npHD4fjHqTr/xZnIzP6kHnX2d6jzIvoNgcYpee"
    "zhEhNbbp3Lh6+7QXQaB7aEu3xUMoKCewrhwnYsnqdYW5z4CAeiHq1VnVL9EDrnFM7dawXW"
    "v6ggIMOK+23Uu61FmFcEThi8+KhJNqj7ublrUIKp/0p3EupLIzHs5tPDDhcG4jdGlTukvb"
    "aZ3jdyQ/1f4Ko5Q8JvOERKFSjLVWfgokVDRWzGo5J64jo2SXcyI3rFvHORFbO+CcAOcEOC"
    "cOZznQjX61dnymyRoPmKMplJPPgYIIJEQQVv+jsERa2Ee0jQU/kbSfyHFN7BpSCxEHCu8C"
    "ODLAkdE0RwbzDAutDBtAI7g99HqwQJYduEKEZyBQzyTOOP62tqjFKnNkWQ4J9UyqORIKMU"
    "kZEWdgIF+V5etiP3CJEbicVkFV5nQWBaunRKsm8MM29fVSyw87wYuAmLvcsNlR3TpeWDcE"
    "gBMWnLDghAUnbItEoIATVjHV6Tg+WEiWPLIAwAMLHljwwKrLLXhgm864F8znGJsy/rkCFH"
    "x0qjkRwFfUCjGr4yv6hKorCdPPuzv8Q0sEpYOtdQxBNfgxbWLHs5J+V3nyy83hDKRJzO+t"
    "bUr4XwGdNhkPNoSMcy3t7EZXA04lZs91UVkD621sQQbskMjXEkLn74uAhJ497S6wbLopem"
    "/Z9/2jc3jRRIvFv/6tVMOCQep//gU/V2kavJG7dI6CdxvUj5aqH9AP5WjKh2A8CmJQL3C1"
    "0YfB7tq1RNu5FYDQ0q3If1VLt1zwg3hPYscjpQiY8pAvBS2h99ES+rVVVvLoWHPcZ0HL6t"
    "6JvJE7VdYIQ2dqCKrZ6JjJWbN8T3NxaLo77vNfPC2MXIVVsXG3YtZ92LV8TIeehcPpdqvd"
    "I0/znxwteje87X7H+775C9RoD9u2hCqXg+1HmQOtuvOMEWevKxVCMrxJyvT+/EnB6o6nOZ"
    "SymQKAT+XaMMYLf429QWhTAP9FS1dadbY9NZaJoxR2i5/AagL5e3Ag0V+7TTzLhtPpHhhS"
    "P6CPieIE8rw3KcaqbFvTn/x5POjrVGeOVvlb0p/oF4MZA9Gr1FA1LZ/aQlESmmj23Psfaq"
    "TPvS8ac2n+HPsoLxBQ+0DtU5XPtYsfLSfwDGFiOcgGZeFD3PsUvZuW5wVSzs0csIG+zRPx"
    "ZdZL44SM/1fO+CfYNyTKUvIwKE3xqYgkaMzDgMal63ieDJFFIFBZenbZz9PxqGTlLD25zL"
    "TmvvaH9prZYMfhjpFRrZoUtZDCLsducK6mf/UR7+omyx3arRmEW8WoQ0Xh7l2MXzEOt3X7"
    "FziEFSh4Bk/xtqeYNeARsHqT4eBM4J37Al73Yzp+k0VYOPSUw4EAhASgzh4/xOYSuzrx3c"
    "q08K1hu/Z2OwQYdMN0LYiotnWfFPepgTPtBJxpKmqlrdk7WhW1ve59vdJHszMt7hx0Syb6"
    "5c3o4kyLeuDdkovB9PqGRXDjc1PViN6i+ZzveaonmwxcafHMBv1f9NmUbm2hEuDdkktdp3"
    "8uMKb/nvV+ZX/46Bv762bUu74eDnQqu4BQ3cG2cCq+i438TDUECMkox88E8vFKVgIptEHh"
    "5QNL4UjdBID7s/DcRLo/L4XZz+OAf1n+8/XsghruFhbkICsH6HMIfQ6VznpQPhLw7nXXg4"
    "aUklwhy67yf6afd3c4Pld0JPg7W+rvnKPAE0rc3AAasdIeOnOz8e6v8/H4l8Hok9Efjy4H"
    "kyvmJkk0fEr9wnJXzIcynlzok+yYyAjOjIjdaMZEvxqM6OCNP81w8Yo9s5uOuewNhuwmyQ"
    "jWJzZ/j9nNZJQdER1Ikx3T+9IbzLJD0BOiNrm57b6L/t58aXR58536Z3Y3Ok1Gn9inkW05"
    "v0dkmfm0N+rrw2HmcyZvO8TH/qnsmNhTlRs16Y2ml5TC8SX9/3AQc1IvKIfOgp2asLmT8W"
    "lAvzO5ibG06BduPpvofZ1+vPkOyssc0xEUfUlZNzbOsgVl3Nh4zD5Tve3yq6FfUQrOtEfs"
    "WotnA7NthLHDZsZ1bzr9QoXM6PHofdfI856ojGU8ZR8/1NF/PpQrQB+KGtBRuv6AcQQOGn"
    "DQtJj/I/nngfvUwSXpFwP2X8j+8YPvIIeEy4XEIlQAggRkJcBysgNOn9p6BmCKPpwJ2GFm"
    "UOwxErEDmTlF7cAzLcbfkqk+ugiveJiYyZVZ+GecJDFN7CmPWSCfep914+b6TFuiR2wEax"
    "aP/2U0/jJi0fgH4jwRNeLuyPfxau1zpFr6PmUh4FfdKiXG33yJ2tYMrHnnkzSsaV9W3Dby"
    "fAO7riPUHzOPguOAxF2RK+x5aMkPFt/cDC74vOdRBd6DwDLfMqw6Dsl90B95mKJXJDv5w1"
    "8KfUdhCfNCh7H4qVoprHk71omItzR7XK1IL/3vrmDvZki3RryXXoOQL4R8IeQLIV8I+ULI"
    "t/EhXzhn7pgpsQufzlLJGAwH3BiX2YHlAMZpuUCaa5yaDsESIs/AwDgF47TMOB0zLe7csn"
    "dZqNvjujvM1Eg/vIsgx7NVVSmrBMMVeswe0myl340xZ9copztFQDhGnG+2LSCb0mkKzfEC"
    "DJiXOCvO8oWOokzGA9cSXLNKR1esui+FNIHxvKejjqOj3M+x5eZ4RHwDu3wyp4gmkHuI6a"
    "yY7j3w8Wqn4p0Oqqd1s24UEB9qqZqtisVz7IW6TRUyQH66JB61hwYIgl05Yq0SCIBd+S1A"
    "xOfaRaXcZyFNYn5vec3RIk0psoUs/AIM1HRxqzO7Nos6EXlYkIG4DOjv9o21a8057Ff0Rs"
    "rDoD+SF9z5jh/91tokZkFAoWl5oU9J5qwdDvY4hL5WZoIwmwuMZYjMw1rOITsKi/24bQZj"
    "Bkq2pgysNQxe6P3BVW/45vtu5BelG5Hlh7852aS+e1d0i7LJJslxEfpink9HDXgJ05Irwp"
    "7PhDsdrht3sp5Sa6tF5nZgYo4zYQeLWWDbeWQKpNRsLADbqYAqFjXaGTESiBZBoKilgSIX"
    "s7oDwrPoy/0pORBkZsl4Uo7Rvk410qF/Sz0RdNZRt5WOmBw610m3lnXSrSVTupUp2uqPr6"
    "6H+iy6ulrbOCygypQyZUqY9F+vB2HlEv62tlysyLkpcfWXrFAzcJVXs85oPNIpkOppt2Q8"
    "Gg7YXw6xLaLI+UPQ+P21G7+D6xhcx0qZlOA6BheRKhyCiwhcRCpuNKJ2XgEIrTplTb0Nka"
    "IVOVtAyBYR93FsSPSxu+IY3D9PqTVaTf8GWVxNrLmv/aHZlneC70KFHBgl1XIoUt7NFyOz"
    "G5TLIeoEsi2J3StRBtqYzg17SwoMKfIMbkemc8exMSIVZVEbYIHYO4p8LWYTP/dhZ/f5eD"
    "zMze7zQXEZubk61ydv3hdi1Zzk4uAZu8J5gHkUrOkytX/ER3NfmPkiDriX5z5s2SRD/gYI"
    "7Muzv6bMSU39DRDYF2efOD7mKC4VfSMSALAtzrZNmTFeGFMp3kNhOXR+Go/GN2FUiz6iE7"
    "hp/8C0VaAqoa6Q1/CABV4UQEA2mXuoLJuks+KnMPaVNFVcRjGwz/rEGA6uBrMzzXmkqp1t"
    "rSy/Tr/GaMSFHoc9o89NHIc+o0/Z3ZOP2N1vSf9mMtFH/a9po8gkepX2ijy/+UofanPnSO"
    "WM76zGDIoit55EP7E8ElqKqdZSrExTNxaOzfWL11PYM3CFVwpld9Oc+v0CURTxIAsJn2S0"
    "EMv0UswhYe1Tee2jm7XHfv6WiEsdnRnE4fyb719JlHv3b0LP2VKqm9tzNlibklLPI0Hqqk"
    "tdobqGwL9zvlUWNmRGdHdVNoRjw2GNqmyo84ZAaUNHfOFq7IJ1IgtULeUuOkhYxIBKEY1I"
    "MD60zeQFd//Bc7E2wikEKJenXDhzLI+DIiHpzLEjtfBTzCdwOO7VUUGvkedd4EdrjqvU0O"
    "KoXaooO0mJyocBoNS2pfpoJH6RbTRFwC4q3zJOsgso7KEv3EMtzws40718tUnGN4nzvTlh"
    "14F3Txf9Byxk+uRRsIrIhO/A+w1+0IMroWHelM7siWo1tDhutyIanZMamiqgirZUFV27zq"
    "NlYldoK8lgYCOROR0qJtAody7sZt+o8DGAGGpZBezI5cglLG4abGGbpKse2D5wAn/uiJWR"
    "ZCAw9yXmfnJQuIQyW4CCNgvabG1tNt67hg5dWSvV2e2BO/XZZF+0naVhkSNqtKwzGDbukX"
    "fP21MIcsu68+RwxSLQ57iM5aTi/1VbQ1y0vHlp6Kp2Phj1Jl/569o5p8j5/OtM7+3QcO9c"
    "54m1yxOXRxG5L4mou9XsVybZoi3BvpIbAGzuEpv7I3Yt+mVCRl0WA6TLFCZSao018jmLTM"
    "U8z4KAdgnaFaphOiVRKKS2luZ6qaO3TvCC/pb7GQufVKmt2+N2aa1uhIgiM+CFbakXFppA"
    "H833tEAry37mkn9zM7jgU58DFcgPAst8y6AnKIIKNqP+tNEWkF3cw19a7BxI1zIJeyuPA2"
    "urqBDVtbZAJWqsSlQ4OUCqJsuD2tWTkK+LH+mCKOehzyJByipLGZKKyhVCCMO8mjkb9jGa"
    "hVd2GLRbI7u7TdoQk20VCkZt+4xaSK9QxMSF7Pej0i/RQr/tzfNV2ip9drhVtP/16f5XvV"
    "tyB+/eMENYvF+GneZh02zppil6PsGLjiU4obUBysKaMvePXloN5EebDvJ4zTPq9Y1N0Sov"
    "PJ3ZpDeaXuqTsKNvaFMssBs39R1MpzdRU9+w3FCRlqzQqqYxXj51lNgpRpVenvTzXaqqR0"
    "eCbtpS3ZRuvFRuojLIomC/lt6vPSzc7SoDUXmXVtY8cOliLkB3PByolmlzRfcVg2qdd2JJ"
    "ywUYUC9FfeRmf8Cc07p3Li4JDKiXW2BEac9AgPKXLTTiM34LCiKQEAGaz7EndIRTioCTDu"
    "rxrZLtadvYrbY+0xHdnfYnG3tEC1SNTG0wRjui506+6LzJti/Z9LsxFuv7u0EA4TIdYhzP"
    "R7bwaeUFGOyWEk3eLF9IK0zGwzSXOhArIL7L4ZtFocoC3htIIyjPB5Q+1IgnfSgNJ30oRp"
    "N8em9xr0oeBYuIRAE+Eu3qlSKAb3G+Lc/wVsi2jbvAswjXujx3HBsjUhIn4uGLBWj0Bq+1"
    "vmyuHLgAbTwe5mRxPiiSfXN1rk/evA8FQwdZfkl4wiKPjjXHxtrFC+ubyMzfRh5uXe90Gv"
    "ICsBD/74LHkWcxB6T8ZtZvCuvx1DUNqpJYnDOYqxM3ttFQqaVaDgecJQlnSULhG5wlCVI/"
    "4XLHqWOb42B3D/Xtcd0d4YgnfHfvOA+GR5GGExy/mboqKdWtDVCoM+ujKqRf8HPVlC8M2j"
    "Xf48qHB/zcwCRQmNcV8zp7/Mydbc35yRNV3X3yOOju09XkuvuA3twWDQqawbTBxaCaxrBb"
    "XRDRFRqoJ0CxSB014Y7aRfQphW2RPA4KRqQLRlQxBVtJfmwoMahseXkGC4KQFoQa+ZqtpB"
    "6ZK8sXjcSnoAOG35Pd+WSj72Fpgugsz4DgiPoXLvSiiZoFGOT8yOT8KH+o9KmEYtcu9zj6"
    "igZlG0Q7+5Plc+ORH3C2uXqNVFL0AVNwXEwVnEeciLV2O5WJPtUnn6OmKdEdbkmvPxt81s"
    "801qzxEd+Smyn7nDWZviX93qivD4fswpz9ettWpc0K9M4WW8BPwZG2Jd87boSiUu1PQKAQ"
    "ySpES8qPiCaUjAcVSCrt2SKexVM9d6U7pzhIcxYwtDa9rSWaunKwL9aeTucF4CtPD3jty3"
    "BZwLWeRwgKl2+DzQ0KQzJlG6U+v0dkKR5WyMGO7Nae/mZfRH+9uQ3PQH1E9pu/JE6x8EG9"
    "v/z1tvPXk1B/VYvgz+hz747ip6O69bL+Ijq6EM5vYzgf2m0csiyeUrN0eHXxFX0IMhiwpa"
    "Xb4IlQ/tL+mi1nHOLDB3NbQIDnBbZ1SIXhW3HfsTyFP0/HowoGU1iRR2vua39otuWdoGe5"
    "gkLGR/VKUVwUunkDid2A4+eM2HTWmLNC7/J15rHg7xRYOOZojfgdkcrtzAykSdlT+yt8jg"
    "ky6NQ0sWvFgViBOV1yB5jZIilTyMae4fnIFXaeFaAQCVY5EhwJCxPOO1ZHyjEQZKy0jE8v"
    "BQc9Iiu6g5h8O73PvcGwdz5kKTfJPW7JdS/Ku1mjOPNmOA7/ntuOp0rODWsr53KzA2Jjoi"
    "RVMgNrUZzvQu8PrnrDN993PxT2soT8794VGabqwL1lmjI6cooDLUJEi3BszsZSnnIdDz+c"
    "XvzuRJTieyxEZDIciCwSCV2q9konJFaUU93cEDskVrRR6lAxe+zEiYIstgVx6bjYWpJf4r"
    "BF1qYrcJ+mO+T7eZ2YMP5MpltyNZ3LLnrapEnkZiFlgf5YHOms/d6037vQO38eLymFnbuL"
    "wlBpZVZKcVh3V1pKCoC0lJampTiuKVHfnUXBki1d6vFg8byq9ZxuCVbl/KDOde/rlT6aMb"
    "fa84qur+zY8MubUVj/xnL5b8nFYHp9M9PPNNPy1kHkpDq+p+0E/aFrTMx4gReSkD66GIw+"
    "UQlF+Fsyven39en0TPOC8NS4W3LZG4QliAtk2dHR70yG+kaKqvhH167zaJliR3VkMSq/Ss"
    "omIcVvtrGiG78jdGLHNhKSwCSSwMRrf/ZY9nNCs7+k7idwXUzmYicoZTCNWDPyC/PHGuvy"
    "x9Jl+WNxVVat4k8p57XwfI3VJCk2OdiWs2k7nlT1ZAHXchap/rRaOz5bEkWPhOZAG7GiHl"
    "wLi9VYg66YmG1OYqdectGgjUkUntgWU2k9PHfFjnvdAgL74uy72LRcPPeNwOUcJlVOfhEH"
    "3MvYga5M8CcHg6Yxsp5EF69tNMeeMP8FIEhAVgLOk5xSXsC1XJU8UgQZZvDZURuOA//hUo"
    "w8sfrZFAEai7jGwsIZgStkKGUgwLg448QRa22XjAeuZcrxfd+WysDLI6FwR+XCHeQ9SEg4"
    "RYF0VZauiymlnqS3nwduUflPSfgkwBLvS4qC90Xl92VpUUPQCNYc+6WqeisLg+ItgeItKJ"
    "XpQKkMFE1AqQxI/bQOdA9LBRbY3VlOsBnTrVNLsIhbNUEhQfsKCeIep5Jn9UEpwQudx1B6"
    "d0TyT+AkrdfnfG9q8MJ1VobUsZNFZJPoPfSxfI6cCPI4CAZKr+crZAnlMG0AECyRCUxxMy"
    "ZvbgYXZZEpfpJkEFjmWwY7wYWmgvQo5z8yl7KGUPhLiwvHAybGPfLueQsHQW6JuzqPK7rh"
    "nv2oc35zKD2PW7du5jGdxueDUW/ylT+RzzmtXs+/zvTe6ZcuOguWdSx8mOL48lKfsCrEGM"
    "+OUuzr1zN2Cc3neO2zaxd6fzgYsWsmntsWYdeYdX8x6X0ZnWlPln9vuuiJ3BL91+tBeD/8"
    "bW2F99OjKkesTolj9GiehLMoj2ygs+hEnEO1AhlR10EZR3AWCMEqpWUM3n7w+x7Y73vjVf"
    "t808+7O/y9zMgDX29Lfb1wltEhC2soZWLVfAkAPAHibIPf5ZBss11EdDHJYoBzibR3+hSG"
    "KOk5ELAuUZrq2BzC6zllEuwBXTLzwPOdVdQWScQn07+ZzsZX+uRMS+5wS8aTT73R4J/sou"
    "MuEbF+Z1en/d5oxK55c0QIu9K7uBqMzjR2QBlRw9tieQZrj/gocTx8ioNj1gSOWUOe9+RQ"
    "Q4fvP67qJVUAwholoft889nWahthfFqojRoHChJ4iQSEOqkVYMC8OPNh+MkzHpFtmQbLIx"
    "B1ynFvAB5YlT2w6AlZPhUZdq2FNUf802urD1Pl3wGKCAT2fKosLVmhkriOtYEB3wJ824gs"
    "A7SUtkayeIV3mo4+YpFbFgBmod9bMvuJfvW9jGHxoYZd8aHUrPhQtCoC8oQIi98wzxEnUt"
    "9zXVSSJLENLUig5nG4ckbh3xcBCbvFa3eBZfsW8d6y7/uHoJG4Lx3gX/8uZvHQ/xoLx46j"
    "9SLe6QxM4TmtrPYUOkElqC/igHtx7qOTKmTiyHkk6Koq66pQatmBUktIvoBSS5D6aaXcfM"
    "YkwFU5N5kB3R1JN49sKGTdQNYNZN28tlZtO2UOwXLCsxiwZCR88HTr/F0w2SmLOWB8/GbW"
    "P5LXY/8znc5ZPzA5rF/aDiqb6hlQgfYFQzVqsl+Mb86HunY90fuD6WA8yms44Yd5p+tE7w"
    "231hOylKA5iwKea/DsPBGZ8wwzKCgali5aBQfssdUVCfY5UJAAuGEPIwmFXAnghj28G3Zt"
    "I2KIc1qEAbHg326rpxP8222UumL+7SkO80J2urlz47p1vN3sRDQGAa93S73e0SwQlUEWBQ"
    "a9tEEfv3wi5mQGAoEHCTvym5CD8NsLHIMnxPQ+PIOcc2kriOUdRQvEcol1Hb8kVFbBbxYE"
    "NNehGZElr4S0guMNAgiuQ7BHDV/DW6N5rIjW5rkIBLrrLRtPUmwXcEB2Gdnq2Ihf8N0Ue9"
    "4OC7E4qrvDPnzCd9Q6DAFgHbbUOpTqUQwdovdkG7rYl+j0WgBCq9duwVCs2+rVxI8Wr21x"
    "uXGeIiDEK26aQ1ClfAlqlns9nx/nUe0eYyIh9yK2gZI/EUnXiu5Dd+XGilkpY+jecR4usG"
    "09Yvd5h0W0PbS72yxiIDoFQpQFBSNtNY4wMdeOJXMsVB4IRpK0kbTCnkdXAmEJ5HEgAGkB"
    "hJxtUV9RTxKPh9ilhIHkBXf/wXOO8lQRLk4hQLk85cILTB4HC4z0AnOkgxcVc8Uch3tnPg"
    "9cV8ojU4CCxaacxXbih1qtqRIdm2YC0u1c66OLwejTmRbjWf+y4eBzdNBVbNKxo6kue4Mh"
    "u7RAlo0VOZwK+T5erX2OnErXwSzkcJvQu9ddBfeWxU+o2iSxtmVgUE2k9LIWveNGQHzeoR"
    "PVUt4Cg6xVlnUYCoiXO9lIQh4O8lZZ3vRWa/rrsFGmu5TuiRxkg0yEvW2O2HUdsR71CQBi"
    "3xLlzYEbVYmvRKZyAQXTGCo125tUoFwIUo/DPDVCkPmh3ZohyCSOBBHIlkYgoRvPEb2jgS"
    "t0kGE8HKIwMv3PmTtfrJV/CjlgC//jUb7VrB/OVjvwuR+m5bHfbxpUq/J41Xr1nOmc2yhs"
    "T3XGX8JDBsMt5ZZ8otrcmbZ0CI486KGnnbnQE0/90X3oUXK8yLqdImDpljle2cWPlhN4hj"
    "jzHKjCr8KpSEDOG156E/CSquwljddew7MIr5KlWuZbYJC1yrKG3nkdcByC4xBavIHUT8td"
    "3MOuNb/v8B3E8YfdHS5hlA5Txg/cFifwC7ecqt5sJTs6cyWIbumnaa4WTgr9/vsaDgE6qv"
    "y0UPZZIa2OvlcCDMfDG8ju+3fv6rhb3r0r97ewzwpqlEN8TDi76c/T8ahEf0ohxW3Umvva"
    "H1rzXLiMjGrDv2jjFzZBdoPzYzel+fP/ASM1Qw0="
)
