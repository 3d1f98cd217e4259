"""The server of `serve`: what it answers, and to whom."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mentor_network.serving.preview import Preview
from mentor_network.serving.server import SCRIPT, VERSIONS, Server, content_type
from support.networks import laid_over

PAGE = "/opportunities/shadow-a-leader/"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    preview = Preview(laid_over(tmp_path_factory.mktemp("served") / "network", {}))
    preview.refresh()
    with Server(preview, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(server: Server, path: str, *, method: str = "GET", host: str = "localhost") -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    return connection.getresponse()


def test_a_page_has_the_script_that_loads_it_again_and_the_headers_of_the_site(server: Server) -> None:
    answer = ask(server, f"{PAGE}?q=1")
    html = answer.read().decode()
    assert answer.status == 200 and answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert f'<script src="/{SCRIPT}" data-version="{server.version}" defer></script>\n</head>' in html
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert b"EventSource" in ask(server, f"/{SCRIPT}").read()


def test_an_address_without_its_last_slash_leads_to_the_page(server: Server) -> None:
    answer = ask(server, PAGE.rstrip("/"))
    assert answer.status == 302 and answer.headers["Location"] == PAGE


@pytest.mark.parametrize(
    "path",
    ["/nothing/", "/../network.yaml", "/%2e%2e/network.yaml", "//etc/passwd", "/%00", "/%ff%fe/", "/.serve/", "/\\", "/?"],
)
def test_only_files_of_the_site_are_served(server: Server, path: str) -> None:
    answer = ask(server, path)
    assert answer.status == (200 if path == "/?" else 404)
    assert ("Page not found" in answer.read().decode()) == (path != "/?")


def test_a_request_without_a_body_gets_the_length_only(server: Server) -> None:
    answer = ask(server, "/assets/site.css", method="HEAD")
    assert answer.status == 200 and int(answer.headers["Content-Length"]) > 1000 and answer.read() == b""
    assert ask(server, "/", method="POST").status == 501


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8000", 200),
        ("127.0.0.1", 200),
        ("[::1]:8000", 200),
        ("192.168.1.7:8000", 200),
        ("", 200),
        ("rebound.example", 403),
        ("localhost.example:8000", 403),
        ("127.0.0.1.example", 403),
    ],
)
def test_another_site_cannot_read_what_is_served(server: Server, host: str, status: int) -> None:
    assert ask(server, "/", host=host).status == status


def test_open_pages_hear_of_a_new_version(server: Server) -> None:
    answer = ask(server, f"/{VERSIONS}")
    assert answer.readline().decode() == f"data: {server.version}\n" and answer.readline() == b"\n"
    server.preview.refresh()
    server.announce()
    assert answer.readline().decode() == f"data: {server.version}\n"
    answer.close()


@pytest.mark.parametrize(
    "sent", [b"\xff\xfe\x00\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1\r\n: \xff\r\n\r\n"]
)
def test_bytes_that_are_no_request_do_no_harm(server: Server, sent: bytes, caplog: pytest.LogCaptureFixture) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=20) as client:
        client.sendall(sent)
        client.shutdown(socket.SHUT_WR)
        client.recv(1000)
    assert ask(server, PAGE).status == 200 and caplog.text == ""


def test_a_mistake_in_a_template_is_named(tmp_path: Path) -> None:
    import shutil

    from mentor_network.render.environment import THEME

    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    with (theme / "pages" / "opportunity.html").open("a", encoding="utf-8") as file:
        file.write("{% if %}")
    preview = Preview(laid_over(tmp_path / "network", {}), theme)
    preview.refresh()
    with Server(preview, "127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        answer = ask(server, PAGE)
        said = answer.read().decode()
        assert answer.status == 500 and "opportunity.html, line" in said and "Traceback" not in said
        assert ask(server, "/").status == 200
        server.shutdown()


def test_a_network_with_mistakes_is_served_as_a_list_of_them_until_they_are_mended(tmp_path: Path) -> None:
    root = laid_over(tmp_path / "network", {})
    file = root / "opportunities.yaml"
    good = file.read_text("utf-8")
    file.write_text(good.replace("  title:", "  titel:"), "utf-8")
    preview = Preview(root)
    preview.refresh()
    for path in ("index.html", "opportunities/shadow-a-leader/index.html", "404.html"):
        shown = preview.file(path)
        assert shown and b"opportunities.yaml:2:3: unknown-key: there is no field called `titel` here" in shown.content
    assert preview.file("assets/site.css") and preview.file("data/dates.ics") is None
    file.write_text(good, "utf-8")
    preview.refresh()
    shown = preview.file("opportunities/shadow-a-leader/index.html")
    assert shown and b"titel" not in shown.content
    file.write_text(good.replace("  title:", "  titel:"), "utf-8")
    preview.refresh()
    shown = preview.file("opportunities/shadow-a-leader/index.html")
    assert shown and b"This is the last good version" in shown.content and b"Shadow a clinical leader" in shown.content


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a.js", "text/javascript; charset=utf-8"),
        ("data/dates.ics", "text/calendar; charset=utf-8"),
        ("a.PDF", "application/pdf"),
        ("_headers", "application/octet-stream"),
    ],
)
def test_types_of_files(name: str, found: str) -> None:
    assert content_type(name) == found
