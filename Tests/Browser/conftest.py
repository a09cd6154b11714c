"""What the stories stand on: an office with a server, a browser, and a clerk whose clicks are counted."""

import os
import pathlib

import pytest
from playwright.sync_api import sync_playwright

from clerk import Clerk
from office import Office


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
    office = Office(folder)
    office.import_sample()
    with office:
        yield office


@pytest.fixture
def clerk(browser, request):
    """Makes clerks, each with a browser of their own; at the end every one of them has met no error."""
    screenshots = pathlib.Path(__file__).parents[2] / ".local" / "screenshots"
    clerks = []

    def sit_down(office, language="zh-CN", **settings):
        one = Clerk(browser, office, screenshots / request.node.name, language, **settings)
        clerks.append(one)
        return one

    yield sit_down
    for one in clerks:
        one.stand_up()
    for one in clerks:
        one.met_no_trouble()
        print(f"\n{request.node.name}: {one.clicks} clicks, {one.keys} fields")
