"""A file that is taken from visitors is gone at the next request, however often it was had before."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.site_process import PROJECT, environment_of, free_port, web_server

from .asking import Staff, ask
from .conftest import DOWNLOAD, copy_site
from .process_tree import eventually

PREPARED = """
from datetime import timedelta
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction
from publications.models import PublicationDocument, PublicationPage
page = PublicationPage.objects.get()
document = page.document
"""
# What takes the file away, what brings it back.
WAYS = {
    "unpublished": (
        "PublicationPage.objects.get().unpublish()",
        "PublicationPage.objects.get().save_revision().publish()",
    ),
    "private": (
        "PageViewRestriction.objects.create(page=page, restriction_type='login')",
        "PageViewRestriction.objects.all().delete()",
    ),
    "below a private page": (
        "PageViewRestriction.objects.create(page=page.get_parent(), restriction_type='login')",
        "PageViewRestriction.objects.all().delete()",
    ),
    "in a private collection": (
        "CollectionViewRestriction.objects.create(collection=document.collection, restriction_type='login')",
        "CollectionViewRestriction.objects.all().delete()",
    ),
    "in the bin": ("document.delete()", "document.restore()"),
    "moved": (
        "PublicationPage.objects.filter(pk=page.pk).update(slug='other', url_path='/nowhere/')",
        "PublicationPage.objects.filter(pk=page.pk).update(slug=page.slug, url_path=page.url_path)",
    ),
    "expired": (
        "Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(days=1))",
        "Page.objects.filter(pk=page.pk).update(expire_at=None)",
    ),
}


class Changes:
    """A process beside the server, which does to the site what it is told."""

    def __init__(self, data_dir: Path):
        loop = "import sys\nfor line in sys.stdin:\n    exec(line)\n    print('done', flush=True)"
        command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", PREPARED + loop]
        environment = environment_of(data_dir, free_port())
        self.process = subprocess.Popen(
            command, cwd=PROJECT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def do(self, statement: str) -> None:
        """Return when it is done and committed."""
        self.process.stdin.write(f"{statement}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "done\n", statement

    def end(self) -> None:
        """Let the process end."""
        self.process.communicate(timeout=30)


@pytest.fixture(scope="module")
def server(own_site, tmp_path_factory):
    """The server of a copy that only these tests change."""
    data_dir = tmp_path_factory.mktemp("taken-down")
    copy_site(own_site.data_dir, data_dir)
    with web_server(data_dir) as running:
        yield running


@pytest.fixture(scope="module")
def changes(server):
    """A process that changes the site."""
    process = Changes(Path(server.data_dir))
    yield process
    process.end()


def status(url: str) -> int:
    return ask(url, DOWNLOAD, range="bytes=0-0").status


def test_a_file_is_gone_at_once_and_back_at_once_whatever_takes_it(server, changes):
    for way, (take, bring_back) in WAYS.items():
        for _ in range(3):
            assert status(server.url) == 206, way
        changes.do(take)
        assert status(server.url) in (302, 404), way
        changes.do(bring_back)
        assert status(server.url) == 206, way


def test_a_file_is_gone_when_its_page_expires_without_anybodys_doing(server, changes):
    soon = "timezone.now() + timedelta(seconds=3)"
    changes.do(f"Page.objects.filter(pk=page.pk).update(expire_at={soon})")
    assert status(server.url) == 206
    eventually(lambda: status(server.url) == 404)
    changes.do(WAYS["expired"][1])


def test_staff_read_a_private_file_that_visitors_do_not(server, changes):
    staff = Staff(server)
    assert status(server.url) == 206
    changes.do(WAYS["private"][0])
    assert staff.get(DOWNLOAD).status == 200
    assert status(server.url) == 302
    changes.do(WAYS["private"][1])


def test_a_newer_file_is_sent_at_once(server, changes):
    whole = ask(server.url, DOWNLOAD).body
    changes.do(
        "from django.core.files.base import ContentFile;"
        "name = document.file.storage.save('publications/other.pdf', ContentFile(b'%PDF-other'));"
        "PublicationDocument.objects.filter(pk=document.pk).update(file=name, sha256='0' * 64)"
    )
    assert whole != ask(server.url, DOWNLOAD).body == b"%PDF-other"
