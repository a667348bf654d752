// What is known: phones, chats, messages; plus what only this tab knows (open chat, what was read).
// Nothing here touches the page; whoever shows something calls `watch`.

export const state = {
  number: 0,
  bot: { id: 0, name: "", username: "", description: "" },
  panels: [], // {person, name, role, payload, chats: [chat id]}
  chats: new Map(), // chat id -> {…, messages: Map(id -> message), reactions, taps, typing, waiting}
  links: [],
  trouble: { share: 0.3, switches: [] },
  online: true,
  shown: null, // person id of the phone in front, when there is room for one only
  open: new Map(), // person id -> chat id of the tab in front
  read: new Map(), // "person:chat" -> newest message id that was on the screen
};

const TYPING_MS = 5000;
const WAITING_AFTER_MS = 700;
const WAITING_MS = 15000;
const TAP_MS = 15000;

const watchers = new Set();
const answerWatchers = new Set();
let scheduled = false;

/** Call `watcher()` after anything has changed (many changes at once are one call). */
export function watch(watcher) {
  watchers.add(watcher);
}

/** Call `watcher(userId, text, isAlert)` when the bot answers a tap with words. */
export function watchAnswers(watcher) {
  answerWatchers.add(watcher);
}

export function changed() {
  if (scheduled) return;
  scheduled = true;
  queueMicrotask(() => {
    scheduled = false;
    for (const watcher of watchers) watcher();
  });
}

/** Take the whole page as the server sees it; what was read and which tab is open stay. */
export function replaceAll(page) {
  const { number, bot, panels, links, trouble } = page;
  const known = new Set(state.chats.keys());
  Object.assign(state, { number, bot, panels, links, trouble });
  state.chats = new Map(
    page.chats.map((chat) => {
      const old = state.chats.get(chat.id);
      const messages = new Map(chat.messages.map((message) => [message.message_id, message]));
      return [chat.id, { ...chat, messages, reactions: old?.reactions ?? new Map(), taps: new Map(), typing: 0, waiting: 0 }];
    }),
  );
  for (const panel of panels) {
    if (!panel.chats.includes(state.open.get(panel.person.id))) state.open.set(panel.person.id, panel.chats[0]);
    for (const chatId of panel.chats) if (!known.has(chatId)) markRead(panel, chatId);
  }
  if (!panels.some((panel) => panel.person.id === state.shown)) state.shown = panels[0]?.person.id ?? null;
  changed();
}

/** Take one change from the stream; returns true if the whole page must be asked for again. */
export function take(change) {
  if (change.number <= state.number) return false;
  state.number = change.number;
  if (change.kind === "chat" || change.kind === "menu") return true;
  const chat = state.chats.get(change.chat?.id);
  if (!chat) return false;
  Object.assign(chat, change.chat);
  TAKERS[change.kind]?.(chat, change.data);
  changed();
  return false;
}

const TAKERS = {
  message(chat, message) {
    chat.messages.set(message.message_id, message);
    if (message.from.id === state.bot.id) botActed(chat);
    else if (chat.private && chat.bot_status !== "kicked") wait(chat);
  },
  edited(chat, message) {
    chat.messages.set(message.message_id, message);
    if (message.from.id === state.bot.id) botActed(chat);
  },
  deleted(chat, { message_id, for: person }) {
    if (person === null) chat.messages.delete(message_id);
  },
  typing(chat) {
    chat.typing = Date.now() + TYPING_MS;
    setTimeout(changed, TYPING_MS + 50);
  },
  reaction(chat, { message_id, reaction }) {
    chat.reactions.set(message_id, reaction.map((one) => one.emoji ?? "").join(""));
  },
  tap(chat, query) {
    chat.taps.set(query.id, `${query.message.message_id}:${query.data}`);
    setTimeout(() => chat.taps.delete(query.id) && changed(), TAP_MS);
  },
  tap_answered(chat, { callback_query_id, user_id, text, show_alert }) {
    chat.taps.delete(callback_query_id);
    if (text) for (const watcher of answerWatchers) watcher(user_id, text, show_alert);
  },
};

function botActed(chat) {
  chat.typing = chat.waiting = 0;
}

function wait(chat) {
  chat.waiting = Date.now();
  setTimeout(changed, WAITING_AFTER_MS + 50);
  setTimeout(changed, WAITING_MS + 50);
}

/** "typing" when the bot says so, "waiting" when an answer is overdue, else "". */
export function mood(chat) {
  const now = Date.now();
  if (chat.typing > now) return "typing";
  const waited = now - chat.waiting;
  return waited > WAITING_AFTER_MS && waited < WAITING_MS ? "waiting" : "";
}

/** The messages a person sees in a chat, oldest first. */
export function visible(chat, personId) {
  const hidden = new Set(chat.hidden[personId] ?? []);
  return [...chat.messages.values()].filter((message) => !hidden.has(message.message_id));
}

export function markRead(panel, chatId) {
  const newest = Math.max(0, ...(state.chats.get(chatId)?.messages.keys() ?? []));
  state.read.set(`${panel.person.id}:${chatId}`, newest);
}

/** How many messages of others came since the chat was last on the screen. */
export function unread(panel, chatId) {
  const seen = state.read.get(`${panel.person.id}:${chatId}`) ?? 0;
  const chat = state.chats.get(chatId);
  return visible(chat, panel.person.id).filter(
    (message) => message.message_id > seen && message.from.id !== panel.person.id,
  ).length;
}

export function unreadOn(panel) {
  return panel.chats.reduce((sum, chatId) => sum + unread(panel, chatId), 0);
}
