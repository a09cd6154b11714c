"""A motion from its first text to the last office of its chain: reviewed, given back, deliberated, countersigned, carried on."""

import datetime

import pytest

from clerk import Clerk
from conftest import SCREENSHOTS
from office import Office
from staff import Staff
from test_headcount_use import made_up_number

TABLE = """审批权限表: 澄岚区机构编制事项审批权限
施行: 2020-01-01
可信度: 样板
会议: {成员: 5, 到会: 3, 赞成: 3}
条款:
  - {条: 第三条, 事项: [机构更名], 审批: 编委, 须有: [论证, {备案: 区人大常委会}]}
  - {条: 第五条, 事项: [加挂牌子], 审批: 编办, 须有: [{会签: 区委组织部}]}
  - {条: 第七条, 事项: [人员上编], 审批: 编办, 须有: [论证]}
  - {条: 第九条, 事项: 全部, 审批: 编办}
"""
BODY = "澄岚区教育局"
LOGINS = ("clerk", "reviewer", "head", "organisation")


@pytest.fixture(scope="module")
def office_by_table(browser, tmp_path_factory):
    """An office that decides by a competence table, with everybody who has a part in a motion."""
    folder = tmp_path_factory.mktemp("table")
    office = Office(folder, "--name", "澄岚区")
    office.import_sample()
    table = folder / "table.yaml"
    table.write_text(TABLE)
    office.sanding(
        "competence", "adopt", table, "--database", office.database, "--document", "示编〔2020〕2号",
        "--decided", "2020-01-02", "--drafter", "经办甲", "--decider", "复核乙",
    )
    with office:
        yield Staff(office, lambda: Clerk(browser, office, SCREENSHOTS / "staff"), logins=LOGINS)


@pytest.fixture
def comes_in(clerk, office_by_table):
    """Somebody of that office at a browser, at the first page."""

    def sit_down(login, language="zh-CN", **settings):
        one = clerk(office_by_table.office, language, session=office_by_table.sessions[login], **settings)
        one.go("/")
        return one

    return sit_down


def place(one, name):
    """One click on a place of the navigation."""
    one.click(name, role="link", within=one.page.get_by_role("navigation", name="栏目"))


def begin(clerk, form, title):
    """From the first page to a form that is filled in as far as every form is."""
    place(clerk, "动议件")
    clerk.click("办理变动", role="link", within=clerk.page.locator(".title"))
    clerk.click(form, role="link")
    clerk.fill("事由", title)


def send(clerk, title):
    clerk.press("Tab")
    clerk.page.locator("#trial").get_by_text("可以办理。").wait_for()
    clerk.click("提交动议")
    clerk.page.get_by_role("heading", name=title, level=1).wait_for()
    return clerk.page.url.rsplit("/", 1)[1]


def take_up(one, title):
    """What waits for somebody is on their first page: one click, and its form is open."""
    one.go("/")
    one.click(title, role="link", within=one.page.locator(".waiting"))
    one.sees("请您办理")


