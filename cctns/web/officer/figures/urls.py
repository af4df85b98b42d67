"""Addresses of figures, office by office."""

from django.urls import path

from . import pages

urlpatterns = [
    path("figures/", pages.own, name="figures"),
    path("figures/<uuid:office_id>/", pages.office_figures, name="figures_office"),
    path("figures/<uuid:office_id>/cases/", pages.cases, name="figures_cases"),
]
