"""The data of help routes as those read them who fetch the files."""

import csv
from io import StringIO

import pytest

FILES = ("data.json", "data.csv", "sources.csv")


@pytest.fixture
def services(client):
    """Return a function that fetches every service by the short name of its route."""

    def fetch() -> dict[str, dict]:
        contents = client.get("/help/data.json").json()["contents"]
        return {service["x_help_route"]["slug"]: service for service in contents}

    return fetch


@pytest.fixture
def lines(client):
    """Return a function that fetches the lines of a table."""

    def fetch(file: str) -> list[dict[str, str]]:
        text = client.get(f"/help/{file}").getvalue().decode("utf-8")
        return list(csv.DictReader(StringIO(text, newline="")))

    return fetch


@pytest.fixture
def everything(client):
    """Return a function that fetches all that the files say, as one text."""
    return lambda: "\n".join(client.get(f"/help/{file}").getvalue().decode("utf-8") for file in FILES)


@pytest.fixture
def answer(services):
    """Return a function that fetches the answer of a route to a question, or None."""

    def fetch(slug: str, kind: str) -> dict | None:
        return next((one for one in services()[slug].get("attributes", []) if one["link_type"] == kind), None)

    return fetch
