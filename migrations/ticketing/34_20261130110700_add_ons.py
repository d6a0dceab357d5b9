"""Add-ons: ticket types that admit nobody, with a stock of their own.

What is sold of them are tickets that do not admit. They take no place of their event, so its
counters leave them out; those of the type count them like any other. The key from a ticket to its
type repeats `admits`, so that both always say the same, and triggers need no join.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

COLUMNS = """
ALTER TABLE ticket_types
    ADD COLUMN admits boolean NOT NULL DEFAULT true,
    ADD CONSTRAINT ticket_types_event_id_id_admits_key UNIQUE (event_id, id, admits),
    ADD CONSTRAINT ticket_types_add_ons_have_their_own_stock
        CHECK (admits OR (section IS NULL AND NOT capacity_is_derived));
ALTER TABLE tickets
    ADD COLUMN admits boolean NOT NULL DEFAULT true,
    ADD CONSTRAINT tickets_add_ons_are_never_used
        CHECK (admits OR (seat_id IS NULL AND status <> 'used')),
    DROP CONSTRAINT tickets_ticket_type_fkey,
    ADD CONSTRAINT tickets_ticket_type_fkey FOREIGN KEY (event_id, ticket_type_id, admits)
        REFERENCES ticket_types (event_id, id, admits);
ALTER TABLE bookings
    DROP CONSTRAINT bookings_quantity_is_positive,
    ADD CONSTRAINT bookings_quantity_is_not_negative CHECK (quantity >= 0);
COMMENT ON COLUMN bookings.quantity IS
    'Its tickets that admit. Zero: add-ons alone, for a ticket that was bought before.';
COMMENT ON COLUMN ticket_types.admits IS 'False for an add-on, such as a T-shirt. Never changes.';
COMMENT ON COLUMN tickets.admits IS 'As its type: false for an add-on, which takes no place.';
"""

# What was sold as an add-on becomes a ticket, and takes a place of its event.
NO_COLUMNS = """
UPDATE events SET
    total_tickets_sold = total_tickets_sold + sold,
    tickets_held = tickets_held + held,
    capacity = greatest(capacity, total_tickets_sold + tickets_held + sold + held)
FROM (
    SELECT event_id, count(*) FILTER (WHERE status = 'active') AS sold,
        count(*) FILTER (WHERE status = 'reserved') AS held
    FROM tickets WHERE NOT admits GROUP BY event_id
) AS add_ons
WHERE events.id = add_ons.event_id;
COMMENT ON COLUMN bookings.quantity IS NULL;
UPDATE bookings SET quantity = quantity + (
    SELECT count(*) FROM tickets WHERE booking_id = bookings.id AND NOT admits
)
WHERE id IN (SELECT booking_id FROM tickets WHERE NOT admits);
ALTER TABLE bookings
    DROP CONSTRAINT bookings_quantity_is_not_negative,
    ADD CONSTRAINT bookings_quantity_is_positive CHECK (quantity > 0);
ALTER TABLE tickets
    DROP CONSTRAINT tickets_ticket_type_fkey,
    ADD CONSTRAINT tickets_ticket_type_fkey FOREIGN KEY (event_id, ticket_type_id)
        REFERENCES ticket_types (event_id, id),
    DROP COLUMN admits;
ALTER TABLE ticket_types DROP COLUMN admits;
"""

CREATED = "SELECT *, 1 AS sign FROM new_rows"
REMOVED = "SELECT *, -1 AS sign FROM old_rows"

OPERATIONS = {
    "insert": CREATED,
    "update": f"{CREATED} UNION ALL {REMOVED}",
    "delete": REMOVED,
}

COUNT = """
CREATE OR REPLACE FUNCTION tickets_count_{operation}() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT AS $$
DECLARE
    change record;
