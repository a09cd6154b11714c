"""The people of an office: their accounts are opened through the pages, as its administrators do it on the first morning."""

from clerk import totp

PASSPHRASE = "three ginkgo trees"

# Who works here: login, name, role, whether the role asks for a second factor.
PEOPLE = {
    "clerk": ("钱一帆", "经办", False),
    "reviewer": ("孙双成", "复核", False),
    "head": ("李三省", "编办负责人", True),
    "contact": ("周四维", "部门联络员", False),
    "inspector": ("吴五洲", "督查", False),
    "organisation": ("郑六合", "组织部", True),
}
# Those who are at work where a story names nobody.
USUAL = ("clerk", "reviewer", "head", "contact", "inspector")
ADMINISTRATORS = ["sysadmin", "secadmin", "auditor"]


def take_up(clerk, link, factor=True):
    """Takes up a link as somebody with a telephone does; the secret of the second factor."""
    clerk.go(link)
    clerk.fill("设置口令", PASSPHRASE)
    clerk.fill("再输一次口令", PASSPHRASE)
    secret = clerk.page.locator("#secret").text_content()
    if factor:
        clerk.fill("六位动态口令", totp(secret))
    clerk.click("启用账号")
    clerk.page.wait_for_url(clerk.office.address + "/")
    return secret


class Staff:
    """Opens the accounts with the clerks it is given, and keeps the sessions of everybody."""

    def __init__(self, office, new_clerk, logins=USUAL, body=None, look=False):
        self.office = office
        self.sessions = {}
        self.look = look
        seats = {}
        for login, link in zip(ADMINISTRATORS, office.first_links, strict=True):
            seats[login] = new_clerk()
            take_up(seats[login], link)
            self.sessions[login] = seats[login].session
        links = {login: self.open_account(seats["sysadmin"], login) for login in logins}
        for login in logins:
            self.grant(seats["secadmin"], login, body)
        for login in logins:
            one = new_clerk()
            if look and login == "clerk":
                one.go(links[login])
                one.look("link-without-second-factor", both=True)
            take_up(one, links[login], factor=PEOPLE[login][2])
            self.sessions[login] = one.session
            one.stand_up()
        for login, seat in seats.items():
            self.sessions[login] = seat.session
            seat.stand_up()

    def open_account(self, administrator, login):
        administrator.click("账号", role="link")
        administrator.fill("登录名", login)
        administrator.fill("姓名", PEOPLE[login][0])
        if self.look and login == "clerk":
            administrator.look("accounts", both=True)
        administrator.click("开立")
        link = administrator.page.get_by_label("链接", exact=True).input_value()
        if self.look and login == "clerk":
            administrator.look("one-time-link")
        assert link.startswith(self.office.address + "/link/"), link
        return link

    def grant(self, administrator, login, body):
        administrator.click("授权", role="link")
        administrator.click(login, role="link")
        administrator.click(PEOPLE[login][1], role="checkbox")
        if login == "contact":
            administrator.fill("机构1", body)
            if self.look:
                administrator.look("grant", both=True)
        administrator.click("保存角色")
        administrator.sees("已保存")
        if self.look and login == "contact":
            administrator.look("granted", both=True)
