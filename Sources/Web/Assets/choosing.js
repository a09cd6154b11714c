// 输入名称的一部分，从列出的选（WAI-ARIA 1.2 组合框）。没有脚本时是普通文本框，提交后由服务器给出可选项。
// Choosing by typing part of a name: an editable combobox with a list. Without this it is a text box, and the server offers
// what may be meant when the form is sent.
"use strict";
(() => {
  let lists = 0;
  // What is found is said here, politely, for who doesn't see the list.
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");

  function begin(input) {
    const box = input.parentElement;
    const popup = document.createElement("div");
    popup.className = "popup";
    popup.hidden = true;
    box.append(popup);
    let list = null, active = -1, timer = 0, asked = null;

    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");

    const options = () => (list ? [...list.children] : []);

    function close() {
      clearTimeout(timer);
      if (asked) asked.abort();
      popup.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function point(to) {
      const all = options();
      if (!all.length) return;
      active = (to + all.length) % all.length;
      all.forEach((one, index) => one.setAttribute("aria-selected", String(index === active)));
      input.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }

    // What is known of whom was chosen fills what must be filled in the same form and is empty.
    function fill(key, text) {
      const start = input.name.match(/^a\d+-/);
      if (!text || !start) return;
      for (const name of key === "body" ? ["body", "from"] : ["kind", "from-kind"]) {
        const other = input.form.elements[start[0] + name];
        if (!other || other === input || !other.required || other.value) continue;
        if (other.tagName === "SELECT") {
          const option = [...other.options].find((one) => one.text === text);
          if (option) other.value = option.value;
        } else {
          other.value = text;
        }
      }
    }

    function choose(option) {
      input.value = option.dataset.value;
      fill("body", option.dataset.body);
      fill("kind", option.dataset.kind);
      close();
      said.textContent = "";
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    async function ask() {
      if (asked) asked.abort();
      asked = new AbortController();
      const address = new URL(input.dataset.suggest, location.href);
      address.searchParams.set("q", input.value);
      const day = input.form && input.form.elements["day"];
      if (day && day.value) address.searchParams.set("day", day.value);
      try {
        const answer = await fetch(address, { signal: asked.signal, credentials: "same-origin" });
        // Signed out meanwhile, or refused: the box stays one to type in.
        if (!answer.ok || answer.redirected) return close();
        show(await answer.text());
      } catch (error) {
        if (error.name !== "AbortError") close();
      }
    }

    function show(text) {
      if (document.activeElement !== input) return;
      popup.innerHTML = text;
      list = popup.querySelector("[role=listbox]");
      if (!list) return close();
      lists += 1;
      list.id = "choices-" + lists;
      options().forEach((one, index) => { one.id = list.id + "-" + index; });
      active = -1;
      input.removeAttribute("aria-activedescendant");
      const found = options().length > 0;
      list.hidden = !found;
      popup.hidden = false;
      if (found) input.setAttribute("aria-controls", list.id); else input.removeAttribute("aria-controls");
      input.setAttribute("aria-expanded", String(found));
      said.textContent = popup.querySelector(".said").textContent;
    }

    function askSoon() {
      clearTimeout(timer);
      if (!input.value.trim()) return close();
      timer = setTimeout(ask, 150);
    }

    input.addEventListener("input", (event) => { if (!event.isComposing) askSoon(); });
    // While characters are being composed the keys, and the place below the box, belong to the input method.
    input.addEventListener("compositionstart", close);
    input.addEventListener("compositionend", askSoon);
    input.addEventListener("keydown", (event) => {
      // Some browsers end the composition before they tell of the key that ended it: 229 says so.
      if (event.isComposing || event.keyCode === 229) return;
      const isOpen = !popup.hidden && options().length > 0;
      switch (event.key) {
        case "ArrowDown":
        case "ArrowUp":
          event.preventDefault();
          if (isOpen) point(active < 0 && event.key === "ArrowUp" ? -1 : active + (event.key === "ArrowDown" ? 1 : -1));
          else ask();
          break;
        case "Enter":
          if (isOpen && active >= 0) {
            event.preventDefault();
            choose(options()[active]);
          } else {
            close();
          }
          break;
        case "Tab":
          if (isOpen && active >= 0) choose(options()[active]);
          else close();
          break;
        case "Escape":
          if (!popup.hidden) {
            event.preventDefault();
            event.stopPropagation();
          }
          // What was asked for is not wanted any more, either.
          close();
          break;
      }
    });
    input.addEventListener("blur", close);
    // A press on the list leaves the focus where it is.
    popup.addEventListener("mousedown", (event) => event.preventDefault());
    popup.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) choose(option);
    });
  }

  const inputs = document.querySelectorAll("input[data-suggest]");
  if (!inputs.length) return;
  document.body.append(said);
  inputs.forEach(begin);
})();
