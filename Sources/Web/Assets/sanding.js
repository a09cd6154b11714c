// 页面在没有脚本时也能用；这里只做得更顺手。Every page works without this; it only makes some things handier.
"use strict";
// A panel closes when another place is touched, and by Escape.
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details[open].as-of, details[open].columns")) {
    if (!open.contains(event.target)) open.removeAttribute("open");
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const open of document.querySelectorAll("details[open].as-of, details[open].columns")) {
      open.removeAttribute("open");
      open.querySelector("summary").focus();
    }
  }
  // A stroke leads to the search box, as in many tools; not while something is typed.
  if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
    const box = document.getElementById("q");
    if (box) { event.preventDefault(); box.focus(); }
  }
});
// A form is sent once.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (form.method === "post" && !form.target) form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
// What is wrong with a form is read first.
const faults = document.getElementById("faults");
if (faults) faults.focus();
