"""E-invoices: what buyers and sellers say for them, and who wants them."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = """
ALTER TABLE order_billing
    ADD COLUMN email text,
    ADD COLUMN reference text,
    ADD COLUMN wants_e_invoice boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT order_billing_e_invoice_has_country
        CHECK (country IS NOT NULL OR NOT wants_e_invoice);
COMMENT ON COLUMN order_billing.email IS 'Where e-invoices say that the buyer is reached.';
COMMENT ON COLUMN order_billing.reference IS
    'What the buyer finds the invoice by, such as the Leitweg-ID of a German authority.';
COMMENT ON COLUMN order_billing.wants_e_invoice IS 'Whether it is to be one by EN 16931 too.';
ALTER TABLE sellers
    ADD COLUMN email text,
    ADD COLUMN always_e_invoices boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT sellers_e_invoices_have_tax_id
        CHECK (vat_id IS NOT NULL OR tax_number IS NOT NULL OR NOT always_e_invoices);
COMMENT ON COLUMN sellers.email IS 'Where e-invoices say that the seller is reached.';
COMMENT ON COLUMN sellers.always_e_invoices IS
    'Whether buyers who gave a country get e-invoices without asking.';
"""

NO_COLUMNS = """
ALTER TABLE sellers DROP COLUMN email, DROP COLUMN always_e_invoices;
ALTER TABLE order_billing
    DROP COLUMN email, DROP COLUMN reference, DROP COLUMN wants_e_invoice;
"""

# The trigger as it is, whatever columns it has: a list of them here would undo others.
NOTE_EDITS = """
DO $do$
DECLARE
    definition text;
