"""The default content, walked as a visitor walks it, holds no fault."""

import pytest
from django.test import Client

from portal.safety import audit
from portal.safety.addresses import NO_SUCH_PAGE, fixed_addresses
from portal.safety.answer import Answer

START = "http://testserver/"
EXPECTED = {
    "/what-you-can-do/worried-about-a-child/": 200,
    "/privacy/": 200,
    "/search/?q=help": 200,
    "/search/?q=zzyzx": 200,
    "/search": 301,
    NO_SUCH_PAGE: 404,
    "/publications/national-strategic-assessment-2020/download/": 200,
    "/changes.atom": 200,
    "/statistics/data.csv": 200,
    "/statistics/data.json": 200,
    "/statistics/openapi.json": 200,
    "/statistics/caid-images/data.json": 200,
    "/statistics/caid-images/card/": 200,
    "/admin/login/?next=/admin/": 200,
    "/static/css/tokens.css": 200,
    "/static/js/main.js": 200,
}


@pytest.fixture
def ask(db, settings):
    """Return a function that asks the site without a server, its static files included."""
    settings.WHITENOISE_USE_FINDERS = True
    client = Client(raise_request_exception=False)

    def ask(address: str) -> Answer:
        client.cookies.clear()
        response = client.get(address.removeprefix(START.rstrip("/")))
        return Answer(
            address,
            response.status_code,
            {name.lower(): value for name, value in response.items()},
            tuple(cookie.OutputString() for cookie in response.cookies.values()),
            b"".join(response.streaming_content) if response.streaming else response.content,
        )

    return ask


def test_the_audit_looks_at_every_kind_of_address_and_finds_nothing(ask):
    statuses = {}

    def noted(address: str) -> Answer:
        answer = ask(address)
        statuses[answer.page] = answer.status
        return answer

    result = audit(START, noted, fixed_addresses())
    assert [f"{one.page}: {one.rule}: {one.what}" for one in result.findings] == []
    assert {page: statuses.get(page) for page in EXPECTED} == EXPECTED
