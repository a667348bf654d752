// The lower edge of a chat: what is being written, answered, edited, attached; the bot's own keyboard.

import { attachments, sendContact, sendLocation } from "./attach.js";
import { choice, opens } from "./dialog.js";
import { el, icon, iconButton } from "./dom.js";
import { inBrief } from "./media.js";
import { act } from "./server.js";
import { state } from "./state.js";

const MAX_TEXT = 4096;
const MAX_HEIGHT_PX = 130;

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.about = null; // {kind: "reply" | "edit", message}
    this.files = []; // [kind, File]
    this.bar = el("div.bar", { hidden: true, "data-testid": "bar" });
    this.tray = el("ul.tray", { hidden: true, "aria-label": "Lampiran", "data-testid": "tray" });
    this.keys = el("div.own-keys", { hidden: true, "aria-label": "Papan tombol", role: "group" });
    this.suggestions = el("div.choices.commands", { hidden: true, "data-testid": "command-list" });
    this.input = this.makeInput();
    this.commands = iconButton("slash", "Perintah bot", null, { "data-testid": "commands" });
    this.form = this.makeForm();
    this.blocked = el("p.blocked", { hidden: true }, "Bot diblokir. ", el("button.quiet", { type: "button", onclick: () => this.send({ do: "unblock" }) }, "Buka blokir"));
    this.element = el("div.composer", {}, this.bar, this.tray, this.form, this.blocked, this.keys);
    opens(this.commands, this.suggestions, () => this.suggest(""));
  }

  makeInput() {
    const placeholder = this.phone.chat.private ? "Tulis pesan" : "Tulis ke grup";
    const input = el("textarea", { rows: 1, placeholder, "aria-label": placeholder, "data-testid": "input", enterkeyhint: "send" });
    input.addEventListener("input", () => {
      this.fit();
      const typed = /^\/\w*$/.test(input.value);
      if (typed) this.suggest(input.value.slice(1));
      this.suggestions.hidden = !typed || this.suggestions.childElementCount === 0;
    });
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("paste", (event) => this.add("photo", [...event.clipboardData.files]));
    return input;
  }

  makeForm() {
    const plus = iconButton("attach", "Lampirkan", null, { "data-testid": "attach" });
    const list = el("div.choices.attachments", { "data-testid": "attach-list" }, attachments(this));
    opens(plus, list);
    const send = el("button.send", { type: "submit", "aria-label": "Kirim", title: "Kirim", "data-testid": "send" }, icon("send"));
    const submit = (event) => {
      event.preventDefault();
      this.submit();
    };
    return el("form.form", { "data-testid": "composer", onsubmit: submit }, plus, list, this.suggestions, this.input, this.commands, send);
  }

  onKey(event) {
    if (event.key === "Escape") {
      this.suggestions.hidden = true;
      this.leave();
    }
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.submit();
  }

  /** Show what the chat allows now. */
  update() {
    const { chat } = this.phone;
    const isBlocked = chat.private && chat.bot_status === "kicked";
    this.form.hidden = isBlocked;
    this.blocked.hidden = !isBlocked;
    this.commands.hidden = chat.commands.length === 0;
    if (this.shownKeys !== chat.reply_keyboard) this.showKeys(chat.reply_keyboard);
    if (this.about && !chat.messages.has(this.about.message.message_id)) this.leave();
  }

  async submit() {
    const text = this.input.value.trim();
    const { about, files } = this;
    if (!text && files.length === 0) return;
    const reply = about?.kind === "reply" ? { reply_to: about.message.message_id } : {};
    this.input.value = "";
    this.files = [];
    this.suggestions.hidden = true;
    this.leave();
    this.showTray();
    this.fit();
    let done;
    if (about?.kind === "edit") done = await this.send({ do: "edit_text", message_id: about.message.message_id, text });
    else if (files.length > 0) done = await this.sendFiles(files, { caption: text, ...reply });
    else done = await this.say(text, reply);
    if (done) return;
    this.input.value ||= text;
    this.files = files;
    this.showTray();
  }

  /** Write a text; what is too long goes as several messages, as in the app. */
  async say(text, reply = {}) {
    for (let at = 0; at < text.length; at += MAX_TEXT) {
      if (!(await this.send({ do: "send_text", text: text.slice(at, at + MAX_TEXT), ...reply }))) return false;
    }
    return true;
  }

  sendFiles(files, more = {}) {
    return this.send({ do: "send_files", ...more }, files);
  }

  /** Do something in this chat; returns whether it went through, and says so if it did not. */
  async send(what, files = []) {
    try {
      await act(this.phone.panel, this.phone.chat.id, what, files);
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  failed(error) {
    this.phone.notice(`Tidak bisa: ${error.message}`);
  }

  add(kind, files) {
    for (const file of files) {
      const film = kind === "photo" && file.type.startsWith("video/");
      this.files.push([film ? "video" : kind, file]);
    }
    this.showTray();
    if (files.length > 0) this.input.focus();
  }

  showTray() {
    this.tray.hidden = this.files.length === 0;
    this.tray.replaceChildren(...this.files.map((pair) => {
      const [kind, file] = pair;
      const remove = () => {
        this.files = this.files.filter((other) => other !== pair);
        this.showTray();
      };
      const shown = kind === "photo" ? preview(file) : icon(kind === "voice" ? "mic" : "file");
      return el("li", {}, shown, el("span", {}, file.name), iconButton("close", `Buang ${file.name}`, remove));
    }));
  }

  reply(message) {
    this.take({ kind: "reply", message }, "reply", `Balas ${message.from.first_name}`);
  }

  edit(message) {
    this.take({ kind: "edit", message }, "edit", "Ubah pesan");
    this.input.value = message.text ?? message.caption;
    this.fit();
  }

  take(about, iconName, title) {
    this.about = about;
    this.bar.replaceChildren(icon(iconName), el("span", {}, el("b", {}, title), inBrief(about.message)), iconButton("close", "Batal", () => this.leave()));
    this.bar.hidden = false;
    this.input.focus();
  }

  /** Answer or edit nothing any more. */
  leave() {
    if (this.about?.kind === "edit") this.input.value = "";
    this.about = null;
    this.bar.hidden = true;
  }

  showRecording(stop) {
    this.stopRecording = (wanted) => {
      this.bar.hidden = true;
      stop(wanted);
    };
    this.bar.replaceChildren(
      icon("mic"), el("span", {}, el("b", {}, "Merekam…")),
      el("button.quiet", { type: "button", onclick: () => this.stopRecording(false) }, "Batal"),
      el("button.solid", { type: "button", onclick: () => this.stopRecording(true) }, "Kirim"),
    );
    this.bar.hidden = false;
  }

  suggest(start) {
    const found = this.phone.chat.commands.filter((one) => one.command.startsWith(start));
    const at = this.phone.chat.private ? "" : `@${state.bot.username}`;
    this.suggestions.replaceChildren(...found.map(({ command, description }) => {
      const write = () => {
        this.input.value = "";
        this.suggestions.hidden = true;
        this.say(`/${command}${at}`);
      };
      return el("button.choice", { type: "button", onclick: write }, el("b", {}, `/${command}`), el("span", {}, description));
    }));
  }

  showKeys(keyboard) {
    this.shownKeys = keyboard;
    this.keys.hidden = !keyboard;
    this.keys.replaceChildren(...(keyboard?.keyboard ?? []).map((row) => el("div.keys", {}, row.map((key) => this.ownKey(key, keyboard)))));
  }

  ownKey(key, keyboard) {
    const press = () => {
      if (key.request_contact) sendContact(this, this.phone.panel);
      else if (key.request_location) sendLocation(this);
      else this.say(key.text);
      if (keyboard.one_time_keyboard) this.keys.hidden = true;
    };
    return el("button.key", { type: "button", onclick: press }, key.text);
  }

  fit() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, MAX_HEIGHT_PX)}px`;
  }
}

function preview(file) {
  const url = URL.createObjectURL(file);
  return el("img", { src: url, alt: "", onload: () => URL.revokeObjectURL(url) });
}
