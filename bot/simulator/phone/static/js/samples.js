// Things to send for those who have nothing at hand: a suspicious job advert as a photo, a voice message.

export const SAMPLE_VOICE_S = 3;

const LINES = [
  ["bold 54px sans-serif", "#b3261e", "LOWONGAN KERJA"],
  ["bold 46px sans-serif", "#1d2b3a", "ADMIN ONLINE · KAMBOJA"],
  ["40px sans-serif", "#1d2b3a", "GAJI 15 JUTA / BULAN"],
  ["40px sans-serif", "#1d2b3a", "TANPA PENGALAMAN"],
  ["40px sans-serif", "#1d2b3a", "BERANGKAT MINGGU INI"],
  ["36px sans-serif", "#1d2b3a", "Paspor dan tiket kami urus"],
  ["bold 42px sans-serif", "#0b5d3b", "WA 0812-3456-7890"],
];

/** A File with a drawn advert, JPEG. */
export async function sampleAdvert() {
  const canvas = new OffscreenCanvas(800, 640);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff6d6";
  pen.fillRect(0, 0, 800, 640);
  pen.textAlign = "center";
  LINES.forEach(([font, colour, words], row) => {
    pen.font = font;
    pen.fillStyle = colour;
    pen.fillText(words, 400, 96 + row * 80);
  });
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
  return new File([blob], "iklan.jpg", { type: "image/jpeg" });
}

/** A File with a silent voice message, made by the server (voice_sample.py). */
export async function sampleVoice() {
  const answer = await fetch("/phone/sample/voice.ogg");
  return new File([await answer.blob()], "suara.ogg", { type: "audio/ogg" });
}