BEGIN
    SELECT pg_get_triggerdef(oid) INTO STRICT definition FROM pg_trigger
    WHERE tgrelid = 'sellers'::regclass AND tgname = 'sellers_note_edit';
    definition := replace(definition, 'CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    EXECUTE replace(definition, '{before}', '{after}');
END $do$;
"""
NOTED = ("UPDATE OF ", "UPDATE OF email, always_e_invoices, ")


async def upgrade(db: BaseDBAsyncClient) -> str:
    before, after = NOTED
    return COLUMNS + NOTE_EDITS.format(before=before, after=after)


async def downgrade(db: BaseDBAsyncClient) -> str:
    before, after = NOTED
    return NOTE_EDITS.format(before=after, after=before) + NO_COLUMNS


MODELS_STATE = (
    "eJztfWtz4jja9l9x8WV7q3i6ujMzO/vm2doqQpweZgikgHRP72bLpWBBvDEy40PSmWfmv7"
    "+SD/iAbCyFgLDvD7vTMbqMuW5Zus/6v45vzR+xb5Hl+97ct54s/+XaMbHdOdf+r0PQCtN/"
    "lI7pah20XudGsGs+urdDHIpHG78FyPWx64WIe8936Sd0wALZHqaXTOzNXWvtWw5hsC8PyN"
    "eekad5jm1qiJjaGlmmZhENafGdNGdBP9AenMD9X81/wJrrPHvsokOwhlz6P9PEphas37Ov"
    "NJ05/U72dG9x94BYvwXY8J0lpmNd+h3//g+9bBETf8Ne8uf60VhY2DZzxFomu0F43fBf1u"
    "G1C2s5IP5VOJY9+70xd+xgRdLx6xf/wSEbgEV8dnWJCXaRj9k3+G7AeCWBbceySKiOHjYd"
    "Ej1lBmPiBQpsJh2Gjh4gvdYxjNF4Zkz1mWF0tiSXIDJ0x5fmDmFSp4/qhQQs2SP8z/87O/"
    "vuux/PPnz3t7//8P2PP/7w9w9/p2PD593+6Mc/o4dJ2YpuFXI2+DQYzdgDOXRqRZOPXfgz"
    "xCAfRahQGCn7sbS3RXBJafStFeYLIQMrSMKMce+TfxTlkkihSjDJhVQy6WtyANFUsDwbXO"
    "vTWe/6ht1+5Xm/2SFZvZnOPjkLr74Urr7721/zYtncRPsymP2ksT+1f41Hekin4/lLN/zG"
    "dNzsXx32TCjwHYM4zwZ99zKcJJeTS3RoKuB54LqYzF+2Jdx/QC5fullMQbyUphMUaGeFvh"
    "k2Jkv/gf75XYV8P/cm/Z96k3ffFUQ2ij84Y5/8mWP43nEe6Zd72wyXrmFZyO6VbF8Ef3jb"
    "lezs4/c/fv/37/72/WYB21ypWreSNSoldG2jORahMwUAmUUyMaHfJ8RmBgF0Fulcuo7HIf"
    "OaakUvfDo3iOJGiefWCtnvL6P/nhqxFayNbq/1yaBfYM7Fi4CYYtxlMC1kj6nMi8eM2sYu"
    "3KP54zNyTWPrE+fMKRu7/dHqbFW8gghahjSwR2YPmDF5AtPyh86y0izKjenuMovYaMN2lr"
    "XMoXJewfA4UcMD+aI2R4RooLlBlzlkjon9Ek+EEzE/4jlbaX3Ql9pxDdE3LYuSUkHiR1NG"
    "wAd843Lcs+fcYn6Gv5XzHiMaYfVVvUf6r7PcK5TYd++ue7/+NfcaDcejT8nwjD3YH44vCo"
    "R7wf1/8ZyzrpUznoEA5fKUC68wedzhzJzGLTL4iZqLwvRnUbDAy3J/jxeOi7eZ/3k6HpX4"
    "nTaIohplzX3tD822vBNkv4JIRkX1olNcXwo6ELtBcdFBC67HvJz2DQBYl2d97rguthF7TO"
    "56U77JbiOl9trT4X9vW606HoiLyGNe5YDIDenu8D9kPfDgfmif+8HFC8xiXJzts3whyYFA"
    "X5fQ1wMPi7sDMiDQ1E9NUwfy2RXHNSUmfhYFZpIs978FiPiWz8mAKCU+C2nSrN9bGNR3fG"
    "QbaOUEhOPvqojoFYHHCesdZ0flx0UhQeetE3Q8H/kBJ/DM+NVJsAo5HtDnQbFql3cVbtCH"
    "Y7qzxsSMTRYBujs3+uhyMPp0rsX4O9Ifj64Gk2v98lyjlC8sd4VNerU36uvDYXiV/WjbZl"
    "cn+tXt6JJdjOLu7Jr+681gwi7hb2vLxdFUFBTnx7/VkOfHYpQqFSj7iJtyZbCgn2gYsYht"
    "YEDxRAKItfIXo3nnGeLx4jxyD2JWTJtqkpQtz6BWN2ZrDkdFdhwbI1LiFskjC2KmL/ubKR"
    "GbK4eV7cV4PMyJ9WJQNLxvry90uqKG8qSDLL9EM547q7VN5z7xkftiuBh5YvHiMjy4V8U9"
    "I9GWa5gBZ0OrfAHyQJj/AvP/CbseN0Wi1DDMIA5nF358K6V7z0bhnK4A9JdLbNV5ZAM1sg"
    "aneAVrU1LqeSRIXXWpqxMN7CNqXJrIvcLYrAoJbo/r7ogLzmOEsaCQI0YH1QiUQKCw42G6"
    "OfnGA/IeeMIgVPMtSTHLA4uK2Ysfldic2JJWxW+cyLFZvahWfDEY9SZf+XrxBSfx4+LrTO"
    "+BWgEbzNE3GNe/tLw5C1NUbzDFcbs3GNc3zBgCGwxsMMlcEBZGAdikOOUBRKLWWjPw8WrX"
    "OpOOqbXGWHQ4pLe1dFFRY3VvzWICeVaKkB+thyFUWATbWBAEJF0p5F/3qDVLZyYnk6Xnuq"
    "jUDZGCCqzWrDuRy2D5xyIgYTmpdh9YNlVRvPfs+/7ZeSOyd87Yf/+nmItMLN9YuxYvB7wi"
    "gy0Pe3X+2umEPUvS18A70xLvDAR92ih1hezkBzx/HJBKMzk7pLvLSmaDDboxgZHcTiMZLL"
    "XjW2qSRhrQ/0r6Lc/jZZqVrzzJ+CZxvj/LbI4IKfG4VTR/yaEaUcdx6KxJRqEE60C5POWP"
    "9HeK8J2MB7IlyIYueY0sd1hy65bK36FkPCTWQ8uBE1IyWWmCF3lB6870DAQmu0wVyRxbT1"
    "KOuQK0gTsIeObeyDNXJ1NOLEtOgQQ58M0d0zc3p9NEZN9IxoOVIbFrOM9lzovK7jTPpc4L"
    "6E5TW0fim9P1WlOcgmndudEnfX00Yz0p3Dkm/h25GvzKOkosrG+q9JN4QjbPG1qRBbBBQA"
    "ObozSwUW3teMv+NdBj+XjLswIJhSCHaL21qFHjOitRuzaPhDYwKvtFI1lRu8/iOI3qiHkD"
    "BTmrLGe2Wwae0Kl0WUiDltG9haATfgyqZrN/cBrU7+Q2hwWS+SRHu7ro1M2ggFgOsRYxPN"
    "a0UMgIy6Fan4nNplniNxWjsQBsPZN0CeRMxKpg4YEjhadyWipjRmLBLMKA2CKxJraxXP59"
    "HglqsspqMvSn2+tLA6VK5VQ3KzQOpUptlLpSCRHrwMc78iHSId3d6RBsMGRDtDQb4kjHxy"
    "i3Xh0l9LBGLyuZAFweBwKQj8G5iHjR2dTiMbgtbIPcb4d+EVznyTJ5nuXyvKwsRuU0FWVz"
    "sxICDakTC/loEIRMqdnJnSIkkaz1pTcZhQcIUTWYhAcIjXT9cmpM9OnNeDTV6U1ZX2Q6nb"
    "w1FQe+I+zEoAn9/PNA/3KusVOD2GR7svDzHfkyHtE7OeSODMfT2blmUx3/jlBup+HJQ/RP"
    "VRLAxM++eOVpF21/mySOjoND4+DQuEMm3dF9k67k7GAV455D9I7Dp7bh4GtX2ddueYaPHj"
    "FnD9h1/NQGBmfvCJy946wpLTJe2RywgU7ZJr1UkYonE3DJAmHhVFnGEKTsQJASwlUQpASp"
    "n1aQUmcFQlUhysyA7o4AZVhsBOHJloYnfcu3hdzSG0Aj/BCH9p1lH1OA9AKsCWWXh2aern"
    "K8OuFyzjcAYFuSbeGIbxYFsV7ZWO9ptSXoOKHCICaBTn886uuT2blGGZ9j178j1+PPA/1c"
    "WzlPFr4js5/03mxC/6Y3R75Lr0xvxmy8t3bYaIq/0ic6vUl4izjAekfGFDg519JnOnp4i6"
    "n/RqL/C2WLZ4ENNC5OxJio5YjBxPQkDMgMDASstICZCH53iKCmnWIOuB7fzvqCq7GyWsgc"
    "rdFc7CSjLKRJeX/7c3LGBBmWRx/WZW0HBeNuJXeAEJxACE787KP9HXuk2gwXzsDwLexKnB"
    "6Vh7W+0tZ2nrEncwpXEdh6JiEj6K0zgk4vAbTDEt+fkmepbRdfTnpX1Mo1XbSgVm6vPxt8"
    "phZudC9m9V7fDPVZmMHprNZhNTG92qNm8HAYXmW/37ZVSe1kByDG4QopuaXwAwouuqktKr"
    "lP+kif9IbnWoy/IxN9qk8+M7FQQwS7T6pIJS6OkZVKBn5AqZDYkBIRyYgag5Rkirwj49Fw"
    "wP5yiG3Fdzq6IDLNaWRbB/HgDfK87u+UIGRjz6Az2hV20hSgkBGlsp8mEha3mVEdKZf0Mw"
    "IZKyVjupdS08NYYPq/pJFxbeuFiz6OTf1WHW+EDZgsJ3GraM77E5Gxm9XMHVrD66XeH1z3"
    "hu9+6J4VfD+JZvD9h+L279P92+WeRlRJdRYG/Fbwy+aiJMdFaItcHDJMs9PlWdswObI5aO"
    "B758phkbkdeLGLQcB7v4UFv72A397H7orjh6oIAiYAyEISj//ZiCwDtORM8Xquiiz+gL6K"
    "qCRNxFOhj841TO7IpX6umWH6C8t8UcNLgWzbeWZl51Snczk+7srVZhsMy43AchPTF3ZSWf"
    "CcQ3XIz6IPyH6Si33q5N8j8vhKCWzdAsQgECqPezmZ6EWkkW0RBl7RivZa7FuCsFOTkHJT"
    "hgddRybXKQzdobBdVskxHBVZTzwwTHle+lOGqUe89iUdXpX3AfO10nzd5k7cjVtxjxaxz3"
    "fnMoe7YKu4DQKWbokzPN0lItbvUm1C88gmZaweulOl4yPboJr0I302EUVxGwhnHvDJTZIN"
    "PMcWOaODDwaS+SS7uKTSsSqztYhsTVyoLEE4mmsPWGyiFmAwRbeP5PRtbCzoK8xT13YUnW"
    "dwoGXIluSKc1/EAfcyZf9w5k/zE4ugndZeNwtop1VOdbMaK0E7rTZKXaCdFvdQd49jpV/E"
    "8KtfJjhy7nHmQtomaxb+a0avb3plndic+DN5C5Krydw4RAeym9Dtt7MPWXZYt043MiPyJ9"
    "ZrStYZUYyrsXdDQ56GtOcHx8bn9B9ra+4HLtYsT2NPZmr3L1p4/662cNwV8jVETO3ZMv2H"
    "950C2/u76ytao0VkiDoFsyhok7afNmmRZEXMphTRiPLMQ1tM4fsjoElvxjfJBb4/VdohPj"
    "dGeWER5JaFyFJQMd/kJT7Q7sRorVoW2BTMTmI6hy8Go97kK38WJ+OzetDF15neo8wLKDaH"
    "2KWnc0RIjW06N67ePu1FEOge2tJt8RAKygmsK8eJWLJ6XWHuMyCgXoh6dVb1K/SIaxxTuz"
    "Vs15q+oAADzqtt95IudVYhHFH46rMi4aTa4+6mZS2Cyif9aZwLqeyMh3MbD0w4nNsIXdqU"
    "7tJ2Wuf4HclPtb/CKCWPyTwhUagUY62VnwIJFY0Vs1rOiZvIKNnlnMgN69ZxTsTWDjgnwD"
    "kBzonDWQ50o1+tHZ9pssYj5mgK5eRzoCACCRGE1f8oLJEW9hFtY8FPJO0nclwTu4bUQsSB"
    "wrsAjgxwZDTNkcE8w0IrwwbQCG4PvR4skGUHrhDhGQjUM4kzjr+tLWqxyhxZlkNCPZNqjo"
    "RCTFJGxBkYyFdl+brYD1xiBC6nVVCVOZ1Fweop0aoJ/LBNfb3U8sNO8CIg5i43bHZUt44X"
    "1g0B4IQFJyw4YcEJ2yIRKOCEVUx1Oo4PFpIljywA8MCCBxY8sOpyCx7YpjPuBfM5xqaMf6"
    "4ABR+dak4E8BW1Qszq+Io+oepKwvTz7g7/0BJB6WBrHUNQDX5Mm9jxrKTfVZ78cnM4A2kS"
    "83trmxL+V0CnTcaDDSHjXEs7u9HVgFOJ2XNdVNbAehtbkAE7JPKthND5xyIgoWdPuw8sm2"
    "6K3nv2ff/sHF400WLx7/8o1bBgkPqff8EvVZoGb+QunaPg3Qb1o6XqB/RDOZryIRiPghjU"
    "K1xt9GGwu3Yt0XZuBSC0dCvyX9XSLRf8IN6z2PFIKQKmPORLQUvofbSEfmuVlTw51hz3Wd"
    "Cyuncib+ROlTXC0Jkagmo2OmZy1izf01wcmu6O+/IXTwsjV2FVbNytmHUfdi0f06Hn4XC6"
    "3WoPyNP8Z0eL3g1vu9/xvm/+CjXaw7YtocrlYPtR5kCr7rxgxNnrSoWQDG+SMr0/f1Kwuu"
    "dpDqVspgDgU7k2jPHCX2NvENoUwH/R0pVWnW1PjWXiKIXd4iewmkD+HhxI9NduE8+y4XS6"
    "B4bUD+hjojiBPO9NirEq29b0J38eD/o61ZmjVf6O9Cf65WDGQPQqNVRNy6e2UJSEJpo99/"
    "FvNdLnPhaNuTR/jn2UFwiofaD2qcrn2sVPlhN4hjCxHGSDsvAh7n2K3k3L8wIp52YO2EDf"
    "5on4MuulcULG/xtn/BPsGxJlKXkYlKb4VEQSNOZhQOPSdTxPhsgiEKgsPbvs5+l4VLJylp"
    "5cZlpzX/tDe8tssONwx8ioVk2KWkhhl2M3uFDTv/qEd3WT5Q7t1gzCrWLUoaJwDy7GbxiH"
    "27r9KxzCChQ8g6d421PMGvAIWL3JcHAm8M59Aa/7MR2/ySIsHHrK4UAAQgJQZ48fYnOJXZ"
    "34bmVa+NawXXu7HQIMumG6FkRU27pPivvUwJl2As40FbXS1uwdrYra3vS+Xuuj2bkWdw66"
    "IxP96nZ0ea5FPfDuyOVgenPLIrjxualqRG/RfM73PNWTTQautHhmg/4v+mxKt7ZQCfDuyJ"
    "Wu0z8XGNN/z3q/sj989I39dTvq3dwMBzqVXUCo7mBbOBXf5UZ+phoChGSU42cC+XglK4EU"
    "2qDw8oGlcKRuAsD9eXhuIt2fl8Ls53HAvyz/+Xp2QQ13CwtykJUD9DmEPodKZz0oHwn48L"
    "brQUNKSa6RZVf5P9PPuzscnys6EvydLfV3zlHgCSVubgCNWGkPnbnZePfXxXj8y2D0yeiP"
    "R1eDyTVzkyQaPqV+Ybkr5kMZTy71SXZMZARnRsRuNGOiXw9GdPDGn2a4eMWe2U3HXPUGQ3"
    "aTZATrE5u/x+x2MsqOiA6kyY7pfekNZtkh6BlRm9zcdt9Ff2++NLq8+U79M7sbnSajT+zT"
    "yLacPyCyzHzaG/X14TDzOZO3HeJj/1R2TOypyo2a9EbTK0rh+Ir+fziIOakXlENnwU5N2N"
    "zJ+DSg35ncxFha9As3n030vk4/3nwH5WWO6QiKvqKsGxtn2YIybmw8Zp+p3nb11dCvKQXn"
    "2hN2rcWLgdk2wthhM+OmN51+oUJm9Hj0vmvkec9UxjKesu/O6ug/Z+UK0FlRAzpK1x8wjs"
    "BBAw6aFvN/JP88cJ86uCT9YsD+K9k/fvAd5JBwuZBYhApAkICsBFhOdsDpU1vPAEzRhzMB"
    "O8wMij1GInYgM6eoHXiuxfg7MtVHl+EVDxMzuTIL/4yTJKaJPeUxC+RT77Nu3N6ca0v0hI"
    "1gzeLxv4zGX0YsGv9InGeiRtwd+T5erX2OVEvfpywE/KpbpcT4my9R25qBNe98koY17cuK"
    "20aeb2DXdYT6Y+ZRcByQuCtyhT0PLfnB4tvbwSWf9zyqwHsQWOZ7hlXHIbkP+iMPU/SKZC"
    "d/+Euh7ygsYV7oMBY/VSuFNW/HOhHxlmaPqxXppf/dFezdDOnWiPfSaxDyhZAvhHwh5Ash"
    "Xwj5Nj7kC+fMHTMlduHTWSoZg+GAG+MyO7AcwDgtF0hzjVPTIVhC5BkYGKdgnJYZp2OmxV"
    "1Y9i4LdXtcd4eZGumH9xHkeLaqKmWVYLhCj9lDmq30uzHm7BrldKcICMeI8822BWRTOk2h"
    "OV6AAfMSZ8VZvtBRlMl44FqCa1bp6IpV96WQJjCe93TUcXSU+zm23BxPiG9gl0/mFNEEcg"
    "89nUMPmAjdGwCwLc62i5mfM/aT12U8BwLWxVl/RvSLDWzE7RM5dpDj2BgRPv0cdPEYYQp/"
    "K318c+XAxwiPx8OcHC4GRaJvry/0ybuPoVDoIMvP2ECKWfcDH692mvbpoG4tu571u4EIdE"
    "sNeVV8KsdWBdtUgwfkp0viUbv0gCBireNY1ZAgAHblt4BqhlzPSyn3WUiTmN9b5US0SFOK"
    "bCETqQADI0ncSMquzaJhCh4WZCAuA/q7fWPtcm3Uiu5reRh0YPOCe9/xEcetVUFiFgQUmp"
    "YXeq1lTvPiYI9D6FvlPgmzucBYhsg8rOUcssP22I/bZjBmoGRrysBaw+Cl3h9c94bvfuie"
    "FdxzySb1/Ydi4IVNNkmOi9BX83w6asBrmJZcEfZ86uTpcN24szuVWlstMrcDE3OcCTtYzA"
    "LbziNTIKVmYwHYTgVUsajRzoiRQLQIAkUtDRQdKeJ/Qu//23hSjtEgUzXSoUNUPRF01lE/"
    "p46YHDo3ST+oddIPKlMcmikL7Y+vb4b6LLq6Wts4LNHMFEtmiiT1X28GYW0k/ra2XKzIyU"
    "xxfamsUDNwlVezzmg80imQ6ml3ZDwaDthfDrEtosgJZ3C0xFsfLQGuY3AdK2VSgusYXESq"
    "cAguInARqbjRiNp5BSA0A5Y19TZEitb8bQEhW0Tcx7Eh0cfuimNw/zyl1mg1/RtkcTWx5r"
    "72h2Zb3gm+CxVyYJRUy6FIeTff7oDdoFwOUa+hbUnsXoky0Mb0htlbUmBIkWdwe75Vlu7k"
    "gQes2kn83CdVtJNLLg5esCucB5hHwZouU11MfDT3hZkv4oB7ee6FS2K3gMC+PPtrypzU1N"
    "8AgX1x9onjY47iUtGZJgEA2+Js25QZ45UxleI9FJZD56fxaHwbRrXoIzqBm3YoTZuRqhLq"
    "CnkNj3DhRQEEZJO5h8qySXq3fgpjX0nb1mUUA/usT4zh4HowO9ecJ6ra2dbK8ut0hI1GXO"
    "px2DP63MRx6DP6lN09+Yjd/Y70bycTfdT/mraiTaJXaTfai9uv9KE2d45UzvjOasygKHLr"
    "SXQszCOhaaFqTQvLNHVj4dhcv3g9hT0DV3ilUHY3zanfrxBFEQ+ykPBJRguxTLfWHBLWPp"
    "XXPrpZe+znb4m41NGZQRzOv/nxjUS5d/8mdLUupbq5Xa2DtSkp9TwSpK661BWqawj8e+db"
    "ZWFDZkR3V2VDODYc1qjKhjpvCJQ2dMQXrsYuWCeyQNVS7qKjykUMqBTRiATjQ9tMXnD/Xz"
    "wXa1SeQoByecqFM8fyOCgSks4cO1ILP8V8AofjXh0V9AZ53iV+sua4Sg0tjtqlirKz2qh8"
    "GABKbVuqj0biF9lGUwTsovIt4yS7gMIe+so91PK8gDPdy1ebZHyTON+bE3YdeA900X/EQq"
    "ZPHgWriEz4Drzf4Ac9uBIa5k3pzJ6oVkOL43YrotFJzKGpAqpoS1XRtes8WSZ2hbaSDAY2"
    "Epnz52ICjXLnwm72jQofA4ihllXADnWPXMLipsEWtkm66oHtAyfw545YGUkGAnNf6nyvOb"
    "aepJTZAhS0WdBma2uz8d41dOjKWqnObg/cqc8m+6LtLA2LHFGjZZ3BsPGAvAfenkKQW9ad"
    "J4crFoG+xGUsJxX/r9oa4qLlzUtDV7WLwag3+cpf1y44Rc4XX2d6b4eGe+86z6xdnrg8is"
    "h9SUTdrWa/MskWbQn2ldwAYHOX2NyfsGvRLxMy6rIYIF2mMJFSa6yRz1lkKuZ5FgS0yxwL"
    "rE4N0ymJQiG1tTTXSx29dYIX9Lc8zFj4pEpt3R63S2t1I0QUmQEvbEu9sNAE+mi+pwVaWf"
    "YLl/zb28Eln/ocqEB+EFjmewY9QRFUsBn1p422gOziHv7SYudAupZJ2Ft5HFhbRYWorrUF"
    "KlFjVaLCyQFSNVke1K6ehHxd/EQXRDkPfRYJUlZZypBUVK4QQhjmzczZsI/RLLyyw6DdGt"
    "ndbdKGmGyrUDBq22fUQnqFIiYuZL8flX6JFvptb56v0lbps8Otov2vT/e/6t2SO3j3hhnC"
    "4v0y7DQPm2ZLN03R8wledSzBCa0NUBbWlLl/9NJqID/adJDHa55Rr29silZ54enMJr3R9E"
    "qfhB19Q5tigd24qe9gOr2NmvqG5YaKtGSFVjWN8fKpo8ROMar08qSf71JVPToSdNOW6qZ0"
    "46VyE5VBFgX7tfR+7WHhblcZiMq7tLLmgUsXcwG64+FAtUybK7qvGFTrvBdLWi7AgHop6i"
    "M3+yPmnNa9c3FJYEC93AIjSnsGApS/bqERn/FbUBCBhAjQfI49oSOcUgScdFCPb5VsT9vG"
    "brX1mY7o7rQ/2dgjWqBqZGqDMdoRPXfyVedNtn3Jpt+NsVjf3w0CCJfpEON4PrKFTysvwG"
    "C3lGjyZvlCWmEyHqa51IFYAfFdDt8sClUW8N5AGkF5PqB0ViOedFYaTjorRpN8em9xr0oe"
    "BYuIRAE+Eu3qlSKAb3G+Lc/wVsi2jfvAswjXurxwHBsjUhIn4uGLBWj0Bm+1vmyuHLgAbT"
    "we5mRxMSiSfXt9oU/efQwFQwdZfkl4wiJPjjXHxtrFC+ubyMzfRh5uXe90GvICsBD/74LH"
    "kWcxB6T8dtZvCuvhOZwilG8AsMhL+A3tZ/TiGdiIVwzRRZ6Lh0VefJE3DaqC8yZ+daLSNh"
    "oqE1XLWYKzU+HsVCj0hLNTQeonXN47dWxzHOw+M2B7XHdH+O0Z3z84zqPhUaThBMc/PECV"
    "EoLWBuTUmfVR1d0v+KVqyhcG7ZrvcaXPI35pYNIzzOuKeZ09bunetub8ZKGqblZ5HHSz6m"
    "py3axAb26LBgXNj9rgYlBNY9itLojoCg3UE6A4qo6acE/tIvqUwrZIHgcFUtIFUqqYgq0k"
    "PzaUGFS2nUIGC4KQFoQa+cmtpB6ZK8sXDkpuQAeMRCa788kGIsNSHNFZngFJzXLF7ICjLv"
    "SiickFGKQ/yOS4KX+I+qmEYteuxTuOqqIh3wbRzn58+VoQ5Aecba5e46AUfcCUMxdTBecJ"
    "J2Kt3T5ook/1yeeoSVB0hzvS688Gn/VzjTUnfcJ35HbKPmdN1e9Ivzfq68MhuzBnv962VW"
    "krBL3ixRbwU3Ckbcn3nhuhqFT7ExAoRLIK0ZLyI6IJJeNBBZJK87eIZ/FUz13p/SkOMj4F"
    "DK1NL3eJJsYc7Ku1p9N5AfjK0yNe+zJcFnCt5xGCwuXbYHODwpBM2Uapzx8QWYqHFXKwI7"
    "u1p7/Zl9Ff7+7CM3+fkP3uL4lTLHxQ7y9/vev89STUX9Ui+DP63Luj+Omobr2sv4iOLoTz"
    "2xjOh/Yyh2wDQalZOrw+EBV9NzIYsKWl2z6KUP7afrItZxziwwdzW0CA5xW2dUiF4Vtxn7"
    "08hT9Px6MKBlNYkUdr7mt/aLblnaBnuYJCxkf1SlFcFLp5A4ndgOPnjNh01pizQu/ydeax"
    "4O8UWDjmaI34HcDK7cwMpEnZU/srfI4JMujUNLFrxYFYgTldcgeY2SIpU8jGnuH5yBV2nh"
    "WgEAlWORIcCQsTzjtWR8oxEGSstIxPLwUHPSEruoOYfDu9z73BsHcxZCk3yT3uyE0vyrtZ"
    "ozjzZjgO/57bjqdKzg1ro+hyswNiY6IkVTIDa1Gc71LvD657w3c/dM8Ke1lC/vcfigxTde"
    "DBMk0ZHTnFgRYhokU4NmdjKU+5jocfTi/+cCJK8QMWIjIZDkQWiYQuVXulExIryqlubogd"
    "EivaKHWomD124kRBFtuCuHJcbC3JL3HYImvTFbhP0x3y/bxOTBh/JtMtuZrOZRc9b9Ikcr"
    "OQskB/LI501n5v2u9d6p0/j5eUws6ZRmGotDIrpTisuystJQVAWkpL01Ic15So786iYMmW"
    "LvV4tHhe1XpOtwSrcn5Q56b39VofzZhb7WVF19c7MtGvbkdh/RvL5b8jl4Ppze1MP9dMy1"
    "sHkZPq+J62E/SHrjEx4wVeSEL66HIw+kQlFOHvyPS239en03PNC8JTEu/IVW8QliAukGUz"
    "32gkQ30jRVX8o2vXebJMsaNpshiVXyVlk5DiN9tY0Y3fETqhZhsJSWASSWDitT97LPs5od"
    "lfUvcTuC4mc7ETwzKYRqwZ+YX5uxrr8nely/J3xVVZtYo/pZzXwvM1VpOk2ORgW86m7XhS"
    "1ZMFXMtZpPrTau34bEkUPQKdA23EinpwLSxWYw26YmK2OYmd8spFgzYmUXhiW0yl9fDcFT"
    "veeAsI7Iuz72LTcvHcNwJX6BS1Ig64l7EDXZngTw4GTWNkPYkuXttojj1h/gtAkICsBJxn"
    "OaW8gGu5KnmkCDLM4POjNhwH/sOlGHli9bMpAjQWcY2FhTMCV8hQykCAcXHGiSPW2i4ZD1"
    "zLlOP7vi2VgZdHQuGOyoU7yHuUkHCKAumqLF0XU0o9SW8/D9yi8p+S8EmAJd6XFAXvi8rv"
    "y9KihqARrDn2S1X1VhYGxVsCxVtQKtOBUhkomoBSGZD6aR3oHpYKLLC7s5xgM6Zbp5ZgEb"
    "dqgkKC9hUSxD1OJc/qg1KCVzqPofTuiOSfwElab8/53tTgheusDKljJ4vIJtF76GP5HDkR"
    "5HEQDJRez1fIEsph2gAgWCITmOJmTN7eDi7LIlP8JMkgsMz3DHaCC00F6VHOf2QuZQ2h8J"
    "cWF45HTIwH5D3wFg6C3BJ3dR5XdMO9+FHn/OZQehG3bt3MYzqNLwaj3uQrfyJfcFq9Xnyd"
    "6b3TL110FizrWPgwxfHVlT5hVYgxnh2l2NdvZuwSms/x2mfXLvX+cDBi10w8ty3CrjHr/n"
    "LS+zI6154t/8F00TO5I/qvN4Pwfvjb2grvp0dVjlidEsfo0TwJZ1Ee2UBn0Yk4h2oFMqKu"
    "gzKO4CwQglVKyxi8/eD3PbDf99ar9vmmn3d3+HuZkQe+3pb6euEso0MW1lDKxKr5EgB4As"
    "TZBr/LIdlmu4joYpLFAOcSae/0KQxR0nMgYF2iNNWxOYTXc8ok2AO6ZOaB5zurqC2SiE+m"
    "fzudja/1ybmW3OGOjCefeqPBv9hFx10iYv3Ork77vdGIXfPmiBB2pXd5PRida+yAMqKGt8"
    "XyDNYe8UniePgUB8esCRyzhjzv2aGGDt9/XNVLqgCENUpC9/nms63VNsL4tFAbNQ4UJPAa"
    "CQh1UivAgHlx5sPwk2c8IdsyDZZHIOqU494APLAqe2DRM7J8KjLsWgtrjvin11Yfpsq/Ax"
    "QRCOz5VFlaskIlcR1rAwO+Bfi2EVkGaCltjWTxCu80HX3EIrcsAMxCv3dk9hP96gcZw+Ks"
    "hl1xVmpWnBWtioA8I8LiN8xzxInU91wXlSRJbEMLEqh5HK6cUfiPRUDCbvHafWDZvkW89+"
    "z7/iloJO5LB/j3f4pZPPS/xsKx42i9iHc6A1N4TiurPYVOUAnqizjgXpz76KQKmThyHgm6"
    "qsq6KpRadqDUEpIvoNQSpH5aKTefMQlwVc5NZkB3R9LNExsKWTeQdQNZN2+tVdtOmUOwnP"
    "AsBiwZCR883Tp/F0x2ymIOGB+/nfWP5PXY/0ync9YPTA7rV7aDyqZ6BlSgfcFQjZrsl+Pb"
    "i6Gu3Uz0/mA6GI/yGk74Yd7pOtF7w631hCwlaM6igOcaPDvPROY8wwwKioali1bBAXtsdU"
    "WCfQ4UJABu2MNIQiFXArhhD++GXduIGOKcFmFALPi32+rpBP92G6WumH97isO8kJ1u7ty4"
    "bh1vNzsRjUHA691Sr3c0C0RlkEWBQS9t0Mcvn4g5mYFA4EHCjvwm5CD89grH4AkxvQ/PIO"
    "dc2gpieUfRArFcYl3HLwmVVfCbBQHNdWhGZMkrIa3geIMAgusQ7FHD1/DWaB4rorV5LgKB"
    "7nrLxrMU2wUckF1Gtjo24hd8P8Wet8NCLI7q7rAPn/E9tQ5DAFiHLbUOpXoUQ4foPdmGLv"
    "YlOr0WgNDqtVswFOu2ejXxk8VrW1xunKcICPGKm+YQVClfgprlXs/nx3lUu8eYSMi9iG2g"
    "5E9E0rWi+9BdubFiVsoYenCcx0tsW0/YfdlhEW0P7e42ixiIToEQZUHBSFuNI0zMtWPJHA"
    "uVB4KRJG0krbDn0ZVAWAJ5HAhAWgAhZ1vUV9STxOMhdilhIHnB/X/xnKM8VYSLUwhQLk+5"
    "8AKTx8ECI73AHOngRcVcMcfh3pnPA9eV8sgUoGCxKWexnfihVmuqRMemmYB0Ozf66HIw+n"
    "SuxXjWv2w4+BwddBWbdOxoqqveYMguLZBlY0UOp0K+j1drnyOn0nUwCzncJvThbVfBvWXx"
    "E6o2SaxtGRhUEym9rEXvuBEQn3foRLWUt8Aga5VlHYYC4uVONpKQh4O8VZY3vdWa/jpslO"
    "kupXsiB9kgE2FvmyN2XUesR30CgNi3RHlz4EZV4iuRqVxAwTSGSs32JhUoF4LU4zBPjRBk"
    "fmi3ZggyiSNBBLKlEUjoxnNE72jgCh1kGA+HKIxM/3Pmzhdr5Z9CDtjC/3iUbzXrh7PVDn"
    "zuh2l57PebBtWqPF61Xj1nOuc2CttTnfGX8JDBcEu5I5+oNneuLR2CIw966GlnLvTEU390"
    "H3qUHC+ybqcIWLpljld28ZPlBJ4hzjwHqvCrcCoSkPOGl94EvKQqe0njtdfwLMKrZKmW+R"
    "YYZK2yrKF3Xgcch+A4hBZvIPXTchf3sGvNHzp8B3H8YXeHSxilw5TxA7fFCfzKLaeqN1vJ"
    "js5cCaJb+mmaq4WTQn/4oYZDgI4qPy2UfVZIq6PvlQDD8fAGsvvxw4c67pYPH8r9Leyzgh"
    "rlEB8Tzm7683Q8KtGfUkhxG7XmvvaH1jwXLiOj2vAv2viFTZDd4OLYTWn+/P+FjpdC"
)
