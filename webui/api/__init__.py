"""The site for programs: /api/v1, read-only, and /api, which tells people of it."""

from webui.api.page import bp as page_bp
from webui.api.routes import bp

__all__ = ["bp", "page_bp"]
