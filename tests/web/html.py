"""Reading a rendered page as a browser without scripts would."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta"}
# A script block that holds data is not run, so that a strict policy lets it be.
_DATA = {"application/json"}


@dataclass
class Page(HTMLParser):
    """Faults of a page, and what it holds; feed it once."""

    text: str
    faults: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)
    inputs: list[dict[str, str | None]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _head: str | None = None  # words of the table's head being read

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)
        self.feed(self.text)
        self.faults += [f"<{name}> is never closed" for name in self._open]
        self.faults += [f"label for missing #{name}" for name in self.labels - self.ids]
        self.faults += [
            f"input {one.get('name')} has no label"
            for one in self.inputs
            if one.get("type") not in ("hidden", "submit") and one.get("id") not in self.labels
        ]
        self.faults += [f"link to missing {to}" for to in self.links if self._leads_nowhere(to)]

    def _leads_nowhere(self, to: str) -> bool:
        return to.startswith("#") and to[1:] not in self.ids

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        told = dict(attrs)
        self._must_be_strict(tag, told)
        if "id" in told:
            if told["id"] in self.ids:
                self.faults.append(f"id {told['id']} twice")
            self.ids.add(told["id"])
        if tag == "label":
            self.labels.add(told.get("for", ""))
        if tag in ("input", "select", "textarea"):
            self.inputs.append(told)
        if tag == "a":
            self.links.append(told.get("href", ""))
        if tag not in _VOID:
            self._open.append(tag)
        if tag == "th":
            self._head = ""

    def handle_data(self, data: str) -> None:
        if self._head is not None:
            self._head += data.strip()

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if tag == "th":
            self.faults += [] if self._head else ["a head of a table without words"]
            self._head = None
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self._open[-1:]} at {self.getpos()}")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def _must_be_strict(self, tag: str, told: dict[str, Any]) -> None:
        """Nothing that `script-src 'self'; style-src 'self'` would refuse."""
        if tag == "style" or "style" in told:
            self.faults.append(f"style in <{tag}>")
        if tag == "script" and "src" not in told and told.get("type") not in _DATA:
            self.faults.append("script in the page")
        self.faults += [f"{name} in <{tag}>" for name in told if name.startswith("on")]


class Answers(HTMLParser):
    """What a browser would send of a page's forms if nobody touched them; buttons left out."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self._area = self._select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        told = {name: value or "" for name, value in attrs}
        name = told.get("name", "")
        if tag == "input" and name and self._is_sent(told):
            ticked = told.get("type") in ("checkbox", "radio")
            self.sent[name] = told.get("value", "on" if ticked else "")
        elif tag == "textarea":
            self._area, self.sent[name] = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and (self._select not in self.sent or "selected" in told):
            self.sent[self._select] = told.get("value", "")

    def _is_sent(self, told: dict[str, str]) -> bool:
        kind = told.get("type", "text")
        return kind != "submit" and (kind not in ("checkbox", "radio") or "checked" in told)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.sent[self._area] = self.sent[self._area].removeprefix("\n")
            self._area = ""
        if tag == "select":
            self._select = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.sent[self._area] += data
