"""Every form of daily work in both languages: as it comes, and as it comes back with all that is wrong; and personal data shown."""

import re

import pytest

# What no field takes: no name, number, day, choice or document has it.
WRONG = "x<y"

PHOTOGRAPHED = ("changes-headcount-use", "changes-transfer", "changes-define-matter", "changes-reverse")


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_form(sits_down, language):
    clerk = sits_down("clerk", language)
    clerk.go("/changes")
    clerk.fits()
    clerk.finds_nothing(clerk.page, "/changes")
    found = clerk.page.locator("main a[href^='/changes/']").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
    assert len(found) > 45, found
    clerk.expect_status(422)
    send = "提交动议" if language == "zh-CN" else "Send as a motion"
    faults = "没有提交，请先改正" if language == "zh-CN" else "Nothing was sent. First mend this"
    for address in found:
        name = re.sub(r"\W+", "-", address).strip("-")
        assert clerk.go(address).status == 200, address
        assert clerk.page.locator("html").get_attribute("lang") == language
        clerk.fits()
        # Nothing filled in: all that is required is named, each fault with a way to its field.
        clerk.click(send, role="button")
        clerk.page.locator("#faults").get_by_text(faults).wait_for()
        required = clerk.page.locator("main [id^='field-a0-'][required]").count()
        assert clerk.page.locator("#faults a[href^='#field-a0-']").count() >= required > 0, address
        # Something wrong in every box; what was typed is still there afterwards.
        boxes = clerk.page.locator("main input[type='text'][id^='field-a0-'], main textarea[id^='field-a0-']")
        for place in range(boxes.count()):
            boxes.nth(place).fill(WRONG)
        clerk.page.locator("#field-title").fill("t" * 100)
        clerk.click(send, role="button")
        clerk.page.locator("#faults").get_by_text(faults).wait_for()
        assert boxes.count() == 0 or boxes.first.input_value() == WRONG, address
        clerk.fits()
        # The page with all its faults has all that the empty form has, so that axe looks once; and what is around it is the
        # same on every page.
        clerk.finds_nothing(clerk.page, address, within="main")
        if name in PHOTOGRAPHED:
            clerk.look(name, axe=False)


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_what_stands_sealed_is_shown(sits_down, language):
    clerk = sits_down("clerk", language)
    clerk.go("/bodies")
    clerk.click_on("main table tbody th a, main table tbody td a")
    clerk.go(clerk.page.url.partition("?")[0] + "/people")
    clerk.click_on("main table tbody th a")
    clerk.page.locator("#field-purpose").fill("核对名册" if language == "zh-CN" else "to check the roll")
    clerk.page.locator("main form:has(#field-purpose) button").click()
    clerk.page.locator(".masked").first.wait_for(state="detached")
    clerk.fits()
    clerk.look("revealed")
