"""Forms given what no form asks for, in the real browser: too much, markup, the same twice, another kind. All of it is kept
and said to be wrong; nothing of it runs, and nothing is lost."""

import pytest

FORMS = ["headcount-use", "enrol-new", "leave", "transfer", "establish", "abolish", "move", "state-duty", "join-matter", "fact"]
MARKUP = '"><script>window.ran = 1</script><img src=x onerror="window.ran = 1">{{7*7}}'


def spoil(page, text):
    """Writes a text into every box of the form, as long as it likes: what a browser fences in is no fence."""
    page.evaluate(
        """(text) => {
          for (const one of document.querySelectorAll("form[data-hx-post] input[type=text], form[data-hx-post] textarea")) {
            one.removeAttribute("maxlength");
            one.value = text;
          }
        }""", text)


@pytest.mark.parametrize("form", FORMS)
def test_what_no_form_asks_for(sits_down, form):
    clerk = sits_down("clerk")
    clerk.expect_status(422, 409)
    for text in [MARKUP, "长" * 3000, "\u202e\u0007控制", "𰻝" * 50, "-1"]:
        clerk.go(f"/changes/{form}")
        spoil(clerk.page, text)
        with clerk.page.expect_navigation() as sent:
            clerk.click("提交动议", role="button")
        assert sent.value.status in (422, 409), (form, text[:20], sent.value.status)
        assert clerk.page.evaluate("window.ran") is None, text
        clerk.page.locator("#faults").wait_for()
        # What was typed stays.
        assert clerk.page.get_by_label("事由").input_value() == text, form
    clerk.look(f"bad-{form}")
    clerk.fits()
    # The same field twice.
    clerk.go(f"/changes/{form}")
    clerk.page.evaluate(
        """() => {
          const one = document.querySelector("form[data-hx-post] [name=title]");
          one.value = "事由"; one.after(one.cloneNode(true));
        }""")
    with clerk.page.expect_navigation() as sent:
        clerk.click("检查", role="button")
    assert sent.value.status == 422
    clerk.sees("填了两次")
    # A choice that is none.
    clerk.go(f"/changes/{form}")
    chosen = clerk.page.evaluate(
        """() => {
          const one = document.querySelector("form[data-hx-post] .field select:not(#next)");
          if (!one) return false;
          one.options[0].value = "不在其中"; one.selectedIndex = 0; return true;
        }""")
    if chosen:
        with clerk.page.expect_navigation() as sent:
            clerk.click("检查", role="button")
        assert sent.value.status == 422
        clerk.sees("请从所列中选择")
