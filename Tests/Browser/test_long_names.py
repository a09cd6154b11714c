"""Names as nobody would wish them: as long as the register takes, without a gap, with signs and rare characters. The pages keep their form."""

import re
import zipfile
from xml.sax.saxutils import escape

import pytest

from clerk import Clerk
from conftest import SCREENSHOTS
from office import Office
from staff import Staff

# What bodies of the sample are called here: long without a gap, with signs that are those of a page, with characters
# beyond the first plane and a picture.
NAMES = {
    "澄岚区教育局": "澄岚区" + "教育发展和改革创新综合协调服务保障" * 11 + "局",
    "澄岚区卫生健康局": "Chenglan" + "WaterResourcesAndConservancy" * 6 + "Bureau",
    "澄岚区交通运输局": "澄岚区𠮷㐂財政“<b>&'\"局😀",
}


def renamed(source, target):
    """The workbook with other names in it, wherever they stand."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename.endswith(".xml"):
                text = data.decode()
                for name, other in NAMES.items():
                    for written in (name, name.removeprefix("澄岚区")):
                        text = text.replace(f">{written}<", f">{escape(other)}<")
                data = text.encode()
            new.writestr(item.filename, data)


@pytest.fixture(scope="module")
def reader(browser, tmp_path_factory):
    """A clerk of an office whose workbook has such names."""
    folder = tmp_path_factory.mktemp("long")
    office = Office(folder, "--name", "澄岚区")
    renamed(office.sample("plain.xlsx", "--bodies", "60"), folder / "sample.xlsx")
    office.sample = lambda: folder / "sample.xlsx"
    # Some rows have such a body by another short name still.
    office.import_sample("--take-good-rows")
    with office:

        def sit_down(session=None):
            return Clerk(browser, office, SCREENSHOTS / "long-names", session=session)

        one = sit_down(Staff(office, sit_down, logins=("clerk",)).sessions["clerk"])
        yield one
        one.stand_up()
        one.met_no_trouble()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_long_names(reader, width, language):
    reader.page.set_viewport_size({"width": width, "height": 900})
    reader.context.add_cookies([{"name": "lang", "value": language, "url": reader.office.address}])
    places = ["/", "/bodies", "/bodies?sort=-approved", "/tree", "/people", "/ledger", "/documents/founding", "/findings"]
    for name in NAMES.values():
        reader.go("/bodies")
        body = reader.page.get_by_role("link", name=name, exact=True).first.get_attribute("href")
        places += [body, *(f"{body}/{tab}" for tab in ("people", "history", "findings", "motions"))]
        places += [f"/ledger?holder={body.rsplit('/', 1)[1]}", f"/tree?body={body.rsplit('/', 1)[1]}"]
    for place in places:
        assert reader.go(place).status == 200, place
        reader.fits()
        # A sign in a name is no part of the page.
        assert not reader.page.locator("main b").count(), place
        name = re.sub(r"\W+", "-", re.sub(r"[0-9a-f]{32}", "body", place)).strip("-") or "start"
        reader.look(f"{language}-{width}-{name[:40]}", full=False)
    assert not reader.troubles, "\n".join(reader.troubles)
