"""Headings can be linked to, and long pages list them."""

import re

from tests.factories import make_information_page, words


def body(*headings):
    return [("heading", heading) for heading in headings]


def ids_and_links(client, page) -> tuple[list[str], list[str]]:
    main = client.get(page.url).content.decode().partition("<main")[2]
    return re.findall(r'<h2 class="block-heading" id="([^"]+)"', main), re.findall(
        r'<a href="#([^"]+)"', main
    )


def test_each_heading_has_an_address_of_its_own_even_where_words_come_twice(client, page):
    made = make_information_page(
        page("/"), body=body("What to do", "Help", "What to do", "What to do!", "More")
    )
    ids, links = ids_and_links(client, made)
    assert ids == ["what-to-do", "help", "what-to-do-2", "what-to-do-3", "more"]
    assert links == ids


def test_a_short_page_lists_no_headings(client, page):
    made = make_information_page(page("/"), body=body("One", "Two", "Three", "Four"))
    assert "On this page" not in words(client.get(made.url))
    made = make_information_page(page("/"), body=body("One", "Two", "Three", "Four", "Five"))
    assert "On this page One Two Three Four Five" in words(client.get(made.url))


def test_every_link_within_a_page_of_the_default_content_leads_somewhere(client, page):
    for path in ("/", "/statistics/", "/categories/fraud/", "/what-you-can-do/", "/privacy/"):
        html = client.get(path).content.decode()
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), path
        assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids), path


def test_a_heading_is_text_and_never_markup(client, page):
    made = make_information_page(page("/"), body=body("<script>alert(1)</script>"))
    assert "<script>alert" not in client.get(made.url).content.decode()
