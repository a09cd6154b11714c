"""A clerk's morning in the register: a body found, its history, another day; lists, people, documents, the ledger."""

import re
import zipfile

BODY = "澄岚区教育局"


def place(clerk, name):
    """One click on a place of the navigation."""
    clerk.click(name, role="link", within=clerk.page.get_by_role("navigation", name="栏目"))


def test_body_found_its_history_as_of_another_day(sits_down):
    clerk = sits_down("clerk")
    clerk.look("overview", both=True)
    clerk.fill("检索", "教育局", exact=True)
    clerk.press("Enter")
    clerk.page.wait_for_url("**/search?q=*")
    clerk.look("search", both=True)
    clerk.click(BODY, role="link")
    clerk.sees("基本情况")
    clerk.look("body", both=True)
    clerk.prints("body")
    assert (clerk.screenshots / "body.pdf").stat().st_size > 20_000
    clerk.click("沿革", role="link")
    clerk.sees("历次变动")
    clerk.look("history", both=True)
    # As of another day: a banner says so on every page until one comes back.
    clerk.click_on(".as-of > summary")
    clerk.fill("台账日期", "2020-06-30")
    clerk.look("another-day-chosen")
    clerk.click("查看该日")
    clerk.sees("非今日台账")
    clerk.look("history-as-of", both=True)
    clerk.click("概况", role="link")
    clerk.sees("显示2020年6月30日的台账")
    assert "on=2020-06-30" in clerk.page.url
    clerk.look("body-as-of", both=True)
    # Before there was a register there was nothing in it.
    clerk.expect_status(404)
    clerk.go(clerk.page.url.replace("2020-06-30", "2019-06-30"))
    clerk.look("body-before", both=True)
    clerk.page.go_back()
    clerk.page.get_by_role("link", name="回到今日").first.click()
    clerk.clicks += 1
    clerk.sees_not("非今日台账")
    clerk.sees("基本情况")
    print(f"\nbody found, history, another day and back: {clerk.clicks} clicks")


def test_list_filtered_sorted_exported(sits_down):
    clerk = sits_down("clerk")
    place(clerk, "机构")
    clerk.look("list", both=True, full=False)
    clerk.choose("编制情况", "有空编")
    clerk.click("筛选", role="button")
    clerk.sees("清除")
    clerk.click("空编", role="link")
    clerk.click("空编", exact=False, role="link")
    figures = clerk.page.locator("table tbody tr td:nth-last-child(2)").all_inner_texts()
    numbers = [int(text.replace(",", "")) for text in figures]
    assert numbers == sorted(numbers, reverse=True) and numbers[-1] > 0
    # A column less, and one more.
    clerk.click_on(".filter.columns > summary")
    clerk.look("columns-open", full=False)
    clerk.click("经费形式", role="checkbox")
    clerk.click("类别", role="checkbox")
    clerk.click("筛选", role="button")
    heads = clerk.page.locator("table thead th").all_inner_texts()
    assert "类别" in heads and "经费形式" not in heads, heads
    assert "sort=-vacant" in clerk.page.url and "figures=vacant" in clerk.page.url
    clerk.look("list-as-chosen", both=True, full=False)
    for _ in range(2):
        with clerk.page.expect_download() as coming:
            clerk.click("导出 XLSX")
    path = coming.value.path()
    with zipfile.ZipFile(path) as book:
        assert "xl/worksheets/sheet1.xml" in book.namelist()
    assert coming.value.suggested_filename.endswith(".xlsx")
    clerk.expect_status(422, 404)
    clerk.go("/bodies?name=没有这样的机构")
    clerk.sees("没有符合条件的机构")
    clerk.look("list-empty", both=True)
    clerk.click("清除全部筛选条件")
    clerk.sees(re.compile(r"共 3\d\d 个"))


