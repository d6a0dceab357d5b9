"""Event ticketing: sell a hot event fast, and never one seat twice."""

import zoneinfo

# Clocks at venues go by the package tzdata, whose version is pinned, and not by the system's files,
# which may be years old: one instant for one evening, on every machine and in every process.
zoneinfo.reset_tzpath(to=())
zoneinfo.ZoneInfo.clear_cache()
