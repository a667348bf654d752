// Turn a text and its Telegram entities into nodes. Offsets count UTF-16 units, as JavaScript strings do.

import { el, webAddress } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const LITERAL = new Set(["code", "pre", "url", "text_link", "bot_command"]); // nothing is looked for in these
const SPOTTED = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]|(?<![\w/<>])\/[a-z][a-z0-9_]{0,31}\b(?![/.]))/;

/** Nodes for a text; `onCommand(command)` and `onLink(URL)` (true if it has dealt with the link) are for clicks. */
export function worded(text, entities = [], handlers = {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return between(text, 0, text.length, sorted, handlers);
}

function between(text, start, end, entities, handlers) {
  const nodes = [];
  let at = start;
  for (let index = 0; index < entities.length; index++) {
    const entity = entities[index];
    let stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || stop <= entity.offset) continue;
    nodes.push(...plain(text.slice(at, entity.offset), handlers));
    const inside = entities.slice(index + 1).filter((other) => other.offset < stop);
    const deeper = LITERAL.has(entity.type) ? { literal: true } : handlers;
    const children = between(text, entity.offset, stop, inside, deeper);
    nodes.push(wrapped(entity, text.slice(entity.offset, stop), children, handlers));
    if (BLOCKS.has(entity.type) && text[stop] === "\n") stop += 1; // the block ends the line already
    at = stop;
  }
  nodes.push(...plain(text.slice(at, end), handlers));
  return nodes;
}

/** Words without entities: Telegram finds addresses and commands in them by itself. */
function plain(words, handlers) {
  if (handlers.literal) return [words];
  return words.split(SPOTTED).map((part, at) => {
    if (at % 2 === 0) return part; // between two finds
    return part.startsWith("/") ? command(part, [part], handlers) : link(part, [part], handlers);
  });
}

function wrapped(entity, words, children, handlers) {
  if (TAGS[entity.type]) return el(TAGS[entity.type], {}, children);
  if (entity.type === "spoiler") return spoiler(children);
  if (entity.type === "url" || entity.type === "text_link") return link(entity.url ?? words, children, handlers);
  if (entity.type === "bot_command") return command(words, children, handlers);
  return el("span", {}, children);
}

function command(words, children, { onCommand }) {
  return onCommand ? el("button.word", { type: "button", onclick: () => onCommand(words) }, children) : el("span", {}, children);
}

function spoiler(children) {
  const hidden = el("span.spoiler", { role: "button", tabindex: "0", "aria-label": "Teks tersembunyi, buka" }, el("span", {}, children));
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    hidden.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
  };
  hidden.addEventListener("click", reveal, { once: true });
  hidden.addEventListener("keydown", reveal);
  return hidden;
}

/** A link that opens in a new tab, unless `onLink` wants it; an address that is no web page stays plain words. */
export function link(url, children, { onLink } = {}, shape = "a") {
  const address = webAddress(url);
  if (address === null) return el("span", {}, children);
  const onclick = (event) => onLink?.(address) && event.preventDefault();
  return el(shape, { href: address.href, target: "_blank", rel: "noopener noreferrer", onclick }, children);
}
