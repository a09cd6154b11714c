"""The list that opens below a box: by each key, as a screen reader hears it, with answers that are late, empty or none, and
while an input method composes."""

import urllib.parse

from test_choosing import active, box, options, type_into

FORM = "/changes/headcount-use"

# An answer as the server makes it, with something that no register has.
LIST = "<ul role='listbox'><li role='option' data-value='迟'>迟</li></ul><p class='said'>迟</p>"


def typed(request):
    """What a request asks for; nothing where it asks for no candidates."""
    parts = urllib.parse.urlsplit(request.url)
    return urllib.parse.parse_qs(parts.query).get("q", [""])[0] if parts.path.startswith("/choose/") else None


def state(field):
    """What the box says of itself."""
    names = ("role", "aria-autocomplete", "aria-expanded", "aria-controls", "aria-activedescendant")
    return {name: field.get_attribute(name) for name in names}


def is_focused(field):
    return field.evaluate("(one) => one === document.activeElement")


def status(clerk):
    """What was said last to whoever doesn't see the list."""
    return clerk.page.locator("body > p.visually-hidden[role=status]")


def round_trip(clerk):
    """Whatever was on its way to the page has arrived."""
    clerk.page.evaluate("fetch('/choose/holders?q=池').then((answer) => answer.text())")


def open_form(sits_down, **settings):
    clerk = sits_down("clerk", **settings)
    clerk.go(FORM)
    return clerk, box(clerk, "机构")


def test_each_key(sits_down):
    clerk, field = open_form(sits_down)
    type_into(clerk, field, "ju")
    count = options(clerk).count()
    assert count > 2
    places = [f"choices-1-{index}" for index in range(count)]
    seen = []
    for _ in range(count + 1):
        clerk.press("ArrowDown")
        seen.append(active(field).get_attribute("id"))
    assert seen == [*places, places[0]], "down, and round to the first"
    clerk.press("ArrowUp")
    assert active(field).get_attribute("id") == places[-1], "up, and round to the last"
    chosen = active(field).get_attribute("data-value")

    # Escape closes it, leaves what was typed and the focus, and sends nothing.
    clerk.press("Escape")
    assert field.input_value() == "ju" and is_focused(field) and options(clerk).count() == 0
    # Enter takes what is pointed at, sends nothing, and the focus stays.
    clerk.press("ArrowUp")
    options(clerk).first.wait_for()
    clerk.press("ArrowUp", "Enter")
    assert field.input_value() == chosen and is_focused(field) and options(clerk).count() == 0
    assert clerk.page.url.endswith(FORM) and clerk.page.locator("#faults").count() == 0
    # Tab takes it, too, and goes on to the next field.
    field.fill("")
    type_into(clerk, field, "ju")
    clerk.press("ArrowDown")
    first = active(field).get_attribute("data-value")
    clerk.press("Tab")
    assert field.input_value() == first and clerk.page.get_by_label("编制类别").evaluate("(one) => one === document.activeElement")
    # With nothing pointed at, it only goes on.
    field.fill("")
    type_into(clerk, field, "ju")
    clerk.press("Tab")
    assert field.input_value() == "ju" and options(clerk).count() == 0 and not is_focused(field)
    # And Enter sends the form as any box does.
    clerk.expect_status(422)
    type_into(clerk, field, "x")
    clerk.press("Enter")
    clerk.page.locator("#faults").wait_for()


def test_what_is_heard(sits_down):
    clerk, field = open_form(sits_down)
    closed = {"role": "combobox", "aria-autocomplete": "list", "aria-expanded": "false"}
    assert state(field) == {**closed, "aria-controls": None, "aria-activedescendant": None}
    assert status(clerk).count() == 1 and status(clerk).inner_text() == ""
    type_into(clerk, field, "ju")
    listed = state(field)
    assert listed["aria-expanded"] == "true" and listed["aria-activedescendant"] is None
    controlled = clerk.page.locator("#" + listed["aria-controls"])
    assert controlled.get_attribute("role") == "listbox" and controlled.get_attribute("aria-label")
    count = options(clerk).count()
    assert f"列出前{count}个" in status(clerk).inner_text()
    clerk.press("ArrowDown", "ArrowDown")
    selected = clerk.page.locator("[role=option][aria-selected=true]")
    assert selected.count() == 1 and selected.get_attribute("id") == active(field).get_attribute("id")
    clerk.finds_nothing(clerk.page, "the open list")
    clerk.press("Enter")
    assert state(field)["aria-expanded"] == "false" and state(field)["aria-activedescendant"] is None
    assert status(clerk).inner_text() == "", "what was said of the list is over"