BEGIN
    FOR change IN
        SELECT event_id,
            COALESCE(sum(sign) FILTER (WHERE status IN ('active', 'used')), 0) AS sold,
            COALESCE(sum(sign) FILTER (WHERE status = 'reserved'), 0) AS held
        FROM ({rows}) AS changed
        {condition}
        GROUP BY event_id
        ORDER BY event_id
    LOOP
        UPDATE events
        SET total_tickets_sold = total_tickets_sold + change.sold,
            tickets_held = tickets_held + change.held
        WHERE id = change.event_id AND (change.sold <> 0 OR change.held <> 0);
    END LOOP;
    FOR change IN
        SELECT event_id, ticket_type_id,
            COALESCE(sum(sign) FILTER (WHERE status IN ('active', 'used')), 0) AS sold,
            COALESCE(sum(sign) FILTER (WHERE status = 'reserved'), 0) AS held
        FROM ({rows}) AS changed
        GROUP BY event_id, ticket_type_id
        ORDER BY event_id, ticket_type_id
    LOOP
        UPDATE ticket_types
        SET sold = sold + change.sold, held = held + change.held
        WHERE event_id = change.event_id AND id = change.ticket_type_id
            AND (change.sold <> 0 OR change.held <> 0);
    END LOOP;
    RETURN NULL;
