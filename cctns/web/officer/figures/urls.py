"""Addresses of figures, office by office."""

from django.urls import path

from . import gaps, pages, quality, returns, services

urlpatterns = [
    path("figures/", pages.own, name="figures"),
    path("figures/<uuid:office_id>/", pages.office_figures, name="figures_office"),
    path("figures/<uuid:office_id>/cases/", pages.cases, name="figures_cases"),
    path("figures/<uuid:office_id>/quality/", quality.page, name="figures_quality"),
    path("figures/<uuid:office_id>/gaps/", gaps.page, name="figures_gaps"),
    path("figures/<uuid:office_id>/services/", services.page, name="figures_services"),
    path("figures/<uuid:office_id>/returns/", returns.index, name="figures_returns"),
    path("figures/<uuid:office_id>/returns/<slug:name>/", returns.one, name="figures_return"),
    path(
        "figures/<uuid:office_id>/returns/<slug:name>.csv", returns.file, name="figures_return_csv"
    ),
    path("figures/<uuid:office_id>/entries/<slug:name>/", returns.events, name="figures_events"),
    path("figures/returns/<uuid:return_id>.pdf", returns.paper, name="figures_return_pdf"),
]
