"""The site: shows the archive to readers. Flask never shows outside this package."""

from webui.app import create_app

__all__ = ["create_app"]
