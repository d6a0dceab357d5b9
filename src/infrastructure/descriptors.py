"""How many files and connections this process may have open."""

import resource


def raise_descriptor_limit(needed: int) -> int:
    """Ask for as many as are needed, as far as the hard limit lets us; what may be open now."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return needed
    if soft < needed:
        most = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        except (OSError, ValueError):
            # A system may have another limit of its own, as macOS has.
            return soft
        return most
    return soft
