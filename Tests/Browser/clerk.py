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
    def __init__(
        self, browser, office, screenshots, language="zh-CN", scripts=True, width=1366, height=860, session=None
    ):
        self.browser = browser
        self.office = office
        self.settings = {
            "base_url": office.address, "timezone_id": "Asia/Shanghai", "ignore_https_errors": True,
            "viewport": {"width": width, "height": height},
        }
        self.screenshots = screenshots
        self.clicks = 0
        self.keys = 0
        self.troubles = []
        self.looked_at = 0
        self.expected = set()
        self.language = language
        self.scripts = scripts
        self.other_page = None
        self.asked_by = {}
        self.context, self.page = self._open(language, scripts, session)

    def _open(self, language, scripts, session):
        """A browser of one's own, in which everything that goes wrong is kept; signed in where there is a session."""
        context = self.browser.new_context(
            locale=language, java_script_enabled=scripts, storage_state=session, **self.settings
        )
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.troubles.append(f"page error: {error}"))
        context.on("request", self._request)
        context.on("response", self._response)
        return context, page

    @property
    def session(self):
        """What keeps this one signed in, for sitting down again."""
        return self.context.storage_state()

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
        request = response.request
        if request.is_navigation_request():
            self.asked_by[request.url.partition("#")[0]] = request.method
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
        self.page.locator("select").and_(self.page.get_by_label(label)).first.select_option(label=option)

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
        # What is only on paper stands in the page, too.
        found.filter(visible=True).first.wait_for()

    def sees_not(self, text):
        assert self.page.get_by_text(text).count() == 0, f"“{text}” is on {self.page.url}"

    def look(self, name, axe=True, full=True, both=False):
        """A photograph, and what axe finds there: nothing. With `both`, the same in the other language."""
        self.looked_at += 1
        self.screenshots.mkdir(parents=True, exist_ok=True)
        path = self.screenshots / f"{self.looked_at:02}-{name}.png"
        self.page.screenshot(path=path, full_page=full)
        # axe is a script of its own; where the page may run none, there is no telling.
        if axe and self.scripts:
            self.finds_nothing(self.page, name)
        if both:
            self._look_in_other_language(name, full)
        return path

    def _look_in_other_language(self, name, full):
        """The same page beside this one. What only a sent form shows has no address, and isn't looked at again."""
        address = self.page.url.partition("#")[0]
        if self.asked_by.get(address, "GET") != "GET":
            return
        if self.other_page is None:
            _, self.other_page = self._open("en" if self.language.startswith("zh") else "zh-CN", True, None)
        self.other_page.context.add_cookies(
            [cookie for cookie in self.context.cookies() if cookie["name"] != "lang"]
        )
        self.other_page.goto(address)
        self.other_page.screenshot(path=self.screenshots / f"{self.looked_at:02}-{name}-other.png", full_page=full)
        self.finds_nothing(self.other_page, name)

    def finds_nothing(self, page, name, within=None):
        """Axe finds nothing on a page, or within what a selector names."""
        results = Axe().run(page, context=within)
        for violation in results.response["violations"]:
            nodes = ", ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:4])
            self.troubles.append(f"axe on {name} ({page.url}): {violation['id']}: {violation['help']}: {nodes}")

    def prints(self, name):
        """The page as it prints on the paper it asks for, as a PDF beside the photographs."""
        self.screenshots.mkdir(parents=True, exist_ok=True)
        path = self.screenshots / f"{name}.pdf"
        self.page.pdf(path=path, prefer_css_page_size=True, print_background=True)
        # As it looks on paper, for whoever looks through the photographs.
        size = self.page.viewport_size
        self.page.emulate_media(media="print")
        self.page.set_viewport_size({"width": 794, "height": 1123})
        self.page.screenshot(path=self.screenshots / f"{name}-on-paper.png", full_page=True)
        # Not “screen”: the next PDF would be made by the rules of screens.
        self.page.emulate_media(media="null")
        self.page.set_viewport_size(size)
        return path

    def fits(self):
        """The page is no wider than the window: nothing has to be scrolled sideways but what scrolls by itself."""
        widths = self.page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        if widths[0] > widths[1]:
            wide = self.page.evaluate(
                """() => [...document.querySelectorAll("main *, header *, nav *, footer *")]
                .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
                .slice(0, 5).map((one) => one.tagName + "." + one.className)"""
            )
            self.troubles.append(f"{self.page.url} is {widths[0]} wide in a window of {widths[1]}: {wide}")

    def stand_up(self):
        self.context.close()
        if self.other_page:
            self.other_page.context.close()
            self.other_page = None


def totp(secret, at=None, digits=6, period=30):
    """The code of a second factor (RFC 6238) for a secret in base 32, as an app on a phone makes it."""
    secret = re.sub(r"\s", "", secret).upper()
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    step = int((time.time() if at is None else at) // period)
    digest = hmac.new(key, struct.pack(">Q", step), hashlib.sha1).digest()
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset:offset + 4])[0] & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)
