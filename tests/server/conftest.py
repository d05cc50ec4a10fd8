"""A copy of the site with a large file, that tests may change, and its real server."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.browser.site_process import folder_of_all_workers, shared_site, web_server

DOWNLOAD = "/publications/national-strategic-assessment-2020/download/"
LARGE = 20 * 1024 * 1024


@dataclass(frozen=True)
class OwnSite:
    """A site's folder, and where in it the file of the publication lies."""

    data_dir: Path
    file: Path

    def rows(self, query: str) -> list[tuple]:
        """Return what the database answers."""
        with closing(sqlite3.connect(self.data_dir / "db.sqlite3")) as database:
            return database.execute(query).fetchall()

    def downloads(self) -> int:
        """Return how many the database knows of: all of a server that has ended."""
        [(count,)] = self.rows("SELECT coalesce(sum(count), 0) FROM publications_downloadcount")
        return count


@pytest.fixture(scope="session")
def site(tmp_path_factory, worker_id):
    """The site that the browser tests share; only copied here."""
    with shared_site(folder_of_all_workers(tmp_path_factory, worker_id)) as running:
        yield running


def copy_site(source: Path, data_dir: Path) -> None:
    """Copy a site's data, also while it is served."""
    unwanted = shutil.ignore_patterns("db.sqlite3*", "*.log")
    shutil.copytree(source, data_dir, dirs_exist_ok=True, ignore=unwanted)
    with (
        closing(sqlite3.connect(source / "db.sqlite3")) as database,
        closing(sqlite3.connect(data_dir / "db.sqlite3")) as copy,
    ):
        database.backup(copy)


@pytest.fixture(scope="session")
def own_site(site, tmp_path_factory) -> OwnSite:
    """A copy of the site whose publication has a file of 20 MB."""
    source, data_dir = Path(site.data_dir), tmp_path_factory.mktemp("own-site")
    copy_site(source, data_dir)
    with closing(sqlite3.connect(data_dir / "db.sqlite3")) as database:
        name = database.execute("SELECT file FROM publications_publicationdocument").fetchone()[0]
    file = data_dir / "documents" / name
    content = file.read_bytes()
    file.write_bytes(content + bytes(range(256)) * ((LARGE - len(content)) // 256))
    return OwnSite(data_dir, file)


@pytest.fixture
def unread_site(own_site, tmp_path) -> OwnSite:
    """A copy of the copy, for one test: nobody else reads it."""
    data_dir = tmp_path / "unread-site"
    data_dir.mkdir()
    copy_site(own_site.data_dir, data_dir)
    return OwnSite(data_dir, data_dir / own_site.file.relative_to(own_site.data_dir))


@pytest.fixture(scope="session")
def server(own_site):
    """The copy's server."""
    with web_server(own_site.data_dir) as running:
        yield running
