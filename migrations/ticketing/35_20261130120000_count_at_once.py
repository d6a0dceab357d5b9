"""Statistics of many events are updated by one statement, and no longer by one for each event.

Each statement prepares all constraints of `events` before it begins, which takes PostgreSQL more
than the change of a row. What is counted stays as it was. The rows are found in id order; they
are locked already, by whoever changes tickets or bookings.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

CREATED = "SELECT {columns}, 1 AS sign FROM new_rows"
REMOVED = "SELECT {columns}, -1 AS sign FROM old_rows"
OPERATIONS = {
    "insert": CREATED,
    "update": f"{CREATED} UNION ALL {REMOVED}",
    "delete": REMOVED,
}

TICKETS = "event_id, ticket_type_id, status, admits"
BOOKINGS = "event_id, status, total_amount"

SOLD_AND_HELD = """COALESCE(sum(sign) FILTER (WHERE status IN ('active', 'used')), 0) AS sold,
            COALESCE(sum(sign) FILTER (WHERE status = 'reserved'), 0) AS held"""

AT_ONCE = """
CREATE OR REPLACE FUNCTION tickets_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE events
    SET total_tickets_sold = total_tickets_sold + change.sold,
        tickets_held = tickets_held + change.held
    FROM (
        SELECT event_id, {sold_and_held}
        FROM ({tickets}) AS changed WHERE admits GROUP BY event_id ORDER BY event_id
    ) AS change
    WHERE events.id = change.event_id AND (change.sold <> 0 OR change.held <> 0);
    UPDATE ticket_types
    SET sold = ticket_types.sold + change.sold, held = ticket_types.held + change.held
    FROM (
        SELECT event_id, ticket_type_id, {sold_and_held}
        FROM ({tickets}) AS changed
        GROUP BY event_id, ticket_type_id ORDER BY event_id, ticket_type_id
    ) AS change
    WHERE ticket_types.event_id = change.event_id AND ticket_types.id = change.ticket_type_id
        AND (change.sold <> 0 OR change.held <> 0);
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION bookings_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE events
    SET total_bookings = total_bookings + change.confirmed,
        total_revenue = total_revenue + change.revenue
    FROM (
        SELECT event_id, sum(sign) AS confirmed, sum(sign * total_amount) AS revenue
        FROM ({bookings}) AS changed
        WHERE status = 'confirmed' GROUP BY event_id ORDER BY event_id
    ) AS change
    WHERE events.id = change.event_id AND (change.confirmed <> 0 OR change.revenue <> 0);
    RETURN NULL;
END $$;
"""

ONE_BY_ONE = """
CREATE OR REPLACE FUNCTION tickets_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT event_id, {sold_and_held}
        FROM ({tickets}) AS changed WHERE admits GROUP BY event_id ORDER BY event_id
    LOOP
        UPDATE events
        SET total_tickets_sold = total_tickets_sold + change.sold,
            tickets_held = tickets_held + change.held
        WHERE id = change.event_id AND (change.sold <> 0 OR change.held <> 0);
    END LOOP;
    FOR change IN
        SELECT event_id, ticket_type_id, {sold_and_held}
        FROM ({tickets}) AS changed
        GROUP BY event_id, ticket_type_id ORDER BY event_id, ticket_type_id
    LOOP
        UPDATE ticket_types
        SET sold = sold + change.sold, held = held + change.held
        WHERE event_id = change.event_id AND id = change.ticket_type_id
            AND (change.sold <> 0 OR change.held <> 0);
    END LOOP;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION bookings_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT event_id, sum(sign) AS confirmed, sum(sign * total_amount) AS revenue
        FROM ({bookings}) AS changed
        WHERE status = 'confirmed' GROUP BY event_id ORDER BY event_id
    LOOP
        UPDATE events
        SET total_bookings = total_bookings + change.confirmed,
            total_revenue = total_revenue + change.revenue
        WHERE id = change.event_id AND (change.confirmed <> 0 OR change.revenue <> 0);
    END LOOP;
    RETURN NULL;
