// Small comforts for forms; every form works without them.

// A second press while the first is under way does nothing (the server would do it once anyway).
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sending) { event.preventDefault(); return; }
  form.dataset.sending = "ya";
  form.querySelectorAll("button").forEach((button) => button.setAttribute("aria-busy", "true"));
  setTimeout(() => {
    delete form.dataset.sending;
    form.querySelectorAll("button").forEach((button) => button.removeAttribute("aria-busy"));
  }, 8000);
});

// A reply is sent by Ctrl + Enter, a note is kept by Ctrl + S: no key does both.
document.addEventListener("keydown", (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  const form = event.target.closest?.("form[data-key]");
  if (!form || event.key.toLowerCase() !== form.dataset.key.toLowerCase()) return;
  event.preventDefault();
  form.requestSubmit();
});

// Lines for a file of the content go to the clipboard; without one they can be marked by hand.
if (navigator.clipboard) document.querySelectorAll("[data-copy]").forEach((button) => { button.hidden = false; });
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.textContent = button.dataset.copied;
});

// A canned reply is put into the field, never sent by itself.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-insert]");
  if (!button) return;
  const field = button.closest("form").querySelector("textarea");
  const before = field.value.trimEnd();
  field.value = before ? `${before}\n${button.dataset.insert}` : button.dataset.insert;
  button.closest("details").open = false;
  field.focus();
});
