"""How often one address may ask: pages without a sign-in have no other brake."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from cctns.lib.clock import now

_KEPT_SECONDS = 120


def spent(request: HttpRequest, *, page: str, a_minute: int) -> bool:
    """Count this request; True when its address has asked too often in this minute."""
    address = get_adapter(request).get_client_ip(request)
    key = f"asked:{page}:{address}:{now():%Y%m%d%H%M}"
    cache.add(key, 0, _KEPT_SECONDS)
    return int(cache.incr(key)) > a_minute