END $$;
"""


def _functions(template: str) -> str:
    return "".join(
        template.format(
            operation=operation,
            sold_and_held=SOLD_AND_HELD,
            tickets=rows.format(columns=TICKETS),
            bookings=rows.format(columns=BOOKINGS),
        )
        for operation, rows in OPERATIONS.items()
    )


async def upgrade(db: BaseDBAsyncClient) -> str:
    return _functions(AT_ONCE)


async def downgrade(db: BaseDBAsyncClient) -> str:
    return _functions(ONE_BY_ONE)


MODELS_STATE = (
    "eJztXWtz4ri2/SsUX25PFberOz2vmzp1qoA4PZwhkALSM30mUy7FFsQnRmb8yGPOzH+/kh"
    "/4gWwshYAw+8v0xGgZs7a8tV/a+m/bt4wH7Ftk8b4bmJY/dBZXjont9nnrv22Clpj+T+mY"
    "TquNVqvcCHbNR3d2iENstG474VV05/kuMnz6wRzZHqaXTOwZrrXyLYfQqySwbXbRMehAdq"
    "v1pYBYfwRY950F9u+xSz/47Xd62SImfsZe8ufqQZ9b2DZzj26Z7LvD67r/sgqv9azFgPiX"
    "4Vj2hXe64djBkqTjVy/+vUPWAIv47OoCE+wiH7Nv8N2A/QL2gPGvTX5U9LDpkOgpMxgTz1"
    "Fg+5lffKen19q6PhrP9Kk20/W2AEeGQxi/9FG9kIAFe4T//b+zs0+ffjj78On7H7/79ocf"
    "vvvxw490bPi8mx/98Hf0MClb0a1CzgafB6MZeyCHCjESL7vwd4hBPopQoTBS9pG/yf4FZd"
    "C3lpjPf4Qo8G/GkPfJ/xSlkXBfJY7kQiqPdBruQyAuRuaY2C/xRKjgeja40qaz7tU1+7ql"
    "5/1hh7x1Zxr75Cy8+lK4+u77b/LCWd+k9ctg9lOL/dn693ikhfQ6nr9ww29Mx83+3WbPhA"
    "Lf0YnzpCMzM2eTqwlrdGRGyobvuLrom5ZFbX/fOBKOH00ZAe/xjctxz55zg/kZfi7nPUYU"
    "WKc/5gjfq6r3SPt1lnuFRl+6k/5P3cm7q+6v3+Reo+F49DkZntI96g/HvQLhXnD3H2xw9F"
    "o54xkIUC5PubCGyeOkdIxq1B9GyeBHTMTpz6JAwctyf4fnjos3mf/XdDzi854iimaUZfit"
    "v1q25R0h+xVEMiqqlU5RvxRsIHaDotJBcx+7IrSvAcC6POuG47rYRuwxufqmfJHdREqttc"
    "fD/86WWuY7zx8y/hu7cIeMhyfkmvrGJ86ZUzZ286Pl2bJ4BRG0CIlkv5j9vjS60HOcB/pv"
    "VQAiN6SzJf5wFw32IPxwmuEHF8+xi4nBWT7LFUkOBPa6hL0eeFg8HJABgaV+bJY6kM+uOK"
    "4pMfGzKHCTZLn/I0DEt/yXTe5Lic9CmjTrzz5++8O3P376/ts14esrVTxvcuo7PrJ1tHQC"
    "wol3XTkEv/CZLQKLHhE2rCWy319E/x4h0xU0jm6utMmgX/RrApfZFJzp2b9HbolHk8E0wg"
    "6htv+zbmOy8O/pn58qSEyMkE9FPzL+4Ix9UggS+sgPPD6/GgmWIccD+jwoNu3yocI1en9M"
    "t1eYmLHLIkB3+1obXQxGn89bMf6W9Mejy8HkSrs4b1HK55a7xCa92h31teEwvMp+tG2zqx"
    "Pt8mZ0wS5SQzegj0evab9eDybsEn5eWS6OpqKgOD9+X0OeH4tZqlSg7KNC5Cvy3nSW9BNN"
    "IxaxDUwoHkkCMeGkMoMYzTtPF88X55E7ELNi1lSTpGx5OvW6MdM5HBPZcWyMSElYJI8siJ"
    "m+7G9mRKyv7Fe2vfF4mBNrb1B0vG+uehrVqKE86SDLL7GMDWe5suncJz5yX3QXI08sX1yG"
    "h/CqeGQkWnJ1M+AsaJUvQB4I819g/j9i1+OWSJQ6hhnE/vzCj29ldO/YKTSoBqC/XGKpzi"
    "MbaJE1uMQrWJmSUs8jQeqqS12dbGAfUefSRO4lxmZVSnBzXGdLXtCIEfqcQg6YHVQjUQKJ"
    "wraH6eLk6/fIu+cJg1DLt6TELA8sGmYvPvaOUKVV8RsXcqy1F7WKe4NRd/KVbxf3OIUfva"
    "8zrQtmBSwwB19gXP/C8gyWpqheYIrjti8wrq+bMQQWGFhgkrkgLIwCsEl5yj2IRC1dM/Dx"
    "cpueScfU0jEWHQ7lbSeqVNTQ7iejTKDOShHyI30YQoVFsIkFQUDRlULxdY96s3RmcipZuq"
    "6LSsMQKajAas19J3IVLP+YByTcTtq6Cyybmijee/Z9/2y/EdlbZ+xvvxdrkYnl6yvX4tWA"
    "V1Sw5WGvrl87nrRnSfkaRGdOJDoDSZ9TlLpCfvI9Nh4GpNJNzg7pbPOS2WCdLkzgJJ+mkw"
    "ye2uE9NUknDeh/Jf2W5/Eqzco1TzK+SZzvzjMzECElEbeK5i85VCP2cey7apJRKME6UC5P"
    "+QP9nSJ8J+OBbAmyoUteI7c7LLj7lsrfoWQ8FNZDy4EjMjLZ1gQvioLWnekZCEx2mV0kBr"
    "YepQJzBWgDVxCIzL1RZK5OpZxYlZwCBXIQmztkbM6g00Rk3UjGg5chsWo4T2XBi8ruNE+l"
    "wQvoTlPbRuK70/VaUxyDa92+1iZ9bTRjPSlcAxP/llwOfmUdJebWsyr9JB6RzYuGVlQBrB"
    "HQwOYgDWxU0x1v2b8GeiwfTj0rUFAIcoj0rUWdGtdZivq1eSS0gVE5LhrJivp9FidoVEfM"
    "ayjIWWU5s9Uy8DCnkrVUmWYhDVKjO0tBJ/zo1Mxm/8NpUL+V2xwWSOaTHK3qolM3gwJiOc"
    "RaRPdY00IhJyyHOvlKbDbNkripGI0F4MkzSVUgZyJWJQv3nCn8cCSvNWNGQmEWYUBskVgT"
    "21iu/j6PBDNZZTMZ+tPt9KWBrUrlVDcrNQ5blU5R6uoURGgs9l5VDZEZ0NlSChHG8aEO4k"
    "TrIHzLt4UKIdYAlZPCylZCZB9TgPQCrAkZzX0zT7UcLwVfzvkaAGxLsi2c0MyiGhTFhIqf"
    "qkYeTmgwiEmg3R+P+tpkFh46Y2DXvyVX4y8D7by1dB4tfEtmP2nd2YT+TW+OfJdemV6P2X"
    "hv5bDR7NgabaLRm0Tn1kTHLt6SMQVOzlvpMx28dIiZ/3pi/wsFYrLABjoXR+JM1ArEYGJK"
    "nUCTwkDASguYieBPhwha2ilmj/r4ZtYX1MbKWiEGWiFDrElYFtKknVm7C3LGBOmWRx/WZT"
    "t6OEZe1YEyJXeAk2UETpYRbyu2u45iqs1w4fSrb2FXojFbHnbySWzbecKeTIO7IvDkmYQT"
    "Wt+6wv0IT2hFhk9XRlG/+GLSvaRerumiOfVyu/3Z4Av1cKN7Ma/36nqozaLDWperMFHPP6"
    "xVDd+X9RaN0xVSckvhexRcdFNbVHKftZE26Q7PWzGeHZc71SZfouNyPew+qiKVFXphRzLK"
    "SiUD36NUSOxIiYhkRJ1BSjJF3pLxaDhgfznEtuI7HVwQmbpP2apcHrxBkdfdNeBCNvZ0Oq"
    "Nd4SBNAQoVUSrHaSJhceuE60i5pFQYZKyUjOlaSl0PdgKfvt4jXNt74aIP41O/VTGpsAOT"
    "5STehc15fyIytrOaucPJ8Hqh9QdX3eG77zpnhdhPYhl8+6G4/Pt0/Xa5jb4qqc7CgN8t/F"
    "rEsAMvdsQEYpwbWIhuCkQ3fewuOd56RaokAUCthniWxEZkEaAFZ4rXc+iy+D16dJiI+nPa"
    "6LyFyS25oH6cGRYJsPoANXw5ZNvOk6e7mK58LicSWKltNsGgbgTUTUwf/V7izXkudB3ys+"
    "g9sp9UrB47+XeIPLxSAhu3ADEIJBSjqJxuoheRnXRFGMSOyqm12LcE4ZlVQsZNGR5sHZmK"
    "kDDBgdhzlvUBqagN4YFhyvOKRDJMPeCVLxkWqLzPCeWNZdzXTe7Eg10V9zgh9vlBLxaW5J"
    "kqFYp8jQDVLdFE1F0gYv0p00i0gGxSXd++29U5PrJ1akk/0GcTMRQ3gdB0gU9ukpL1HFuk"
    "SQgfDCTzSXZxyX6wqvq/IvJkoudlZZTRXLvHYhO1AIMputkT1LexPqevMM9c27I1N4MDK0"
    "N246I490UccC+zORqaDjW//AKaDu10sYCmQ+VUN6v9DDQdOkWpCzQd4naV9zheei+GX/48"
    "wVFwjzMX0mZCs/D/ZvT6uqPQkc2Jv5O3ILmazI199Gm6DsN+W7s1ZYd16vRs0qN4Yr3WTe"
    "0Rxbgt9m60kNdCrad7x8bn9H9WluEHLm5ZXos9mdm6e2mF9++05o67RH4LEbP1ZJn+/ft2"
    "ge3d3fUVDaT2cXwFNJOq00wqkqyI25QiGrGJbd8eU/j+CFjS6/FNCoHvzpR2iM/NUfYsgt"
    "yyFFkKKtabvPjRcQJHRmuVWmBTMDuJ6RzuDUbdyVf+LE7GZ+2g3teZ1qXMK9ZNcWogQmos"
    "07lx9dZpL4JAj8UTXRYPdL6WanrlMBlLOJ57r9Sro9Uv0QO+jkrnqpT6xrBtOn1OAXpckw"
    "cq/URVuovjloEizk4OBP6OhL9jmXi5cnzW+ER/wJxtEuXkc6AgAgkRhAX2KKxCFj+wcgML"
    "q6u0YeO4JjVSpBQRBwrvgsS7gJbCZ2GlEOjDBn2v9tH3SkgzrAGN4Hbf+mCOLDtwhQjPQK"
    "BkSJxx/LyyXCzVOzmHhJIhlUuGqLctI+IMDOSrsnxd7Acu0QOXsxuvyp3OokB7SuyGhNqx"
    "pr5easVhJ3geEHNbGDY7qlMnCuuGAAjCQhAWgrAQhD0hEUAQVpEg7Lo3h6AQ8jgQgLQAIA"
    "QLIVgIwarLLYRgm864FxgGxlLn1xWgEKRTLYoAwaKTELM6waLPVOhVYaL0886WANECxdX3"
    "EBk6vcgQVFwf0id2PIt/wH25O5yBNIn5nW1NCv8VsGmT8eBDyETX0t3TVBtw9k93XReVHh"
    "K5gS3IwLa8N5vR7X/MAxKG9lp3gWXTRdF7z77vn+39iyZSFr/9rtSmgEEagP4Zv1RZGryR"
    "22yOQngbzI8TNT9gz9HBjA/BhBQkoV4RaqMPg92Va4lumS4AYdt0kf+qbdO55AfxnsRaEK"
    "cImPJQMAVtl3bRdumNTdYhNqm21NjJPlX26sawbcaqHQJ0dmSQBZGyUzVVxTVZYzXYkWis"
    "WskaKBBSxR+xeGcJ1ztYL8GqbKq1r7tfr7TR7LwVlzSxc+svb0bhqfWsOrddTzhvfbyeYf"
    "DrhOpJIgNXWhizQf9nbTalC1nUZP2WXGoa/XOOMf3/WfdX9oePntlfN6Pu9fVwoFFJBYRa"
    "CraFFRFWtD1Z/JQPEwIou9pWbvl4KSuBFNqgo7H2LIUDJTCB+/PwnEh2SI0w+3kc8C/Lfz"
    "6FJmi7bmBBDlBaDaXVjSytZtt/N9kt1w3xcDhwSK1GfVfIsqsim+nnnS0hzSUdCZHME41k"
    "GijwhGqk1oBGaNp9p8IaH9jqjcc/D0af9f54dDmYXLE4SWLhU+rnlrvE5i0ZTy60SXZM5A"
    "RnRsQBMn2iXQ1GdPA6Uqa7eMme2U3HXHYHQ3aTZATbmpK/x+xmMsqOiJpgZMd0f+kOZtkh"
    "6AlRn9wsBuaSv9dfGl1ef6f2hd2NTpPRZ/Zp5Fsa94gsMp92R31tOMx8Hh0YzEbEsajsmO"
    "Tov+yoSXc0vaQUji/pf8NBLPw8pxw6c7ZTe30n/fOAfmdyE31h0S9cfzbR+hr9eP0dlBcD"
    "0xEUfUlZ19eBsTllXF9Hx75Qu+3yq65dUQrOW4/YteYvOmbLCGOHzYzr7nT6CxUyo8ej91"
    "0hz3uiMpaJlH06q2P/nJUbQGdFC+gghUbgHEGABgI0J8z/geLzwH0a4JKMiwH7r2T/8Gl1"
    "kEPC5VxCCRWAIAFZCbAuBQFna0w9BzBF788FbDM3KI4YifiBzJ2ifuB5K8bfkqk2ugiveJ"
    "iYyZVZ+Gdc/jBN/CmPeSCfu180/eb6vLVAj1gPViz3/vNo/MuIZd4fiPNE1Mi7I9/Hy5XP"
    "kWrp+5SFQFx1Y9cefvYlaoUzsOa1RGhYnXBW3DbyfB27riNUkp9HQQcS8VDkEnseWvCTxT"
    "c3gws+73lUgfcgsMz3DKtOQHIX9EcRpugVyU7+8JfCVgdQYV4YMBZv5JPCmrdiHYl4S+vC"
    "1cr00n+3JXvXQzo18r30GqR8IeULKV9I+ULKF1K+jU/5QmurQ5bEzn06SyVzMBxwY0Jme5"
    "YDOKflAmmuc2o6BEuIPAMD5xSc0zLndMysuIGPl1XuaWFQZ4uDmu6IAx/1RH1U2Mx6elV6"
    "QH6qEg+6jw8Ewa4csF4SBMCu/BEg4ls+ZytgKfdZSJOY31ltRaSkKUW2UAS4AIN0++vaI4"
    "v2peZhQQbiMqC/29dXrsU7+7Bif3YeBnu0veDOd3zEOXa4gsQsCCg0LS/sjaRLtAvgYA9D"
    "6FtFR4XZnGMsQ2QeduIc+uhZd7mHrsUMlCxNGdjJMHih9QdX3eG77zpRDoouRJYf/uZkkf"
    "r2w0bbBUqUxBzNw06G4fI5ahHDDkzMccq2sJgFnjqPbCGWmo0F4Gku5IpF37dG3gWi7hBw"
    "P9GAO5wKfxiPFM48gb14dUXQXkU759picmhfJzvvVsnOu0wZXqYArz++uh5qs+jqcmXjsB"
    "guU5aWKUfTfr0ehFVo+Hlluar0wI0r+WSFmoGrrM3ao/FIo0Bqp92S8Wg4YH85xLYIVkMM"
    "0MTvrZv4QQgOQnBKuZQQgttNeANCRBAiUoJHCBHtfKER9fMKQGi7IuvqrYk0HFMowLEBhK"
    "y7eIxjTaKP3SXH4f7XlHqj1fSvkUVtYhl+669WzcOhj0cOjJJqORQp7+QLy9kNyuUQ7era"
    "lMR2TZSBNmYXzs6Kq0KKPJ27u7bnODZGpMT3zQGLJ7tS5Fsxm8S593yw63g8zM3u3qCoRm"
    "6uetrk3cdCdpVTpBm8YFe4niqPAp0ucaSrQ3xk+MLMF3HAvTz34fZbGfLXQGBfnv0VZU5q"
    "6q+BwL44+8SJjzmvy/oaAGyLs21TZvRX5lSK91BYDu2fxqPxTZjVoo/oBG7aCyJt+6BKqi"
    "vkNWyWycsCCMgmcw+VZZN0yfgc5r6SBhmLKAf2RZvow8HVYHbech6paWdbS8uv03sjGnGh"
    "xWnP6HMTx6nP6FN29+Qjdvdb0r+ZTLRR/2va9CPJXqV9P3o3X+lDre8cmZzxndWYQVHm1p"
    "PYG55HwvZw1baHl1nq+tyxuXHxegZ7Bq6wplB2Nc2Z368QRREPspCISUaKWKYvRg4Juk9l"
    "3UcXa4/9/A0RlwY6M4j9xTc/vpEodx7fhP5BpVQ3t39QsDIlpZ5HgtRVl7pC+xoC/855rt"
    "zYkBnR2bazIRwbDmvUzoY6bwhsbWiLK67GKqwjUVC1jLvoUCgRBypFNKLAeN8+kxfc/Qcb"
    "nJepnPEMBCiXp1y4ciyPg01C0pVjcGDpfrlXxwS9Rp53gR8tA1eZocVR20xR1hWbyocBYK"
    "vtidqjkfhFltEUAauofOut/Z/+qhrxh1lDLc8LONO9XNsk45vE+c6CsKvAu6dK/wELuT55"
    "FGgRmfQdRL8hDrp3IzSsm9KYP1FthhbHbTdEozNvQlcFTNETNUVXrvNomVjo5NUsBhYSiY"
    "UkIVAvDy5sZ1+viDGAGGp5Bez4rCgkLO4abGCbZKvu2T9wAt9wxLaRZCAw9yXmfnLom4Qx"
    "W4CCNQvWbG1rNl67hg7VrJXm7ObArfZssi7azkK3yAEtWtYZDOv3yLvnrSkEuWXdeXK44i"
    "bQl3gby1Hl/6uWhnjT8vqloVqtNxh1J1/5eq3H2eTc+zrTulss3DvXeWLt8sTlUUTuSiLq"
    "LjW7lUl205ZgX8k1ABZ3icU9PJ3VEnPqshggXWZjIqVWXyGfo2Qq5nkWBLRL0K7QHqZjEo"
    "VCZmtprZc6dusEz+lvuZ+x9EmV2bo5bpvV6kaIKDMDUdgTjcJCE+iDxZ7maGnZL1zyb24G"
    "F3zqc6AC+UFgme8Z9AhFUMFm1J82WgKyyj38pcXOgVSXSfhbeRx4W0WDqK63BSZRY02iws"
    "kBUnuyPNi7ehTydfEjVYhyEfosEqSsspShqKjcIIQ0zJu5s2Efo1l4ZYtDuzGys92lDTHZ"
    "VqHg1J6eUwvlFYq4uFD9flD6JVron3rzfJWWSp8dbhWtf326/lWvltzB2xfMEBavl2GneV"
    "g0T3TRFD2f4FXHEhyRboBtYU2Z+wffWg3kR4sO8njNM+r1jU3RKiue9mzSHU0vtUnY0Tf0"
    "KebYjZv6DqbTm6ipb7jdUJGWrNCqpjFRPnWM2ClGlVGe9PNtpqpHR4JteqK2KV14qdxEZZ"
    "BFwXotvV57WLjbVQai8iqtrHvgUmUuQHc8HKiWaXNF1xWdWp13YkXLBRhQL0V9FGZ/wJzT"
    "urcqlwQG1MspGFHaMxCg/HWKRnzGb0BBBBIiQIaBPaEjnFIEnHRQj2+FfE/HNsfB9gYmm+"
    "M6W3zRJ3x37zgPukeRuhMcvpOJKvHMk3VV1Zn1UQrwZ/xSNeULg7bN9zjtQJeeBkZgYF7X"
    "CsGsgjvbMviWS1VpfR4HpfXFlbRuaT1Ua5a/IM2q1oRKbMjR7N9i2G4uiNgKDbQTIFNTx0"
    "y4o34RfUphXySPg2wNlLYcI/mxo8SgsrVdGSwIQloQsK39cEXn5tLyOUHWnuPYGJGSOOsa"
    "VPQQKeqtqE9W5z07iOPxMGeY9gbFUOrNVU+bvPsYWqR0kOWXZuaRxPk8KQjOh3mlohetmS"
    "7AIKcgnsM5ghMdjuVM3ZXLPQumYnfQGnGam4NyutdHfsBZ5upVMafo/SVy2y6mBs4jTsRa"
    "u5Z5ok21yZeoYjm6wy3p9meDL9p5i+2UfMS35GbKPmcdHm5Jvzvqa8Mhu2CwX2/bqtQ4Q+"
    "MKMQV+DIG0DfnecTMUlWZ/AgKDSNYgWlB+RCyhZDyYQDImEOsybfFMz0onK4fbo5+1vnK0"
    "jta6sYTEjmoO9tXW0/G8AHzj6QGvfBkuC7iT5xGSwuXLYHOTwsHKlJR6HglSPyapG/eILM"
    "TTCjnYgcPa0z/si+ivd7dhA/JHZL/7nyQoFj6o9z/f3La/OQrzV7UM/ow+9/YsfjqqU6/q"
    "L6KjA+n8U0znh/9u8F9xqgCCk7HkT3ml1CwcV2hrSBYDvrT0HjQRyl+7ufXEGYf88N7CFp"
    "DgeYVvHVKh+xZ2OZP1X9PxqILBFFbk0TL81l8t2/KOMLJcQSHjo1pTFJVCJ+8gsRtw4pwR"
    "m86Kd+L8tlhnHgvxTgHFYaAVMiyfY4mU+5kZSJOqp3aWbU8I0unUNLFrxYlYgTldcgeY2S"
    "IlU8jGnu75yBUOnhWgkAlWORMcCQsTzjtWR8oxEGSstIyPrwQHPSIruoOYfNvdL93BsNsb"
    "spKb5B635Lob1d2sUFx5MxyHfxu246lSc0MXq3vLNGUsuBQHa5zIGufYHLVXXhAcD9+f1f"
    "bhSEy2eyxEZDIciCwS+Ui9YW6UraJ33xoBhbsbrgSk/U8wAQxp/1OUOuznPHRavyCLTUFc"
    "Oi62FuTnOKie9TgK3KfJ+Hy3qSMTxt/JdEuupnPZRU/rJH5uFlIW6I/Fkc3a70773Qut/f"
    "fhSibSY54qayaKwzrbiiZSABRNnGjRhOOaEruPsyhQ2dIbER4sXsyvXkgowapcvdK+7n69"
    "0kYzFvR5WVL9yk6UuLwZhbuzWKW5GlGfI4zNrTAxY3UuJA9tdDEYfabyiPC3ZHrT72vT6X"
    "nLC8L2obfksjsIt8PNkWVHZ4AwiWlrmakSq1u5zqNlinXCzmJUfnGULYiJ32N9SZd5h6O7"
    "KqjfQEJBkkRBEpyS+Ko9KIHrYmJwagWYri8JQ2UwjdAZecX8qYZe/lSqlj8VtbJqu8+UCl"
    "ULz1e6Vi1Xjs+mn2gfdg60EbN37ytebDLodHZipgiEasz5aFj5JArObYuZDx42XMxRKxVV"
    "50UgsC9xBgc2LRcbvh64tgj5RRxwL2NzuzJh9RwMmkXIxmhcvLIR9YyF+S8AQQKyEnCe5M"
    "zJAu7ETckD5eZgBp8ftNEw8H9efopzld3yqpObFWN93xYLCx0HrpCjlIEA4+KME0espVUy"
    "HriW2Ybr+7ZUbVMeCQX7KhfsI+9BQsIpCqSrsnRdTCn1fNk49Sb45Nt7mQGWeF9SFLwvKr"
    "8vC4s6gnqw4vgvVftisjDYFiOwLQY2IbRhEwKUo8MmBJB6Hakr1N6O1VTPsbu1UHs9plOn"
    "Snset2iBEu3TK9GOextKntEFRdqvDB7DpqYDkn8EJ+i8Pec7M4PnrrPUpY6bKyKbRO++j+"
    "Ny5ESQx0EyUFqfL5ElVMO0BkCyRCYxxa2YvLkZXJRlpvhFkkFgme8Z7AgVTQXpUX115C5l"
    "HaHwlxYVxwMm+j3y7nmKgyC3JFydxxXDcC9+1DG7OZT24paN63lMp3FvMOpOvvInco/T4r"
    "H3daZ1j3+bmDNnVcfCh6iNLy+1CdvxFePZEWp97XrGLiHDwCufXbvQ+sPBiF0zsWFbhF1j"
    "3v3FpPvL6Lz1ZPn3poueyC3Rfr0ehPfDzysrvJ8W7SjD6mwnix7NkwgW5ZENDBYdSXCoVi"
    "Ij6jYmEwjOAiFZpbSMIdoPcd89x31vvOqYb/p5Z0u8lzl5EOs90VgvnGGyz401lDKx3XwJ"
    "ACIB4mxD3GWfbLNVRFSZZDHAuUTZO30KXZT0HAhYl9ia6tgcwusFZRLsHkMyRuD5zjJqQS"
    "MSk+nfTGfjK21y3krucEvGk8/d0eDf7KLjLhCx/mRXp/3uaMSueQYihF3pXlwNRuctdjAR"
    "USPaYnk6azz3KHEsdIqD45UEjldCnvfkUEeHHz+u6ttTAIKOkrB9nn22tNp6mJ8WalnFgY"
    "IEXiMBoa5VBRgwL858mH7y9EdkW6bO6ghEg3LcG0AEVuUILHpClk9Fhl1rbhmIf2pl9SGK"
    "/DvAJgKBNZ8aSwu2UUncxlrDgG8Bvm1EFgFaSHsjWbzCK01bG7HMLUsAs9TvLZn9RL/6Xs"
    "axOKvhV5yVuhVnRa8iIE+IsPwNixxxMvVd10UlRRKb0IIEah6DKecU/mMekLAPd+susGzf"
    "It579n3/FHQSd2UD/PZ7sYqH/qvPHTvO1otEpzMwhee0stZTGASVoL6IA+7FuY/OAJDJI+"
    "eRYKuqbKvCVss2bLWE4gvYaglSP66Smy+YBLiq5iYzoLOl6OaRDYWqG6i6gaqbt7aqbacs"
    "IFhOeBYDnoxEDJ4unX8KFjtlMXvMj9/M+geKeux+ptM56wcmh/VL20FlUz0DKtA+Z6hGTf"
    "aL8U1vqLWuJ1p/MB2MR3kLJ/wwH3SdaN3hhj4hCwmasyjguQbPzhOROSkug4JNw9KbViEA"
    "e2hzRYJ9DhQkAGHY/UhCoVAChGH3H4Zd2Yjo4pwWYUAsxLdPNdIJ8e1TlLpi8e0p3nru++"
    "a4Tp1oNzsRDY5+P+GodzQLRGWQRYFDL+3Qxy+fiDuZgUDiQcKPfBYKED6/IjB4REzvIjLI"
    "OZe2gljeUbRALJdY1/FLUmUV/GZBQHMdmhFZ8LaQVnC8RgDBdQj2qOOreytkxIZobZ6LQK"
    "C7ntp4kmK7gAOyy8hWx0f8Bd9Nsedt8RCLozpb/MMnfEe9wxAA3uGJeodSPYqhQ/SOfEMX"
    "+xKdXgtAaPXaKTiKdVu9mvjR4rUtLnfOUwSkeMVdc0iqlKugZoXX8/VxHrXuMSYSci9iGy"
    "j5I5F0rew+dFdurJiVcobuHefhAtvWI3ZftnhEm0M7290iBqJTIERZsGHkVJ0jTMyVY8kc"
    "C5UHgpMk7SQtsedRTSAsgTwOBCAtgJCzDeor9pPE4yF3KeEgecHdf7DBMZ4q0sUpBCiXp1"
    "xYweRxoGCkFcyBDl5ULBRzGO4dwwhcVyoiU4CCx6acx3bkh1qtqBEdu2YC0m1fa6OLwejz"
    "eSvGs/5lw8GX6KCr2KVjR1NddgdDdmmOLBsrcjgV8n28XPkcOZXqwSxkf4vQh7fVgjur4i"
    "fUbJLQbRkY7CZSWq1F77geEJ936ES1lDfAIGuVZR2mAmJ1J5tJyMNB3irLm95qRX8d1sts"
    "l9I1kYNskIuws8URu64j1qM+AUDuW2J7c+BGu8SXIlO5gIJpDDs1T7eoQLkUpBaneWqkIP"
    "NDOzVTkEkeCTKQJ5qBhG48B4yOBq7QQYbxcMjCyPQ/Z+F8sVb+KWSPLfwPR/lGs344W23P"
    "536Ylsd+v6lTq8rj7darF0zn3EZhf6o9/iU8ZDBcUm7JZ2rNnbcWDsFRBD2MtLMQehKpP3"
    "gMPSqOF9HbKQJUt8zxyi5+tJzA08WZ50AVfhWORQJy0fDSm0CUVOUoaax7dc8ivJ0s1TLf"
    "AIOsVZY19M5rQ+AQAofQ4g2kflzh4i52LeO+zQ8Qxx92toSEUTpMmTjwqQSBX7nkVPVmK1"
    "nRWShBdEk/Tne1cFLod9/VCAjQUeWnhbLPCmV19L0SYDge3kB2P374UCfc8uFDebyFfVYw"
    "oxziY8JZTf81HY9K7KcUUlxGLcNv/dVqXgiXkVHt+Bd9/MIiyG7QO3RTmr//H3U40DA="
)
