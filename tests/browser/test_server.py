"""What the server answers before any page is drawn: headers, hosts, compression, health."""

import gzip
import re
import urllib.error
import urllib.request
from email.message import Message

import pytest

EVERYWHERE = ("/", "/score?lang=en", "/healthz", "/_stcore/health", "/app/static/look.css", "/no-such-page")


def get(address: str, **headers: str) -> tuple[int, Message, bytes]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.headers, refused.read()


@pytest.mark.parametrize("path", EVERYWHERE)
def test_security_headers_are_on_every_answer(server: str, path: str) -> None:
    _status, headers, _body = get(server + path)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert not re.search(r"https?:|wss?:|\*", policy)
    assert "'unsafe-inline'" not in re.search(r"script-src([^;]*)", policy)[1]  # type: ignore[index]


@pytest.mark.parametrize("path", ["/", "/healthz", "/app/static/look.css"])
def test_a_foreign_host_is_refused(server: str, path: str) -> None:
    assert get(server + path, Host="rebound.example")[0] == 400
    assert get(server + path, Host="localhost:8501")[0] == 200


def test_health_is_never_cached(server: str) -> None:
    status, headers, body = get(server + "/healthz")
    assert (status, body, headers["cache-control"]) == (200, b'{"status":"ok"}', "no-store")


@pytest.mark.parametrize(
    ("query", "lang"), [("", "vi"), ("?lang=vi", "vi"), ("?lang=en", "en"), ("?lang=%22%3E", "vi")]
)
def test_the_first_document_is_in_the_language_of_the_address(server: str, query: str, lang: str) -> None:
    status, headers, body = get(f"{server}/score{query}")
    document = body.decode()
    assert status == 200
    assert int(headers["content-length"]) == len(body)
    assert headers["cache-control"] == "no-cache"
    assert f'<html lang="{lang}">' in document
    assert "<title>thước" in document
    assert "You need to enable JavaScript" not in document


def test_streamlits_files_travel_compressed(server: str) -> None:
    document = get(server)[2].decode()
    script = re.search(r'src="\./(static/js/index[^"]+)"', document)
    assert script
    plain = get(f"{server}/{script[1]}")[2]
    _status, headers, packed = get(f"{server}/{script[1]}", **{"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"
    assert len(packed) < len(plain) / 2
    assert gzip.decompress(packed) == plain
    assert get(f"{server}/static/../../config.py", **{"Accept-Encoding": "gzip"})[0] in {400, 404}


def test_fonts_come_from_this_server_with_their_licence(server: str) -> None:
    status, _headers, body = get(f"{server}/app/static/fonts/be-vietnam-pro-vietnamese-400-normal.woff2")
    assert (status, body[:4]) == (200, b"wOF2")
    assert b"SIL Open Font License" in get(f"{server}/app/static/fonts/LICENSE-OFL.txt")[2]