def test_commission_decides_what_was_mended(comes_in):
    year = datetime.date.today().year
    today = datetime.date.today().isoformat()
    title = "教育局更名"
    clerk, reviewer, head = comes_in("clerk"), comes_in("reviewer"), comes_in("head")
    begin(clerk, "机构更名", title)
    clerk.fill("机构", BODY, exact=True)
    clerk.fill("新名称", "澄岚区教育委员会")
    number = send(clerk, title)
    clerk.sees("待论证审查人：缺论证意见")
    clerk.look("moved", both=True)

    take_up(reviewer, title)
    reviewer.look("to-review", both=True)
    # No opinion without words; what is chosen stays.
    reviewer.expect_status(422)
    reviewer.click("同意")
    reviewer.sees("没有提交，请先改正")
    reviewer.look("opinion-missing")
    reviewer.fill("意见", "名称与上级不一致，请改为“教育和体育局”。")
    reviewer.click("退回经办")
    reviewer.sees("已退回，待经办修改")

    clerk.go("/")
    clerk.click(title, role="link", within=clerk.page.locator(".waiting"))
    clerk.sees("名称与上级不一致")
    clerk.look("given-back", both=True)
    clerk.click("修改后重新提交")
    clerk.fill("新名称", "澄岚区教育和体育局")
    assert send(clerk, title) == number
    head.go(f"/motions/{number}")
    head.click_on("summary:has-text('留言')")
    head.fill("留言", "请会前与人社部门沟通。")
    head.click("留言", role="button")
    head.sees("请会前与人社部门沟通。")

    take_up(reviewer, title)
    reviewer.fill("意见", "必要、可行，同意提请审议。")
    reviewer.click("同意")
    reviewer.sees("待编办：未列入会议议程")
    reviewer.look("reviewed", both=True)

    take_up(clerk, title)
    clerk.fill("会议日期", today)
    clerk.look("to-put-on-agenda", both=True)
    clerk.click("列入议程", role="button")
    clerk.sees("待编委会：缺会议记录")
    place(clerk, "编委会议")
    clerk.look("meetings", both=True)
    clerk.click_on("main table tbody th a")
    clerk.sees("会议议程")
    clerk.look("agenda", both=True)
    clerk.prints("agenda")
    clerk.expect_status(409, 422)
    clerk.click("登记会议情况", role="button")
    clerk.sees("没有提交，请先改正")
    clerk.look("meeting-missing")
    # Too few at first: what is missing is said, and it is entered again.
    clerk.fill("到会", "王一、刘二")
    clerk.fill("缺席", "张三、陈四、杨五")
    clerk.fill("第1项赞成人数", "3")
    clerk.click("登记会议情况", role="button")
    clerk.sees("赞成3名与到会2名不符，请核对。")
    clerk.look("meeting-refused", both=True)
    clerk.fill("到会", "王一、刘二、张三、陈四")
    clerk.fill("缺席", "杨五")
    clerk.fill("第1项审议情况", "会议同意更名，请编办按程序印发文件。")
    clerk.click("登记会议情况", role="button")
    clerk.sees("审议通过")
    clerk.fill("会议纪要文号", f"澄编纪〔{year}〕1号")
    clerk.click("登记会议情况", role="button")
    clerk.sees(f"澄编纪〔{year}〕1号")
    clerk.look("minutes", both=True)
    clerk.prints("minutes")

    take_up(head, title)
    head.look("to-decide", both=True)
    head.fill("文号", f"澄编〔{year}〕20号")
    head.fill("文件标题", "关于区教育局更名的通知")
    head.click("决定并写入台账")
    head.sees("待区人大常委会：未报区人大常委会备案")
    head.look("decided", both=True)

    # It is in force, and stands in the clerks' list until it is filed.
    take_up(clerk, title)
    clerk.look("to-file", both=True)
    clerk.fill("文号", f"澄编〔{year}〕21号")
    clerk.click("登记会签、审批、备案", role="button")
    clerk.sees("已办结。")
    clerk.look("done", both=True)
    clerk.prints("motion")
    place(clerk, "动议件")
    clerk.click("全部", exact=False, role="link", within=clerk.page.locator("main"))
    clerk.look("list", both=True)
    clerk.fill("检索", "教育和体育局", exact=True)
    clerk.press("Enter")
    clerk.page.get_by_role("link", name="澄岚区教育和体育局").first.wait_for()
    print(f"\ncommission: clerk {clerk.clicks}, reviewer {reviewer.clicks}, head {head.clicks} clicks")


def test_organisation_department_refuses_then_countersigns(comes_in):
    year = datetime.date.today().year
    title = "民政局加挂牌子"
    clerk, organisation, head = comes_in("clerk"), comes_in("organisation"), comes_in("head")
    begin(clerk, "加挂牌子", title)
    clerk.fill("机构", "澄岚区民政局", exact=True)
    clerk.fill("牌子", "澄岚区养老服务中心")
    send(clerk, title)

    take_up(organisation, title)
    organisation.look("to-countersign", both=True)
    organisation.expect_status(422)
    organisation.click("不同意，退回")
    organisation.sees("请写明不同意的理由。")
    organisation.fill("说明", "牌子名称待部务会研究。")
    organisation.click("不同意，退回")
    organisation.sees("已退回，待经办修改")
    organisation.look("refused", both=True)

    clerk.go("/")
    clerk.click(title, role="link", within=clerk.page.locator(".waiting"))
    clerk.sees("牌子名称待部务会研究。")
    clerk.click("修改后重新提交")
    clerk.fill("牌子", "澄岚区养老服务指导中心")
    send(clerk, title)

    take_up(organisation, title)
    organisation.fill("文号", f"澄组函〔{year}〕5号")
    organisation.click("会签同意")
    organisation.sees("步骤齐备，待决定")
    organisation.look("countersigned", both=True)

    take_up(head, title)
    head.fill("文号", f"澄编〔{year}〕30号")
    head.fill("文件标题", "关于区民政局加挂牌子的批复")
    head.click("决定并写入台账")
    head.sees("已办结。")
    print(f"\ncountersigned: clerk {clerk.clicks}, organisation {organisation.clicks}, head {head.clicks} clicks")


