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
        '<a href="/d%22%24uri%7B;/">5</a>'
    )
    small.answers["/a/"] = page("one", link='<x>; title="$uri \\"', x_robots_tag="noindex")
    small.answers["/a%20b/"] = page("two")
    small.answers["/a/?page=2"] = page("three")
    small.answers["/d%22$uri%7B;/"] = page("four", link="<four>")
    small.answers["/to"] = moved("http://testserver/a/?x=$uri#b")
    mirror = tmp_path / "mirror"
    export(mirror, lambda words: None)
    with nginx_alone(mirror, tmp_path) as url:
        assert ask(url, "/a/")["Link"] == '<x>; title="$uri \\"'
        assert (ask(url, "/")["Link"], ask(url, "/")["X-Robots-Tag"]) == (None, None)
        assert ask(url, "/a%20b/").body == b"two"
        assert ask(url, "/d%22$uri%7b;/")["Link"] == "<four>"
        assert ask(url, "/a/?page=2").body == b"three"
        assert ask(url, "/a/?page=3").body == b"own"
        assert ask(url, "/to")["Location"] == "/a/?x=$uri#b"


def test_what_is_new_is_said_to_be_what_it_is_before_nginx_reads_its_lines_again(small, tmp_path):
    style, card = (
        {"content_type": "text/css; charset=utf-8"},
        {"content_security_policy": "frame-ancestors *"},
    )
    small.answers |= {
        "/": page('<a href="/s/a.css">1</a><a href="/a/">2</a><a href="/a/card/">3</a><a href="/b/">4</a>'),
        "/s/a.css": page("a { }", **style),
        "/a/card/": page("card", **card),
        "/b/": page("one"),
    }
    mirror = tmp_path / "mirror"
    export(mirror, lambda words: None)
    with nginx_alone(mirror, tmp_path) as url:
        small.answers["/b/"] = page('<a href="/s/b.css">1</a><a href="/c/">2</a><a href="/c/card/">3</a>')
        small.answers |= {
            "/s/b.css": page("b { }", **style),
            "/c/": page("new"),
            "/c/card/": page("new", **card),
        }
        export(mirror, lambda words: None, even_if_unchanged=True)
        assert ask(url, "/s/b.css")["Content-Type"] == "text/css; charset=utf-8"
        assert ask(url, "/c/")["Content-Type"] == "text/html; charset=utf-8"
        assert ask(url, "/c/")["Content-Security-Policy"] is None
        assert ask(url, "/c/card/")["Content-Security-Policy"] == "frame-ancestors *"
