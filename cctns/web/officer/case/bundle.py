"""The papers of a case chosen and signed together, in at most two steps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cctns.cases import queries
from cctns.documents.bundle import MOST, Wanted, signed
from cctns.documents.wording import LANGUAGES
from cctns.registers import book as books

from ...forms import Form
from .page import File, navigation, open_file


class Papers(Form):
    """Which papers, in which language."""

    papers = forms.MultipleChoiceField(
        label=gettext_lazy("Which papers?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    lang = forms.ChoiceField(
        label=gettext_lazy("Language of the papers"),
        choices=[("en", "English"), ("hi", "हिन्दी")],
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any, *, choices: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["papers"].choices = choices  # type: ignore[attr-defined]

    def clean_papers(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["papers"]
        if not chosen:
            raise ValidationError(_("Choose at least one paper"))
        if len(chosen) > MOST:
            raise ValidationError(_("Choose at most %(most)s papers at once") % {"most": MOST})
        return chosen


@require_http_methods(["GET", "POST"])
def bundle(request: HttpRequest, fir_id: UUID) -> HttpResponse:
    """The list of the case's papers; sent, the chosen ones come signed in one archive."""
    file = open_file(request, fir_id, whole=False)
    offered = dict(_offered(file))
    choices = [(key, title) for key, (title, _wanted) in offered.items()]
    if request.method == "POST":
        form = Papers(request.POST, choices=choices)
        if form.is_valid():
            wanted = [offered[key][1] for key in offered if key in form.cleaned_data["papers"]]
            language = form.cleaned_data["lang"]
            return _archive(file, signed(by=file.by, wanted=wanted, language=language))
    else:
        spoken = get_language() or "en"
        initial = {"lang": spoken if spoken in LANGUAGES else "en", "papers": list(offered)[:MOST]}
        form = Papers(None, choices=choices, initial=initial)
    shown = {
        "file": file,
        "fir": file.case.fir,
        "case": file.case,
        "form": form,
        "sub_navigation": navigation(fir_id, "case_papers"),
    }
    status = 400 if form.errors else 200
    return render(request, "officer/case/bundle.html", shown, status=status)


def _offered(file: File) -> Iterator[tuple[str, tuple[str, Wanted]]]:
    """Every paper that the forms of the case give, by a key, in the order of the forms."""
    fir = file.case.fir
    yield "fir", (_("First Information Report"), Wanted("", fir.pk, "fir", fir.number))
    for sheet in queries.sheets_of(by=file.by, case=file.case):
        for paper in books.named(sheet.book).papers:
            title = f"{_(paper.title)}, {sheet.number}"
            wanted = Wanted(sheet.book, sheet.id, paper.name, f"{sheet.book}-{sheet.number}")
            yield f"{sheet.book}:{sheet.id}:{paper.name}", (title, wanted)


def _archive(file: File, archive: bytes) -> HttpResponse:
    answer = HttpResponse(archive, content_type="application/zip")
    name = f"papers-{file.case.fir.number.replace('/', '-')}.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
