// One chat on one phone: messages, what clicks in them do, the first screen of a new chat, the composer.

import { Composer } from "./compose.js";
import { ask, toast } from "./dialog.js";
import { el } from "./dom.js";
import { MessageList } from "./list.js";
import { state } from "./state.js";

const SWIPE_PX = 56;
const TELEGRAM_HOSTS = new Set(["t.me", "telegram.me"]);

export class ChatView {
  constructor(panel, chatId) {
    this.chatId = chatId;
    this.toasts = el("div.toasts", { role: "status", "aria-live": "polite" });
    const phone = {
      get panel() { return state.panels.find((one) => one.person.id === panel.person.id) ?? panel; },
      get chat() { return state.chats.get(chatId); },
      doing: this.doing(),
      notice: (text) => toast(this.toasts, text),
    };
    this.phone = phone;
    this.list = new MessageList(phone);
    this.composer = new Composer(phone);
    this.welcome = el("div.welcome", { hidden: true });
    this.element = el("div.chat", { role: "tabpanel", "aria-label": phone.chat.title ?? state.bot.name }, el("div.stage", {}, this.list.scroller, this.welcome, this.list.down, this.toasts), this.composer.element);
    this.list.scroller.addEventListener("touchstart", (event) => this.swipe(event), { passive: true });
  }

  doing() {
    return {
      say: (text) => this.composer.say(text),
      reply: (message) => this.composer.reply(message),
      edit: (message) => this.composer.edit(message),
      remove: (message) => this.composer.send({ do: "delete", message_id: message.message_id }),
      tap: (messageId, data) => this.composer.send({ do: "tap", message_id: messageId, data }),
      show: (messageId) => this.list.show(messageId),
      copy: (text) => navigator.clipboard.writeText(text).then(() => this.phone.notice("Disalin")),
      deepLink: (url) => this.deepLink(url),
    };
  }

  update() {
    if (!this.phone.chat) return;
    this.list.update();
    this.composer.update();
    const isNew = this.phone.chat.private && this.phone.chat.messages.size === 0;
    if (isNew && this.welcome.hidden) this.showWelcome();
    this.welcome.hidden = !isNew;
  }

  /** Words the bot has answered a tap with. */
  answer(text, isAlert) {
    if (isAlert) ask({ title: state.bot.name, note: text, confirm: "Baik", cancel: null });
    else this.phone.notice(text);
  }

  start(payload) {
    return this.composer.send({ do: "start", payload });
  }

  async askPayload() {
    const values = await ask({
      title: "Mulai lewat tautan", note: `Isi setelah t.me/${state.bot.username}?start=`, confirm: "Mulai",
      fields: [{ name: "payload", label: "Kode tautan", value: this.phone.panel.payload, pattern: "[A-Za-z0-9_-]{0,64}", required: false }],
    });
    if (values) this.start(values.payload);
  }

  showWelcome() {
    const { payload } = this.phone.panel;
    this.welcome.replaceChildren(...[
      el("img", { src: "/phone/static/mark.svg", alt: "", width: 56, height: 56 }),
      el("h3", {}, state.bot.name),
      el("p", {}, state.bot.description || "Tekan Mulai untuk membuka percakapan."),
      el("button.solid", { type: "button", "data-testid": "start", onclick: () => this.start(payload) }, "Mulai"),
      payload && el("small", {}, `lewat tautan: ${payload}`),
      el("button.quiet", { type: "button", "data-testid": "start-link", onclick: () => this.askPayload() }, payload ? "Tautan lain" : "Punya tautan?"),
    ].filter(Boolean));
  }

  /** A link to the bot itself stays on this phone, as in the app; others are left to the browser. */
  deepLink(url) {
    const mine = TELEGRAM_HOSTS.has(url.host) && url.pathname.slice(1).toLowerCase() === state.bot.username.toLowerCase();
    if (!mine || url.searchParams.has("startgroup") || !this.phone.chat.private) return false;
    this.start(url.searchParams.get("start") ?? "");
    return true;
  }

  /** A swipe to the left or right over a message answers it. */
  swipe(event) {
    const row = event.target.closest("[data-message-id]");
    if (!row || event.touches.length > 1) return;
    const { clientX, clientY } = event.touches[0];
    const ended = (end) => {
      const touch = end.changedTouches[0];
      const across = Math.abs(touch.clientX - clientX);
      if (across < SWIPE_PX || across < 2 * Math.abs(touch.clientY - clientY)) return;
      const message = this.phone.chat.messages.get(Number(row.dataset.messageId));
      if (message) this.composer.reply(message);
    };
    row.addEventListener("touchend", ended, { once: true });
  }
}
