"""Whether a run may take its time: `make test-thorough`, which sets `THOROUGH=1`.

By default each kind of fault is looked for at least once at each page, operation and rule. A
thorough run looks for all of them in all combinations, and with many more examples.
"""

import os

IS_THOROUGH = os.environ.get("THOROUGH") == "1"
