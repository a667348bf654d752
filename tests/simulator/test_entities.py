"""
HTML becomes text and entities with UTF-16 offsets; broken HTML is refused with Telegram's complaint.
"""

from __future__ import annotations

from typing import Any

import pytest

from bot.simulator.entities import formatted
from bot.simulator.refusals import Refused
from bot.simulator.spotting import spotted


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a &lt;b&gt; &amp; &quot;c&quot; &#33; &euro;", 'a <b> & "c" ! &euro;', []),
        ("😀 <b>x</b>", "😀 x", [entity("bold", 3, 1)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("  <u>a </u>\n", "a", [entity("underline", 0, 1)]),
        ("<b></b>x", "x", []),
        (
            '<a href="https://bp2mi.go.id/?a=1&amp;b=2">x</a>',
            "x",
            [entity("text_link", 0, 1, url="https://bp2mi.go.id/?a=1&b=2")],
        ),
        ('<a href="http://localhost/">x</a>', "x", []),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [entity("pre", 0, 1, language="py")]),
    ],
)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    """Tags vanish from the text and come back as entities counted in UTF-16 units."""
    assert formatted(source, "HTML", None) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<a href", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ],
)
def test_broken_html_is_refused(source: str, reason: str) -> None:
    """The complaint names the tag and its byte offset, as Telegram's does."""
    with pytest.raises(Refused) as caught:
        formatted(source, "HTML", None)

    assert caught.value.description == f"Bad Request: can't parse entities: {reason}"


def test_people_s_texts_carry_the_entities_the_app_finds() -> None:
    """A command, a link and a number in a person's text are marked for the bot."""
    found = spotted("/start x 😀 lihat https://contoh.id/a, hub +62 812-3456-7890 atau @bu_sri")

    assert [(one["type"], one["offset"], one["length"]) for one in found] == [
        ("bot_command", 0, 6),
        ("url", 18, 19),
        ("phone_number", 43, 17),
        ("mention", 66, 7),
    ]
