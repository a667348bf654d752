// Keep an open page true: listen for changes, then ask for the page's parts again and put in what differs.
// A page in the background asks for nothing, because opening a case is what "dibaca" means to the reporter.

const { live, page } = document.body.dataset;
const offline = document.getElementById("terputus");
const EVERY_MS = 60_000; // waiting times grow also when nothing happens
let wanted = false;
let running = false;

// What a part says, without the random names in its forms.
function saying(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll("input[name=sekali]").forEach((field) => field.remove());
  copy.querySelectorAll("[open]").forEach((box) => box.removeAttribute("open"));
  return copy.innerHTML;
}

// Whether somebody is in the middle of something here.
function inUse(part) {
  const written = [...part.querySelectorAll("textarea")].some((field) => field.value !== field.defaultValue);
  return written || part.querySelector("details[open]") !== null;
}

function put(part, fresh) {
  const state = part.dataset.state;
  if (state !== undefined ? state === fresh.dataset.state || inUse(part) : saying(part) === saying(fresh)) return;
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const again = focused && (focused.getAttribute("href") || focused.getAttribute("aria-label"));
  const seen = [...part.querySelectorAll("[data-keep]:checked")].map((box) => box.dataset.keep);
  part.replaceWith(fresh);
  fresh.querySelectorAll("[data-keep]").forEach((box) => { box.checked = seen.includes(box.dataset.keep); });
  if (again) {
    [...fresh.querySelectorAll("a, button")]
      .find((each) => each.getAttribute("href") === again || each.getAttribute("aria-label") === again)?.focus();
  }
}

async function refresh() {
  wanted = true;
  if (running || document.hidden) return;
  running = true;
  try {
    while (wanted) {
      wanted = false;
      const answer = await fetch(page, { headers: { "X-Bagian": "ya" }, cache: "no-store" });
      if (answer.status === 401 || answer.status === 404) { location.reload(); return; }
      if (!answer.ok) break;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const nearEnd = innerHeight + scrollY > document.documentElement.scrollHeight - 240;
      const lines = document.querySelectorAll(".lines > li").length;
      for (const part of document.querySelectorAll("[data-part]")) {
        const other = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
        if (other) put(part, document.adoptNode(other));
      }
      document.title = fresh.title;
      if (nearEnd && document.querySelectorAll(".lines > li").length > lines) toLastLine();
    }
  } catch {
    wanted = true; // the network is away; the stream says so and the next event tries again
  } finally {
    running = false;
  }
}

function toLastLine() {
  document.querySelector(".lines > li:last-child")?.scrollIntoView({ block: "end", behavior: "instant" });
}

function listen() {
  const stream = new EventSource(live === "antrean" ? "/arus" : `/arus?kasus=${encodeURIComponent(live)}`);
  stream.addEventListener("siap", () => { offline.hidden = true; });
  stream.addEventListener(live === "antrean" ? "antrean" : "kasus", refresh);
  stream.addEventListener("keluar", () => location.reload());
  stream.addEventListener("error", () => {
    offline.hidden = false;
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
  });
  addEventListener("pagehide", () => stream.close(), { once: true });
}

if (live) {
  listen();
  setInterval(refresh, EVERY_MS);
  document.addEventListener("visibilitychange", () => { if (wanted) refresh(); });
  if (!location.hash && document.querySelector(".lines")) toLastLine();
}
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
if (new URLSearchParams(location.search).has("kabar")) {
  const address = new URL(location.href);
  address.searchParams.delete("kabar");
  address.searchParams.delete("kode");
  history.replaceState(null, "", address);
}
