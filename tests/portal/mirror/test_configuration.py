"""What is written for nginx holds, whatever headers and addresses say."""

from portal.mirror.export import export
from portal.mirror.nginx import quoted
from tests.server.asking import ask
from tests.server.mirroring import nginx_alone

from .conftest import moved, page


def test_no_header_can_end_its_line_or_name_a_variable():
    assert quoted('a "b" $uri \\') == '"a \\"b\\" ${mirror_dollar}uri \\\\"'


def test_nginx_says_strange_headers_and_addresses_as_the_site_does(small, tmp_path):
    small.answers["/"] = page(
        '<a href="/a/">1</a><a href="/a%20b/">2</a><a href="/a/?page=2">3</a><a href="/to">4</a>'
    )
    small.answers["/a/"] = page("one", link='<x>; title="$uri \\"', x_robots_tag="noindex")
    small.answers["/a%20b/"] = page("two")
    small.answers["/a/?page=2"] = page("three")
    small.answers["/to"] = moved("http://testserver/a/?x=$uri#b")
    mirror = tmp_path / "mirror"
    export(mirror, lambda words: None)
    with nginx_alone(mirror, tmp_path) as url:
        assert ask(url, "/a/")["Link"] == '<x>; title="$uri \\"'
        assert (ask(url, "/")["Link"], ask(url, "/")["X-Robots-Tag"]) == (None, None)
        assert ask(url, "/a%20b/").body == b"two"
        assert ask(url, "/a/?page=2").body == b"three"
        assert ask(url, "/a/?page=3").body == b"own"
        assert ask(url, "/to")["Location"] == "/a/?x=$uri#b"
