// What can be sent besides words: the list behind the + button.

import { ask, choice } from "./dialog.js";
import { el } from "./dom.js";
import { sampleAdvert, sampleVoice, SAMPLE_VOICE_S } from "./samples.js";

const STICKERS = ["👍", "🙏", "😢", "😊", "❤️", "🎉"];
const MAX_RECORDING_MS = 60000;

/**
 * @param composer {add(kind, files), send(what), sendFiles(pairs, more), record(stop), failed(error), phone}
 * @returns the nodes of the list, file inputs included
 */
export function attachments(composer) {
  const { panel } = composer.phone;
  const pictures = fileInput("photo", "image/*,video/*", composer);
  const voices = fileInput("voice", "audio/*", composer);
  const documents = fileInput("document", "", composer);
  const canRecord = navigator.mediaDevices?.getUserMedia && window.MediaRecorder;
  return [
    choice("photo", "Foto atau video", () => pictures.click()),
    choice("photo", "Kirim contoh foto iklan", async () => composer.sendFiles([["photo", await sampleAdvert()]])),
    choice("file", "Dokumen", () => documents.click()),
    canRecord && choice("mic", "Rekam suara", () => record(composer)),
    choice("mic", "Kirim suara contoh", async () => composer.sendFiles([["voice", await sampleVoice()]], { duration: SAMPLE_VOICE_S })),
    choice("mic", "Berkas suara", () => voices.click()),
    choice("place", "Lokasi", () => sendLocation(composer)),
    choice("person", "Kontak", () => sendContact(composer, panel)),
    choice("forward", "Pesan terusan", () => sendForward(composer)),
    el("div.stickers", {}, STICKERS.map((emoji) =>
      el("button", { type: "button", "aria-label": `Stiker ${emoji}`, onclick: () => composer.send({ do: "send_sticker", emoji }) }, emoji))),
    pictures, documents, voices,
  ].filter(Boolean);
}

function fileInput(kind, accept, composer) {
  const input = el("input", { type: "file", accept, multiple: kind !== "voice", hidden: true, "data-testid": `file-${kind}`, "aria-label": "Pilih berkas" });
  input.addEventListener("change", () => {
    composer.add(kind, [...input.files]);
    input.value = "";
  });
  return input;
}

export async function sendLocation(composer) {
  const values = await ask({
    title: "Kirim lokasi", note: "Contoh: kantor di Nunukan. Boleh diganti.", confirm: "Kirim",
    fields: [{ name: "latitude", label: "Lintang", value: "4.13530", inputmode: "decimal" }, { name: "longitude", label: "Bujur", value: "117.65560", inputmode: "decimal" }],
  });
  if (values) composer.send({ do: "send_location", latitude: decimal(values.latitude), longitude: decimal(values.longitude) });
}

const decimal = (words) => Number(words.replace(",", ".")) || 0;

export async function sendContact(composer, panel, own = true) {
  const values = await ask({
    title: own ? "Bagikan kontak" : "Kirim kontak", note: "Contoh; nama dan nomor boleh diganti.", confirm: "Kirim",
    fields: [{ name: "first_name", label: "Nama", value: panel.person.first_name }, { name: "phone_number", label: "Nomor", value: "+6281234567890", type: "tel" }],
  });
  if (!values) return;
  const isOwn = values.first_name === panel.person.first_name;
  composer.send({ do: "send_contact", ...values, user_id: isOwn ? panel.person.id : null });
}

async function sendForward(composer) {
  const values = await ask({
    title: "Pesan terusan", note: "Seperti meneruskan pesan dari chat lain.", confirm: "Teruskan",
    fields: [
      { name: "from", label: "Dari", value: "Bu Sri" },
      { name: "text", label: "Isi pesan", kind: "textarea", rows: 5, value: "Dibutuhkan segera ART ke Taiwan, gaji 12 juta, tanpa potongan, berangkat minggu ini. Hub 0812-3456-7890" },
    ],
  });
  if (values) composer.send({ do: "send_text", text: values.text, forwarded_from: values.from });
}

/** Record from the microphone until the person says so; the composer shows the bar. */
async function record(composer) {
  try {
    const sound = await navigator.mediaDevices.getUserMedia({ audio: true });
    const recorder = new MediaRecorder(sound);
    const parts = [];
    const began = Date.now();
    let wanted = false;
    recorder.ondataavailable = (event) => parts.push(event.data);
    recorder.onstop = () => {
      for (const track of sound.getTracks()) track.stop();
      const type = recorder.mimeType.split(";")[0];
      const duration = Math.max(1, Math.round((Date.now() - began) / 1000));
      if (wanted) composer.sendFiles([["voice", new File(parts, "suara.webm", { type })]], { duration });
    };
    const stop = (send) => {
      wanted = send;
      if (recorder.state === "recording") recorder.stop();
    };
    recorder.start();
    setTimeout(() => recorder.state === "recording" && composer.stopRecording(true), MAX_RECORDING_MS);
    composer.showRecording(stop);
  } catch {
    composer.failed(new Error("mikrofon tidak bisa dipakai di sini"));
  }
}
