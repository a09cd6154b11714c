"""The harness itself finds what it is there to find, on pages of its own."""

import http.server
import threading

import pytest

from clerk import Clerk, totp

PAGES = {
    "/good": '<main><h1>好</h1><a href="/bad">去</a></main>',
    "/bad": "<h1>坏</h1><main><img src='/good'><script>console.error('broken')</script></main>",
    "/away": "<h1>外</h1><main><img alt='' src='http://192.0.2.1/away.png'></main>",
}


class Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = PAGES.get(self.path)
        text = f"<!doctype html><html lang='zh-CN'><title>页</title>{body or '<h1>没有</h1>'}</html>"
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def somebody(browser, tmp_path):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.address = f"http://127.0.0.1:{server.server_port}"
    one = Clerk(browser, server, tmp_path)
    yield one
    one.stand_up()
    server.shutdown()


def test_a_good_page_is_no_trouble_and_clicks_are_counted(somebody):
    somebody.go("/good")
    somebody.sees("好")
    assert somebody.look("good").stat().st_size > 0
    somebody.met_no_trouble()
    somebody.page.route("**/bad", lambda route: route.fulfill(body="<title>x</title>"))
    somebody.click("去")
    assert somebody.clicks == 1


def test_console_errors_and_what_axe_finds_are_trouble(somebody):
    somebody.go("/bad")
    somebody.look("bad")
    troubles = "\n".join(somebody.troubles)
    assert "broken" in troubles and "image-alt" in troubles
    with pytest.raises(AssertionError, match="broken"):
        somebody.met_no_trouble()


def test_a_request_that_leaves_the_machine_is_trouble(somebody):
    somebody.page.goto(somebody.office.address + "/away", wait_until="commit")
    somebody.page.wait_for_selector("img", state="attached")
    somebody.page.evaluate("new Promise(done => setTimeout(done, 0))")
    assert any("192.0.2.1" in trouble for trouble in somebody.troubles)


def test_a_status_is_trouble_unless_the_story_expects_it(somebody):
    somebody.go("/nowhere")
    assert any(trouble.startswith("404") for trouble in somebody.troubles)
    somebody.troubles.clear()
    somebody.expect_status(404)
    somebody.go("/nowhere")
    somebody.met_no_trouble()


def test_codes_of_the_second_factor_are_those_of_rfc_6238():
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert totp(secret, at=59, digits=8) == "94287082"
    assert totp(secret, at=1111111109, digits=8) == "07081804"
    assert totp(secret, at=20000000000, digits=8) == "65353130"
