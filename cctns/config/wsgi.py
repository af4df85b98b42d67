"""The web process's entry for gunicorn, as the database role of the pages."""

from django.core.wsgi import get_wsgi_application

from . import logs, memory

logs.set_up()
memory.collect_seldom()
application = get_wsgi_application()
