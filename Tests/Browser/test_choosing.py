"""Bodies and people chosen by part of their names: with the keyboard alone, with a mouse, without script, by a contact."""

import re

from conftest import CONTACT_BODY


def box(clerk, label):
    return clerk.page.get_by_role("combobox", name=label, exact=False).first


def type_into(clerk, field, text):
    """Types into a box, and waits for what is proposed."""
    with clerk.page.expect_response(lambda response: "/choose/" in response.url or "/suggest" in response.url):
        field.press_sequentially(text, delay=15)
    clerk.page.locator(".popup .said").locator("visible=true").wait_for()


def options(clerk):
    return clerk.page.locator(".popup [role=option]").locator("visible=true")


def active(field):
    """What the box says is pointed at, as a screen reader hears it."""
    pointed = field.get_attribute("aria-activedescendant")
    return field.page.locator(f"#{pointed}") if pointed else None


def test_keyboard_alone(sits_down):
    clerk = sits_down("clerk")
    clerk.go("/changes/headcount-use")
    field = box(clerk, "机构")
    clerk.page.locator("main").focus()
    for _ in range(12):
        clerk.press("Tab")
        if field.evaluate("(one) => one === document.activeElement"):
            break
    assert field.get_attribute("aria-expanded") == "false"
    type_into(clerk, field, "jyj")
    assert field.get_attribute("aria-expanded") == "true"
    assert active(field) is None, "nothing is chosen unasked"
    clerk.look("list-open")
    clerk.press("ArrowDown")
    first = active(field)
    assert first.get_attribute("aria-selected") == "true"
    clerk.press("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp")
    assert active(field).get_attribute("id") == first.get_attribute("id")
    clerk.press("ArrowUp")
    assert active(field).get_attribute("id") == options(clerk).last.get_attribute("id"), "round and round"
    clerk.look("list-pointed")
    # Escape closes the list, and leaves what was typed.
    clerk.press("Escape")
    assert field.get_attribute("aria-expanded") == "false" and field.input_value() == "jyj"
    with clerk.page.expect_response(lambda response: "/choose/" in response.url):
        clerk.press("ArrowDown")
    options(clerk).first.wait_for()
    clerk.press("ArrowDown")
    name = active(field).locator(".option").inner_text()
    with clerk.page.expect_response(lambda response: response.request.method == "POST"):
        clerk.press("Enter")
    assert field.input_value() == name and "教育局" in name
    assert clerk.page.url.endswith("/changes/headcount-use"), "Enter on the list sends nothing"
    assert field.evaluate("(one) => one === document.activeElement"), "the focus stays"
    # What is wrong stands beside the field that was left, and the focus is where it went.
    clerk.press("Tab", "Tab")
    count = clerk.page.get_by_label("数量")
    assert count.evaluate("(one) => one === document.activeElement")
    clerk.page.keyboard.type("若干")
    with clerk.page.expect_response(lambda response: response.request.method == "POST"):
        clerk.press("Tab")
    fault = clerk.page.locator("#field-a0-count-fault")
    fault.wait_for()
    assert "整数" in fault.inner_text()
    assert count.get_attribute("aria-invalid") == "true" and "field-a0-count-fault" in count.get_attribute("aria-describedby")
    until = clerk.page.get_by_label("截止日期")
    assert until.evaluate("(one) => one === document.activeElement")
    assert clerk.page.locator("#field-a0-until-fault").count() == 0, "what was not left yet is not blamed"
    clerk.page.wait_for_function("document.getElementById('trial-said').textContent.includes('整数')")
    clerk.look("fault-beside")
    count.fill("１")
    with clerk.page.expect_response(lambda response: response.request.method == "POST"):
        clerk.press("Tab")
    fault.wait_for(state="detached")
    assert count.get_attribute("aria-invalid") is None


def test_mouse_touch_and_places_of_people(sits_down):
    clerk = sits_down("clerk", width=390)
    clerk.go("/changes/leave")
    field = box(clerk, "人员")
    type_into(clerk, field, "教育局")
    clerk.look("people-narrow")
    clerk.fits()
    option = options(clerk).nth(1)
    mark = option.get_attribute("data-value").rsplit(" ", 1)[1]
    body = option.get_attribute("data-body")
    option.click()
    assert field.input_value().endswith(mark)
    # Their place is filled in where it is one.
    assert box(clerk, "机构").input_value() == (body or "")
    clerk.look("person-chosen")


def test_names_are_for_whoever_may_see_them(sits_down):
    contact = sits_down("contact")
    contact.go("/changes/leave")
    field = box(contact, "人员")
    type_into(contact, field, "民政局")
    assert options(contact).count() == 0
    contact.sees("没有与“民政局”相符的")
    field.fill("")
    type_into(contact, field, "教育局")
    assert options(contact).count() > 1
    for text in options(contact).all_inner_texts():
        assert CONTACT_BODY in text or "教育" in text, text
        assert re.match(r"^\S+!\S+", text), "called by their row, not by their name"
    contact.look("contact-people", both=True)
    body = sits_down("contact")
    body.go("/changes/headcount-use")
    type_into(body, box(body, "机构"), "mzj")
    assert options(body).count() == 0


