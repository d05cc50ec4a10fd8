"""Two people (or two windows) edit the same thing: nobody's text goes without anybody noticing."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from guidance.models import HelpRoute
from portal.editing.versions import REPLACES
from tests.factories import open_form, words

pytestmark = pytest.mark.django_db
FORMS = {"page": "page-edit-form", "route": "w-editor-form"}
FIELD = {"page": "summary", "route": "name"}


@pytest.fixture(params=["page", "route"])
def kind(request):
    """A page, then a record with versions."""
    return request.param


@pytest.fixture
def thing(kind, page):
    """What is edited by two people."""
    found = page("/about-this-site/") if kind == "page" else HelpRoute.objects.get(name="Childline")
    found.save_revision(clean=False)
    found.refresh_from_db()
    return found


@pytest.fixture
def address(kind, thing):
    name = "wagtailadmin_pages:edit" if kind == "page" else "wagtailsnippets_guidance_helproute:edit"
    return reverse(name, args=[thing.pk])


@pytest.fixture
def colleague(django_user_model):
    """Somebody else, signed in."""
    user = django_user_model.objects.create_superuser("colleague", "c@example.org", "pass-word-1234")
    client = Client()
    client.force_login(user)
    return client


def opened(client, address: str, kind: str):
    """Return the fields of the form as a browser would send them."""
    return open_form(client, address, FORMS[kind])


def newest(thing, kind):
    return getattr(type(thing).objects.get(pk=thing.pk).get_latest_revision_as_object(), FIELD[kind])


@pytest.fixture
def stale(admin_client, colleague, address, kind):
    """A form that was opened, and typed into, before the colleague saved."""
    mine, theirs = opened(admin_client, address, kind), opened(colleague, address, kind)
    mine[FIELD[kind]], theirs[FIELD[kind]] = "Mine, typed long", "Theirs, saved first"
    assert colleague.post(address, theirs).status_code == 302
    return mine


@pytest.mark.parametrize("action", ["", "action-publish", "action-submit"])
def test_a_save_over_a_newer_version_is_refused_and_keeps_what_was_typed(
    admin_client, address, kind, thing, stale, action
):
    live = getattr(type(thing).objects.get(pk=thing.pk), FIELD[kind])
    if action:
        stale[action] = "x"
    response = admin_client.post(address, stale)
    assert response.status_code == 409
    assert "Not saved: colleague saved a newer version at" in words(response)
    form = querydict_from_html(response.content.decode(), form_id=FORMS[kind])
    assert form[FIELD[kind]].strip() == "Mine, typed long"
    assert newest(thing, kind) == "Theirs, saved first"
    assert getattr(type(thing).objects.get(pk=thing.pk), FIELD[kind]) == live


def test_both_versions_can_be_read_from_the_refusal(admin_client, address, kind, stale):
    html = admin_client.post(address, stale).content.decode()
    compare = re.search(r'href="([^"]+/compare/[^"]+)"', html).group(1)
    shown = words(admin_client.get(compare))
    assert "Theirs, saved first" in shown
    assert f'href="{address}" target="_blank"' in html


def test_saving_the_form_that_came_back_again_is_refused_again(admin_client, address, kind, thing, stale):
    for _ in range(2):
        response = admin_client.post(address, stale)
        assert response.status_code == 409
        form = querydict_from_html(response.content.decode(), form_id=FORMS[kind])
        for name in ("loaded_revision_id", "loaded_revision_created_at"):
            stale[name] = form[name]
    assert newest(thing, kind) == "Theirs, saved first"


def test_mine_is_saved_over_theirs_on_purpose_and_theirs_stays_in_the_history(
    admin_client, address, kind, thing, stale
):
    html = admin_client.post(address, stale).content.decode()
    stale[REPLACES] = re.search(rf'name="{REPLACES}" value="([^"]+)"', html).group(1)
    assert admin_client.post(address, stale).status_code == 302
    assert newest(thing, kind) == "Mine, typed long"
    kept = [getattr(one.as_object(), FIELD[kind]) for one in thing.revisions.all()]
    assert "Theirs, saved first" in kept


def test_a_third_version_is_noticed_by_who_saves_over_the_second(
    admin_client, colleague, address, kind, thing, stale
):
    html = admin_client.post(address, stale).content.decode()
    stale[REPLACES] = re.search(rf'name="{REPLACES}" value="([^"]+)"', html).group(1)
    third = opened(colleague, address, kind)
    third[FIELD[kind]] = "Theirs, again"
    colleague.post(address, third)
    assert admin_client.post(address, stale).status_code == 409
    assert newest(thing, kind) == "Theirs, again"


def test_a_second_window_of_the_same_person_is_told_so(admin_client, address, kind, thing):
    first, second = opened(admin_client, address, kind), opened(admin_client, address, kind)
    first[FIELD[kind]] = "First window"
    second[FIELD[kind]] = "Second window"
    assert admin_client.post(address, first).status_code == 302
    response = admin_client.post(address, second)
    assert response.status_code == 409
    assert "you saved a newer version in another window" in words(response)
    assert newest(thing, kind) == "First window"


def test_a_version_written_again_by_autosave_is_a_newer_one(admin_client, colleague, address, kind, thing):
    theirs = opened(colleague, address, kind)
    theirs[FIELD[kind]] = "Autosaved"
    saved = colleague.post(address, theirs, headers={"accept": "application/json"}).json()
    mine = opened(admin_client, address, kind)
    theirs[FIELD[kind]] = "Autosaved again"
    theirs["overwrite_revision_id"] = saved["revision_id"]
    again = colleague.post(address, theirs, headers={"accept": "application/json"}).json()
    assert again["revision_id"] == saved["revision_id"]
    mine[FIELD[kind]] = "Mine"
    assert admin_client.post(address, mine).status_code == 409
    assert newest(thing, kind) == "Autosaved again"


@pytest.mark.parametrize("is_by_somebody_else", [True, False])
def test_a_form_that_names_no_version_is_refused_only_over_somebody_elses(
    admin_client, colleague, address, kind, thing, is_by_somebody_else
):
    mine = opened(admin_client, address, kind)
    for name in ("loaded_revision_id", "loaded_revision_created_at"):
        del mine[name]
    if is_by_somebody_else:
        colleague.post(address, opened(colleague, address, kind))
    mine[FIELD[kind]] = "By a script"
    assert admin_client.post(address, mine).status_code == (409 if is_by_somebody_else else 302)


@pytest.mark.parametrize("nonsense", ["abc", "-1", "9" * 40, "1.5", "²"])
def test_a_version_that_cannot_be_is_refused_in_words(admin_client, address, kind, thing, nonsense):
    mine = opened(admin_client, address, kind)
    mine["loaded_revision_id"] = nonsense
    response = admin_client.post(address, mine)
    assert response.status_code == 409
    assert "Not saved" in words(response)


def test_an_earlier_version_is_not_put_back_over_a_newer_one(
    admin_client, colleague, address, kind, thing, stale
):
    name = "wagtailadmin_pages" if kind == "page" else "wagtailsnippets_guidance_helproute"
    old = thing.revisions.order_by("created_at").first()
    revert = reverse(f"{name}:revisions_revert", args=[thing.pk, old.pk])
    mine = opened(admin_client, revert, kind)
    colleague.post(address, opened(colleague, address, kind))
    assert admin_client.post(revert, mine).status_code == 409
