"""Who is asking: the one place that decides it, for every view."""

from archive.visibility import Audience


def current_audience() -> Audience:
    """The audience of the current request. The site has no accounts, so everyone is the public."""
    return Audience.PUBLIC