def test_tree_person_documents_ledger(sits_down):
    clerk = sits_down("clerk")
    place(clerk, "隶属")
    clerk.click_on(f"summary:has-text('{BODY}')")
    clerk.look("tree", both=True, full=False)
    clerk.click(f"查看{BODY}", role="link")
    clerk.click("人员", exact=False, role="link", within=clerk.page.get_by_role("navigation", name="机构的各页"))
    clerk.look("people-of-body", both=True)
    clerk.click_on("main table tbody th a")
    clerk.look("person", both=True)
    clerk.sees("＊＊＊")
    # For no reason nothing is shown; the browser itself asks for one, so the form is sent without its asking.
    clerk.expect_status(422)
    clerk.page.locator("#field-purpose").evaluate("(field) => field.removeAttribute('required')")
    clerk.click("显示个人信息")
    clerk.sees("请写明查看事由，如“核对转隶名册”。")
    clerk.look("reason-missing")
    clerk.fill("查看事由", "核对名册")
    clerk.click("显示个人信息")
    clerk.sees("已记录本次查看，事由：核对名册")
    clerk.sees_not("＊＊＊")
    clerk.look("revealed")
    place(clerk, "人员")
    clerk.choose("情况", "有待核实")
    clerk.click("筛选", role="button")
    clerk.look("people", both=True, full=False)
    place(clerk, "文件")
    clerk.look("documents", both=True)
    clerk.click("机构批准文件", role="link")
    clerk.look("founding-documents", both=True, full=False)
    place(clerk, "编制账")
    clerk.look("ledger", both=True)
    clerk.click_on("main table tbody td a")
    clerk.look("statement", both=True, full=False)
    place(clerk, "编制账")
    clerk.click("示编〔2020〕1号", role="link")
    clerk.sees("摘要值")
    clerk.look("act", both=True, full=False)
    place(clerk, "问题")
    clerk.page.get_by_role("heading", name="问题").wait_for()
    clerk.look("findings", both=True)
    clerk.click_on("main table tbody th a")
    clerk.page.locator("#found").wait_for()
    clerk.look("findings-of-a-check", both=True, full=False)
    # The look at a person is on record, for the auditor alone.
    auditor = sits_down("auditor")
    auditor.click("审计", role="link")
    auditor.choose("事项", "查看个人信息")
    auditor.click("检索", role="button", within=auditor.page.locator("main"))
    auditor.page.locator("main table tbody tr", has_text="钱一帆").first.wait_for()
    auditor.look("look-on-record", both=True)


def test_by_keyboard_alone(sits_down):
    clerk = sits_down("clerk")
    page = clerk.page

    def focused():
        return page.evaluate("document.activeElement.innerText || document.activeElement.id")

    # The first stroke of Tab is the way past the navigation.
    clerk.press("Tab")
    assert focused() == "跳到正文"
    clerk.look("skip-link", full=False)
    clerk.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    clerk.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")
    # A stroke leads to the search box, Enter searches, Tab leads to what was found.
    clerk.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("教育局")
    clerk.press("Enter")
    page.wait_for_url("**/search?q=*")
    clerk.press("Tab", "Enter")
    for _ in range(12):
        clerk.press("Tab")
        if focused() == BODY:
            break
    assert focused() == BODY
    clerk.press("Enter")
    page.wait_for_url("**/bodies/*")
    # The day: opened, shut by Escape, which gives the focus back.
    for _ in range(6):
        clerk.press("Tab")
        if page.evaluate("document.activeElement.matches('.as-of > summary')"):
            break
    clerk.press("Enter")
    page.get_by_label("台账日期").wait_for()
    clerk.look("day-by-keyboard", full=False)
    clerk.press("Escape")
    assert not page.get_by_label("台账日期").is_visible()
    assert page.evaluate("document.activeElement.matches('.as-of > summary')")
    assert clerk.clicks == 0


def test_narrow_screen(sits_down):
    clerk = sits_down("clerk", width=390, height=844)
    for address, name in [("/", "overview"), ("/bodies", "list"), (f"/search?q={BODY}", "search"), ("/tree", "tree")]:
        clerk.go(address)
        clerk.fits()
        clerk.look(name, full=name != "list", both=True)
    clerk.go(f"/bodies?name={BODY}")
    clerk.click(BODY, role="link")
    clerk.sees("基本情况")
    clerk.fits()
    clerk.look("body", both=True)
    address = clerk.page.url
    for part in ["people", "history", "findings"]:
        clerk.go(f"{address}/{part}")
        clerk.fits()
        clerk.look(f"body-{part}", full=False)


def test_without_scripts(sits_down):
    clerk = sits_down("clerk", scripts=False)
    place(clerk, "机构")
    clerk.choose("级别", "正科级")
    clerk.click_on(".filter.columns > summary")
    clerk.click("经费形式", role="checkbox")
    clerk.click("筛选", role="button")
    assert "rank=" in clerk.page.url
    assert "经费形式" not in clerk.page.locator("table thead th").all_inner_texts()
    clerk.look("list", full=False)
    clerk.click(BODY, role="link")
    clerk.click_on(".as-of > summary")
    clerk.fill("台账日期", "2020-06-30")
    clerk.click("查看该日")
    clerk.sees("非今日台账")
    clerk.look("as-of")
    clerk.click("回到今日", role="link")
    clerk.click("人员", exact=False, role="link", within=clerk.page.get_by_role("navigation", name="机构的各页"))
    clerk.click_on("main table tbody th a")
    clerk.fill("查看事由", "核对名册")
    clerk.click("显示个人信息")
    clerk.sees("已记录本次查看")
    clerk.look("revealed")
