"""The calls of other nodes. Every one is signed; there is nothing here for a browser."""

from django.urls import path

from . import calls

urlpatterns = [
    path("sync/v1/hello", calls.hello),
    path("sync/v1/directory", calls.directory_),
    path("sync/v1/letters", calls.letters_),
    path("sync/v1/journals", calls.journals),
    path("sync/v1/<uuid:office>/<int:epoch>/entries", calls.entries),
    path("sync/v1/uploads/<str:digest>", calls.upload),
    path("sync/v1/log", calls.log),
]
