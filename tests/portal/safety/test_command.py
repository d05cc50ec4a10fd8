"""What `manage.py safety_audit` says, keeps and shows."""

from contextlib import contextmanager
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from portal.models import SafetyAuditResult

from .small_site import Reply, small_site

pytestmark = pytest.mark.django_db
FAULTY = {"/": Reply("<title>Front</title>", headers={"Set-Cookie": "seen=1"})}


@contextmanager
def own_site(settings, **changed: Reply):
    """Serve the small site as the one that the settings speak of."""
    with small_site(**changed) as url:
        settings.BASE_URL = url.rstrip("/")
        yield url


def run(url: str, **options) -> str:
    out = StringIO()
    call_command("safety_audit", url, stdout=out, **options)
    return out.getvalue()


def test_a_clean_site_passes_and_the_result_is_kept(settings):
    with own_site(settings) as url:
        assert "nothing found" in run(url)
    result = SafetyAuditResult.objects.get()
    assert result.base_address == url
    assert result.findings == []
    assert result.pages > 14
    assert timezone.now() - result.finished_at < timedelta(minutes=1)


def test_a_faulty_site_fails_and_each_page_and_rule_is_named(settings):
    out = StringIO()
    with (
        own_site(settings, **FAULTY) as url,
        pytest.raises(CommandError, match="2 faults on 1 pages") as failed,
    ):
        call_command("safety_audit", url, stdout=out)
    assert failed.value.returncode == 1
    assert "/: cookie: sets the cookie seen." in out.getvalue()
    assert "/: emergency: has no link to call 999." in out.getvalue()
    assert {one["rule"] for one in SafetyAuditResult.objects.get().findings} == {"cookie", "emergency"}


def test_nothing_is_kept_when_asked_not_to(settings):
    with own_site(settings) as url:
        run(url, save=False)
    assert not SafetyAuditResult.objects.exists()


def test_the_result_of_another_site_is_told_and_not_shown_as_this_sites_own(settings):
    settings.BASE_URL = "https://soc.example"
    with small_site() as url:
        said = run(url)
    assert "nothing found" in said
    assert "Not kept" in said
    assert "https://soc.example" in said
    assert not SafetyAuditResult.objects.exists()


def test_an_address_that_was_moved_is_looked_at(settings):
    Redirect.objects.create(old_path="/moved", redirect_link="/")
    cookie = {"Location": "/", "Set-Cookie": "seen=1"}
    with own_site(settings, **{"/moved": Reply("", 301, cookie)}) as url, pytest.raises(CommandError):
        run(url)
    assert [one["page"] for one in SafetyAuditResult.objects.get().findings] == ["/moved"]


def test_half_an_address_is_refused_in_words():
    with pytest.raises(CommandError, match="http://127"):
        run("127.0.0.1:8000")


def test_old_results_are_forgotten(settings):
    for hours in range(60):
        SafetyAuditResult.objects.create(
            finished_at=timezone.now() - timedelta(hours=hours), base_address="http://a/", pages=1
        )
    with own_site(settings) as url:
        run(url)
    assert SafetyAuditResult.objects.count() == SafetyAuditResult.KEPT
    assert SafetyAuditResult.objects.first().base_address == url


def privacy_page(client) -> str:
    return " ".join(client.get("/privacy/").content.decode().split())


def test_the_privacy_page_says_when_the_check_has_never_been_run(client):
    assert "This check has not been run yet." in privacy_page(client)


def test_the_privacy_page_shows_the_last_result_with_its_date(client):
    finished = timezone.datetime(2026, 11, 22, 14, 3, tzinfo=timezone.get_current_timezone())
    earlier = finished - timedelta(days=1)
    SafetyAuditResult.objects.create(
        finished_at=earlier, base_address="http://a/", pages=1, findings=[{"page": "/a/", "what": "old"}]
    )
    SafetyAuditResult.objects.create(finished_at=finished, base_address="https://soc.example/", pages=92)
    html = privacy_page(client)
    assert "22 November 2026, 14:03" in html
    assert "looked at 92 addresses of https://soc.example/" in html
    assert "No faults found." in html
    assert "/a/" not in html


def test_the_privacy_page_shows_what_is_wrong_and_how_much_more_there_is(client):
    findings = [
        {"page": f"/{number}/", "rule": "cookie", "what": "sets the cookie <b>", "hint": "Do not."}
        for number in range(40)
    ]
    SafetyAuditResult.objects.create(
        finished_at=timezone.now(), base_address="http://a/", pages=92, findings=findings
    )
    html = privacy_page(client)
    assert "40 faults found:" in html
    assert "<li>/0/: sets the cookie &lt;b&gt;</li>" in html
    assert "and 10 more" in html
    assert "No faults found" not in html
