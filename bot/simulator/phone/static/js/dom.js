// Build elements without ever parsing HTML: every word reaches the page as text.

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  send: "M4 12 20 4l-5 16-4-6.500zM11 13.500 20 4",
  attach: "M12 5v14M5 12h14",
  slash: "M15 5 9 19",
  reply: "M10 7 4 12l6 5M4 12h9c4 0 7 2 7 6",
  more: "M5.500 12h.01M12 12h.01M18.500 12h.01",
  down: "M6 9l6 6 6-6",
  close: "M6 6l12 12M18 6 6 18",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z",
  photo: "M4 6h16v13H4zM4 16l5-5 4 4 3-3 4 4M15.500 9.500h.01",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  mic: "M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3M6 11a6 6 0 0 0 12 0M12 17v4",
  group: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3.500 19c.4-3.300 2.400-5 5.500-5s5.100 1.700 5.500 5M16 5.500a2.800 2.800 0 0 1 0 5.200M17.500 14.300c1.800.6 2.800 2.200 3 4.700",
  place: "M12 21c5-5.500 7-8.700 7-11.500A7 7 0 0 0 5 9.500C5 12.300 7 15.500 12 21M12 11.500a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M5 20c.5-4 3-6 7-6s6.500 2 7 6",
  forward: "M14 7l6 5-6 5M20 12h-9c-4 0-7 2-7 6",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M8.500 14.500c1.800 2.300 5.200 2.300 7 0M9 9.500h.01M15 9.500h.01",
  link: "M10 14l4-4M9 8l2-2a4 4 0 0 1 6 6l-2 2M15 16l-2 2a4 4 0 0 1-6-6l2-2",
  block: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M6 6l12 12",
  edit: "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
  trash: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
  out: "M8 16 17 7M10 7h7v7",
  play: "M8 5l11 7-11 7z",
};

/** el("button.quiet", {type: "button", onclick}, "Kirim"): tag and classes, attributes and handlers, children. */
export function el(shape, attributes = {}, ...children) {
  const [tag, ...classes] = shape.split(".");
  const made = document.createElement(tag);
  if (classes.length) made.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** One of our own line icons; decoration only, so the button around it needs a label. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows an icon and says `label` to those who cannot see it. */
export function iconButton(name, label, onclick, more = {}) {
  return el("button.icon-button", { type: "button", "aria-label": label, title: label, onclick, ...more }, icon(name));
}

/** Only addresses that lead to a web page; anything else (javascript:, data:) is null. */
export function webAddress(url) {
  const full = url.includes("://") ? url : `https://${url}`;
  if (!URL.canParse(full)) return null;
  const parsed = new URL(full);
  return ["http:", "https:"].includes(parsed.protocol) ? parsed : null;
}