END $$;
"""


def _functions(condition: str) -> str:
    return "".join(
        COUNT.format(operation=operation, rows=rows, condition=condition)
        for operation, rows in OPERATIONS.items()
    )


async def upgrade(db: BaseDBAsyncClient) -> str:
    return COLUMNS + _functions("WHERE admits")


async def downgrade(db: BaseDBAsyncClient) -> str:
    return _functions("") + NO_COLUMNS


MODELS_STATE = (
    "eJztXWtz4jjW/isUX3amirerp3tum9raKkKcHnYIpID0TO9kyqXYgnhjZMaXXGZ3/vsr+Y"
    "IvyMZSCAj7fOl0jB7HPEc+Ojcd/bfrW8YD9i2yfNcPTMsfOcsrx8R296zz3y5BK0z/Uzqm"
    "1+mi9To3gl3z0Z0d4hAbrdtOeBXdeb6LDJ9+sEC2h+klE3uGa619yyH0Kglsm110DDqQ3W"
    "pzKSDWHwHWfWeJ/Xvs0g9++51etoiJn7GX/Lp+0BcWts3co1sm+9vhdd1/WYfXzq3lkPiX"
    "4Vj2B+90w7GDFUnHr1/8e4dsABbx2dUlJthFPmZ/wXcD9g3YA8bfNvlS0cOmQ6KnzGBMvE"
    "CB7We+8Z2eXuvq+ngy12faXNe7AhwZDmH80kf1QgKW7BH+7+8fPnz8+MOH9x+///G7b3/4"
    "4bsf3/9Ix4bPu/3RD39FD5OyFd0q5Gz4aTieswdyqBAj8bILf4UY5KMIFQojZR/52+xfUA"
    "Z9a4X5/EeIAv9mDHmX/KcojYT7KnEkF1J5pNPwEAJxMTInxH6JJ0IF1/PhlTab96+u2Z9b"
    "ed4fdshbf66xTz6EV18KV7/6/uu8cDY36fwynP/UYb92/j0ZayG9jucv3fAvpuPm/+6yZ0"
    "KB7+jEedKRmZmzydWENToyI2XDd1xd9E3Lona/bxwJx4+mjIAP+MbluGfPucX8HD+X8x4j"
    "CqzTL3OC71XVe6T9Os+9QuPP/engp/70q6v+r1/nXqPRZPwpGZ7SPR6MJucFwr3g7j/Y4O"
    "i1csYzEKBcnnJhDZPHSekY1ag/jpLBj5iI059FgYKX5f4OLxwXbzP/r9lkzOc9RRTNKMvw"
    "O//r2JZ3guxXEMmoqFY6Rf1SsIHYDYpKBy187IrQvgEA6/KsG47rYhuxx+Tqm/JFdhsptd"
    "aeDv97W2qZ77x4yPhv7MIdMh6ekGvqW584H5yysdsfrT6silcQQcuQSPaN2fdLowvnjvNA"
    "f1YFIHJDejviD3fRYA/CD+0MP7h4gV1MDM7yWa5IciCw1yXs9cDD4uGADAgs9VOz1IF8ds"
    "VxTYmJn0WBmyTL/R8BIr7lv2xzX0p8FtKkWf/hm29/+PbHj99/uyF8c6WK521OfcdHto5W"
    "TkA48a4rh+AXPrNFYNEjwoa1Qva7i+jnCTJdQeP45kqbDgdFvyZwmU3BmZ6De+SWeDQZTC"
    "PsEGr7P+s2Jkv/nv76sYLExAj5WPQj4w8+sE8KQUIf+YHH51cjwSrkeEifB8WmXT5UuEEf"
    "junuGhMzdlkE6O5ea+OL4fjTWSfG35LBZHw5nF5pF2cdSvnCclfYpFf744E2GoVX2Ze2bX"
    "Z1ql3ejC/YRWroBvTx6DXt1+vhlF3Cz2vLxdFUFBTnN9/XkOc3xSxVKlD2USHyFXlvOkv6"
    "iaYRi9gGJhRPJIGYcFKZQYzmnaeL54vzyD2IWTFrqklStjydet2Y6RyOiew4NkakJCySRx"
    "bETF/2NzMiNlcOK9vzyWSUE+v5sOh431yda1SjhvKkgyy/xDI2nNXapnOf+Mh90V2MPLF8"
    "cRkewqvikZFoydXNgLOgVb4AeSDMf4H5/4hdj1siUeoYZhCH8wu/eSuje89OoUE1AP3mEk"
    "t1HtlAi6zBJV7B2pSUeh4JUldd6upkAweIOpcmci8xNqtSgtvjejvygkaM0BcUcsTsoBqJ"
    "EkgUdj1MFydfv0fePU8YhFq+JSVmeWDRMHvxsXeCKq2K37iQY6O9qFV8Phz3p1/4dvE5p/"
    "Dj/Mtc64NZAQvM0RcY17+wPIOlKaoXmOK43QuM6+tmDIEFBhaYZC4IC6MAbFKe8gAiUUvX"
    "DH282qVn0jG1dIxFh0N5W0uVihravTXKBOqsFCE/0ochVFgE21gQBBRdKRRf96g3S2cmp5"
    "Kl77qoNAyRggqs1tx3IlfB8o9FQMLtpJ27wLKpieK9Y3/vn903InvnjP3t92ItMrF8fe1a"
    "vBrwigq2POzV9Wunk/YsKV+D6ExLojOQ9Gmj1BXyk++x8TAklW5ydkhvl5fMBut0YQInuZ"
    "1OMnhqx/fUJJ00oP+V9Fuex6s0K9c8yfgmcb4/z8xAhJRE3Cqav+RQjdjHceiqSUahBOtA"
    "uTzlD/R7ivCdjAeyJciGLnmN3O6w5O5bKn+HkvFQWA8tB07IyGRbE7woClp3pmcgMNlldp"
    "EY2HqUCswVoA1cQSAy90aRuTqVcmJVcgoUyEFs7pixOYNOE5F1IxkPXobEquE8lQUvKrvT"
    "PJUGL6A7TW0bie9O12tNcQqudfdamw608Zz1pHANTPxbcjn8lXWUWFjPqvSTeEQ2LxpaUQ"
    "WwQUADm6M0sFFNd7xl/xrosXw89axAQSHIIdK3FnVqXGcl6tfmkdAGRuW4aCQr6vdZnKBR"
    "HTFvoCBnleXMVsvAw5xK1lJlmoU0SI3uLQWd8KNTM5v9h9Ogfie3OSyQvE0y5YZjA1RlEQ"
    "6cQnh/IkSa2MZy9aN5JKh5ldU89Ffa60sDpfblVDcrtQOl9m2UujoJPY3FjqqyeZkBvR2p"
    "vDAOBXm8lubxfMu3hRJ5G4DKSQ1lM3nZxxQgvQBrQkT+0MxTLcdLIZVzvgEA25JsCwfks6"
    "gGhTcgY121Ed0JDQYxCXQHk/FAm87DQxMM7Pq35GryeaiddVbOo4VvyfwnrT+f0t/pzZHv"
    "0iuz6wkb760dNpodu6BNNXqT6NyF6NiwWzKhwOlZJ32mo6e+mfmvJ/a/UCAmC2ygc3Eizk"
    "StQAwmptQJCikMBKy0gJkI/nSIoKWdYg6oj2/mA0FtrKwVYqA1MsSa3GQhTdpZsL8gZ0yQ"
    "bnn0YV1Wkc4x8qoORCi5A5yMIHAygnhbnP11xFFthgsXxPkWdiUaC+VhrW8sZDtP2JNp0F"
    "QEtp5JOGHwrSs0T/CEQWT4dGUU9Ysvpv1L6uWaLlpQL7c/mA8/Uw83uhfzeq+uR9o8Omxw"
    "tQ4T9fzDBtXwfVlvvDhdISW3FH5AwUU3tUUl90kba9P+6KwT49lxjzNt+jk67tHD7qMqUl"
    "mjF3akmKxUMvADSoXEjpSISMbUGaQkU+QtmYxHQ/abQ2wrvtPRBcFuH+X0pKvKePAGRV73"
    "10AG2djT6Yx2hYM0BShURKkcp4mEhXkB9DpSxtzoOchYLRnTtZS6HuwEKX2zx62298JFH8"
    "enfqtiUmEHJstJvIuQ8/5EZOxmNXOH1vB6oQ2GV/3RV9/1PhRiP4ll8O374vLv0/Xb5Taq"
    "qaQ6CwN+d/BrEcMOvNgRE4hxbmEhuikQ3fSxu+J46xWpkgQAtRriWRIbkWWAlpwpXs+hy+"
    "IP6NFhIurPaeOzDia35IL6cWZYJMDqA9Tw5ZBtO0+e7mK68rmcSGClttkGg7oRUDcxffTv"
    "Em/Bc6HrkJ9FH5D9pGL1ZMmPQ46IPV3ZztKKbC0PDAGMHTQ/4LUvaahX3qdFmRwZg3KbO3"
    "H3s+IeLWKf74ayQAFPfZfbjSkCDEeJtlTuEhHrT5nWVAVkkyptDt0AxfGRrVMT44E+m8iG"
    "/W0gbIPmk5skSTzHFtldzgcDyXySXVyyQ6OqIqeIbE08q6ywKZpr91hsohZgMEW3u0z5Nt"
    "YX9BXmmWs7NstlcGBlyG4lEue+iAPuZbYrQhuQ5idEoQ3IXhcLaANSTnWzGkJAG5A2Sl2g"
    "DQi3T6nH8dLPY/jlz1McBfc4cyFt7zEP/zen1zc9Pk5sTvyVvAXJ1WRuHKJzynUY9tvZPy"
    "U7rFeni4oexRPrNVPpjinG7bB3o4O8Duo83Ts2PqP/WVuGH7i4Y3kd9mRm5+6lE96/11k4"
    "7gr5HUTMzpNl+vfvitnL/d31FS1dDtEQGdq71GnvEklWxG1KEY3YVnJojyl8fwQs6c34Jo"
    "XA92dKO8Tn5ijPLYLcshRZCiom4l/8qEHtidFapRbYFMxOYjqHz4fj/vQLfxYn47N20PmX"
    "udanzCvW32wWHb+6c5nOjau3Tscnu0LXs5Yui3Cy+BEzlnDg40GpV0erX6IHfB3t/qtS6l"
    "vDdun0BQXo8bZCUOktVekujpt4iTg7ORD4OxL+jmXi1drxWSsC/QFzCpfLyedAQQQSIggr"
    "j9kWf8qc8BFIW1hYXaUNG8c1qZEipYg4UHgXJN4FtGKn0m4zX1FElEKgMxJ0ojlEJxohzb"
    "ABNILbQ+uDBbLswBUiPAOBkiFxxvHz2nKxVDfTHBJKhlQuGaLetoyIMzCQr8rydbEfuEQP"
    "XM5uvCp3OosC7SnRsRZqx5r6eqkVh53iRUDMXWHY7KhenSisGwIgCAtBWAjCQhC2RSKAIK"
    "wiQdg4DygshDwOBCAtAAjBQggWQrDqcgsh2KYz7gWGgbHUiVIFKATpVIsiQLCoFWJWJ1j0"
    "iQq9KkyUft7bESBaorj6HiJD7YsMQcX1MX1ix7P4R06Xu8MZSJOY39vWpPCngE2bjAcfQi"
    "a6lu6eptqAs3+677qo9Ni2LWxBBrblvdmM7v5jEZAwtNe5CyybLoreO/b3/tk9vGgiZfHb"
    "70ptChimAeif8UuVpcEbucvmKIS3wfxoqfkBe46OZnwIJqQgCfWKUBt9GOyuXUt0y3QBCN"
    "umi/xXbZvOJT+I9yTWgjhFwJSHgilou7SPtktvbLKOsEm1pcbO2qiyV7eG7TJW7RCgs0M8"
    "LIiUtdVUFddkjdVgJ6KxaiVroEBIFX/E4p3uWe+oqwSrsqnWve5/udLG87NOXNLETpK+vB"
    "mH50iz6txuPeG89YFXhsGvE6oniQxcaWHMh4OftfmMLmRRk/Vbcqlp9NcFxvT/8/6v7Bcf"
    "PbPfbsb96+vRkJ34HRBqKdgWVkRY0fZk8VM+TAig7GtbueXjlawEUmiDjsY6sBSOlMAE7s"
    "/CA/TYITXC7OdxwL8s//kUmqDtuoUFOUBpNZRWN6a0Wp243BWy7KqAXPp5b0ckbkVHQgCu"
    "pQE4AwWeUGnPBtAIBXHoDE7j4zHnk8nPw/EnfTAZXw6nV8y9TwxTSv3CclfYvCWT6YU2zY"
    "6JfLfMiDiuo0+1q+GYDt4EeHQXr9gzu+mYy/5wxG6SjGA7KvL3mN9Mx9kRUe+G7Jj+L/3h"
    "PDsEPSHqSprFeNIt0T6z8XQijD+x8ZHTY9wjssTpp/3xQBuNMp9HJ9myEXGQJDsmOZMuO2"
    "raH88uKUmTS/pvOCg+c1t3FmwL8eZO+qfhZ3bYe2x7Lq1Hdux7/NlUG2j0483foN/cwHQE"
    "RV9SXvVNxGZBOdU3YZvP1KC4/KJrV5TZs84jdq3Fi47ZQsH4YLK/7s9mv1AxMl48et818r"
    "wnKkWZEM7HD3UW5g/lK/OHYgjnKBUwYLVD5AAiBy3m/0iBY+A+jbxIBmyA/Veyf/x8L8gh"
    "4XIhoYQKQJCArATY9vmAs2ejnouXog/n5HWZoxPHhEQ8PeYwUU/vrBPjb8lMG1+EVzxMzO"
    "TKPPw1zsvPtNiR8pgH8qn/WdNvrs86S/SI9WDNksI/jye/jFlK+IE4T0SNhDDyfbxa+xyp"
    "lr5PWQicML61nQw/+xJFrBlY8/bqN6yANStuG3m+jl3XEaoVz6OgNYZ4sHGFPQ8t+VnMm5"
    "vhBZ/3PKrAexBY5juGVSfkuA/6owhT9IpkJ3/4TaEGH1SYF4aExTvMpLDmrVgnIt7SgmW1"
    "crn056507mZIr0ZGl16DpC4kdSGpC0ldSOpCUrcBSV3oqnTMasyFT2epZJaFA25MUOzAcg"
    "D3s1wgzXU/TYdgCZFnYOB+gvtZ5n5OmJ029PGqygEtDOrtcEHTzVjghbbUC4V9lO2rwwPy"
    "U5V41C1kIAh25YgVkSAAduWPABHf8jm70Eq5z0KaxPzeqiciJU0psoVivAUYJNRf15lXtC"
    "UyDwsyEJcB/d6+vnYt3rF7FVuD8zDYHuwFd77jI86JtxUkZkFAoWl5YVseXWKnOgd7HELf"
    "KjoqzOYCYxki87CWc+ijZ93lnvcVM1CyNGVgrWHwQhsMr/qjr77rRTkouhBZfvidk0Xq2/"
    "fFDBQjSmKO5mGtYbh8jlrEsAMTc5yyHSxmgW3nkS3EUrOxAGznQq5Y9H1n5F0g6g4B95YG"
    "3OFA8uN4pHDcBuy2qyuC7jraG9cVk0P3Otlbt0721mUK7TIldoPJ1fVIm0dXV2sbh+Vumb"
    "K0TDma9uv1MKxCw89ry1Wl/Wpcqycr1AxcZW3WHU/GGgVSO+2WTMajIfvNIbZFsBpigP5x"
    "b9E/DkJwEIJT1qWEENx+whsQIoIQkRI8Qoho7wuNqJ9XAEJjFVlXb0Ok4ZhCAY4tIGTdxW"
    "Mcd8ELdoVrHvIo4F3ixD+H+MjwhZkv4oB7ee7DLXIy5G+AwL48+2vKnNTU3wCBfXH2iROf"
    "gluX9Q0A2BZn26bM6K+MexbvobAcuj9NxpObMPJMH9EJ3HRHtrbZk61KODqKjXsSu+/ySN"
    "iAp9oGvDI7S184NjfyUM/cysAVfgeV1YU54+kVoijiQRbisjBxmD+U2XmcQ4LuU1n3PWLX"
    "Y19/S8SlQa0M4nDFC9+8kSj3vT0HOjSUU93cDg3B2pSUeh4JUldd6gpVjgb+nfNcWTqaGd"
    "HbVTsajg2HNap2tM4bAsWjXXHF1ViFdSIKqpZxFx2sIeJApYhGlHAd2mfygrv/YIPzMpUz"
    "noEA5fKUC+fm8zgow5bOzcOhb4flXh0T9Bp53gV+tAxcZYYWR+0yRVnfUSofBoDNTC21Ry"
    "PxiyyjKQJWUfnmJoc/QU814o+zhlqeF3Cme7m2ScY3ifO9BWHXgXdPlf4DFnJ98ijQIjLp"
    "O4h+Qxz04EZoWPWiMX+i2gwtjtttiEbnBoSuCpiiLTVF167zaJlY6PS6LAYWEomFJCFQLw"
    "8u7GZfr4gxgBhqeQXHP9lZNREc6XD5wDccsU0AGQjMfYm5nxyrI2HMFqBgzYI1W9uajdeu"
    "kUM1a6U5uz1wpz2brIu2s9QtckSLlvVewfo98u55awpBbln/gxyu8F7dvcSbEE4q/1+1ND"
    "CllH1pqFY7H4770y98vZaMz74Q51/mWn+HhXvnOk+sIZG4PIrIfUlE3aVmvzLJbrkR7Ny1"
    "AcDiLrG4h+ffWWJOXRYDpMtsK6PU6mvkc5RMxTzPgoB2CdoV2sN0SqJQyGwtrfVSx26d4g"
    "X9Lvdzlj6pMlu3x+2yWt0IEWVmIArb0igstNk8WuxpgVaW/cIl/+ZmeMGnPgcqkB8ElvmO"
    "QU9QBBVsRh0AoyUgq9zDb1rszUR1mYS/lceBt1U0iOp6W2ASNdYkKvRmltqT5cHe1ZOQr4"
    "sfqUKUi9BnkSBllaUMRUXlBiGkYd7MnQ270MzDKzsc2q2Rvd0ubYjRo4/BqW2pUwvlFYq4"
    "uFD9flT6JZoUt709sUpLpc+OD4nWvwFd/6pXS+7g3QtmCIvXy7CXLyyaLV00RTtAv6rx8w"
    "npBtgW1pS5f/St1UB+tOggj9c8o15H1hStsuLpzqf98exSm4b9WEOfYoHduCXrcDa7iVqy"
    "htsNFWnJCq1qGhPlU8eInWFUGeVJP99lqnp0JNimLbVN6cJL5SYqgywK1mvp9drDwt2uMh"
    "CVV2ll3QOXKnMBuuPhQLVMmyu6rujU6rwTK1ouwIB6KeqjMPsD5pyHulO5JDCgXk7BiNKe"
    "gQDlr1M04jN+CwoikBABMgzsCR3AkyLgpIN6fCvkezq2OQl2NzDZHtfb4Ys+4bt7x3nQPY"
    "rUneD4nUxUiWe21lVVZ9ZHKcCf8UvVlC8M2jXf47QDXXoaGIGBeV0rBLMO7mzL4FsuVaX1"
    "eRyU1hdX0rql9VCtWf6CNKtaEyqxIUdzeItht7kgYis00E6ATE0dM+GO+kX0KYV9kTwOsj"
    "VQ2nKK5MeOEoPK1nZlsCAIaUHAtvbjFZ2bK8vnBFnPHcfGiJTEWTegoodIUW9FfbI6H9hB"
    "nExGOcP0fFgMpd5cnWvTr74JLVI6yPJLM/NI4nyeFATnw7xS0YvWTBdgkFMQz+GcwIkOp3"
    "Km7trlngVTsTtog2jn5qCc7vWRH3CWuXpVzCn6cIncroupgfOIE7HWrmWeajNt+jmqWI7u"
    "cEv6g/nws3bWYTslH/EtuZmxz1mHh1sy6I8H2mjELhjs29u2KjXO0LhCTIGfQiBtS7533A"
    "xFpdmfgMAgkjWIlpQfEUsoGQ8mkIwJxLpMWzzTs9LJyuEO6Gdtrpyso7VpLCGxo5qDfbX1"
    "dDovAN94esBrX4bLAq71PEJSuHwZbG5SOFibklLPI0HqpyR14x6RpXhaIQc7clh79od9Ef"
    "321W3YgPwR2V/9LQmKhQ/q/e3r2+7XJ2H+qpbBn9Pn3p3FT0f16lX9RXT0IJ3fxnR++HOL"
    "/4pTBRCcjCV/yiulZum4QltDshjwpaX3oIlQ/trNrS1nHPLDBwtbQILnFb51SIXuW9jlTN"
    "Z/zSbjCgZTWJFHy/A7/+vYlneCkeUKChkf1ZqiqBR6eQeJ3YAT54zYdNa8E+d3xTrzWIh3"
    "CigOA62RYfkcS6Tcz8xAmlQ9tbdse0KQTqemiV0rTsQKzOmSO8DMFimZQjb2dM9HrnDwrA"
    "CFTLDKmeBIWJhw3rE6Uo6BIGOlZXx6JTjoEVnRHcTk2+1/7g9H/fMRK7lJ7nFLrvtR3c0a"
    "xZU3o0n4u2E7nio1N2yTvIAdkQw/nA3x/kQMiHssRGQyHIgsEvlIfTNuzKeik9wGAWWkW4"
    "YtJKFbmI6EJHQbpQ67C4+dZC7IYlsQl46LrSX5OQ7xZu3fAvdpajjf++jEhPFXMt2Sq+lc"
    "dtHTJqWcm4WUBfplcRQlGPRng/6F1v3reAn89NChygx+cVhvVwo/BUAKv6UpfMc1JfbCZl"
    "GgsqXL4h8sXgSqXoAiwapcS9G97n+50sZzFoJ4WVH9ys43uLwZh3uFWN2zIjGI04sUrTEx"
    "Y3UuJA9tfDEcf6LyiPC3ZHYzGGiz2VnHC8Jmlrfksj8MN2ctkGVHJ1IwiWkbmakSOVq7zq"
    "NlivVlzmJUfnGULc+I32N9RZd5h6O7KqjfQkJ5jER5DJzZ96odEYHrYmJwMtdM15eEoTKY"
    "RuiMvGL+WEMvfyxVyx+LWlm1vVBKhaqF5ytdq1Zrx2fTT7QrOAfaiNl78BUvNhl0OjsxUw"
    "RCFc98NKx8EuXPtsXMBw8bLuaolYoa6CIQ2Jc4EQKblosNXw9cW4T8Ig64l7G5XZmweg4G"
    "rQtkYzRHymkA92dHbRcK/J+Vn8Vape9fdf6qYqwfWtOzkFvgChmYGQgwLs44ccQa0yTjgW"
    "uZzXS+b0vVhOSRUHarctktlM91oXwOCqmgfA6kXkfqCrUJYdVAC+zuLDHajOnVqS9axFtd"
    "obiofcVFcY8YybMOoLzoNENXQH7IlfqdyN+e872ZwQvXWelSx3YUkU2i99DHGjhyIsjjIB"
    "wrrc9XyBLKvm0AEK6SCQ1yc/03N8OLstggP70fBJb5jsFOUNFUkB5VBkXuUtYRCr9pUXE8"
    "YKLfI++epzjKT4fN4+B02OJErns67AkWODsLVi8jfBjF5PJSm7Ja5RjPjqIYaNdzdgkZBl"
    "777NqFNhgNx+yaiQ3bIuwa8+4vpv1fxmedJ8u/N130RG6J9uv1MLwffl5b4f20qBYaq1MI"
    "HT2aJxEsyiMbGCw6keBQrcB61LVBJhCcBULyRGkZQ7Qf4r4HjvveeNUx3/Tz3o54L3PyIN"
    "bb0lgv9II+ZEkopUysDj0BQCRAnG2IuxySbbaKiCqTLAY4lyg8pE+hi5KeAwHrEpsqHJtD"
    "eL2gTII9YEjGCDzfWUWbp0ViMoOb2XxypU3POskdbslk+qk/Hv6bXXTcJSLWn+zqbNAfj9"
    "k1z0CEsCv9i6vh+KzDGrwTNaItlqdHp5pyjM0dLadTHLSpF2hTjzzvyaGODj9+XLXjvAAE"
    "HSVh+zz7bGm19TA/LdRsgQMFCbxGAkL9FgowYF6c+TD95OmPyLZMndURiAbluDeACKzKEV"
    "j0hCyfigy71sIyEP/0n+rDaPh3gD78Ams+NZaWAfY4UfBdNtYGBnwL8G0jsgzQUtobyeIV"
    "Xmm62phlblkCmKV+b8n8J/qn72Uciw81/IoPpW7Fh6JXEZAnRFj+hkWOOJn6vuuikiKJbW"
    "hBAjWPE5JzCv+xCEjYQbJzF1i2bxHvHft7/xR0EvdlA/z2e7GKh/7UF44dZ+tFotMZmMJz"
    "WlnrKQyCSlBfxAH34txH3Wtl8sh5JNiqKtuqsNWyC1stofgCtlqC1E+r5OYzJkHlYeyZAb"
    "0dRTePbChU3UDVDVTdvLVVbTtlAcFywrMY8GQkYvB06fxTsNgpizlgfvxmPjhS1GP/M53O"
    "WT8wOaxf2g4qm+oZUIH2BUM1arJfTG7OR1rneqoNhrNhfLz1xsIJP8wHXadaf7SlT8hSgu"
    "YsCniuwbPzRGTOOMmgYNOw9KZVCMAe21yRYJ8DBQlAGPYwklAolABh2MOHYdc2Iro4p0UY"
    "EAvx7bZGOiG+3UapKxbfnuGdJ5Zuj+vViXazszzg0NIWR72jWSAqgywKHHpphz5++UTcyQ"
    "wEEg8SfuSzUIDw+RWBwRNieh+RQc6JahXE8g5RA2K5xLqOX5Iqq+A3CwKa69CMyJK3hbSC"
    "4w0CCK5DsEcdX91bIyM2RGvzXAQC3fXUxpMU2wUckF1Gtjo+4i/4boY9b4eHWBzV2+EfPu"
    "E76h2GAPAOW+odSvUohg7Re/INXexLdHotAKHVa6/gKNZt9WriR0vsiOIUASleiWOJIanS"
    "kvB6vj7OYydKYyIh9yK2gZI/EUnXyu5Dd+XGilkpZ+jecR4usG09Yvdlh0e0PbS32y1iID"
    "oFQpQFG0ba6hxhYq4dS+ZYqDwQnCRpJ2mFPY9qAmEJ5HEgAGkBhJxtUV+xnyQeD7lLmVOf"
    "g7v/YINjPFWki1MIUC5PubCCyeNAwUgrmCMdvKhYKOY43DuGEbiuVESmAAWPTTmP7cQPtV"
    "pTIzp2zQSk273WxhfD8aezToxn/ctGw8/RQVexS8eOprrsD0fs0gJZNlbkcCrk+3i19jly"
    "KtWDWcjhFqH3b6sF91bFT6jZJKHbMjDYTaS0WovecT0gPu/QiWopb4FB1irLOkwFxOpONp"
    "OQh4O8VZY3vdWafjusl9kupWsiB9kgF2FviyN2XUesR30CgNy3xPbmwI12ia9EpnIBBdMY"
    "dmq2t6hAuRSkFqd5aqQg80N7NVOQSR4JMpAtzUBCN54jRkcDV+ggw3g4ZGFk+p+zcL5YK/"
    "8UcsAW/sejfKtZP5ytduBzP0zLY9/f1KlV5fF269ULpnNuo7A/1Z38Eh4yGC4pt+QTtebO"
    "OkuH4CiCHkbaWQg9idQfPYYeFceL6O0UAapb5nhlFz9aTuDp4sxzoAq/CqciAbloeOlNIE"
    "qqcpQ01r26ZxHeTpZqmW+BQdYqyxp653UhcAiBQ2jxBlI/rXBxH7uWcd/lB4jjD3s7QsIo"
    "HaZMHLgtQeBXLjlVvdlKVnQWShBd0k/TXS2cFPrddzUCAnRU+Wmh7LNCWR19rwQYjoc3kN"
    "1v3r+vE255/7483sI+K5hRDvEx4aym/5pNxiX2UwopLqOW4Xf+12leCJeRUe34F338wiLI"
    "bnB+7KY0f/0/jvyoNg=="
)
