"""
Every address of the desk. All but the log-in need a session (`access.signed_in`).

| Address | Does |
|---|---|
| GET / | the queue; `saring` semua, saya, bebas, selesai |
| POST /cari | search; posted, so that words of a case stay out of addresses and histories |
| GET /arus | server-sent events: which cases changed; `kasus` names the one that is shown |
| GET, POST /kasus-baru | enter a case that came by telephone or in person |
| GET /kasus/{code} | one case |
| POST /kasus/{code}/… | ambil, bantuan, lepas, alihkan, tutup, balas, catat, rujuk |
| POST /kasus/{code}/rujukan/… | terima, tolak, selesai by the other agency; tarik by who refers |
| GET /kasus/{code}/bukti/{evidence} | the officers' copy of a file; `unduh` to keep it |
| GET /kasus/{code}/salinan | the case as a text file |
| GET /pertanyaan | what people asked in vain, for editors; `saring` belum, kurang, dipilih |
| GET /pertanyaan/unduh | the same as CSV |
| POST /pertanyaan/selesai | these questions were seen to, or with `urung` are to be listed again |
| GET /pola | what comes back in reports and checks; `urut` besar, tumbuh |
| POST /pola/cari | what is known of a number; posted, so that it stays out of addresses |
| POST /pola/tinjau | an officer has looked at a number |
| POST /pola/batas | thresholds of alerts and of what people are told |
| GET, POST /masuk/{token} | use a one-use link |
| POST /keluar | log out |
"""

from __future__ import annotations

from aiohttp import web

from bot.desk.access import signed_in
from bot.desk.views import (
    acts,
    case,
    evidence,
    export,
    login,
    new_case,
    patterns,
    questions,
    queue,
    referrals,
    stream,
)

_CODE = r"{code:[A-Za-z0-9 -]{4,8}}"
_EVIDENCE = r"{evidence:[A-Za-z0-9._-]{1,64}}"
_TOKEN = r"{token:[A-Za-z0-9_-]{16,128}}"  # noqa: S105  # a pattern, not a token


def add_routes(app: web.Application) -> None:
    """Put every address on the application."""
    app.add_routes(
        [
            web.get("/masuk", login.explain),
            web.get(f"/masuk/{_TOKEN}", login.offer),
            web.post(f"/masuk/{_TOKEN}", login.use),
            web.post("/keluar", signed_in(login.leave)),
            web.get("/", signed_in(queue.show_queue)),
            web.post("/cari", signed_in(queue.search)),
            web.get("/arus", signed_in(stream.follow)),
            web.get("/kasus-baru", signed_in(new_case.offer)),
            web.post("/kasus-baru", signed_in(new_case.enter)),
            web.get(f"/kasus/{_CODE}", signed_in(case.show_case)),
            web.post(f"/kasus/{_CODE}/ambil", signed_in(acts.claim)),
            web.post(f"/kasus/{_CODE}/bantuan", signed_in(acts.ask_help)),
            web.post(f"/kasus/{_CODE}/lepas", signed_in(acts.release)),
            web.post(f"/kasus/{_CODE}/alihkan", signed_in(acts.hand_over)),
            web.post(f"/kasus/{_CODE}/tutup", signed_in(acts.close)),
            web.post(f"/kasus/{_CODE}/balas", signed_in(acts.reply)),
            web.post(f"/kasus/{_CODE}/catat", signed_in(acts.note)),
            web.post(f"/kasus/{_CODE}/rujuk", signed_in(referrals.refer)),
            web.post(f"/kasus/{_CODE}/rujukan/terima", signed_in(referrals.accept)),
            web.post(f"/kasus/{_CODE}/rujukan/tolak", signed_in(referrals.reject)),
            web.post(f"/kasus/{_CODE}/rujukan/selesai", signed_in(referrals.finish)),
            web.post(f"/kasus/{_CODE}/rujukan/tarik", signed_in(referrals.revoke)),
            web.get(f"/kasus/{_CODE}/bukti/{_EVIDENCE}", signed_in(evidence.send)),
            web.get(f"/kasus/{_CODE}/salinan", signed_in(export.send)),
            web.get("/pertanyaan", signed_in(questions.show_questions)),
            web.get("/pertanyaan/unduh", signed_in(questions.export)),
            web.post("/pertanyaan/selesai", signed_in(questions.set_done)),
            web.get("/pola", signed_in(patterns.show_patterns)),
            web.post("/pola/cari", signed_in(patterns.search)),
            web.post("/pola/tinjau", signed_in(patterns.review)),
            web.post("/pola/batas", signed_in(patterns.set_limits)),
        ]
    )
