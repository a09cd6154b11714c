"""Every page that the navigation leads to, and what those lead to, in both languages, for everybody who sees other pages."""

import re
import urllib.parse

import pytest

# What one has looked at below the navigation, the next one need not look at again: it is the same page.
seen = set()


def shape(address):
    """A page's address without which body, person, act or day it is about."""
    parts = urllib.parse.urlsplit(address)
    path = re.sub(r"/(ledger/acts|motions)/\d+", r"/\1/{number}", re.sub(r"[0-9a-f]{32}", "{id}", parts.path))
    names = sorted(name for name, _ in urllib.parse.parse_qsl(parts.query))
    # How a list is narrowed, sorted or paged makes it no other page.
    return path, () if path == "/bodies" else tuple(name for name in names if name not in ("page", "show"))


def links(page, selector):
    found = page.locator(selector).evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    return [address for address in dict.fromkeys(found) if address.startswith("/") and not address.startswith("/language")]


@pytest.mark.parametrize("login", ["clerk", "head", "secadmin", "sysadmin", "auditor"])
def test_every_page(sits_down, login):
    one = sits_down(login)
    places = links(one.page, "nav.places a")
    assert places
    below = {}
    for address in [*places, "/me"]:
        assert one.go(address).status == 200, address
        one.fits()
        one.look(re.sub(r"\W+", "-", address).strip("-") or "start", both=True)
        for link in links(one.page, "main a"):
            below.setdefault(shape(link), link)
    for form, address in below.items():
        if form in seen or address in places:
            continue
        seen.add(form)
        # The forms of daily work are looked through in `test_forms.py`.
        if form[0].startswith("/changes/"):
            continue
        one.context.add_cookies([{"name": "lang", "value": "zh", "url": one.office.address}])
        assert one.go(address).status == 200, address
        one.fits()
        one.look(re.sub(r"\W+|\d+|[0-9a-f]{32}", "-", address).strip("-")[:60], both=True, full=False)
    assert one.looked_at >= len(places)