def test_enrolment_goes_on_to_personnel_and_finance(comes_in):
    year = datetime.date.today().year
    title = "民政局新进人员上编"
    clerk, reviewer, head = comes_in("clerk"), comes_in("reviewer"), comes_in("head")
    begin(clerk, "新进人员上编", title)
    clerk.fill("机构", "澄岚区民政局", exact=True)
    clerk.choose("编制类别", "行政编制")
    clerk.fill("姓名", "测试员")
    clerk.fill("身份证号", made_up_number("33998119910101002"))
    clerk.choose("身份", "公务员")
    send(clerk, title)
    take_up(reviewer, title)
    reviewer.fill("意见", "有空编，符合条件。")
    reviewer.click("同意")
    take_up(head, title)
    head.fill("文号", f"澄编〔{year}〕40号")
    head.fill("文件标题", "关于新进人员上编的批复")
    head.click("决定并写入台账")
    head.sees("待组织人社部门办理")
    head.look("decided", both=True)
    # Each office in its turn, out of the list of what waits.
    for office, document, after in [
        ("待组织人社部门办理", f"澄人社〔{year}〕8号", "待财政部门办理"),
        ("待财政部门办理", f"澄财〔{year}〕9号", "已办结。"),
    ]:
        clerk.go("/")
        clerk.sees(office)
        place(clerk, "动议件")
        clerk.sees(office)
        clerk.look("waits-for-" + ("personnel" if "人社" in office else "finance"), both=True)
        clerk.click(title, role="link")
        clerk.fill("文号或单号", document)
        clerk.click("登记下一环节", role="button")
        clerk.sees(after)
        clerk.look("after-" + ("personnel" if "人社" in office else "finance"), both=True)
    clerk.prints("enrolment")
    print(f"\nchain: clerk {clerk.clicks}, reviewer {reviewer.clicks}, head {head.clicks} clicks")


def test_text_moved_again_while_it_is_reviewed(comes_in):
    title = "财政局更名"
    clerk, reviewer = comes_in("clerk"), comes_in("reviewer")
    begin(clerk, "机构更名", title)
    clerk.fill("机构", "澄岚区财政局", exact=True)
    clerk.fill("新名称", "澄岚区财政与国资局")
    send(clerk, title)
    take_up(reviewer, title)
    reviewer.fill("意见", "同意第一稿。")
    clerk.click("修改后重新提交")
    clerk.fill("新名称", "澄岚区财政和国资局")
    send(clerk, title)
    reviewer.expect_status(409)
    reviewer.click("同意")
    reviewer.sees("您看到的内容")
    reviewer.sees("澄岚区财政与国资局")
    assert reviewer.page.get_by_label("意见").first.input_value() == "同意第一稿。"
    reviewer.look("moved-meanwhile", both=True)
    reviewer.click("同意")
    reviewer.sees("待编办：未列入会议议程")


def test_motion_on_a_narrow_screen_and_without_scripts(comes_in):
    clerk = comes_in("clerk", width=390, height=844)
    for address in ["/motions?show=all", "/meetings"]:
        clerk.go(address)
        clerk.fits()
        clerk.look(address.strip("/").partition("?")[0], both=True)
        links = clerk.page.locator("main table tbody th a").evaluate_all("(all) => all.map((one) => one.getAttribute('href'))")
        for link in links[:4]:
            clerk.go(link)
            clerk.fits()
            clerk.look(link.strip("/").replace("/", "-"), both=True)
    plain = comes_in("clerk", scripts=False)
    plain.go("/motions?show=all")
    plain.click_on("main table tbody th a")
    plain.click_on("summary:has-text('留言')")
    plain.fill("留言", "没有脚本也能留言。")
    plain.click("留言", role="button")
    plain.sees("没有脚本也能留言。")