def test_late_answers(sits_down):
    clerk, field = open_form(sits_down)
    late = []
    clerk.page.route(
        "**/choose/**", lambda route: late.append(route) if typed(route.request) == "jy" else route.continue_()
    )
    with clerk.page.expect_request(lambda request: typed(request) == "jy"):
        field.press_sequentially("jy", delay=15)
    type_into(clerk, field, "j")
    shown = options(clerk).all_inner_texts()
    assert shown
    # The answer to what was typed before comes after the one to what stands there now.
    late[0].fulfill(body=LIST)
    round_trip(clerk)
    assert options(clerk).all_inner_texts() == shown and "迟" not in status(clerk).inner_text()

    # What is asked for and then not wanted any more opens nothing: by Escape, by leaving the box.
    for go_away in ("Escape", "Tab"):
        field.fill("")
        with clerk.page.expect_request(lambda request: typed(request) == "jy"):
            field.press_sequentially("jy", delay=15)
        clerk.press(go_away)
        late[-1].fulfill(body=LIST)
        round_trip(clerk)
        assert options(clerk).count() == 0 and state(field)["aria-expanded"] == "false", go_away
        assert field.input_value() == "jy"


def test_nothing_fits(sits_down):
    clerk, field = open_form(sits_down)
    type_into(clerk, field, "jyj")
    field.fill("")
    type_into(clerk, field, "qqqq")
    assert options(clerk).count() == 0
    told = state(field)
    assert told["aria-expanded"] == "false" and told["aria-controls"] is None
    assert "没有与“qqqq”相符的" in status(clerk).inner_text()
    clerk.page.locator(".popup .said").filter(visible=True).wait_for()
    clerk.finds_nothing(clerk.page, "a list of nothing")
    with clerk.page.expect_response(lambda response: typed(response.request) == "qqqq"):
        clerk.press("ArrowDown")
    assert state(field)["aria-activedescendant"] is None
    clerk.press("Escape")
    assert clerk.page.locator(".popup").filter(visible=True).count() == 0 and field.input_value() == "qqqq"


def test_the_server_fails(sits_down):
    clerk, field = open_form(sits_down)
    clerk.expect_status(503)
    type_into(clerk, field, "jy")
    clerk.page.route("**/choose/**", lambda route: route.fulfill(status=503, body=LIST))
    with clerk.page.expect_response(lambda response: response.status == 503):
        field.press_sequentially("j")
    round_trip(clerk)
    assert clerk.page.locator(".popup").filter(visible=True).count() == 0, "what is old doesn't stay"
    assert state(field)["aria-expanded"] == "false" and field.input_value() == "jyj"
    # It is there again, then there is no connection at all.
    clerk.page.unroute("**/choose/**")
    field.fill("")
    type_into(clerk, field, "jy")
    assert options(clerk).count() > 0
    clerk.page.route("**/choose/**", lambda route: route.abort() if typed(route.request) == "jyj" else route.continue_())
    with clerk.page.expect_event("requestfailed", lambda request: typed(request) == "jyj"):
        field.press_sequentially("j")
    round_trip(clerk)
    assert options(clerk).count() == 0 and state(field)["aria-expanded"] == "false"


def test_an_input_method(sits_down):
    clerk = sits_down("clerk")
    # Time is ours, so that what doesn't happen needn't be waited for.
    clerk.page.clock.install()
    clerk.go(FORM)
    field = box(clerk, "机构")
    asked = []
    clerk.page.on("request", lambda request: asked.append(typed(request)) if typed(request) is not None else None)
    method = clerk.context.new_cdp_session(clerk.page)

    def compose(text):
        method.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})

    field.focus()
    for text in ("j", "ji", "jiao", "jiao'yu"):
        compose(text)
        clerk.page.clock.run_for(1_000)
    round_trip(clerk)
    assert [one for one in asked if one != "池"] == [], "letters on their way to characters are not looked up"
    # The keys are the method's: none is taken for the list's. That a key is part of a composition some browsers say by its
    # code alone, since they end it first.
    for mark in ({"isComposing": True}, {"keyCode": 229}):
        goes_on = field.evaluate(
            """(one, mark) => one.dispatchEvent(
              new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true, ...mark }))""", mark
        )
        assert goes_on, mark
    round_trip(clerk)
    assert [one for one in asked if one != "池"] == []
    with clerk.page.expect_response(lambda response: typed(response.request) == "教育"):
        method.send("Input.insertText", {"text": "教育"})
        clerk.page.clock.run_for(1_000)
    options(clerk).first.wait_for()
    assert field.input_value() == "教育"
    # Composing on, the list makes room for the method's own.
    compose("ju")
    assert clerk.page.locator(".popup").filter(visible=True).count() == 0
    assert state(field)["aria-expanded"] == "false"


def test_a_mouse_leaves_the_focus(sits_down):
    clerk, field = open_form(sits_down)
    type_into(clerk, field, "ju")
    option = options(clerk).nth(1)
    value = option.get_attribute("data-value")
    option.hover()
    clerk.page.mouse.down()
    assert is_focused(field) and options(clerk).count() > 0, "the list is still there to be let go on"
    clerk.page.mouse.up()
    assert field.input_value() == value and is_focused(field) and options(clerk).count() == 0
