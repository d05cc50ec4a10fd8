"""Migrations run no living code of the project, so that it may change, move or go."""

import re

import pytest

from tests.arrows import APPS, ROOT

MIGRATIONS = sorted(path for app in APPS for path in (ROOT / app / "migrations").glob("0*.py"))


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: f"{path.parts[-3]}.{path.stem}")
def test_a_migration_names_no_code_of_the_project(path):
    code = path.read_text(encoding="utf-8").split('"""')[-1]
    assert re.findall(rf"\b(?:{'|'.join(APPS)})\.[a-z_]+\.\w+", code) == []
    assert re.findall(rf"^(?:from|import) (?:{'|'.join(APPS)})\b", code, re.MULTILINE) == []
    assert "block_lookup={0" not in code
