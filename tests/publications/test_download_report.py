"""Editors see how often each publication is downloaded."""

from datetime import date
from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import GroupPagePermission, Page

from publications.models import DownloadCount
from tests.factories import make_publication, words


@pytest.fixture
def counts(page, publication):
    other = make_publication(page("/publications/"), title="Second")
    for day, made, count in ((1, publication, 3), (2, publication, 4), (2, other, 50)):
        DownloadCount.objects.create(page=made, day=date(2026, 11, day), count=count)
    return other


@pytest.fixture
def report() -> str:
    return reverse("publications_download_counts")


def test_an_editor_sees_each_day_and_the_total_and_narrows_both(editor_client, counts, report):
    text = words(editor_client.get(report))
    assert "Total: 57 downloads." in text
    assert text.index("2 Nov 2026 Second 50") < text.index("1 Nov 2026 Assessment 3")
    assert "Total: 3 downloads." in words(editor_client.get(report, {"day_to": "2026-11-01"}))
    assert "Total: 50 downloads." in words(editor_client.get(report, {"page": counts.pk}))
    assert "No downloads are counted" in words(editor_client.get(report, {"day_from": "2027-01-01"}))
    assert report in editor_client.get(reverse("wagtailadmin_home")).content.decode()


def test_it_can_be_taken_into_a_spreadsheet(editor_client, counts, report):
    csv = b"".join(editor_client.get(report, {"export": "csv"}).streaming_content).decode().split()
    assert csv[0] == "Day,Publication,Downloads"
    assert set(csv[1:]) == {"2026-11-02,Assessment,4", "2026-11-02,Second,50", "2026-11-01,Assessment,3"}
    sheet = b"".join(editor_client.get(report, {"export": "xlsx"}).streaming_content)
    rows = list(load_workbook(BytesIO(sheet)).active.iter_rows(values_only=True))
    assert sorted(row[2] for row in rows[1:]) == [3, 4, 50]


def test_who_works_on_other_pages_sees_no_publication(client, django_user_model, counts, report):
    user = django_user_model.objects.create_user("confined", "", "pass-word-1234")
    group = Group.objects.create(name="Elsewhere")
    group.permissions.set(Permission.objects.filter(codename="access_admin"))
    user.groups.add(group)
    client.force_login(user)
    assert client.get(report).status_code == 302
    change = Permission.objects.get(codename="change_page")
    GroupPagePermission.objects.create(
        group=group, page=Page.objects.get(slug="what-you-can-do"), permission=change
    )
    response = client.get(report)
    assert response.status_code == 200
    assert "Second" not in words(response)
