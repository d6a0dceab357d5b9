"""Calendar feeds: the secret addresses at which calendars read the events of a user."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = """
CREATE TABLE calendar_feeds (
    user_id bigint CONSTRAINT calendar_feeds_pkey PRIMARY KEY
        CONSTRAINT calendar_feeds_user_id_fkey REFERENCES users ON DELETE CASCADE,
    secret_hash bytea NOT NULL CONSTRAINT calendar_feeds_secret_hash_key UNIQUE
        CONSTRAINT calendar_feeds_secret_hash_is_sha256 CHECK (length(secret_hash) = 32),
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE calendar_feeds IS
    'Secret addresses at which calendars read the events that a user has tickets for.';
COMMENT ON COLUMN calendar_feeds.secret_hash IS 'The secret itself is not stored.';
COMMENT ON COLUMN calendar_feeds.created_at IS 'When the present address was made.';
"""

DOWNGRADE = "DROP TABLE calendar_feeds;"


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE


MODELS_STATE = (
    "eJztXWtv2zq2/SuGv0wL5BZt2p52gosLOI7S46kjB47T257JQGAkOtFEplxKSppzpv99SD"
    "2shynZZBObtvan1jSXIq8tbe4Xuf/qhq59h0OX3LzqRY4bDv2bM9/BXveo81eXoBlm/6md"
    "c9Dpovm8NIOPhejai3GIz7Y8Px5F10FIkR2yL6bICzAbcnBgU3ceuj5hoyTyPD7o22wiv9"
    "RiKCLu9whboX+Dw1tM2Rf//BcbdomDf+Ag+zi/s6Yu9pzSrbsO/9vxuBU+zuOxY/dmQMLT"
    "eC7/g9eW7XvRjOTz54/hrU8WAJeEfPQGE0xRiPlfCGnEfwG/wfTXZj8qudl8SnKXBYyDpy"
    "jywsIvvrbysa5lmaOJdWFMLKsrwZHtE84vu9UgJuCG38L//P3w8O3bD4ev3/728f27Dx/e"
    "f3z9kc2N73f5qw8/k5vJ2UouFXM2+DQwJ/yGfCbERLx84GeMQSFKULEwcvZRuMz+CWMwdG"
    "dYzH+CqPDvpJBX2X+q0si4bxJHNpDLI38MNyEQipEzIt5j+iA0cD0ZnBkXk97ZOf9zsyD4"
    "7sW89SYG/+YwHn2sjL747WVZOIuLdP5/MPm9wz92/hiZRkyvH4Q3NP6L+bzJH11+TygKfY"
    "v4DxZyCs9sNpqxxmYWpGyHPrVk37QiavX7JpBwemvaCHiDb1yJe36fS8xP8I963lNEhXX2"
    "Y3bwvWp6j4yvk9IrZH7pjfu/98YvznpfX5Zeo+HI/JRNz+k2+8PRcYXwILr+N7YFeq2e8Q"
    "IEKFenXFrDlHFKOkY36rejZPA9JvL0F1Gg4FW5v8ZTn+Jl5v9xMTLFvOeIqhnl2mHnPx3P"
    "DXaQ/QYiORXNSqeqXyo2EL9AVemgaYipDO0LALCuzrrtU4o9xG9TqG/qF9llpNJauzv8P9"
    "lSy33n6V3Bf+MD18i+e0DUsZa+8Q/9urnLX80OZ9URRNBNTCT/xfz35dGFY9+/Y/82BSBK"
    "Uw5WxB+uk8kBhB/aGX6geIopJrZg+axXJCUQ2OsK9noUYPlwQAEElvquWepAPh/xqaPw4B"
    "dR4Capcv89QiR0w8dl7muJL0L26ak/fPPuw7uPb397tyB8MdLE8zKnoR8iz0IzPyKiOD62"
    "3RnyxNxWoVWfKMG+Sq+xg1w3EHli9AdnveGLN+8ODuMllC2gbhj/7mxxfff6ZdXxiSg3Og"
    "TPb/8W0RqXp4DZC0OFOQc/LA+Tm/CWfXzbwHFG5Nuqo5l+cci/qUQRQxRGgZhfg0SzmOMB"
    "ux+U2n7lWOICvTmmu3NMnNSnkaC7e26YJwPz01EnxV+R/sg8HYzPjJOjDqN86tIZdthoz+"
    "wbw2E8yn+05/HRsXF6aZ7wQWYJR+z22Jjx9Xww5kP4x9ylOHkUJcX55rc15PmmmsbKBcq/"
    "qoTGEvfO4llB2TxjFbuHGccdyTBmnDSmGJPnLrDkE8pl5BOIWTNza5+k7AYWc8sx1zkCG9"
    "r3PYxITdykjKyImb3sz2ZjLEY2K9vj0WhYEuvxoOqZX54dG0yjVkyQZTMvUfOWEwmUaCPp"
    "ZSBwLsH5PaaBMG9f660UEJtzVt7siKdiU8x/ucLyUEbuoRWwx3VH0dxRlHoZCVLXXer6pK"
    "j6iDk0DvPIMXaa8lTL8w5WJKvsFGFNGWSLKSs9oveQveoGmC1OoXWLgluRMAiijzV1T2Vg"
    "1TB7DHGwgyqtid+0umChvb70xscDszf+Jk5jHQuqEY6/TYwemBWwwGx9gaHhiRvYPHLevM"
    "BU561eYGhoOSkEFhhYYLJnQVoYFeA+Jc82IBK9dM0gxLNVeiafs5aOcdl0qLlqqVLRQ7u3"
    "RplA8Y8m5Cf6MIZKi2AZC4KASiCN4usB82bZkymonuhRimrDEDmowuqamyHUqib+dxqReI"
    "9j5zpyPWaiBK/43/u/7jORvfKJ/ee/IK7Q0rgCpCvaKHV9PLx1IklyUSQNAkjg4G3TwbPZ"
    "Y7LMf9PGPAe20qhupfEfiMqWggIKthSoOhJ37Ncu875euXCG1fmh754b475hTnidMLUxCa"
    "/I6eArr/Kduj90qfG9R56oLq1x88EC08pdB4e67zrQTbk856YDODlje/pbg4gcyCFRxy7z"
    "eqg/k/V7y0io3de5dj+RFXMMXU9NzAsoyFlnOfPVMgqwIBRcq0yLkD1So08WXc/4sZgdzv"
    "8jOHZoJbclLJC8TDLjRmADNGWkN5yIe70jRDrYw2ph7DIS1LzOah42KD3pSwMZv3qq9yv3"
    "Axm/Nkpdn4yfwWNHTem+woSDFbm+OA4Fib6WJvpCN/SkMn0LgM5ZD21TfcXblCC9AtuHiP"
    "ymmWdaTpRjqud8AQC2FdmWDsgXUXsU3oCUdlMlpx8bDHIS6PZHZt8YT+KTrmxMwytyNvoy"
    "MI46M//exVdk8rvRm4zZZ3ZxFFI2cnE+4vODuc9n87OyjLHBLpIclpUcBntFRgw4Purk97"
    "T13Dg3/63M/pcKxBSBe+hc7IgzsVYgBhNH6dirHAYC1lrAXAR/+kTS0s4xG9THl5O+pDbW"
    "1gqx0RzZcrtEihDYJSKwLubUFR213lirtcBArRYuGgKa1GrpRiqcEFvWyLyZ2z2WVMrdk3"
    "HvlBm8DkVTZvD2+pPBF2bsJtfiBvDZ+dCYJIfFzuZxzk58WKweZjDfZ5ZGLpXklsM3KLjk"
    "op6s5D4ZpjHuDY86KZ4f13thjL8kx/UGmN7rIpU5epxh0bnh60mlAN+gVEhqU8mIxGR2IS"
    "OZIZmPaA4H/JNPPDe90tYFwS+fhPeVC0xE8D0KwjzdNlnk4cBiTzSV9tcqUCiO0NllS4SF"
    "RbG0daSMhYE0kLFeMmZrKXNN+GmM1mI/jIRjI8Rvx8l5rsqyp/ZwipSlW5J+gfTCFVpH+3"
    "sJ1kO2wFNxB4XGDi8FGPC7gl+X2F4UpJ5aJenVdML6EhYOWZc4ZD3EdCZw5xvCqhkA8rry"
    "EVUPkZsI3Qge8fU8viJ+gy4fJrIOn2EedTC5IifM0XPihCLPJerh7CHP8x8Ci2K28lFBqL"
    "BR2yyDQd1IqJuUPvZ3STAV+djrkF9Eb5D9rLptZ8n36Q0i7p9K/RfLyH1K7Wx6x23c9a/Y"
    "dXnNINMyEPbdiMnNQnGB78lsZxKDgWQxyRTXlASu0fOygG2dW/Tmo4xflD6Mt1juSa7A4B"
    "mGDXptjE/CBr0nfWlgg1491fu1VQs26LVR6hIb9IQnCAUCd+Y4hZ9+HmMP1ezAyTfeTeL/"
    "Tdj4Yvfdjj0TP7O3IBvNno1N7Gm8sBFhbK3c2liad7DODkcrSCCw07GlOx2hccIWg0bQMG"
    "Sj1OuzU/0U3eHzpMyvSakvTVul06cMYKX1g6DSW6rSKU437snkf0ugvaiX33QS2HXwbO6H"
    "fM+BdYcFCch68gVQEIGCCOIMIooboMgfe7qEhdVV2bDxqcOMFCVFJIDCu6DwLqAZb1Uhmc"
    "fJQa3ck/YO9qRptidNSnUsAHvB7aYVxhS5XkSlCC9AoGxQnnH8Y+5SrHTEQQkJ2Uqds5XM"
    "HVcRcQEG8tVZvhSHESVWRAWHvzf520UUaE+FYywgbb2vr5degdoxnkbEWRWnLc46WCdMS2"
    "MARGkhSgtRWojStkgEEKXVJEqbJgqlhVDGgQCUBQAxWojRQox2h7mFGO2+Mx5Eto2x0jm0"
    "FShE8XQLM0A0qRVi1ieaNMg9yM/4sSmiJJp5sCKqVPFPIbLU0sgSVBVvr8mEXEQJoki/YA"
    "qzm8F0Tl2RA33sEkQfawziMrB60shjmHTr3R/6jzl5RfoZ+8cDszf+JuY/m19ce4+/TYxe"
    "NXpBggfRWS/1z3uOgEceMp6wZXMHeioOscO0pcFPxWqyV5emrTJWvRhg8eO2XAymaktNVX"
    "lNtrcabEc01lrBFMjw6eKP7FTTO3n6u+e9b2eGOTnqpDlJ3hTi9NKMW0Lw8pruesJ57qMp"
    "bVuc6FtPEgW41sKYDPqfjckFW8iSg6quyKlhsI9TjNn/J72v/EOIfvBPl2bv/Hw44M07Is"
    "IsBc/VpXtHsgFJ/ihFBwIoT7VxzA3xTFUCOXSP2nRsWApbOhQCuD+Kj7rlJ4FKs1/GAf+q"
    "/BcOPpK3XZewIAeojYLaKG1JffLaKH0CdyNuDg2YNdQUtqtMOlgRtMtNLIjYtTRiB95R++"
    "xyIF8TwxAE0d2uhwQC4CPfI0RCuQbyRcg+Mf9kh3Cz3xVaKl3ky8BWuj1SjRaj67hZhSTL"
    "RVgrOZZxLR03iBMWlpIPL0C3r5uIDN2846cS02UgkAytQp+WYNlWoUoPcRnYOo6lH+K4p6"
    "qDZXs6V6FAdCPRcT8stee5AgVrQ8C1ZmHWlSFWifAqRFZbGlmFA2G2UlQPu6W2FkfiZwFE"
    "guZC61XF5egNtsyeY+KkaluqTNEwTwbmp6NOir8i/ZF5Ohif8fo3JoupS2fY4aNn50Njko"
    "zO5nFLQjbaM/vGcBiPcio8j48aX88HYz6WHAaqSfVcWoepKtQCXGdt1jVHpsGAPsFXZGQO"
    "B/yTTzyXYD3EANn9Zz/5BAKJEEjcL68VAokbisFAoAsCXXtCNAS6Nr8aynqrFSDUJKs6rA"
    "sibd+RCtMsAeEoNoXjD3wSIju04s8S5FdxwL0693iGXKk+B0tAYF+d/TljTunRXwCBfXn2"
    "iZ8eCbQu6wsAsC3PtseYsX4xili9hsZy6P4+MkeXcRyX3aIfUR7aTfawG4td7LoEd6FhVR"
    "tO73BwnHdQkHIZCVLWWcr3mAb85y+JuNaNLCA2l/R880yifOr6bTibrZ7q/TqbrVQ8MHcU"
    "pV5GgtR1l7pGFWdReO3/aCw5K8w4WFVzFs+Np+1Vzdk6bwgUncEBfPtp3CXn58nELHLEXp"
    "R+bDpqEUTX/8a24GVq6ISTQ4Bydcqls2FlHJRvKmfD4JSwzXKvjwl6noRWDS7KJkN0ed4q"
    "czRrLRg/JbAVoqVW6Zz6964j11ugiIH1VGE9zQi06vX6avatBvUOYoDuuNorpcJJV1Fo+3"
    "KVJgUIPPsKzz7FNnbvleKpFegexicgoPpM1uwYT9lPuZ34d5g0WbPL81ZZszRBMAuUQcCa"
    "bak1CztMt7aGT9HM9R6F5F9eDk5qdrMUQRXyo8h1XnHoDoqggc1k81uyAhR1e/xLqxX/TJ"
    "dZtyi4FT3Q9W33yjjoule1kNbtuqdRDdYOSUMni2itDA7T/0plBQGUX+2EfCm+ZwpRzdMp"
    "IkHKOksZqsLqDUJwZ5/Hnb1gD06TG5t/f7DCfQ3YTPBaW+q13mMSyR90XkSB36rstwZYuo"
    "CnAIHYs0rsmSlzCbrT6UC1SuUOW1csEs2u5TK8FRhQvyb1+pgmk/h/n3FjK/HKpFVGStpa"
    "4w4/7qGpAlXMa9kq8+jac23+DMjFJMs4iElWdcq6MUlwc+tfkP1ycyGE1YYQlm4Ww2pzQc"
    "ZW2EM7AUIa65gJ0DisnTsGgPxc+cVQ6F+4TUFAPdAW46pIYcNYDoINS7+ofWQPTqzAND7I"
    "SauQX5F5NwgiAef1Nmc2Hw55qT7EKv05oTUn/xNrtebcvXYgzM/G9B5nUl/70LexcWGMvy"
    "QHvCVXuCK9/mTwxTjq8P079/iKXF7w73lBl7gDSHe9V+CZj4SDOjU5Db8L4Z8l+V4L4+qN"
    "xmoGAotJ1WK6EXYbrTeVsvlgIykcsAsJjBYmMOD0tjZK3b5F5EY+BFaCbTkEc/HdO0k+vb"
    "jqErYi3CPvxd8yXzm+0eBvL6+6L3di0dMt2zRh970645TPOlivQiWh4wBST21MPcn2rPil"
    "XhW6LSYbt+YYNTc+FTgtDZ0SChiwoFVqOjdesdxyxiEY+ZzBSBvNke2GAh1SbyEWIPuUo3"
    "uy8HmAPBxYQYiotMNVgULMUOeYYSIsTEStF9eQcgoEGWst491L1qB75CZXkJNvt/elNxj2"
    "joc8OZNd44qc95IMzRylOZrhKP5se36gS3Ym8D3BS1hf6ZBO39zq9Vx9Tp966brFUkRm04"
    "HIKpHQduZJ6YTERT3V+xvChsRFG6UO1dPbTkxUZLEsiFOfYveGfMaPS/Zvhfs8nVA+HX3H"
    "hPEze9yy0fxZpuhhkYYoPYWMhaRRIP+i37vo906M7s/tJX3yQ5Mbsz7VaQer0j45ANI+LU"
    "37+NRRqPUvokBlKxdQ3bmiCNR6AYoMq3P+rXve+3ZmmBMegoi7ZmSNg7O2wZrEIHYvUjTH"
    "xEnVuZQ8DPNkYH5i8kjwV+Tist83Li6OOkFk2zgIrshpbxCX8U6R6+nc6hlacGwjpZd2v5"
    "mxZd6X67+xhISUqjz/aOZHIrO+Maeag1qZVH0nk1SNKMXEFiRV+WJQE6cqYPZCqZQ199s1"
    "FPfbWr39tspwtohYSo+yAL2dZ/q5otlP/UCz1W4290P+fIpPH6rX2ALoXjzemy+DSTtPsY"
    "cXc00hVWcnRsPaqVB057ncAAmwTbFUH9QlILCv0jnJcSnvahpRT4b8Kg64V7HaqUpgvgSD"
    "bXKqUR7oQrs97rd4oBLwH2tvFMjVXOcI0PTymp4H7SIqZWAWIMC4POPEl9sEnc0HrlW2cI"
    "Shp1RVUkZC4a7OhbtQgNeFAjwoxYICPJD6bvV1ugwwbSpQyr8/WFGZxM+ShJKklpYkwU70"
    "TYYGGWVy+YgMAA6MPNt4xpxtGbYXAGBbnm2+isgqkyIGOFcIQLG7sGRJL4GAdZXWcJ6A8P"
    "XqFzPsBqsX7SgI/VlShidTvti/vJiMzozxUSe7whUZjT/1zMEffNCnN4i4f/LRi37PNPlY"
    "YCNC+Ejv5GxgHnWQM3PjQMH2CxjdwEpOUhUYmz4TCiI11mYRV20JxYDPJbbMEt1wR6jRaF"
    "h6X44H1Rfi8uzYYNxXamIEhyOjIHjwmaNzi4JbKZunCgQdpWD7/Aj50upZ8fHdUmW7AihI"
    "4FckIFW5W4EB8/LMh/4dJoF1jzzXsabUn8kG5YQXgDSGzmkM9IDckIkMU3fq2kh89ljjQl"
    "9zhQ0u+YuRnV3zk32cKnHwMhLeNZ3fNUgZdiFlCMkjSBmC1HcrZfgFk6jxKOvChIMVScN7"
    "PhWyhpA1hKzhc/uznl/n0NQTXsRADEEhhsCWzj8lk7VFzAbj+5eTvmRoX1vW/Qeicj5KAQ"
    "XnoyjvHgDnHZx3cN7BeQc3Dpx3kLp2znsPU9e+7Yod9/TLgxVOO8qnaeO0t8Vj/8Ulp94X"
    "r13R6w/RqV/Sd9MjLxcPHb5/v0b1EJtVWz4Uf1c5C4q9VxIMp9P3kN03r1+vU5v1+nV9cd"
    "br5ZOgfBIKT9D9x8XIrLGfckh1GXXtsPOfjucGu+j8NZDLyWj2uavudWUR5Bc43naLxZ//"
    "BaREgmc="
)
