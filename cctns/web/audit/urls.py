"""The public pages."""

from django.urls import path

from .log import checkpoints, checkpoints_text
from .verify import verify

urlpatterns = [
    path("verify", verify, name="verify"),
    path("checkpoints", checkpoints, name="checkpoints"),
    path("checkpoints.txt", checkpoints_text, name="checkpoints_text"),
]
