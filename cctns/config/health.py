"""What operators watch: is the node well, and how busy."""

from __future__ import annotations

import ipaddress

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.views.decorators.http import require_GET
from django_prometheus import exports


@login_not_required
@require_GET
def healthz(request: HttpRequest) -> HttpResponse:
    """200 "well" when the database answers; a failing database raises, and that is a 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("well\n", content_type="text/plain")


@login_not_required
@require_GET
def metrics(request: HttpRequest) -> HttpResponse:
    """Prometheus text, to this machine only: a collector elsewhere comes through a tunnel."""
    by_proxy = "HTTP_X_FORWARDED_FOR" in request.META  # a proxy on this machine speaks for others
    if by_proxy or not ipaddress.ip_address(request.META["REMOTE_ADDR"]).is_loopback:
        return HttpResponseForbidden("metrics are read on this machine\n")
    answer: HttpResponse = exports.ExportToDjangoView(request)
    return answer
