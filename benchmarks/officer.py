"""An officer at a terminal: a browser without pictures, over HTTP, for load and fault tests."""

from __future__ import annotations

import re
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from typing import Any

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Page:
    """What came back: status, address after redirects, text."""

    status: int
    url: str
    text: str

    @property
    def token(self) -> str:
        """The form's CSRF token; empty when the page has no form."""
        found = _TOKEN.search(self.text)
        return found[1] if found else ""


@dataclass
class Terminal:
    """One session with its cookies; `timeout` in seconds a request."""

    base: str
    timeout: float = 30
    cookies: CookieJar = field(default_factory=CookieJar)
    _token: str = ""

    def __post_init__(self) -> None:
        keeper = urllib.request.HTTPCookieProcessor(self.cookies)
        self._opener = urllib.request.build_opener(keeper)

    def copy(self) -> Terminal:
        """A second window of the same session."""
        return Terminal(self.base, self.timeout, self.cookies, self._token)

    def get(self, path: str) -> Page:
        return self._open(urllib.request.Request(self._url(path)))

    def post(self, path: str, form: dict[str, str]) -> Page:
        """Send a form with the token of the last page seen. Raises OSError when the line is cut."""
        told = {"csrfmiddlewaretoken": self._token, **form}
        data = urllib.parse.urlencode(told).encode()
        headers = {"Referer": self._url(path), "Origin": self.base}
        return self._open(urllib.request.Request(self._url(path), data, headers))

    def stream(self, path: str, timeout: float) -> Any:
        """An answer that goes on, line by line, until it is silent for so many seconds."""
        return self._opener.open(self._url(path), timeout=timeout)

    def sign_in(self, login: str, password: str) -> Page:
        self.get("/account/login/")
        return self.post("/account/login/", {"login": login, "password": password})

    def _url(self, path: str) -> str:
        return urllib.parse.urljoin(self.base, path)

    def _open(self, request: urllib.request.Request) -> Page:
        try:
            with self._opener.open(request, timeout=self.timeout) as response:
                page = Page(response.status, response.url, response.read().decode())
        except urllib.error.HTTPError as error:
            page = Page(error.code, error.url, error.read().decode())
        self._token = page.token or self._token
        return page
