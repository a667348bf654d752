// Small questions and notices: a form in a dialog, a toast over one phone, a list that opens beside a button.

import { el, icon } from "./dom.js";

/** Ask for a few values; resolves to {name: value} or null. Fields: {name, label, value, kind, hint}. */
export function ask({ title, note, fields = [], confirm, cancel = "Batal" }) {
  return new Promise((resolve) => {
    const inputs = fields.map(({ name, label, value = "", kind = "input", required = true, ...more }) => {
      const input = el(kind, { name, required, autocomplete: "off", ...more });
      input.value = value;
      return el("label", {}, el("span", {}, label), input);
    });
    const dialog = el("dialog.ask", { "aria-label": title, "data-testid": "dialog" });
    const finish = (values) => {
      dialog.close();
      dialog.remove();
      resolve(values);
    };
    const form = el(
      "form", { onsubmit: (event) => { event.preventDefault(); finish(Object.fromEntries(new FormData(form))); } },
      el("h2", {}, title), note && el("p", {}, note), inputs,
      el("div.ask-buttons", {},
        cancel && el("button.quiet", { type: "button", onclick: () => finish(null) }, cancel),
        el("button.solid", { type: "submit" }, confirm)),
    );
    dialog.append(form);
    dialog.addEventListener("cancel", (event) => { event.preventDefault(); finish(null); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Show words over a phone for a moment; read out by screen readers. */
export function toast(place, text) {
  const shown = el("p.toast", { "data-testid": "toast" }, text);
  place.replaceChildren(shown);
  setTimeout(() => shown.remove(), Math.min(3000 + text.length * 40, 8000));
}

let closeOpen = null; // closes the list that is open now; there is at most one

/** Let `button` open and close `list`; Escape, a choice or a click elsewhere closes it. */
export function opens(button, list, fill) {
  const close = () => {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    closeOpen = null;
  };
  button.setAttribute("aria-expanded", "false");
  list.hidden = true;
  button.addEventListener("click", () => {
    if (!list.hidden) return close();
    fill?.();
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    closeOpen = (target) => list.contains(target) || button.contains(target) || close();
    list.querySelector("button")?.focus();
  });
  list.addEventListener("click", (event) => event.target.closest("button") && close());
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    close();
    button.focus();
  });
}

document.addEventListener("pointerdown", (event) => closeOpen?.(event.target));

/** One line of such a list. */
export function choice(iconName, label, onclick, more = {}) {
  return el("button.choice", { type: "button", onclick, ...more }, icon(iconName), label);
}
