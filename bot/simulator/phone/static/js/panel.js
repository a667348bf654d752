// One phone: who holds it, the tabs of its chats, and the chat in front.

import { ChatView } from "./chat.js";
import { choice, opens } from "./dialog.js";
import { el, icon, iconButton } from "./dom.js";
import { changed, markRead, state, unread } from "./state.js";

export class Phone {
  constructor(panel) {
    this.id = panel.person.id;
    this.views = new Map(); // chat id -> ChatView
    this.tabs = el("div.tabs", { role: "tablist", "aria-label": "Percakapan" });
    this.body = el("div.body");
    const menu = iconButton("more", `Menu ${panel.name}`, null, { "data-testid": "menu" });
    const list = el("div.choices.menu");
    opens(menu, list, () => list.replaceChildren(...this.choices()));
    this.element = el(
      "section.phone", { "aria-label": `Telepon ${panel.name}`, "data-testid": "phone", "data-person": panel.name, "data-person-id": this.id },
      el("header.holder", {}, face(panel), el("h2", {}, panel.name, panel.role && el("small", {}, panel.role)), menu, list),
      this.tabs, this.body,
    );
  }

  get panel() {
    return state.panels.find((one) => one.person.id === this.id);
  }

  get front() {
    return this.view(state.open.get(this.id));
  }

  view(chatId) {
    if (!this.views.has(chatId)) this.views.set(chatId, new ChatView(this.panel, chatId));
    return this.views.get(chatId);
  }

  /** Show everything as it is now; `isSeen` says whether this phone is on the screen. */
  update(isSeen) {
    const { panel, front } = this;
    if (isSeen) markRead(panel, front.chatId);
    if (this.body.firstChild !== front.element) this.body.replaceChildren(front.element);
    this.showTabs(panel, front.chatId);
    front.update();
  }

  showTabs(panel, inFront) {
    const tabs = panel.chats.map((chatId) => {
      const chat = state.chats.get(chatId);
      const count = unread(panel, chatId);
      const label = chat.private ? state.bot.name : chat.title;
      return { chatId, label, count, kind: chat.private ? "bot" : "group", selected: chatId === inFront };
    });
    const signature = JSON.stringify(tabs);
    if (signature === this.shownTabs) return;
    this.shownTabs = signature;
    const focused = this.tabs.contains(document.activeElement);
    this.tabs.replaceChildren(...tabs.map((tab) => this.tab(tab)));
    if (focused) this.tabs.querySelector("[aria-selected=true]").focus();
  }

  tab({ chatId, label, count, kind, selected }) {
    const open = () => {
      state.open.set(this.id, chatId);
      changed();
    };
    return el(
      "button.tab", {
        type: "button", role: "tab", "aria-selected": String(selected), onclick: open,
        "data-testid": "tab", "data-chat": kind, "data-chat-id": chatId,
      },
      kind === "group" && icon("group"), el("span", {}, label), badge(count),
    );
  }

  choices() {
    const private_ = this.view(this.id);
    const blocked = private_.phone.chat.bot_status === "kicked";
    const front = () => {
      state.open.set(this.id, this.id);
      changed();
      return private_;
    };
    return [
      choice("play", "Mulai lagi (/start)", () => front().start("")),
      choice("link", "Mulai lewat tautan…", () => front().askPayload()),
      blocked
        ? choice("block", "Buka blokir bot", () => private_.composer.send({ do: "unblock" }))
        : choice("block", "Blokir bot", () => private_.composer.send({ do: "block" })),
    ];
  }
}

/** A person's initial on a quiet colour of their own. */
export function face(panel) {
  return el(`span.face.tone-${panel.person.id % 5}`, { "aria-hidden": "true" }, panel.name.replace(/^(Ibu|Bu|Pak|Bapak) /, "").slice(0, 1).toUpperCase());
}

/** How many are unread; nothing for none. */
export function badge(count) {
  return count > 0 && el("span.badge", { "data-testid": "badge" }, String(count), el("span.unseen", {}, " belum dibaca"));
}
