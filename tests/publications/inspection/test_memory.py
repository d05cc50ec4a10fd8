"""What a large PDF takes of memory: of its parts what is looked at, and never the whole file."""

import os
import tracemalloc
from contextlib import contextmanager

import pikepdf
import pytest
from django.core.files import File

from publications.inspection import inspect, sha256_of
from publications.inspection.child import rendering, scan, whole
from publications.inspection.child.main import report_on
from publications.models import PublicationDocument

MEGABYTE = 1024 * 1024
LIMIT = 8 * MEGABYTE


def large_pdf(path) -> None:
    """Write a PDF of ten pages, each with a picture of 2 MB that cannot be compressed."""
    pdf = pikepdf.new()
    for _ in range(10):
        page = pdf.add_blank_page()
        picture = pdf.make_stream(
            os.urandom(3 * 840 * 840),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=840,
            Height=840,
            BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceRGB,
        )
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
        page.Contents = pdf.make_stream(b"q 600 0 0 800 0 0 cm /P Do Q")
    pdf.save(path, compress_streams=False)


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """The path of a PDF of 20 MB."""
    path = tmp_path_factory.mktemp("large") / "large.pdf"
    large_pdf(path)
    assert path.stat().st_size > 20 * MEGABYTE
    return path


@contextmanager
def at_most(limit: int):
    """Fail if what is done within takes more of Python's memory at any moment, in bytes."""
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        yield
        assert tracemalloc.get_traced_memory()[1] - before < limit
    finally:
        tracemalloc.stop()


def test_the_server_reads_checks_and_stores_a_large_file_in_pieces(real_child_process, db, large):
    with large.open("rb") as file, at_most(LIMIT):
        document = PublicationDocument(title="Large", is_sample=True)
        document.file = File(file, name="large.pdf")
        document.full_clean()
        document.save()
    assert document.page_count == 10
    with large.open("rb") as file:
        assert document.sha256 == sha256_of(file)


def test_the_child_process_reads_it_in_pieces_too(large):
    with large.open("rb") as file, at_most(LIMIT):
        report = report_on(whole.Whole(file.fileno()))
    assert report["facts"]["page_count"] == 10


def test_pdfium_is_not_left_to_keep_all_pages(monkeypatch, large):
    opened = []
    monkeypatch.setattr(rendering, "opened", lambda content: opened.append(1) or whole.opened(content))
    with large.open("rb") as file:
        facts = rendering.render(whole.Whole(file.fileno()), 10)
    assert len(facts["page_texts"]) == 10
    assert 3 <= len(opened) <= 6  # about every 8 MB, and for the cover


def test_a_file_is_read_alike_from_memory_and_from_the_disk(real_child_process, large):
    content = large.read_bytes()
    with large.open("rb") as file:
        assert inspect(file) == inspect(content)
        assert report_on(whole.Whole(file.fileno())) == report_on(content)


@pytest.mark.parametrize("piece", [1, 7, 64, 1000])
def test_no_object_is_lost_where_one_piece_ends_and_the_next_begins(monkeypatch, piece):
    content = b"%PDF-1.7\n" + b"".join(
        b"%d 0 obj\n<< /N %d >>\nendobj\n" % (number, number) for number in range(5, 250)
    )
    whole_list = [one.start for one in scan.Scan(content).found]
    monkeypatch.setattr(scan, "PIECE", piece)
    assert [one.start for one in scan.Scan(content).found] == whole_list
    assert len(whole_list) == 245
