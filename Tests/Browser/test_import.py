"""The first workbook: uploaded with errors in it, mended cell by cell, the good rows taken, decided by somebody else."""

import time

import pytest

from office import Office
from staff import Staff


@pytest.fixture
def new_office(tmp_path):
    with Office(tmp_path, "--district", "339981", "--name", "澄岚区") as office:
        yield office


def come_through(clerk, heading, seconds=60):
    """Work on a workbook takes its time; its page brings itself up to date until there is something to see."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if clerk.page.get_by_role("heading", level=1).first.inner_text() != heading:
            return
        time.sleep(0.3)
    raise AssertionError(f"still “{heading}” after {seconds} s")


def test_workbook_with_errors_becomes_the_register(clerk, new_office):
    staff = Staff(new_office, lambda: clerk(new_office), logins=("clerk", "head"))
    workbook = new_office.sample("台账.xlsx", "--faults")
    one = clerk(new_office, session=staff.sessions["clerk"])
    one.go("/")
    one.sees("台账还是空的")
    one.look("empty", both=True)
    one.click("从工作簿导入台账")
    one.look("upload", both=True)
    one.upload("工作簿", workbook)
    one.click("上传并识别")
    come_through(one, "正在处理")
    one.sees("这张表是")
    one.look("columns", both=True)
    one.click("核对无误，下一步")
    come_through(one, "正在处理")
    one.sees("行有错误，不能取用")
    one.look("problems", both=True)
    # What is wrong and can be known is typed over, cell by cell.
    one.fill("机构!M39 改为", "10")
    one.fill("机构!L117 改为", "10")
    one.fill("机构!C163 改为", "澄岚区投资审计二所")
    one.click("改正并重新检查")
    come_through(one, "正在处理")
    one.sees("已改 3 格")
    one.sees_not("机构!M39 改为")
    one.look("mended", both=True)
    # Warnings and notes are there to be read, and no obstacle.
    one.click("警告", role="link", exact=False)
    one.look("warnings", both=True)
    one.click("说明", role="link", exact=False)
    one.look("notes", both=True)
    one.click("错误", role="link", exact=False)
    one.click("只取正确的行", exact=False)
    come_through(one, "正在处理")
    one.sees("决定后将写入台账")
    one.look("preview", both=True)
    # Without a document nothing is submitted, and what was typed stays.
    one.expect_status(422)
    one.fill("文号", "安编第一号")
    one.fill("文件日期", "2020-06-10")
    one.click("送审")
    one.sees("请写成“安编〔2020〕1号”的样子。")
    one.look("preview-refused")
    assert one.page.get_by_label("文件日期").input_value() == "2020-06-10"
    one.fill("文号", "澄编〔2020〕1号")
    one.click("送审")
    one.sees("已送审")
    one.look("submitted", both=True)
    clerk_clicks = one.clicks

    head = clerk(new_office, session=staff.sessions["head"])
    head.go("/")
    head.click("决定导入：台账.xlsx")
    head.sees("决定并写入台账")
    head.look("to-decide", both=True)
    head.click("决定并写入台账")
    head.page.get_by_text("已写入台账").wait_for(timeout=90_000)
    head.look("decided", both=True)

    one.go("/imports")
    one.look("imports", both=True)
    one.click("台账.xlsx")
    one.sees("已写入台账")
    one.look("done", both=True)
    one.click("看机构一览")
    one.sees(", 共".replace(", ", "，"))
    one.look("register")
    one.sees("澄岚区教育局")
    print(f"\nimport: {clerk_clicks} clicks of the clerk until submitted, {head.clicks} of the head")


def test_columns_are_remembered_until_they_are_forgotten(clerk, new_office, tmp_path):
    staff = Staff(new_office, lambda: clerk(new_office), logins=("clerk",))
    one = clerk(new_office, session=staff.sessions["clerk"])

    def upload(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        one.go("/imports")
        one.upload("工作簿", tmp_path / name)
        one.click("上传并识别")
        come_through(one, "正在处理")

    upload("一季度.csv", "机构名称,机构类型,主管部门,批下来的\n澄岚区第一小学,事业单位,,30\n")
    one.sees("有1列没有把握")
    one.page.get_by_label("D列认作").select_option(label="全额事业编制")
    one.click("核对无误，下一步")
    come_through(one, "正在处理")
    one.sees("决定后将写入台账")
    # Another file, its columns in another order and further down.
    upload("二季度.csv", "澄岚区编制台账\n批下来的,机构名称,机构类型,主管部门\n31,澄岚区第一小学,事业单位,\n")
    one.sees("这种表头以前核对过")
    one.sees("钱一帆")
    assert one.page.get_by_label("A列认作").locator("option:checked").inner_text() == "全额事业编制"
    one.look("remembered", both=True)
    one.go("/imports")
    one.click_on("summary")
    one.look("list", both=True)
    narrow = clerk(new_office, session=one.session, width=390, height=844)
    narrow.go("/imports")
    narrow.click_on("summary")
    narrow.fits()
    narrow.click("二季度.csv")
    narrow.look("remembered-narrow", both=True)
    narrow.fits()
    one.click("二季度.csv")
    one.click("不按以前的指定，并忘记它")
    come_through(one, "正在处理")
    one.sees_not("这种表头以前核对过")
    one.go("/imports")
    one.sees_not("记住的表头")
    # What another process had is told from what is done with, and what to do is said.
    one.expect_status(404)
    one.go("/imports/0123456789abcdef0123456789abcdef")
    one.sees("不在这台服务器上")
    one.look("elsewhere", both=True)
