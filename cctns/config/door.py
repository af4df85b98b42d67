"""The entry for other nodes: their signed requests, under a database role of its own, no page."""

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

from . import bootstrap, logs

logs.set_up()
bootstrap.setup_django("sync")
# Nobody signs in here: what pages need between request and view is left out.
settings.MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
settings.ROOT_URLCONF = "cctns.sync.urls"
settings.APPEND_SLASH = False

from cctns.sync import turning_away  # noqa: E402 - needs Django set up

application = turning_away.before(WSGIHandler())
