"""What a page asks for and complains about while a test uses it."""

from __future__ import annotations

from playwright.sync_api import Page


class Log:
    """Every request and every complaint of a page since it was made."""

    def __init__(self, page: Page) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
