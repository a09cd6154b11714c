"""What the stories stand on: an office with a server, a browser, and a clerk whose clicks are counted."""

import os
import pathlib

import pytest
from playwright.sync_api import sync_playwright

from clerk import Clerk
from office import Office
from staff import Staff

SCREENSHOTS = pathlib.Path(__file__).parents[2] / ".local" / "screenshots"

# The body of the department contact: others are below it.
CONTACT_BODY = "澄岚区教育局"


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ["SANDING_CHROMIUM"],
            # In a container Chromium can't make its sandbox; nothing but our own server is visited.
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def empty_office(tmp_path):
    """A server over nothing: the first start."""
    with Office(tmp_path) as office:
        yield office


@pytest.fixture(scope="session")
def district_office(tmp_path_factory):
    """A server over the sample district; the stories of one run share it, each with records of its own."""
    folder = tmp_path_factory.mktemp("district")
    office = Office(folder, "--name", "澄岚区")
    office.import_sample()
    with office:
        yield office


@pytest.fixture(scope="session")
def staff(browser, district_office):
    """The people of the district's office, each signed in; their accounts were opened through the pages."""
    clerks = []

    def new_clerk():
        clerks.append(Clerk(browser, district_office, SCREENSHOTS / "staff"))
        return clerks[-1]

    everybody = Staff(district_office, new_clerk, body=CONTACT_BODY, look=True)
    for one in clerks:
        one.met_no_trouble()
    print(f"\nstaff: {sum(one.clicks for one in clerks)} clicks, {sum(one.keys for one in clerks)} fields")
    return everybody


@pytest.fixture
def clerk(browser, request):
    """Makes clerks, each with a browser of their own; at the end every one of them has met no error."""
    clerks = []

    def sit_down(office, language="zh-CN", **settings):
        one = Clerk(browser, office, SCREENSHOTS / request.node.name, language, **settings)
        clerks.append(one)
        return one

    yield sit_down
    for one in clerks:
        one.stand_up()
    for one in clerks:
        one.met_no_trouble()
        print(f"\n{request.node.name}: {one.clicks} clicks, {one.keys} fields")


@pytest.fixture
def sits_down(clerk, staff):
    """Sits somebody of the district's office down at a browser, signed in, at the first page."""

    def sit_down(login, language="zh-CN", **settings):
        one = clerk(staff.office, language, session=staff.sessions[login], **settings)
        one.go("/")
        return one

    return sit_down
