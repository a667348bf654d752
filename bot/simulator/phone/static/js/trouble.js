// The drawer with which people break Telegram a little, to see that the bot survives it.

import { el } from "./dom.js";
import { switchTrouble } from "./server.js";
import { state } from "./state.js";

const SHARES = [[0.1, "Jarang"], [0.3, "Kadang"], [1, "Selalu"]];

/** Wire the header's button to the drawer. */
export function trouble(button, drawer) {
  const close = () => {
    drawer.hidden = true;
    button.setAttribute("aria-expanded", "false");
    button.focus();
  };
  button.addEventListener("click", () => {
    if (!drawer.hidden) return close();
    drawer.hidden = false;
    button.setAttribute("aria-expanded", "true");
    fill(drawer, close);
    drawer.querySelector("input").focus();
  });
  drawer.addEventListener("keydown", (event) => event.key === "Escape" && close());
}

/** Mark the button while something is switched on. */
export function showTrouble(button) {
  button.classList.toggle("on", state.trouble.switches.some((one) => one.on));
}

function fill(drawer, close) {
  const { share, switches } = state.trouble;
  const form = el("form", { onchange: () => apply(form) });
  const boxes = switches.map(({ key, label, hint, on }) =>
    el("label.switch", {},
      el("input", { type: "checkbox", name: "on", value: key, checked: on, role: "switch" }),
      el("span", {}, label, el("small", {}, hint))));
  const often = el("fieldset", {}, el("legend", {}, "Seberapa sering"), SHARES.map(([value, label]) =>
    el("label", {}, el("input", { type: "radio", name: "share", value, checked: value === share }), label)));
  const off = () => {
    for (const box of form.querySelectorAll("[name=on]")) box.checked = false;
    apply(form);
  };
  form.append(...boxes, often, el("div.ask-buttons", {},
    el("button.quiet", { type: "button", onclick: off }, "Matikan semua"),
    el("button.solid", { type: "button", onclick: close }, "Tutup")));
  drawer.replaceChildren(el("h2", {}, "Gangguan"), el("p", {}, "Buat Telegram bermasalah, lalu lihat bot tetap menjawab."), form);
}

function apply(form) {
  const given = new FormData(form);
  switchTrouble(given.getAll("on"), Number(given.get("share") ?? 0.3));
}
