"""Accounts: when a user's sessions were last ended, and whether an address is still unproven.

Who is there already keeps their sessions, and has nothing to prove.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = """
ALTER TABLE users ADD COLUMN tokens_valid_from timestamptz;
ALTER TABLE users ADD COLUMN awaits_verification boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN users.tokens_valid_from IS
    'When all sessions were last ended: access tokens issued before are refused.';
COMMENT ON COLUMN users.awaits_verification IS
    'While true, the user has yet to show that the e-mail address is theirs.';
"""

DOWNGRADE = """
ALTER TABLE users DROP COLUMN awaits_verification;
ALTER TABLE users DROP COLUMN tokens_valid_from;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE


# What aerich compares the models with when the next migration is made.
MODELS_STATE = (
    "eJztXWtz2zYW/SsafWpntBnHSZqsZ2dnZJlOtZUpjyRn09YdDkxCNtcUqIKkE3c3/30BPs"
    "Q3JSCyBIn3Q6cRhENT55IX94WL/3Z923zEvk3uX/UDy/ZH7v2Va2Gne9b5b5egBWb/qJ3T"
    "63TRcpmbwcd8dOeEOMRnG44bjqI7z6fI9NkXc+R4mA1Z2DOpvfRtl7BREjgOH3RNNpFfaj"
    "UUEPvPABu+e4/9B0zZF7//wYZtYuGv2Es+Lh+NuY0dK3frtsX/djhu+M/LcOzcvh8S/zKc"
    "y//gnWG6TrAg6fzls//gkhXAJj4fvccEU+Rj/hd8GvBfwG8w/rXJj4puNp0S3WUGY+E5Ch"
    "w/84vvjHSsaxj6eGZMtZlhdAU4Ml3C+WW36oUE3PNb+NvfT0/fvHl/evLmpw/v3r5//+7D"
    "yQc2N7zf8lfvv0U3k7IVXSrkbPhxqM/4DblMiJF4+cC3EIN8FKFCYaTsI7/M/gVj0LcXuJ"
    "r/CFHg34ohr5J/FKWRcN8kjmQglUf6GO5CIBQja0yc5/hBaOB6NrzSprP+1TX/cwvP+9MJ"
    "eevPNP7NaTj6XBj94acf88JZXaTz7+Hs5w7/2PltrGshva7n39PwL6bzZr91+T2hwHcN4n"
    "4xkJV5ZpPRhDU2MyNl03epIfqmZVHr37cKCce3poyAd/jG5bjn91lifoa/1vMeIwqssx9z"
    "gO9V03ukfZ7lXiH9U38y+Lk/+eGq//nH3Gs0Gusfk+kp3fpgND4vEO4Fd//BZoVeq2c8Aw"
    "HK5SkX1jB5nJSOUY36/SgZ/ISJOP1ZFCh4We7v8NyluMz8v6ZjvZr3FFE0o2zT7/yv49je"
    "AbLfQCSnolnpFPVLwQbiFygqHTT3MRWhfQUA1uVZN11KsYP4bVbqm/pFtoyUWmsPh/+tLb"
    "Xcd54/Zvw3PnCHzMcviFpG6Rv31K2bW/5qcboojiCC7kMi+S/mvy+NLpy77iP7f1MAIjel"
    "tyb+cBdN9iD80M7wA8VzTDExK5bPekWSA4G9LmGvBx4WDwdkQGCpH5qlDuTzEZdaEg9+Fg"
    "Vukiz3fwaI+Lb/XOa+lvgs5Jie+tPXb9+//fDmp7crwlcjTTyXOfVdHzkGWrgBqYrjY9Ne"
    "IKea2yK06BNF2FfxNQ6Q6wYiL7TB8Ko/+uH1295puISyBdT2w9+dLK5vT34sOj4B5UZHxf"
    "M7eEC0xuXJYI7CUGHOwVfDweTef2Af3zRwnBD5puhoxl+c8m8KUUQf+YFXza9GgkXI8ZDd"
    "D4ptv3wscYXeHdPdJSZW7NMI0N291vSLof7xrBPjb8lgrF8OJ1faxVmHUT636QJbbLSvD7"
    "TRKBzlP9px+OhEu7zRL/ggs4QDdntsTPt8PZzwIfx1aVMcPYqC4nz90wbyfF1MY6UC5V8V"
    "QmORe2fwrKBonrGIPcKM44FkGBNOGlOM0XPnGeIJ5TxyC2JWzNw6JinbnsHccsx1ToUN7b"
    "oORqQmbpJHFsTMXvYXszFWI7uV7fl4PMqJ9XxY9Mxvrs41plELJkjZzIvUvGEFFUq0kfQ8"
    "EDgX4PwJU68yb1/rrWQQu3NWXh+Ip2JSzH+5xPKQRx6hFXDEdUfB0pKUeh4JUldd6uqkqA"
    "aI+he2Z/LARlOeqjyvtyZZZTKEYcWQPaas1IjeQ/aqmzwLwsIoAI8ptrkDkaila4Y+XqzT"
    "M+mcjXQMM0oXkBJvqVJRQ7u3RplAblYR8iN9GEKFRVDGgiAgUatQ+MPDiKuIiuRWn1L0XF"
    "MdnwEVWN2wVlUuqfWPeUDCLSidu8B2mIniveJ/75+CWa6tBPTCJ/b3PyCa1NK4AkST2ih1"
    "dTy8TSJJYlEkBQJI4ODt08Ez2WNS5r9p34QFlc6ylc7uFyJT8ZlBQcWnrCPxyH5tmffNqr"
    "kSrMoPffdamww0fcbLuKiJiX9LLoefeRHW3P6qSgnWE3KqygYaa0NXmFYWhZ6qXhSqmnJ5"
    "yZpQ2Ni8P/2tQEQO5BCpY5t5PdRdiPq9eSSUVqpcWhnJijmGtiMn5hUU5KyynPlqGXi4Ih"
    "Rcq0yzkCNSo1uLrif8GMwO5/+o6AqxltscFkguk8y4qbABmjLSO07EnRwIkRZ2sFwYO48E"
    "Na+ymof68a2+NJDxq6f6uHI/kPFro9TVyfhpPHbUlO7LTOityfWFcShI9LU00efbviOU6V"
    "sBVM56KJvqy96mAOkF2DFE5HfNPNNyVTmmes5XAGBbkm3hgHwWdUThDUhpN1VyuqHBICaB"
    "7mCsD7TJLGxEYmLq35Kr8aehdtZZuE82viWzn7X+bMI+s4sjn7KR6fWYz/eWLp/NW5loE4"
    "1dJOplEvXquyVjBpycddJ72ntunJv/RmL/CwVissAjdC4OxJnYKBCDiSXVlSSFgYCVFjAX"
    "wV8uEbS0U8wO9fHNbCCojZW1Qky0RKbYLpEsBHaJVFgXS2pXdcJtrNVaYaBWC2cNAUVqtV"
    "QjFRr45TUyP2vnCQsq5e7FpH/JDF6LojkzePuD2fATM3aja3ED+Op6pM2iXn6LZZizq+7l"
    "p4YZzPeZxZFLKbml8B0KLrqoIyq5j5quTfqjs06M590Up9rkU9RN0cP0SRWpLNHzAle1dd"
    "1MKhn4DqVCYptKRCQ6swsZyQzJfER9NOSfXOLY8ZX2Lgh++Si8L11gUgU/oiDM9rbJIgd7"
    "BnuiqbC/VoBCcYTKLlskLFwVS9tEyrgykAYyVkvGbC1lrokxx+y/ZD+MgGNTid+Pk/NSlW"
    "Xb9nCylMVbkr6D9MwVWkf7OwHWfbbA0+oG140N+DMw4HcNvzYxncCLPbVC0qupAW4JCz1w"
    "BXrguvQeEfsvqSNT8shjCvftehdWeFBH9qC0DR2PMhBqsavJTdwzz3VEStyrwUByNckU15"
    "SJbHBMTQbbuqXy9QeRtTJ+GB+w2JNcgMEzDJs22uizwqaNrb40sGmjnurjKt+HTRttlLrA"
    "po3KrhJehTtzHsMvf5nEh4VXPAvpZoxZ+K8ZG1/tyDiwZ+Jb8hYko8mzsYt9LlMTEcbW2u"
    "0uuXm9TXa9GF4Egd0vLd39As209xg0gibyLT2R4hI94uuo9KNJqZemrdPpcwYw4poSUOkt"
    "VekUx5s5ykKoL7XOgY6ihnLXpda2hRdL1+d1qMYjrqhfrSe/AgoikBAB+9PEQ2FTfPFWeC"
    "UsrK7Sho1LLWakSCmiCii8CxLvAlrw9uWCeZwU1Mp9Cm9hn4Ji+xSEVMcKcBTc7lphzJHt"
    "BFSI8AwEWgSIM46/Lm2Kpba95pCQrVQ5W8nccRkRZ2AgX5XlS7EfUGIEtKIhcJO/nUWB9p"
    "TY2gxp62N9vdQK1E7wPCDWujhtdlZvkzAtDQEQpYUoLURpIUrbIhFAlFaRKG2cKBQWQh4H"
    "ApAWAMRoIUYLMdoD5hZitMfOuBeYJsZSvQkLUIjiqRZmgGhSK8SsTjRpmHqQv+DnpohS1c"
    "zemqhSwT+FyFJLI0tQVby/xuNiESWIIn2HKcxuBtMltasc6HObIPpcYxDngcVWI89+dILj"
    "8dB/zsnL0s/YPx/q/cmv1fwn87Nr7/mvM61fjF4Q70tVj7365z1FwCMPGU/YsnkA52yNsM"
    "W0pUZ82mivlqatM1adEGBghrAxmKotNVXFNdnRarAD0VgbBVMgw6eKP3JQByGJ09+97v96"
    "pemzs06ck+SNwi9v9LBNOC+v6W4mnBfuTY1MszrRt5kkMnClhTEbDn7RZlO2kEWNqm7Jpa"
    "axj3OM2b9n/c/8g4++8k83ev/6ejTkDd0DwiwFx1alo3u0AUm8laIFAZRtbRyzfbyQlUAK"
    "PaLW7TuWwp6aQgD3Z2GvW94JVJj9PA74l+U/0/hI3HYtYUEOUBsFtVHKkrr12ih1Andjbg"
    "4NmTXUFLYrTOqtCdqlJhZE7FoasQPvqH12OZCviGEIguju10MCAfCRPwNEfLFDhbOQY2J+"
    "a0242e/yDZmThfPAVro9QodvBXfhYRWCLGdhreRYxLW0bC9MWBhSPnwFun2niYjQzU+Bk2"
    "I6DwSS4fi47RIsenyc1EOcB7aOY+GHODxnz8Ki53wWoUB0I9HheVhyz3MBCtZGBdeKhVnX"
    "hlgFwqsQWW1pZBUawuylqB52S+0tjsR7AQQVhwttVhWXonf33HeXmFix2hYqU9T0i6H+8a"
    "wT42/JYKxfDidXvP6NyWJu0wW2+OjV9UibRaOLZXgkIRvt6wNtNApHORWOw0e1z9fDCR+L"
    "moEqUj0X12HKCjUDV1mbdfWxrjGgS/AtGeujIf/kEscmWA0xQHb/xTufQCARAonH5bVCIH"
    "FHMRgIdEGg60iIhkDX7ldDUW+1AISaZFmHdUWk6VpCYZoSEFqxSbQ/cImPTN8IPwuQX8QB"
    "9/Lc4wWyhc45KAGBfXn2l4w5qUd/BQT2xdknbtwSaFPWVwBgW5xthzFjfGcUsXgNheXQ/X"
    "msj2/COC67RTegPLQb7WHXVrvYVQnuwoFVbejeYeEw7yAh5TwSpKyylJ8w9fjPL4m41o3M"
    "IHaX9Hz9QqLcdv029Garp/q4erPligeWlqTU80iQuupSV6fi7DqyazW+q6+p8Kw8r7em/i"
    "w51yXcMAh1aC2tQ1tS98m2xBq7ZjFHUTqwa683IdCo3+K7nn2jYacviAGOJlNeKWXaDAS+"
    "6YqF+TMQePYlnn2KTWw/SRmzBShYs2DNbmrNTvCc/ZSHmfuISZM1W563zpqlEYJZoAwC1m"
    "xLrVko79/bGj5HC9t5riT/5mZ4UVNKmAUVyA8C23rFoQcoggY2o8rjaAXI6vbwlxbLrZgu"
    "Mx6Q91D1QNefeZLHwZEnRQtp0yNPFEqAHZA0VLKINsqNMP0vFdP1IPd1EPKl+IkpRDlPJ4"
    "sEKassZUjJ1RuE4M6+jDs7ZQ9Okxubft9b4756bCZ4rS31Wp8wCcS7TGZR4LdK+60eDoP4"
    "IrHnDARizzKxZ6bMBeiOpwPVMgfas3XFIMHiTizDW4AB9RtSr45pMgv/1WScZGesM0/iI5"
    "7AQGmngQI9mKEVfHvJh1bwiggCsnt79JKQuP7JgGAX+ndqH9E96AWYwnvilDLg81Wa4v35"
    "oTU//xMbteY/vHaAFLO15AknUt940+dEm2qTT9EGz+gKt6Q/mA0/aWcdXkL6hG/JzTQ8HN"
    "er6wDY3UxFvfCWUEiViqklhbIpm6fC7yr6CK6xsBIQLPOyy/x95WkD9et7Mh8WdokGG5Aq"
    "bkmqGHZvtlHqqkXhZ4zB9ZH4dFZvo2h8LJgehOTbGJIXbYv2Xe3QVNNXOzcYGDX3Lq2wix"
    "uacWUwYKTJZK53XpfRcsYh3vWS8S4TLZEpdoxqFnJMuYutteHxkIM9w/MRFbbpC1AIS6kc"
    "loqEhUlVd+8NpBwDQcZKy/jw8gHoCdnRFcTk2+1/6g9H/fMRj/8n17gl1/0oCbBEcRpgNA"
    "4/m47rqZIA8Fyn4iWszwDH03e3er1UK/1tL10PWIjIZDoQWSQSOhtulU6IjddTfVxRUoiN"
    "t13qUFW644BuKTFRkEVZEJcuxfY9+QU/l+zfAvdpOiHfA/LAhPEtedyS0fRZpujLKg2Rew"
    "oZC1Evav7FoD8d9C+07rf9JX3S1nCNWZ/itN66tE8KgLRPS9M+4aHhwio7iwKVLV2j82hX"
    "RaA2C1AkWJXzb93r/q9Xmj7jIYiwN3ByNkVyMoUiMYjDixRt7SDp6c1goE2nZx0vME3seb"
    "fksj8MK0XnyHZUPk0EGg3vI6UX9/hesGXeFesyXEJCSlWcf6mjMuGQzM2TqnDweVFzb/ng"
    "82QRkTv1tQINJ+w2PdBstVssXZ8/n8YjFio4qoAexeO9+zKYuL8+e3gx1xRCdXbVaFg7JY"
    "ruHJsbIB42Ka7QOw2Vd0UgsC/TH96yKTZ9I6BCJ8AWccC9jNVOZQLzORjsxJKN8uwpKwLc"
    "n+210QzwH2pv5InVXKcI0PTimp4H7QIqZGBmIMC43PHeInQn84FrmS0cvu9IVZXkkVC4q3"
    "LhLhTgdaEAD0qxoAAPpH5Ym9NvPEybCpTS73trKpN4jz0oSWppSRLsRN9laJBRJpaPSADg"
    "wIizjRfM2RZhewUAtsXZ5quIqDLJYoBziQAUuwtDlPQcCFiXOQDDqSB8s/rFBLvD6kUz8H"
    "x3EZXhiZQvDm6ms/GVNjnrJFe4JePJx74+/I0PuvQeEfsvPjod9HWdj3kmIoSP9C+uhvpZ"
    "B1kLOwwU7L+A0faMqFlnhbHpMqEgUmNtZnHFwzgZ8KXElliiOz6Lczwe5d6X82Hxhbi5Ot"
    "cY94WamHIkZIk874vLHJ3qE1CbahcLQNBRErbPV58vrY5he14gVrZbAQUJfI8EhCp3CzBg"
    "Xpz56BB54wk5tmXMqbsQDcpVXgDSGCqnMdAXZPtMZJjac9tE1b3HGhf6mivscMlfjRzsmh"
    "/t45SJg+eR8K6p/K5ByrALKUNIHkHKEKR+WCnDT/zM4aacYWZCb03SMDy/GLKGkDWErOFL"
    "+7OOW+fQ1BOexUAMQSKGwJbOvwSTtVnMDuP7N7OBYGhfWdbdL0SmP0oGBf1RpHcPgPMOzj"
    "s47+C8gxsHzjtIXTnnvY+pbT50qx33+MveGqcdpdOUcdrb4rF/55JT74vXruj1TXTql/TD"
    "9MjzxUOn795tUD3EZtWWD4XfFXpBsfdKgOF4+hGy+/rkZJParJOT+uKsk3InKJf4lR10/z"
    "Ud6zX2UwopLqO26Xf+13Fs7xCdvwZyORnNPnfRvS4sgvwC51WdjHe5qn37P75LxRs="
)