def test_without_script(sits_down):
    clerk = sits_down("clerk", scripts=False)
    clerk.expect_status(422, 409)
    clerk.go("/changes/headcount-use")
    clerk.fill("事由", "没有脚本的用编")
    clerk.fill("数量", "１")
    clerk.fill("截止日期", "2030年6月30日")
    clerk.page.get_by_label("机构", exact=True).fill("教育局")
    clerk.click("检查", role="button")
    clerk.sees(re.compile("相符的有|按“教育局”取"))
    clerk.look("asked-without-script")
    offered = clerk.page.locator(".candidates button")
    if offered.count():
        name = offered.first.inner_text()
        offered.first.click()
        assert clerk.page.get_by_label("机构", exact=True).input_value() == name
    assert clerk.page.get_by_label("事由").input_value() == "没有脚本的用编"
    assert clerk.page.get_by_label("截止日期").input_value() == "2030年6月30日"
    clerk.look("chosen-without-script")


def test_lists_are_narrowed_by_name(sits_down):
    clerk = sits_down("clerk")
    clerk.go("/bodies")
    field = box(clerk, "主管部门")
    type_into(clerk, field, "jyj")
    clerk.look("supervisor-proposed")
    clerk.press("ArrowDown", "Enter")
    name = field.input_value()
    assert "教育局" in name and clerk.page.url.endswith("/bodies"), "Enter on the list sends nothing"
    clerk.choose("级别", "股级")
    clerk.click("筛选", role="button")
    clerk.page.wait_for_url(re.compile(r"supervisor=[0-9a-f]{32}"))
    assert "rank=" in clerk.page.url and name not in clerk.page.url
    assert box(clerk, "主管部门").input_value() == name
    for text in clerk.page.locator("table tbody tr").all_inner_texts():
        assert name in text, text
    clerk.look("supervisor-chosen", both=True)
    # What is chosen stays while something else is narrowed, and goes with all of it.
    clerk.choose("级别", "不限")
    clerk.click("筛选", role="button")
    clerk.page.wait_for_url(lambda url: "rank=" not in url)
    assert re.search(r"supervisor=[0-9a-f]{32}", clerk.page.url)
    clerk.click("清除", role="link")
    assert clerk.page.url.endswith("/bodies") and box(clerk, "主管部门").input_value() == ""

    # Without script what can mean several is asked back, a press each.
    without = sits_down("clerk", scripts=False, width=390)
    without.expect_status(422)
    for path, label in (("/people", "机构"), ("/uses", "机构"), ("/motions", "涉及机构"), ("/ledger", "查看账户")):
        without.go(path)
        without.fill(label, "局")
        without.press("Enter")
        without.sees("请选一个")
        without.fits()
        offered = without.page.locator(".candidates a")
        assert offered.count() > 1, path
        title = offered.first.inner_text()
        offered.first.click()
        assert re.search(r"(body|holder)=[0-9a-f]{32}", without.page.url), path
        if path == "/ledger":
            without.page.get_by_role("heading", name=f"{title}的编制账").wait_for()
        else:
            assert without.page.get_by_label(label).first.input_value() == title, path
        without.look("narrowed-without-script")


def test_density_is_kept(sits_down):
    clerk = sits_down("clerk")
    clerk.go("/bodies?type=2")
    row = clerk.page.locator("table tbody tr").first
    roomy = row.bounding_box()["height"]
    clerk.look("roomy")
    clerk.click("紧凑行距", role="link")
    assert clerk.page.url.endswith("/bodies?type=2")
    assert clerk.page.locator("table tbody tr").first.bounding_box()["height"] < roomy - 4
    clerk.look("dense")
    clerk.go("/people")
    assert clerk.page.locator(".frame.compact").count() == 1
    clerk.click("宽松行距", role="link")
    assert clerk.page.locator(".frame.compact").count() == 0


def test_the_right_form_is_found(sits_down):
    clerk = sits_down("clerk")
    clerk.go("/changes")
    words = clerk.page.get_by_label("要办什么")
    with clerk.page.expect_response(lambda response: "/changes?" in response.url):
        words.press_sequentially("退休", delay=15)
    clerk.page.locator("#forms li").nth(1).wait_for(state="detached")
    assert clerk.page.locator("#forms a").all_inner_texts() == ["下编"]
    clerk.look("forms-found", both=True)
    words.fill("")
    words.press_sequentially("bgzgbm", delay=15)
    clerk.page.get_by_role("link", name="变更主管部门", exact=True).wait_for()
    without = sits_down("clerk", scripts=False)
    without.go("/changes")
    without.page.get_by_label("要办什么").fill("更名")
    without.press("Enter")
    without.page.wait_for_url("**/changes?q=*")
    assert without.page.locator("#forms a").all_inner_texts() == ["机构更名"]
