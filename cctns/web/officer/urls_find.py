"""Pages of finding anything, and of who looked."""

from django.urls import path

from .find import anyone, export, lists, near, page, person, saved, things, watching

urlpatterns = [
    path("find/", anyone.anyone, name="find_anyone"),
    path("find/things/", things.things, name="find_things"),
    path("find/near/", near.near, name="find_near"),
    path("find/saved/", saved.saved, name="find_saved"),
    path("find/saved/<uuid:saved_id>/", saved.one, name="find_saved_one"),
    path("find/saved/<uuid:saved_id>/away/", saved.throw_away, name="find_saved_away"),
    path("find/person/<uuid:mention_id>/", person.person, name="find_person"),
    path("find/person/<uuid:mention_id>/sheet.pdf", person.paper, name="find_person_pdf"),
    path("find/lists/", lists.lists, name="find_lists"),
    path("find/lists/<uuid:screening_id>/", lists.one, name="find_list"),
    path("find/looked/", watching.looked, name="find_looked"),
    path("find/review/", watching.review, name="find_review"),
    path("firs/", page.find, name="find"),
    path("firs/export/", export.export, name="find_export"),
]
