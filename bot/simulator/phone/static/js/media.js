// What a message carries besides words: pictures, sound, files, places, contacts, stickers, polls.

import { el, icon } from "./dom.js";
import { length, weight } from "./times.js";

const address = (file) => `/phone/file/${encodeURIComponent(file.file_id)}`;

/** Nodes for the media of one message (or of an album, which is several). */
export function media(messages) {
  const pictures = messages.filter((message) => message.photo || message.video);
  const grid = pictures.length > 0 && el(`div.album.of-${Math.min(pictures.length, 3)}`, {}, pictures.map(picture));
  return [grid, ...messages.filter((message) => !message.photo && !message.video).map(other)].filter(Boolean);
}

function picture(message) {
  if (message.video) return el("video", { controls: true, preload: "metadata", src: address(message.video) });
  const file = message.photo.at(-1);
  const link = el(
    "a.picture", { href: address(file), target: "_blank", rel: "noopener noreferrer" },
    el("img", { src: address(file), alt: message.caption ? `Foto: ${message.caption}` : "Foto", loading: "lazy" }),
  );
  if (message.has_media_spoiler) veil(link);
  return link;
}

/** A veiled picture opens its veil at the first click, itself at the second. */
function veil(link) {
  link.classList.add("veiled");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    link.classList.remove("veiled");
  }, { once: true });
}

function other(message) {
  if (message.voice) return voice(message.voice);
  if (message.document) return document_(message.document);
  if (message.location) return place(message.location);
  if (message.contact) return card("person", message.contact.first_name, message.contact.phone_number);
  if (message.sticker) return el("div.sticker", { role: "img", "aria-label": `Stiker ${message.sticker.emoji}` }, message.sticker.emoji);
  if (message.dice) return el("div.sticker", {}, `${message.dice.emoji} ${message.dice.value}`);
  if (message.poll) return el("ul.poll", {}, el("li", {}, message.poll.question), message.poll.options.map((one) => el("li", {}, one.text)));
  return null;
}

function voice(file) {
  const audio = el("audio", { controls: true, preload: "none", src: address(file) });
  return el("div.voice", {}, el("span", {}, icon("mic"), `Pesan suara ${file.duration ? length(file.duration) : ""}`), audio);
}

function document_(file) {
  const name = file.file_name ?? "Dokumen";
  return el("a.card", { href: address(file), download: name }, icon("file"), el("span", {}, name, el("small", {}, weight(file.file_size))));
}

function place({ latitude, longitude }) {
  return card("place", "Lokasi", `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`);
}

function card(iconName, title, line) {
  return el("div.card", {}, icon(iconName), el("span", {}, title, el("small", {}, line)));
}

/** A message in a few words, for quotes and the reply bar. */
export function inBrief(message) {
  const kinds = {
    photo: "Foto", video: "Video", voice: "Pesan suara", document: "Dokumen", location: "Lokasi", contact: "Kontak",
    sticker: "Stiker", poll: "Jajak pendapat", dice: "Dadu",
  };
  const kind = Object.keys(kinds).find((name) => message[name]);
  return message.text ?? message.caption ?? (kind ? kinds[kind] : "Pesan");
}

/** What a service message ("X joined") says, or null if it is an ordinary one. */
export function serviceWords(message) {
  const who = message.from.first_name;
  const others = (message.new_chat_members ?? []).map((member) => member.first_name).join(", ");
  if (others) return others === who ? `${who} bergabung` : `${who} menambahkan ${others}`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} keluar dari grup`;
  if (message.migrate_to_chat_id) return "Grup dipindahkan";
  if (message.migrate_from_chat_id) return "Grup ini sekarang supergrup";
  if (message.pinned_message) return `${who} menyematkan pesan`;
  return null;
}
