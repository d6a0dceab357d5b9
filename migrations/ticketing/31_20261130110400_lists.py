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
    "eJztXWtz4jjW/isUX3amirerp3tum9raKkKcHnaISQHpmd7JlEuxBfHGyIwvuczu/PdX8g"
    "VfkI2lEBDmfOl0jB7HPEc+Ojcd/bcb2OYDDmyyeNcPLTsYuYsr18JO96zz3y5BS0z/Uzmm"
    "1+mi1aowgl0L0J0T4RAbbThudBXd+YGHzIB+MEeOj+klC/umZ68C2yX0Kgkdh110TTqQ3W"
    "p9KST2HyE2AneBg3vs0Q9++51etomFn7Gf/rp6MOY2dqzCo9sW+9vRdSN4WUXXzu3FkASX"
    "0Vj2B+8M03XCJcnGr16Ce5esATYJ2NUFJthDAWZ/IfBC9g3YAybfNv1S8cNmQ+KnzGEsPE"
    "ehE+S+8Z2RXesahj6eGVNtZhhdAY5MlzB+6aP6EQEL9gj/9/cPHz5+/OHD+4/f//jdtz/8"
    "8N2P73+kY6Pn3fzoh7/ih8nYim8VcTb8NNRn7IFcKsRYvOzCXxEGBShGRcLI2EfBJvsXlM"
    "HAXmI+/zGixL+VQN6l/ylLI+W+ThzphUwe2TTch0A8jKwxcV6SiVDD9Wx4pU1n/atr9ueW"
    "vv+HE/HWn2nskw/R1ZfS1a++/7oonPVNOr8MZz912K+df491LaLX9YOFF/3FbNzs3132TC"
    "gMXIO4TwaycnM2vZqyRkfmpGwGrmeIvml51Pb3jSPh5NGUEfAe37gC9+w5N5if4edq3hNE"
    "iXX6ZY7wvap7j7RfZ4VXSP/cnwx+6k++uur/+nXhNRqN9U/p8IxufTAan5cI98O7/2CTo9"
    "eqGc9BgHJ5yoU1TBEnpWNUo/4wSgY/YiJOfx4FCl6W+zs8dz28yfy/pmOdz3uGKJtRthl0"
    "/tdxbP8I2a8hklFRr3TK+qVkA7EblJUOmgfYE6F9DQDW5Vk3Xc/DDmKPydU31YvsJlJqrT"
    "0e/ne21DLfef6Q89/YhTtkPjwhzzI2PnE/uFVjNz9afliWryCCFhGR7Buz75dFF85d94H+"
    "rAtAFIb0tsQf7uLBPoQfTjP84OE59jAxOctntSIpgMBel7DXQx+LhwNyILDUj81SB/LZFd"
    "ezJCZ+HgVukiz3f4SIBHbwssl9JfF5SJtm/Ydvvv3h2x8/fv/tmvD1lTqeNzkN3AA5Blq6"
    "IeHEu65cgl/4zJaBZY8Im/YSOe8u4p9HyHQNjfrNlTYZDsp+Tegxm4IzPQf3yKvwaHKYVt"
    "gh1PZ/NhxMFsE9/fVjDYmpEfKx7EcmH3xgn5SChAEKQp/Pr0bCZcTxkD4PSky7Yqhwjd4f"
    "090VJlbisgjQ3b3W9Iuh/umsk+BvyWCsXw4nV9rFWYdSPre9Jbbo1b4+0Eaj6Cr70o7Drk"
    "60yxv9gl2khm5IH49e0369Hk7YJfy8sj0cT0VBcX7zfQN5flPOUmUCZR+VIl+x92awpJ9o"
    "GrGMbWFC8UgSiCkntRnEeN75hni+uIjcgZgVs6baJGXbN6jXjZnO4ZjIrutgRCrCIkVkSc"
    "z0ZX8zI2J9Zb+yPR+PRwWxng/LjvfN1blGNWokTzrIDios41jNG1bIUaK1pBeBwLkA54/Y"
    "87lp+UpnJIfYny/yzZE4IqaH2TeXWB6KyBZaAS0uKwpXlqTUi0iQuupSVycDNUDUobGoR4"
    "6xVZeG2hzX25KLMhOEMaeQA2ak1AjOQ3Kq62O6OAXGPfLvecIgyKuIrpWAZcPsJcD+Eaq0"
    "On6T4oG19vrcn5wP9f7kCz9Ldc4pNjj/MtP6YFbAAnPwBcYLLmzfZKHx+gWmPG77AuMFhp"
    "VAYIGBBSadC8LCKAHblBvbg0jU0jXDAC+36ZlsTCMdY9PhUFJ1okpFDe1+MsoEansUIT/W"
    "hxFUWASbWBAEFPooFF/3qTdLZyaneqLveagyDJGBSqw23OsgVzXxj3lIoi2MnbvQdqiJ4r"
    "9jf++f3Tcie+uM/e13iCucaFwB0hWnKHWFPLx7bD4MSa2Dlx/S2+bfscEGVang3p2mewc+"
    "xuF9DEn3Auh/Jf227/NqpKo1Tzq+TZzvzqcwESEVsaKaVhkFVCuq3vfeLYNSKME6UC5P+Q"
    "P9niJ8p+OBbAmyoadYK4vDF9xdHtXvUDoeujzABu0jMjJZUb0f73lsOtNzEJjs4pPdwya2"
    "H6UCcyVoC1cQiMy9UWSuSY2XWH2XAqVdEJs7ZGzOpNNEZN1Ix4OXIbFquE9VwYvaXh5Plc"
    "EL6OXR2Ebiu9PNNvIfg2vdvdYmA02fsR38nolJcEsuh7+y/fdz+1mV3fePyOFFQ2u6fqwR"
    "0O7jIO0+VNMdb9ntAzrSHk49K1AKB3KI9a1NnRrPXYr6tUUkNM1QOS4ay4r6fTYnaNREzG"
    "soyFllObPVMvQxpwazUpnmIS1SoztLQaf8GNTMZv/htPPeym0BCyTzSY5XddGpm0MBsRxi"
    "bWL4rMWbkBNWQL3aEVOMYmE/jE2zNG4qRmMJePJMUhXImYh1ycI9ZwrfH8lrzZiRUJhlGB"
    "BbJtbCDparvy8iwUxW2UyGzmo7fWlgq1I11e1KjcNWpVOUujoFERqLvddVQ+QG9LaUQkRx"
    "fKiDONE6iMAOHKFCiDVA5aSwspUQ+ccUIL0Ea0NGc9/MUy3HS8FXc74GANuSbAsnNPOoFk"
    "UxoeKnrgWFGxkMYhLoDsb6QJvMoiM6TOwFt+Rq/HmonXWW7qONb8nsJ60/m9Df6c1R4NEr"
    "0+sxG++vXDaaHfKhTTR6k/iUj/iQulsypsDJWSd7poOXDjHz30jtf6FATB7YQufiSJyJRo"
    "EYTCyp8zoyGAhYaQEzEfzpEkFLO8PsUR/fzAaC2lhZK8REK2SKtbfKQ9q0M2t3Qc6EIMP2"
    "6cN6bEcPx8irOwql4g5wJorAmSgrz+YdxFuThF0joKAYzg9864riIzw/EJkB1USifsjFpH"
    "9JvQrLQ3PqVfQHs+Fn6lHE92JextX1SJvFRwkuV1FilH+UoBq+ButCmISHpeSWwfcouPim"
    "jqjkPmm6NumPzjoJnh3mONUmn+PDHH3sPaoilRV6WWJeyU0zqeTge5QKSQxXEZHo1PimJF"
    "MkdcT10ZD95hLHTu50cEHk6uxkqyB58BZFunbX8Ag52DfojPaEneISFCpQVPaLY2Fx6zKb"
    "SLmiNBNkrJSM6VpKfQ92Vpex3pPZ2G/hog/jw7xV8Z6wA5PnJNn1ynl/YjK2s5q7w8nweq"
    "ENhlf90Vff9T6UfO3UMvj2fXn5D+j67XEbK9VSnYcBv1v4tYnphH7iiAnElDawEE0SiCYF"
    "2FtyvPWa0HQKgNy4eFTaQWQRogVnijdz6PL4PXp0mIj6c5p+1sHkllxQP86KkrIsH6uGL4"
    "ccx33yDQ/Tlc/jRAJrtc0mGNSNgLpJ6KN/l/hzngvdhPw8eo/spxWCR0s+s+55nFcr+wwB"
    "2l6i95G3QMT+U6b/UQnZpnTkvrtsuAFyDKoXHuiziewU2wTCXjE+uWlk03cdkb2NfDCQzC"
    "fZwxVlrDUBlA3kyTih/OBJOtfusdhELcFgim62MgocbMzpK8wL8W3ZUZDDgZUhW28tzn0Z"
    "B9zL7OmAvdLtz2LAXumdLhawV7qa6nbtmoW90qcodYG90txmmD7HSz9P4Jc/T7CDKjZDZn"
    "ugZ9H/ZvT6eiP0kc2Jv9K3IL2azo19bC+/jsJ+WzeZ54f1mmw1N+J4YrMd512dYrwOezc6"
    "yO+gztO96+Az+p+VbQahhzu232FPZnXuXjrR/XuduestUdBBxOo82VZw/66cctjdXV+x73"
    "0fXXdhD3yTPfCxZEXcpgzRilrwfXtM0fsjYEmvx7cpBL47U9olAbcC6NwmyKuICuZA5ezZ"
    "SxB3QT0yWuvUApuC+UlM5/D5UO9PvvBncTo+bwedf5lpfcq8Yk1gpvEZn1uX6cK4Zut0cn"
    "wotIY50WURjq8+YMYSThXcK/XqaPVL9ICv4y07dUp9Y9g2nT6nACPZCwQq/URVuoeTTici"
    "zk4BBP6OhL9jW3i5cgO2f9h4wJxqw2ryOVAQgYQIonJBti/X5Z/nXnvOzgYWVldpw8b1LG"
    "qkSCkiDhTeBZlD35fCLfwzCLSPgPYR+2gfIaQZ1oBWcLtvfTBHthN6QoTnIFAyJM44fl7Z"
    "HpZq+VZAQsmQyiVD1NuWEXEOBvJVWb4eDkKPGKHHOUywzp3Oo0B7SrT1g9qxtr5easVhJ3"
    "geEmtbGDY/qtckCutFAAjCQhAWgrAQhD0hEUAQVpEgbJIHFBZCEQcCkBYAhGAhBAshWHW5"
    "hRBs2xn3Q9PEWOrYjRIUgnSqRREgWHQSYlYnWPSJCr0uTJR93tsSIFqgpPoeIkOnFxmCiu"
    "tD+sSub/PP5ax2h3OQNjG/s61J0U8BmzYdDz6ETHQt2z1NtQFn/3Tf81BVk6hNbEkGju2/"
    "2Yzu/mMekii017kLbYcuiv479vf+2d2/aGJl8dvvSm0KGGYB6J/xS52lwRu5zeYohbfB/D"
    "hR8wP2HB3M+BBMSEES6hWhNvow2Ft5tuiW6RIQtk2X+a/bNl1IfhD/SawFcYaAKQ8FU9B2"
    "aRdtl97YZB1hi2pLjTXIr7NXN4ZtM1adCGCwzvs2RMpO1VQV12St1WBHorEaJWugQEgVf8"
    "TmHcnX7HyaFKuyqda97n+50vTZWScpaWLHv17e6NHhr6w6t9tMOG99So1p8uuEmkkiB1da"
    "GLPh4GdtNqULWdxk/ZZcahr9dY4x/f+s/yv7JUDP7LcbvX99PRqyY3pDQi0Fx8aKCCveni"
    "x+yocFAZRdbSu3A7yUlUAGbdGBvHuWwoESmMD9WXTqFTukRpj9Ig74l+W/mEITtF03sCAH"
    "KK2G0urWlFarE5e7QrZTF5DLPu9ticQt6UgIwJ1oAM5EoS9U2rMGtEJB7DuD0/p4zPl4/P"
    "NQ/2QMxvrlcHLF3PvUMKXUz21via1bMp5caJP8mNh3y41I4jrGRLsa6nTwOsBjeHjJntnL"
    "xlz2hyN2k3QE21FRvMfsZqLnR8S9G/Jj+r/0h7P8EPSEqCtpleNJt0T7zMbTiaB/YuNjp8"
    "e8R2SBs0/7+kAbjXKfM4k60VMlQZL8mPRMuvyoSV+fXlKSxpf032hQclCu4c7ZFuL1nYxP"
    "w8/shObE9lzYj+ys5uSziTbQ6Mfrv0G/uYnpCIq+pLwa64jNnHJqrMM2n6lBcfnF0K4os2"
    "edR+zZ8xcDs4WC8cFkf92fTn+hYmS8+PS+K+T7T1SKMiGcjx+aLMwfqlfmD+UQzkEqYMBq"
    "h8gBRA5OmP8DBY6B+yzyIhmwAfZfyf7h870gh5TLuYQSKgFBArISYNvnQ86ejWYuXoben5"
    "PXZY5OEhMS8fSYw0Q9vbNOgr8lU02/iK74mFjplVn0a5KXn2qJI+UzD+RT/7Nm3FyfdRbo"
    "ERvhiiWFf9bHv+gsJfxA3CeiRkIYBQFergKOVCvfpzwEThjf2E6GnwOJItYcrH179VtWwJ"
    "oXt4P8wMCe5wrVihdR0BpDPNi4xL6PFvws5s3N8ILPexFV4j0Mbesdw6oTctwF/XGEKX5F"
    "8pM/+qZQgw8qzI9CwuIdZjJY+1asIxFvZcGyWrlc+nNbOnc9pNcgo0uvQVIXkrqQ1IWkLi"
    "R1IanbgqQudFU6ZDXmPKCzVDLLwgG3Jii2ZzmA+1ktkPa6n5ZLsITIczBwP8H9rHI/x8xO"
    "GwZ4WeeAlgb1trig2WYs8EJP1AuFfZSnV4cH5Gcq8aBbyEAQ7MoBKyJBAOzKHyEigR1wdq"
    "FVcp+HtIn5nVVPxEqaUuQIxXhLMEiov64zr2hLZB4WZCAuA/q9A2Pl2bxj92q2BhdhsD3Y"
    "D+8CN0CcE29rSMyDgELL9qO2PIbETnUO9jCEvlV0VJjNOcYyRBZhJ85hgJ4Nj3veV8JAxd"
    "KUg50MgxfaYHjVH331XS/OQdGFyA6i75wuUt++L2egGFESc7QIOxmGq+eoTUwntDDHKdvC"
    "Yh546jyyhVhqNpaAp7mQKxZ93xp5F4i6Q8D9RAPucCD5YTxSOG4Ddts1FUF3Fe+N64rJoX"
    "ud7q1bpXvrcoV2uRK7wfjqeqTN4qvLlYOjcrdcWVquHE379XoYVaHh55XtqdJ+NanVkxVq"
    "Dq6yNuvqY12jQGqn3ZKxPhqy31zi2ASrIQboH/cW/eMgBAchOGVdSgjB7Sa8ASEiCBEpwS"
    "OEiHa+0Ij6eSUgNFaRdfXWRJquJRTg2ABC1l08xrEmMcDekuNw/2tKvdF6+tfIsjaxzaDz"
    "v07Dc4mPRw6Mkno5lCnvFQvL2Q2q5RDv6tqUxHZNlIO2ZhfOzoqrIop8g7t/9tx1HYxIhe"
    "9bAJYPFaXIt2I2jXPv+UzR8XhUmN3nw7Iaubk61yZffVPKrnKKNMMX7AnXUxVRoNMlThN1"
    "SYDMQJj5Mg64l+c+2n4rQ/4aCOzLs7+izElN/TUQ2Bdnn7jJCdtNWV8DgG1xth3KjPHKnE"
    "r5HgrLofvTWB/fRFkt+ohu6GXdHrR1vwdVUl1x3s2X2NlbRMLmXtU291bZWcbcdbhRzWbm"
    "Vg6u8DuorC4sGE+vEEUZD7KQiCjhqDZBpqtBAQm6T2Xd94g9n339DRFXhqlyiP1Fp755I1"
    "HuPDoF3V8qqW5v95dwZUlKvYgEqasudYWq0sPgzn2uLUvPjehtq0uPxkbDWlWX3uQNgcL0"
    "rrjiaq3COhIF1ci4iw/tEXGgMkQrykP37TP54d1/sMl5maoZz0GAcnnKhet+ijjY4iFd9w"
    "MHSu6Xe3VM0Gvk+xf40TZxnRlaHrXNFGU9jal8GAA2Sp6oPRqLX2QZzRCwiso3Ttr/6Zyq"
    "EX+YNdT2/ZAz3au1TTq+TZzvLAi7Cv17qvQfsJDrU0SBFpFJ30H0G+KgezdCo6oXjfkT9W"
    "Zoedx2QzQ+kyRyVcAUPVFTdOW5j7aFhU7GzGNgIZFYSFICjergwnb2jZoYA4ihkVdw+FPj"
    "VRPBYfwDNwxMV2wTQA4Cc19i7qdHdkkYsyUoWLNgzTa2ZpO1a+RSzVprzm4O3GrPpuui4y"
    "4MmxzQomV9nbBxj/x73ppCkFfVW6WAK2/he0k2IRxV/r9uaUi2nK5fGqrVzod6f/KFr9fO"
    "OVtUz7/MtP4WC/fOc59YszNxeZSRu5KIukvNbmWS33Ij2BVwDYDFXWJxj87WtMWcujwGSJ"
    "fZVkapNVYo4CiZmnmeBwHtErQrtIfpmEShkNlaWeuljt06wXP6Xe5nLH1SZ7ZujttmtXox"
    "Is7MQBT2RKOw0ML3YLGnOVrazguX/Jub4QWf+gKoRH4Y2tY7Bj1CEdSwGXcXjZeAvHKPvm"
    "m57xvVZRL+VhEH3lbZIGrqbYFJ1FqTqNT3XWpPlg97V49Cvh5+pApRLkKfR4KUVZYyFBVV"
    "G4SQhnkrdzZg5y3MogsD6qfW+7Tcwb2tjm0ES7o9Rs1Pwb09UfdWtGXuqzrlqqbFoNb9pO"
    "IJB9ovBuTHiw7yeTuCm7WZy9AqK57ubNLXp5faJGoyF9WhzbGX9JkbTqc3cZ+5aA+FIn3m"
    "YP99a1wXdYzYKfV+6uzW7PNtpqpPR4JteqK2KV14qdxEZZBHwXotvV77WLiFRw6i8iqtrH"
    "vgUWUuQHcyHKiW6d1B1xWDWp13YpVYJRhQL0V9vDXjAXMOkNyqXFIYUC+nYERpz0GA8tcp"
    "GvEZvwEFEUiIAJkm9oVOFcgQ0L65Gd8K+Z6uY43D7buyN8f1tviiT/ju3nUfDJ8iDTc8/P"
    "ZsVeKZJ+uqqjPr4xTgz/ilbsqXBm2b70nagS49LYzAwLxuFIJZhXeObfItl7p6wSIO6gXL"
    "K2nTekEoQal+QdpVggLlZZCj2b/FsN1cELEVWmgnQKamiZlwR/0i+pTCvkgRB9kaKG05Rv"
    "ITR4lBZWu7clgQhLQgYK/eAdPFSKITfgaCTuyv1D6ihbwlGAS6xRMLR9A7+VhOr1t53K7r"
    "Vy7BVREmj9913cKmvUTOu4v45xEq8Bri9JsrbTIclHVvgIKQk+BqVlqbofeXXexSNxp7jz"
    "gVa+MC24k21Saf4zLa+A63pD+YDT9rZx3W8vER35KbKfuc7aW8JYO+PtBGI3bBZN/ecVQp"
    "vIUtomIK/BiiOxvyveOGzWtt0RQEBpGsQbSg/IhYQul4MIFkTCDWz9HmmZ7nrutgRKpMoR"
    "yunB6iwLdaeNZX9pweGo9HBe7Ph2Vyb67ONbqERIKgg+ygYnZDRqha3bQ3IwTn/J6i1M17"
    "RBbiMcUC7MAxrekfzkX821e3UUvFR+R89bc0+BA9qP+3r2+7Xx+FmaFa+m5Gn3t7Ci8b1W"
    "tW8hPT0YNc3inm8qKfAuZzOh5qk2XOraLULFxPqC48jwGfRXoDigjlr93ZduKMQ3T3FdFd"
    "E62QaQccFVFtAOYgbcpp7izdkBJk2OzAX89OItECAYyKO0AoQyCU4SMH+4YfIE/Yqy1BIR"
    "Sucig8FhYmnHesiZQTIMhYaRkfXw4SPSI7voOYfLv9z/3hqH8+YjnH9B635LofJx5XKEk9"
    "jsbR76bj+qokHelidW9bFu944m3h+gwHa5zIGuc6HLVXXRGVDN+f1fb+SEy2eyxEZDociC"
    "wT+Yg9n+v+1nTUWSOgcgnycZCZgXzcaUoddlkcOt9WksWmIC5dD9sL8nMSWMx7HCXusyxZ"
    "sQfEkQnjr3S6pVezueyhp3V2rTALKQv0y+LYZh30p4P+hdb963C5zOzA7tpkZnlYb1s2Mw"
    "NANvNEs5muZ0nsCcqjQGVLV2I+2LyYX7OQUIpVOa3cve5/udL0GQv6vCypfmV9ni9v9Kg8"
    "fR4SRaI+RxibW2FiJepcSB6afjHUP1F5xPhbMr0ZDLTp9Kzjh1FTr1ty2R9G+wHmyHbizt"
    "xMYtpaZqrE6tJD0zflVp2nzmNUfnHUzVTH77GxpMu8y9FdNdRvIKFSQKJX39INeWZ9TalA"
    "BoFaATP0PExMTq0A0/UVYagcphU6o6iYPzbQyx8r1fLHslZO1whDYqZysIeZsm8Vqhaer3"
    "StWq7cgE0/0e6oHGgrZu/+a7Nik8GgsxMzRSBU/MlHw8onUQnq2Mx88LHpYY5aqSkHLQOB"
    "fYnO2NiyPWwGRug5IuSXccC9jM3tyYTVCzDYLSsbozlQTgO4Pzto2zTg/6z6TLo6ff+qc+"
    "gUY33fmp6F3EJPyMDMQYBxccaJK9YLIR0PXMvsKwoCR6ompIiEQmeVC52hfK4L5XNQSAXl"
    "cyD1JlJXqGNCchzz1hKj9Zhek/oiOhqKi060uChplyHZ8xnKi44zdAXkR1yp3/z27TnfmR"
    "k899ylIdW+vIxsE7377qTtyomgiINwrLQ+XyJbKPu2BkC4SiY0yM3139wML6pig/z0fhja"
    "1jsGO0JFU0N6XBkUu0t5Ryj6pmXF8YCJcY/8e57iqD4lr4iDU/LKE7npKXlHWODszlm9jH"
    "D/8/HlpTZhtcoJnnU/H2jXM3aJnVq8Cti1C20wGursmoVNxybsGvPuLyb9X/SzzpMd3Fse"
    "eiK3RPv1ehjdDz+v7Oh+WlwLjdUphI4fzZcIFhWRLQwWHUlwqFFgPe6TIRMIzgMheaK0jC"
    "HaD3HfPcd9b/z6mG/2eW9LvJc5eRDrPdFYL7TF3WdJKKVMrA49BUAkQJxtiLvsk222iogq"
    "kzwGOJcoPKRPYYiSXgAB6xKbKlyHQ3izoEyK3WNIxgz9wF3Gm6dFYjKDm+lsfKVNzjrpHW"
    "7JePKprw//zS663gIR+092dTro6zq75puIEHalf3E11M86yFraRI1oi+0b8UF6HGNzS4vI"
    "DLfHFpGpJXq0HSJXyPefXOro8OPHdTvOS0DQURK2z3PAllbHiPLTQs0WOFCQwGskINRvoQ"
    "QD5sWZj9JPvvGIHNsyWB2BaFCOewOIwKocgUVPyA6oyLBnz20T8Q9CqV3oK+4AXaEF1nxq"
    "LC1C7HOi4NtsrDUM+Bbg20FkEaKFtDeSxyu80nQ1nWVuWQKYpX5vyewn+qfvZRyLDw38ig"
    "+VbsWHjdOuyRMiLH/DIkecTH3f81BFkcQmtCQBx/bfrMat+495SKIOkp270HYCm/jv2N/7"
    "p6CTuCsb4Lffy1U89Kcxd50kWy8Snc7BFJ7TylpPURBUgvoyDrgX5z7uXiuTRy4iwVZV2V"
    "aFrZZd2GoJxRew1RKkflwlN58xCWvPpc4N6G0punlkQ6HqBqpuoOrmra1qx60KCFYTnseA"
    "JyMRg6dL55+CxU55zB7z4zezwYGiHruf6XTOBqHFYf3ScVHVVM+BSrTPGapVk/1ifHM+0j"
    "rXE20wnA7HetHCiT4sBl0nWn+0oU/IQoLmPAp4bsCz+0RkzjjJoWDTsPSmVQjAHtpckWCf"
    "AwUJQBh2P5JQKJQAYdj9h2FXDiKGOKdlGBAL8e1TjXRCfPsUpa5YfHuKt55Yujmu1yTazc"
    "7ygENLTzjqHc8CURnkUeDQSzv0ycsn4k7mIJB4kPAjn4UChM+vCAweEdO7iAxyTlSrIZZ3"
    "iBoQyyXWc4OKVFkNv3kQ0NyEZkQWvC2kNRyvEUBwE4J96vga/gqZiSHamOcyEOhupjaepN"
    "gu4YDsKrLV8RF/wXdT7PtbPMTyqN4W//AJ31HvMAKAd3ii3qFUj2LoEL0j39DDgUSn1xIQ"
    "Wr32So5i01avFn60xY4ozhCQ4pU4lhiSKicSXi/Wx/nsRGlMJORexrZQ8kci6UbZfeiu3F"
    "oxK+UM3bvuwwV27EfsvWzxiDaH9ra7RQxEp0CEsmHDyKk6R5hYK9eWORaqCAQnSdpJWmLf"
    "p5pAWAJFHAhAWgARZxvU1+wnScZD7lLm1Ofw7j/Y5BhPNeniDAKUy1MurGCKOFAw0grmQA"
    "cvKhaKOQz3rmmGnicVkSlBwWNTzmM78kOtVtSITlwzAel2rzX9Yqh/OuskeNa/bDT8HB90"
    "lbh07Giqy/5wxC7Nke1gRQ6nQkGAl6uAI6dKPZiH7G8Rev+2WnBnVfyEmk0Sui0Hg91ESq"
    "u1+B03QhLwDp2ol/IGGGStsqyjVECi7mQzCUU4yFtledNbrei3w0aV7VK5JnKQLXIRdrY4"
    "Ys9zxXrUpwDIfUtsbw69eJf4UmQql1AwjWGn5ukWFSiXgtSSNE+DFGRxaK9hCjLNI0EG8k"
    "QzkNCN54DR0dATOsgwGQ5ZGJn+5yycL9bKP4PssYX/4SjfaNYPZ6vt+dwPy/bZ97cMalX5"
    "vN16zYLpnNso7E91x79EhwxGS8ot+UStubPOwiU4jqBHkXYWQk8j9QePocfF8SJ6O0OA6p"
    "Y5XtnDj7Yb+oY48xyowq/CsUhALhpeeROIkqocJU10r+HbhLeTpV7mG2CQtcqyht55XQgc"
    "QuAQWryB1I8rXNzHnm3ed/kB4uTD3paQMMqGKRMHPpUg8CuXnLrebBUrOgsliC7px+mulk"
    "4K/e67BgEBOqr6tFD2Wamsjr5XAgwnw1vI7jfv3zcJt7x/Xx1vYZ+VzCiXBJhwVtN/Tcd6"
    "hf2UQcrLqG0Gnf912hfCZWTUO/5lH7+0CLIbnB+6Kc1f/w8z6w2U"
)
