"""Addresses for the public."""

from django.urls import path

from .status import status

urlpatterns = [path("status", status, name="citizen_status")]
