"""Somebody at a browser: what they click is counted, what goes wrong is kept, what they look at is photographed."""

import base64
import hashlib
import hmac
import re
import struct
import time
import urllib.parse

from axe_playwright_python.sync_playwright import Axe


class Clerk:
    def __init__(self, browser, office, screenshots, language="zh-CN", scripts=True, width=1366, height=860):
        self.office = office
        self.screenshots = screenshots
        self.clicks = 0
        self.keys = 0
        self.troubles = []
        self.looked_at = 0
        self.expected = set()
        self.context = browser.new_context(
            base_url=office.address, locale=language, timezone_id="Asia/Shanghai", java_script_enabled=scripts,
            viewport={"width": width, "height": height}, ignore_https_errors=True,
        )
        self.context.set_default_timeout(15_000)
        self.scripts = scripts
        self.page = self.context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"page error: {error}"))
        self.context.on("request", self._request)
        self.context.on("response", self._response)

    # What goes wrong

    def expect_status(self, *statuses):
        """Answers with these statuses are part of the story from here on: a refused form answers 4xx."""
        self.expected |= set(statuses)

    def _console(self, message):
        # A refused form makes the browser itself write a line; the response is judged in `_response`.
        if message.type in ("error", "warning") and not message.text.startswith("Failed to load resource"):
            self.troubles.append(f"console {message.type}: {message.text} ({self.page.url})")

    def _request(self, request):
        parts = urllib.parse.urlsplit(request.url)
        if parts.scheme not in ("http", "https", "ws", "wss"):
            return
        if parts.hostname != "127.0.0.1":
            self.troubles.append(f"a request left the machine: {request.url}")

    def _response(self, response):
        if response.status >= 400 and response.status not in self.expected:
            self.troubles.append(f"{response.status} from {response.request.method} {response.url}")

    def met_no_trouble(self):
        assert not self.troubles, "\n".join(self.troubles)

    # What a hand does

    def go(self, address):
        """An address typed or come by from outside; no click."""
        return self.page.goto(address)

    def click(self, name, role=None, exact=True, within=None):
        """One click on what is called so: a button or a link, whichever there is."""
        place = within or self.page
        found = None
        for kind in [role] if role else ["button", "link", "tab", "menuitem", "checkbox", "radio"]:
            found = place.get_by_role(kind, name=name, exact=exact)
            if found.count():
                break
        self.clicks += 1
        found.first.click()

    def click_on(self, selector):
        """One click on what a selector finds, where a name is no help (a row of a table)."""
        self.clicks += 1
        self.page.locator(selector).first.click()

    def fill(self, label, text, exact=False):
        """Types into the field with that label; clicking into the first field is not counted, the keyboard does it."""
        self.keys += 1
        self.page.get_by_label(label, exact=exact).first.fill(text)

    def choose(self, label, option):
        self.clicks += 1
        self.page.get_by_label(label).first.select_option(label=option)

    def upload(self, label, path):
        self.clicks += 1
        self.page.get_by_label(label).first.set_input_files(str(path))

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    # What an eye sees

    def sees(self, text):
        """The text is to be seen."""
        found = self.page.get_by_text(text) if isinstance(text, str) else self.page.locator("body", has_text=text)
        found.first.wait_for(state="visible")

    def sees_not(self, text):
        assert self.page.get_by_text(text).count() == 0, f"“{text}” is on {self.page.url}"

    def look(self, name, axe=True, full=True):
        """A photograph, and what axe finds there: nothing."""
        self.looked_at += 1
        self.screenshots.mkdir(parents=True, exist_ok=True)
        path = self.screenshots / f"{self.looked_at:02}-{name}.png"
        self.page.screenshot(path=path, full_page=full)
        # axe is a script of its own; where the page may run none, there is no telling.
        if axe and self.scripts:
            self.finds_nothing(name)
        return path

    def finds_nothing(self, name):
        results = Axe().run(self.page)
        for violation in results.response["violations"]:
            nodes = ", ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:4])
            self.troubles.append(f"axe on {name} ({self.page.url}): {violation['id']}: {violation['help']}: {nodes}")

    def prints(self, name, landscape=False):
        """The page as it prints, as a PDF beside the photographs."""
        self.screenshots.mkdir(parents=True, exist_ok=True)
        self.page.pdf(
            path=self.screenshots / f"{name}.pdf", format="A3" if landscape else "A4", landscape=landscape,
            print_background=True,
        )

    def stand_up(self):
        self.context.close()


def totp(secret, at=None, digits=6, period=30):
    """The code of a second factor (RFC 6238) for a secret in base 32, as an app on a phone makes it."""
    secret = re.sub(r"\s", "", secret).upper()
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    step = int((time.time() if at is None else at) // period)
    digest = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset:offset + 4])[0] & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)
