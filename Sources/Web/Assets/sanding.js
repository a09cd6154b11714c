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
// A form is sent once; what hands out a file leaves its page where it is, and may be asked for again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  const isFile = event.submitter && event.submitter.dataset.file;
  if (form.method === "post" && !form.target && !isFile) form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
// What is wrong with a form is read first.
const faults = document.getElementById("faults");
if (faults) faults.focus();
// A fault is said beside its field once that was left, and never before; the focus stays where it is.
let lastLeft = null;
document.addEventListener("focusout", (event) => {
  if (event.target.closest && event.target.closest("form[data-hx-post]") && event.target.id) {
    event.target.dataset.left = "yes";
    lastLeft = event.target.id;
  }
});
function tellFault(control, text) {
  const field = control.closest(".field");
  if (!field) return;
  const id = control.id + "-fault";
  let fault = document.getElementById(id);
  const described = (control.getAttribute("aria-describedby") || "").split(" ").filter((one) => one && one !== id);
  if (text) {
    if (!fault) {
      fault = document.createElement("p");
      fault.className = "fault";
      fault.id = id;
      (control.closest(".choosing") || control).before(fault);
    }
    fault.textContent = text;
    control.setAttribute("aria-invalid", "true");
    described.push(id);
  } else {
    if (fault) fault.remove();
    control.removeAttribute("aria-invalid");
  }
  field.classList.toggle("faulty", Boolean(text));
  if (described.length) control.setAttribute("aria-describedby", described.join(" "));
  else control.removeAttribute("aria-describedby");
}
document.addEventListener("htmx:afterSwap", (event) => {
  const trial = event.target;
  if (trial.id !== "trial") return;
  let told = "";
  for (const line of trial.querySelectorAll("[data-field]")) {
    const control = document.getElementById(line.dataset.field);
    if (!control || !control.dataset.left) continue;
    tellFault(control, line.textContent);
    if (control.id === lastLeft && line.textContent) {
      const label = control.labels && control.labels[0];
      told = (label ? label.textContent + ": " : "") + line.textContent;
    }
  }
  const said = document.getElementById("trial-said");
  const first = trial.querySelector(".note");
  if (said) said.textContent = told || (first ? (first.querySelector("h3") || first).textContent : "");
});
