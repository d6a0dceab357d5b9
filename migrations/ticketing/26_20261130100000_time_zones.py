"""No event and no venue has the zone that its server's machine happens to be set to.

`localtime` was accepted as a time zone. It names no place, and is not in the data that times are
computed with. Moments are stored in UTC: none changes, they are only shown in UTC.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

UPGRADE = """
UPDATE events SET timezone = 'UTC' WHERE timezone IN ('localtime', 'Factory');
UPDATE venues SET timezone = 'UTC' WHERE timezone IN ('localtime', 'Factory');
"""

# What was there before is not known, and UTC is right before this migration as well.
DOWNGRADE = """
SELECT 1;
"""


async def upgrade(db: BaseDBAsyncClient) -> str:
    return UPGRADE


async def downgrade(db: BaseDBAsyncClient) -> str:
    return DOWNGRADE
