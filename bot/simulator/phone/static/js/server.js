// Talk to the simulator: do something, and hear what changes.

import { changed, replaceAll, state, take } from "./state.js";

const RETRY_MS = 1000;
const SLEEP_MS = 60000; // a hidden tab gives its connection back; browsers allow six per address

let source = null;
let sleeping = null;
let turn = 0; // of `follow`: when two run at once, the later one counts

/** Load the page and follow it; called again after every break. */
export async function follow() {
  stop();
  const mine = ++turn;
  try {
    const answer = await fetch("/phone/state");
    if (!answer.ok) throw new Error(answer.statusText);
    const page = await answer.json();
    if (mine !== turn) return;
    replaceAll(page);
  } catch {
    if (mine === turn) retry();
    return;
  }
  source = new EventSource(`/phone/stream?after=${state.number}`);
  source.onopen = () => setOnline(true);
  source.onerror = retry;
  source.addEventListener("reload", () => follow());
  source.onmessage = (event) => {
    if (take(JSON.parse(event.data))) follow();
  };
}

function stop() {
  source?.close();
  source = null;
}

function retry() {
  stop();
  setOnline(false);
  setTimeout(() => source || sleeping || follow(), RETRY_MS);
}

function setOnline(online) {
  state.online = online;
  changed();
}

document.addEventListener("visibilitychange", () => {
  clearTimeout(sleeping);
  sleeping = null;
  if (document.hidden) sleeping = setTimeout(stop, SLEEP_MS);
  else if (!source) follow();
});

/** A person does something in a chat; `files` are pairs of kind and File. Throws Error with the reason. */
export async function act(panel, chatId, what, files = []) {
  const form = new FormData();
  form.append("act", JSON.stringify({ who: panel.person.id, chat_id: chatId, ...what }));
  for (const [kind, file] of files) form.append(kind, file, file.name);
  await answered(await fetch("/phone/act", { method: "POST", body: form }));
}

export async function addPerson(name) {
  return answered(await fetch("/phone/people", json({ name })));
}

export async function switchTrouble(on, share) {
  state.trouble = await answered(await fetch("/phone/trouble", json({ on, share })));
  changed();
}

function json(body) {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

async function answered(answer) {
  if (answer.ok) return answer.json();
  const reason = await answer.json().catch(() => ({}));
  throw new Error(reason.error ?? answer.statusText);
}
