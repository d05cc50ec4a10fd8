"""Every change in the database that a visitor could see is noticed once it is committed, and no other."""

import pytest
from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from guidance.models import HelpRoute
from portal.databases.changes import Watch, seen
from portal.models import InformationPage


@pytest.fixture
def noticed(django_capture_on_commit_callbacks):
    """Return a function that does something and returns what was said of it after the commit."""

    def do(work) -> list[bool]:
        said = []
        watch = Watch(connection, lambda takedown: said.append(takedown))
        with connection.execute_wrapper(watch), django_capture_on_commit_callbacks(execute=True):
            work()
        return said

    return do


def test_publishing_is_a_change_and_takes_nothing_down(page, noticed):
    assert set(noticed(lambda: page("categories/").save_revision().publish())) == {False}


def test_saving_a_draft_is_no_change(page, noticed):
    assert noticed(lambda: page("categories/").save_revision()) == []


@pytest.mark.parametrize(
    "take_down",
    [
        lambda page: page.unpublish(),
        lambda page: page.delete(),
        lambda page: Page.objects.filter(pk=page.pk).update(live=False),
        lambda page: PageViewRestriction.objects.create(page=page, restriction_type="login"),
        lambda page: page.move(page.get_root(), "last-child"),
    ],
    ids=["unpublished", "deleted", "updated", "made private", "moved"],
)
def test_what_takes_a_page_from_visitors_is_a_takedown(db, noticed, take_down):
    leaf = InformationPage.objects.last()
    assert True in noticed(lambda: take_down(leaf))


def test_any_way_of_changing_a_route_is_noticed(db, noticed):
    route = HelpRoute.objects.exclude(is_emergency=True).first()
    assert False in noticed(lambda: HelpRoute.objects.filter(pk=route.pk).update(phone=""))
    assert False in noticed(lambda: HelpRoute.objects.bulk_update([route], ["name"]))
    assert True in noticed(lambda: route.unpublish())


def test_raw_statements_are_noticed(db, noticed):
    def statement():
        with connection.cursor() as cursor:
            cursor.execute("update wagtailcore_page set title = title")

    assert noticed(statement) != []


def test_what_was_rolled_back_is_no_change_and_what_follows_is_one(page, noticed):
    index = page("categories/")

    def give_up_and_try_again():
        try:
            with transaction.atomic():
                index.unpublish()
                raise RuntimeError
        except RuntimeError:
            pass
        Page.objects.filter(pk=index.pk).update(title="Once more")

    assert noticed(give_up_and_try_again) == [False]


def test_reading_and_signing_in_are_no_changes(client, administrator, noticed):
    assert noticed(lambda: (client.get("/"), client.force_login(administrator))) == []


def test_a_change_is_said_once_for_a_transaction(db, noticed):
    def many():
        for _ in range(5):
            Page.objects.filter(depth=2).update(title="Again")

    assert noticed(many) == [False]


@pytest.mark.parametrize(
    ("sql", "changes"),
    [
        ('SELECT "a" FROM "wagtailcore_page"', False),
        ("WITH x AS (SELECT 1) SELECT * FROM x", False),
        ("WITH x AS (DELETE FROM wagtailcore_page RETURNING 1) SELECT * FROM x", True),
        ('INSERT INTO "django_session" ("a") VALUES (%s)', False),
        ('INSERT INTO "portal_sitesettings" ("a") VALUES (%s)', True),
        ("TRUNCATE wagtailcore_page", True),
        ('UPDATE "publications_downloadcount" SET "count" = %s', False),
    ],
)
def test_statements_are_told_apart_by_their_verb_and_table(sql, changes):
    assert seen(sql, ())[0] is changes


def test_the_end_of_a_document_is_a_takedown(db, noticed):
    from publications.models import PublicationDocument

    documents = PublicationDocument.objects.all()
    assert True in noticed(lambda: documents.update(deleted_at=timezone.now()))


def test_what_finds_nothing_to_change_is_no_change(db, noticed):
    assert noticed(lambda: HelpRoute.objects.filter(pk=0).update(name="x")) == []
    assert noticed(lambda: HelpRoute.objects.filter(pk=0).delete()) == []
