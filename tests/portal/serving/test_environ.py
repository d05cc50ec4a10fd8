"""What the WSGI application is told of a request: a table, without any server."""

from io import BytesIO
from types import SimpleNamespace

import pytest

from portal.serving.environ import environ_of


class Headers(list):
    """Headers as granian hands them over: names in small letters, repeated ones in their order."""

    def get(self, name, default=None):
        return dict(self).get(name, default)


def environ(*headers: tuple[str, str], length: int = 0, **changes) -> dict:
    request = {
        "http_version": "1.1",
        "server": "127.0.0.1:8000",
        "client": "192.0.2.1:54321",
        "scheme": "http",
        "method": "GET",
        "path": "/",
        "query_string": "",
        "authority": None,
        **changes,
    }
    listed = SimpleNamespace(items=lambda: list(headers), get=Headers(headers).get)
    return environ_of(SimpleNamespace(**request, headers=listed), BytesIO(), length)


def test_the_basics_are_as_pep_3333_wants_them():
    told = environ(method="POST", query_string="a=b&c=%20", length=5)
    expected = {
        "REQUEST_METHOD": "POST",
        "QUERY_STRING": "a=b&c=%20",
        "CONTENT_LENGTH": "5",
        "SCRIPT_NAME": "",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "REMOTE_ADDR": "192.0.2.1",
        "wsgi.url_scheme": "http",
    }
    assert {name: told[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("path", "told"),
    [("/plain/", "/plain/"), ("/wörter/", "/wÃ¶rter/"), ("/\ufffd%zz", "/ï¿½%zz"), ("/\0", "/\0")],
)
def test_a_path_is_its_bytes_written_as_latin_1(path, told):
    assert environ(path=path)["PATH_INFO"] == told


def test_an_address_of_ipv6_loses_its_brackets():
    told = environ(client="[2001:db8::7]:999", server="[::1]:80")
    assert (told["REMOTE_ADDR"], told["SERVER_NAME"], told["SERVER_PORT"]) == ("2001:db8::7", "::1", "80")


def test_headers_that_come_several_times_are_joined():
    told = environ(("accept", "a"), ("accept", "b"), ("cookie", "x=1"), ("cookie", "y=2"))
    assert (told["HTTP_ACCEPT"], told["HTTP_COOKIE"]) == ("a,b", "x=1; y=2")


def test_type_and_length_have_names_of_their_own():
    told = environ(("content-type", "text/plain"), ("content-length", "9"), length=9)
    assert (told["CONTENT_TYPE"], told["CONTENT_LENGTH"]) == ("text/plain", "9")
    assert not {"HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH"} & set(told)


def test_no_header_passes_for_a_setting_or_for_one_of_the_proxy():
    told = environ(("proxy", "http://evil.example"), ("x_forwarded_proto", "https"), ("x-ok", "1"))
    assert not {"HTTP_PROXY", "HTTP_X_FORWARDED_PROTO"} & set(told)
    assert told["HTTP_X_OK"] == "1"


def test_a_host_in_the_first_line_outranks_the_header():
    assert environ(("host", "a.example"))["HTTP_HOST"] == "a.example"
    assert environ(("host", "a.example"), authority="b.example")["HTTP_HOST"] == "b.example"
