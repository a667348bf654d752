// The page: a row of phones (or one at a time where it is narrow), the header, the switcher.

import { ask } from "./dialog.js";
import { el } from "./dom.js";
import { link } from "./entities.js";
import { badge, face, Phone } from "./panel.js";
import { addPerson, follow } from "./server.js";
import { changed, state, unreadOn, watch, watchAnswers } from "./state.js";
import { showTrouble, trouble } from "./trouble.js";

const narrow = matchMedia("(max-width: 640px)");
const [row, switcher, links, offline, troubleButton, drawer] =
  ["phones", "switcher", "links", "offline", "trouble", "drawer"].map((id) => document.getElementById(id));
const phones = new Map(); // person id -> Phone
let shownSwitcher = "";

function update() {
  for (const panel of state.panels) {
    if (phones.has(panel.person.id)) continue;
    const phone = new Phone(panel);
    phones.set(panel.person.id, phone);
    row.append(phone.element);
  }
  for (const [id, phone] of phones) {
    const gone = !state.panels.some((panel) => panel.person.id === id);
    const inFront = !narrow.matches || id === state.shown;
    phone.element.hidden = gone || !inFront;
    if (!gone) phone.update(inFront && !document.hidden);
  }
  offline.hidden = state.online;
  showTrouble(troubleButton);
  showSwitcher();
  showLinks();
}

function showSwitcher() {
  const entries = state.panels.map((panel) => [panel.person.id, unreadOn(panel), panel.person.id === state.shown]);
  const signature = JSON.stringify(entries);
  if (signature === shownSwitcher) return;
  shownSwitcher = signature;
  switcher.replaceChildren(...state.panels.map((panel, at) => {
    const [id, count, current] = entries[at];
    const show = () => {
      state.shown = id;
      changed();
    };
    return el(
      "button", { type: "button", "aria-current": current && "true", onclick: show, "data-testid": "switch", "data-person": panel.name },
      face(panel), el("span", {}, panel.name), badge(count),
    );
  }));
  switcher.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function showLinks() {
  if (links.childElementCount === state.links.length) return;
  links.replaceChildren(...state.links.map(({ label, url }) => link(url, [label])));
}

async function welcomeSomebody() {
  const values = await ask({
    title: "Orang baru", note: "Telepon baru yang belum pernah menghubungi bot.", confirm: "Tambah",
    fields: [{ name: "name", label: "Nama", value: "", maxlength: 40, pattern: ".*\\S.*", placeholder: "misalnya Wati" }],
  });
  if (!values) return;
  const { id } = await addPerson(values.name);
  state.shown = id;
  await follow();
  phones.get(id)?.element.scrollIntoView({ inline: "end" });
}

document.getElementById("add-person").addEventListener("click", welcomeSomebody);
trouble(troubleButton, drawer);
narrow.addEventListener("change", () => {
  shownSwitcher = "";
  changed();
});
document.addEventListener("visibilitychange", changed);
watch(update);
watchAnswers((userId, text, isAlert) => phones.get(userId)?.front.answer(text, isAlert));
follow();
