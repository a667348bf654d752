// The list of messages of one chat. Keeps a message's element as long as the message is the same, so that
// sound goes on, spoilers stay open and focus is not lost; stays at the end unless the reader scrolled up.

import { bubble, dayLine } from "./bubble.js";
import { el } from "./dom.js";
import { mood, state, visible } from "./state.js";
import { day } from "./times.js";

const NEAR_END_PX = 80;

export class MessageList {
  constructor(phone) {
    this.phone = phone;
    this.rows = el("ol.rows");
    this.mood = el("p.mood", { role: "status", "data-testid": "mood", hidden: true }, el("i"), el("i"), el("i"), el("span"));
    this.down = el("button.down", { type: "button", hidden: true, onclick: () => this.toEnd() }, "Pesan terbaru");
    this.scroller = el(
      "div.messages", { role: "log", "aria-label": "Pesan", tabindex: "0", "data-testid": "messages", onscroll: () => this.hideDown() },
      this.rows, this.mood,
    );
    this.made = new Map(); // key -> {signature, row}
    this.last = 0;
    this.wasAtEnd = true;
    const settle = new ResizeObserver(() => this.wasAtEnd && this.toEnd()); // pictures load, keyboards open
    for (const watched of [this.scroller, this.rows]) settle.observe(watched);
  }

  /** Show the chat as it is now. */
  update() {
    const { chat, panel } = this.phone;
    const groups = grouped(visible(chat, panel.person.id));
    const used = new Map();
    const rows = [];
    let today = "";
    for (const group of groups) {
      const label = day(group[0].date);
      if (label !== today) rows.push(this.keep(used, `day ${label}`, [label], () => dayLine(group[0])));
      today = label;
      const signature = [...group, chat.reactions.get(group[0].message_id), tapsOf(chat, group[0])];
      rows.push(this.keep(used, `${chat.id}:${group[0].message_id}`, signature, () => bubble(group, this.phone)));
    }
    this.made = used;
    this.place(rows);
    this.showMood(mood(chat));
    const newest = groups.at(-1)?.at(-1);
    const isNew = newest && newest.message_id !== this.last;
    this.last = newest?.message_id ?? 0;
    if (this.wasAtEnd || (isNew && newest.from.id === panel.person.id)) this.toEnd();
    else if (isNew) this.down.hidden = false;
  }

  keep(used, key, signature, make) {
    const old = this.made.get(key);
    const same = old && old.signature.length === signature.length && old.signature.every((part, at) => part === signature[at]);
    const kept = same ? old : { signature, row: make() };
    used.set(key, kept);
    return kept.row;
  }

  /** Put exactly these rows into the list, moving none that already stands right. */
  place(rows) {
    let at = this.rows.firstChild;
    for (const row of rows) {
      if (row === at) at = at.nextSibling;
      else this.rows.insertBefore(row, at);
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
  }

  showMood(now) {
    this.mood.hidden = now === "";
    this.mood.lastChild.textContent = now === "typing" ? `${state.bot.name} mengetik…` : "menunggu jawaban…";
  }

  /** Scroll to a message and light it up for a moment. */
  show(messageId) {
    const row = this.rows.querySelector(`[data-message-id="${messageId}"]`);
    row?.scrollIntoView({ block: "center" });
    row?.classList.add("lit");
    setTimeout(() => row?.classList.remove("lit"), 1500);
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.wasAtEnd = true;
    this.down.hidden = true;
  }

  hideDown() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    this.wasAtEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    if (this.wasAtEnd) this.down.hidden = true;
  }
}

function grouped(messages) {
  const groups = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (message.media_group_id && last?.[0].media_group_id === message.media_group_id) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

function tapsOf(chat, message) {
  return [...chat.taps.values()].filter((key) => key.startsWith(`${message.message_id}:`)).join("|");
}
