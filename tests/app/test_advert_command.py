"""`langkah-aman advert` answers one advert with a verdict, its flags and what was read."""

from __future__ import annotations

import json

import pytest

from bot.app.understanding import Answer, advert, each_line
from bot.authoring.content import Content


@pytest.fixture(scope="module")
def answer(shipped: Content) -> Answer:
    return advert(shipped)


def test_a_suspicious_advert_is_explained(answer: Answer) -> None:
    """Verdict, quotes and reasons, and everything that was read, under the id that was asked."""
    asked = {"id": "ad-1", "text": "Admin di KAMBOJA gaji 15 juta, berangkat minggu ini, WA 0812-3456-7890"}
    said: list[str] = []

    each_line(answer, [json.dumps(asked)], said.append, as_json=True)
    (found,) = map(json.loads, said)

    assert (found["id"], found["verdict"]) == ("ad-1", "suspicious")
    assert {"negara_non_penempatan", "gaji_tidak_wajar"} <= {flag["flag"] for flag in found["flags"]}
    assert all(flag["why"] for flag in found["flags"])
    assert all(flag["quote"] in asked["text"] for flag in found["flags"] if flag["quote"])
    assert (found["countries"], found["jobs"]) == (["kamboja"], ["kantor-online"])
    assert found["contacts"] == [{"kind": "whatsapp", "value": "+6281234567890"}]
    assert found["wages"][0]["high"] == 15_000_000


def test_an_official_advert_is_ok(answer: Answer) -> None:
    """Company, job order, contract and office, and no sign of danger."""
    text = (
        "PT KARYA SENTOSA ABADI (P3MI) SIP2MI 0088/HKG/2026. Pabrik Taiwan, pria wanita 21-40, NT$29.500, "
        "perjanjian kerja 3 tahun, visa kerja. Kantor Jl. Danau Sentani 12 Malang."
    )

    found = answer(text)

    assert found["verdict"] == "ok"
    assert found["flags"] == []
