"""What the inspection of PDFs refuses, with which words, and what it must not refuse."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.conf import settings

from publications.inspection import RefusedPdfError, inspect, runner
from publications.inspection.notes import told
from tests import kept

from . import fuzz_child, hidden_pdfs
from .pdf_table import ACCEPTED, NOTED, REFUSED, WHOLE

SAMPLE = settings.BASE_DIR / "content/documents/national-strategic-assessment-2020-sample.pdf"
FUZZED = 150


@pytest.mark.parametrize("name", REFUSED)
def test_a_pdf_that_readers_should_not_get_is_refused_with_what_to_do(name):
    content, words = REFUSED[name]
    with pytest.raises(RefusedPdfError) as refusal:
        inspect(content)
    assert words in str(refusal.value)
    assert str(refusal.value).count(". ") >= 1, "one sentence says why, another what to do"


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_ordinary_pdf_is_accepted(name):
    assert inspect(ACCEPTED[name]).page_count == 1


@pytest.mark.parametrize("name", NOTED)
def test_a_pdf_with_something_odd_is_taken_and_the_editor_is_told(name):
    content, words = NOTED[name]
    assert words in told(inspect(content).notes)


def test_a_refusal_names_all_that_a_file_holds():
    both = hidden_pdfs.link(b"/A << /S /JavaScript /JS (1) >> /PA << /S /URI /URI (file:///a) >>")
    with pytest.raises(RefusedPdfError, match=r"a script \(JavaScript\) and a link .* without them"):
        inspect(both)


def test_the_sample_tells_everything_of_itself():
    facts = inspect(SAMPLE.read_bytes())
    assert (facts.page_count, facts.pdf_version, facts.language) == (6, "1.7", "en-GB")
    assert facts.is_tagged
    assert facts.has_text
    assert facts.pdf_title.startswith("Sample, not the official assessment")
    assert "The ten categories" in facts.page_texts[1]
    assert not {"\0", "\r"} & set("".join(facts.page_texts))
    assert {"title": "The ten categories", "page": 2, "level": 2} in facts.outline
    assert (facts.cover[:4], facts.cover[8:12]) == (b"RIFF", b"WEBP")


@pytest.mark.parametrize(
    ("child", "words"),
    [
        ("import os; os.abort()", "could not be read safely"),
        ("print('not a report')", "could not be read safely"),
        ('print(\'{"facts": {"surprise": 1}}\')', "could not be read safely"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "takes too long"),
        ("import time; time.sleep(60)", "takes too long"),
    ],
)
def test_a_child_process_that_fails_is_a_refusal_too(real_child_process, monkeypatch, child, words):
    monkeypatch.setattr(runner, "_START", child)
    monkeypatch.setattr(runner, "WALL_SECONDS", 1)
    with pytest.raises(RefusedPdfError, match=words):
        inspect(WHOLE)


def test_the_child_process_has_no_secrets_and_hardly_any_means(real_child_process, monkeypatch):
    """What an attacker who took over the child process would find."""
    tries = (
        "import sys; sys.path.append(sys.argv[1])\n"
        "from publications.inspection.child import main\n"
        "main.limit_this_process()\n"
        "import os, resource\n"
        "assert not {name for name in os.environ if name != 'LC_CTYPE'}, os.environ\n"
        "assert not any(name.startswith('django') for name in sys.modules)\n"
        "try: bytearray(2 * 1024 ** 3)\n"
        'except MemoryError: print(\'{"refused": "memory"}\')\n'
    )
    monkeypatch.setattr(runner, "_START", tries)
    with pytest.raises(RefusedPdfError, match="too much memory"):
        inspect(WHOLE)


def test_a_server_without_room_says_that_the_file_was_not_checked(real_child_process, monkeypatch):
    def full():
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with pytest.raises(RefusedPdfError, match="could not be checked"):
        inspect(WHOLE)


def fuzzed() -> str:
    """Read damaged copies of the sample, and return an outcome for each: the same while the inspection is."""
    command = [
        sys.executable,
        "-m",
        "tests.publications.inspection.fuzz_child",
        str(SAMPLE),
        "0",
        str(FUZZED),
    ]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, capture_output=True, text=True, timeout=300, check=True
    )
    return done.stdout


def test_damaged_copies_of_the_sample_end_in_facts_or_in_a_refusal():
    """Each copy that is accepted was opened again and has the pages that the facts say."""
    depends_on = [*kept.inspection(), SAMPLE, Path(fuzz_child.__file__)]
    outcomes = kept.made("outcomes-of-damaged-pdfs", fuzzed, depends_on, str(FUZZED))
    outcomes = dict(json.loads(line) for line in outcomes.splitlines())
    assert len(outcomes) == FUZZED
    assert {seed: outcome for seed, outcome in outcomes.items() if outcome in ("raised", "killed")} == {}
    assert {"facts", "damaged"} <= set(outcomes.values())
