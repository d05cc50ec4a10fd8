"""An editor of one section learns nothing of others' drafts and private pages, at whatever address."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch
from wagtail.models import Collection, Page, PageViewRestriction

from publications.models import PublicationDocument
from statistics.models import EvidenceCheck
from tests.factories import make_figure, make_information_page, words
from tests.portal.keeping.conftest import Shown, confined  # noqa: F401

SECRET = "Zebra"
FROM_SCRIPT = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def secrets(page):
    """A draft, a private page, a page with a draft title and a draft's child, all in another section."""
    home = page("/")
    draft = make_information_page(home, title=f"{SECRET} draft")
    draft.unpublish()
    private = make_information_page(home, title=f"{SECRET} private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    renamed = make_information_page(home, title="Harmless")
    renamed.title = f"{SECRET} renamed"
    renamed.save_revision(log_action=True)
    figure = make_figure(page("/statistics/"), title=f"{SECRET} figure", state="unverified")
    figure.unpublish()
    quoting = make_information_page(
        home,
        title=f"{SECRET} quoting",
        body=[("text", f'<a linktype="page" id="{page("/what-you-can-do/").pk}">x</a>')],
    )
    quoting.unpublish()
    return [draft, private, renamed, figure, quoting]


@pytest.fixture
def client(confined):  # noqa: F811
    """An editor of "What you can do" alone."""
    return confined("/what-you-can-do/", "publish", "bulk_delete", "lock", "unlock")


def addresses(patterns, prefix="", names=()):
    """Yield (name, names of the parts) of every address of the admin."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            more = (*names, pattern.namespace) if pattern.namespace else names
            yield from addresses(pattern.url_patterns, prefix, more)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield ":".join((*names, pattern.name)), sorted(pattern.pattern.converters)


def admin_addresses():
    (admin,) = [one for one in get_resolver().url_patterns if "admin/" in str(one.pattern)]
    return list(addresses(admin.url_patterns))


def test_no_address_that_takes_a_page_tells_a_title(client, secrets):
    tried = set()
    for name, parts in admin_addresses():
        about_page = [part for part in parts if "page" in part or part == "destination_id"]
        if not about_page or set(parts) - set(about_page) - {"revision_id", "revision_id_a", "revision_id_b"}:
            continue
        for one in secrets:
            revision = one.latest_revision_id or 1
            values = {part: one.pk if part in about_page else revision for part in parts}
            answer = client.get(reverse(name, kwargs=values), follow=True)
            tried.add(name)
            assert SECRET not in answer.content.decode(), f"{name} {one}"
    assert len(tried) > 25


def test_no_list_or_report_tells_a_title(client, secrets):
    tried = 0
    for name, parts in admin_addresses():
        if parts or "logout" in name or "error_test" in name:
            continue
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        for query in ({}, {"q": SECRET}, {"export": "csv"}):
            answer = client.get(url, query, follow=True)
            content = b"".join(answer.streaming_content) if answer.streaming else answer.content
            found = re.sub(
                rf'(value="{SECRET}"|q={SECRET}|“{SECRET}”|"{SECRET}"|<em>{SECRET}</em>)',
                "",
                content.decode(),
            )
            assert f"{SECRET} " not in found, name
            tried += 1
    assert tried > 100


def test_choosers_show_what_visitors_may_read_and_what_is_ones_own(client, page, secrets):
    browse = reverse("wagtailadmin_choose_page_child", args=[page("/").pk])
    html = client.get(browse).json()["html"]
    assert "What you can do" in html
    assert "Harmless" in html
    assert SECRET not in html
    search = client.get(reverse("wagtailadmin_choose_page_search"), {"q": "privacy"})
    assert "Privacy" in words(search)
    chosen = reverse("wagtailadmin_choose_page_chosen_multiple")
    result = client.get(
        f"{chosen}?" + "&".join(f"id={one.pk}" for one in [*secrets, page("/privacy/")])
    ).json()
    assert {one["adminTitle"] for one in result["result"]} == {"Harmless", "Privacy"}
    below = client.get(reverse("wagtailadmin_choose_page_child", args=[secrets[0].pk]))
    assert below.status_code == 404


@pytest.mark.parametrize("action", ["delete", "unpublish", "publish", "move"])
def test_actions_on_many_pages_do_not_name_what_is_not_seen(client, secrets, page, action):
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    for query in ("&".join(f"id={one.pk}" for one in secrets), f"id=all&childOf={page('/').pk}"):
        for answer in (client.get(f"{bulk}?{query}"), client.post(f"{bulk}?{query}", follow=True)):
            assert SECRET not in answer.content.decode()
    assert Page.objects.filter(pk__in=[one.pk for one in secrets]).count() == len(secrets)


def test_the_list_of_uses_counts_what_may_not_be_seen(client, page, secrets):
    hidden = make_information_page(
        page("/"),
        title=f"{SECRET} linking",
        body=[
            ("text", f'<a linktype="page" id="{page("/what-you-can-do/worried-about-a-child/").pk}">x</a>')
        ],
    )
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    child = page("/what-you-can-do/worried-about-a-child/")
    answer = client.get(reverse("wagtailadmin_pages:delete", args=[child.pk]))
    assert answer.status_code == 409
    assert "1 more that you may not see" in words(answer)
    assert SECRET not in answer.content.decode()
    usage = client.get(reverse("wagtailadmin_pages:usage", args=[child.pk]))
    assert SECRET not in usage.content.decode()


def test_documents_of_other_collections_are_not_named(client, page):
    shown = Shown(page)
    other = Collection.get_first_root_node().add_child(name="Other")
    PublicationDocument.objects.filter(pk=shown.document.pk).update(collection=other, title=f"{SECRET} paper")
    for model, thing in (("publicationdocument", shown.document), ("portalimage", shown.picture)):
        app = thing._meta.app_label
        for action in ("delete", "add_tags", "add_to_collection"):
            bulk = reverse("wagtail_bulk_action", args=[app, model, action])
            for ids in (thing.pk, "all"):
                answer = client.get(f"{bulk}?id={ids}")
                assert SECRET not in answer.content.decode()
                assert "A picture" not in answer.content.decode()
    bulk = reverse("wagtail_bulk_action", args=["categories", "categorygroup", "delete"])
    assert "A group" not in client.get(f"{bulk}?id={shown.group.pk}").content.decode()


def test_claims_and_evidence_are_told_to_those_who_work_on_them(client, confined, page):  # noqa: F811
    figure = make_figure(page("/statistics/"), title="Doubtful", state="unverified")
    assert EvidenceCheck.objects.filter(figure=figure).exists()
    for name in ("portal_claims", "statistics_evidence"):
        for query in ({}, {"export": "csv"}):
            answer = client.get(reverse(name), query)
            text = (b"".join(answer.streaming_content) if answer.streaming else answer.content).decode()
            assert "Doubtful" not in text
            assert "Childline" not in text.split("<main")[-1]
    works_there = confined("/statistics/", "publish")
    for name in ("portal_claims", "statistics_evidence"):
        assert "Doubtful" in words(works_there.get(reverse(name)))
