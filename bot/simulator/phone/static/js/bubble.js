// One message (or album) as it stands in the list: bubble, words, keyboard, what can be done with it.

import { choice, opens } from "./dialog.js";
import { el, icon, iconButton } from "./dom.js";
import { link, worded } from "./entities.js";
import { inBrief, media, serviceWords } from "./media.js";
import { state } from "./state.js";
import { clock, day } from "./times.js";

/** A line between days. */
export function dayLine(message) {
  return el("li.day", {}, el("span", {}, day(message.date)));
}

/**
 * @param messages one message, or all of an album
 * @param phone {panel, chat, doing}: who looks, where, and what clicks do (see panel.js)
 */
export function bubble(messages, phone) {
  const [first] = messages;
  const service = serviceWords(first);
  if (service) return el("li.day", { "data-testid": "service" }, el("span", {}, service));
  const from = first.from.id === phone.panel.person.id ? "self" : first.from.id === state.bot.id ? "bot" : "other";
  const bare = first.sticker || first.dice;
  return el(
    `li.row.${from}`, { "data-testid": "message", "data-from": from, "data-message-id": first.message_id },
    el(`div.bubble${bare ? ".bare" : ""}`, {}, head(first, from, phone), media(messages), words(messages, phone), foot(messages, from, phone)),
    actions(first, from, phone),
    first.reply_markup?.inline_keyboard && keyboard(first, phone),
  );
}

function head(message, from, { chat, doing }) {
  const origin = message.forward_origin;
  const quoted = message.reply_to_message;
  return [
    !chat.private && from !== "self" && el("p.sender", {}, message.from.first_name, from === "bot" && el("small", {}, "bot")),
    origin && el("p.origin", {}, icon("forward"), `Diteruskan dari ${origin.sender_user_name ?? origin.sender_user?.first_name ?? "seseorang"}`),
    quoted && el("button.quote", { type: "button", onclick: () => doing.show(quoted.message_id) }, el("b", {}, quoted.from.first_name), el("span", {}, inBrief(quoted))),
  ];
}

function words(messages, { doing }) {
  const message = messages.find((one) => one.text ?? one.caption);
  if (!message) return null;
  const handlers = { onCommand: doing.say, onLink: doing.deepLink };
  const nodes = worded(message.text ?? message.caption, message.entities ?? message.caption_entities, handlers);
  return el("div.words", { "data-testid": "words" }, nodes);
}

function foot(messages, from, { chat }) {
  const [first] = messages;
  const reaction = chat.reactions.get(first.message_id);
  return el(
    "p.foot", {},
    reaction && el("span.reaction", { "aria-label": `Reaksi ${reaction}` }, reaction),
    first.has_protected_content && el("span.protected", { "data-testid": "protected" }, icon("lock"), "tidak bisa diteruskan"),
    messages.some((one) => one.edit_date) && el("span", { "data-testid": "edited" }, "diedit"),
    el("time", { datetime: new Date(first.date * 1000).toISOString() }, clock(first.date)),
    from === "self" && el("span.sent", { role: "img", "aria-label": "terkirim" }, "✓"),
  );
}

function actions(message, from, { doing }) {
  if (from !== "self") return el("div.actions", {}, iconButton("reply", "Balas", () => doing.reply(message)));
  const button = iconButton("more", "Pilihan pesan", null);
  const list = el(
    "div.choices", {},
    choice("reply", "Balas", () => doing.reply(message)),
    (message.text || message.caption) && !message.forward_origin && choice("edit", "Ubah", () => doing.edit(message)),
    choice("trash", "Hapus", () => doing.remove(message)),
  );
  opens(button, list);
  return el("div.actions", {}, button, list);
}

function keyboard(message, phone) {
  const rows = message.reply_markup.inline_keyboard.map((row) => el("div.keys", {}, row.map((key) => inlineKey(message, key, phone))));
  return el("div.keyboard", { "data-testid": "keyboard" }, rows);
}

function inlineKey(message, key, { chat, doing }) {
  const style = key.style ? `.${key.style}` : "";
  if (key.url) return link(key.url, [key.text, icon("out")], { onLink: doing.deepLink }, `a.key${style}`);
  if (key.copy_text) return el(`button.key${style}`, { type: "button", onclick: () => doing.copy(key.copy_text.text) }, key.text);
  const busy = [...chat.taps.values()].includes(`${message.message_id}:${key.callback_data}`);
  const tap = () => doing.tap(message.message_id, key.callback_data);
  return el(`button.key${style}`, { type: "button", "aria-busy": busy && "true", disabled: !key.callback_data, onclick: tap }, key.text);
}
