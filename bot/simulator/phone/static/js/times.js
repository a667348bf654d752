// Times and days as people here write them.

const CLOCK = new Intl.DateTimeFormat("id-ID", { hour: "2-digit", minute: "2-digit", hour12: false });
const DAY = new Intl.DateTimeFormat("id-ID", { day: "numeric", month: "long", year: "numeric" });

export function clock(date_s) {
  return CLOCK.format(date_s * 1000).replace(".", ":");
}

export function day(date_s) {
  const shown = new Date(date_s * 1000).toDateString();
  if (shown === new Date().toDateString()) return "Hari ini";
  if (shown === new Date(Date.now() - 86400000).toDateString()) return "Kemarin";
  return DAY.format(date_s * 1000);
}

export function length(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export function weight(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;
}
