"""
Turn formatted text into plain text and entities, the way Telegram does, with its own complaints.

Only `parse_mode=HTML` and plain text are understood, because the bot uses nothing else; MarkdownV2 and
Markdown are refused by name. Offsets and lengths are in UTF-16 code units. Errors point to byte offsets
in the UTF-8 source, as Telegram's do. Start at `formatted`.
"""

from __future__ import annotations

import re
from typing import Any

from bot.simulator.links import usable_url
from bot.simulator.refusals import Refused, bad_request

Entity = dict[str, Any]

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "a": "text_link", "pre": "pre", "code": "code", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}  # fmt: skip
_SPECIAL = re.compile(r"[<&]")
_CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_START = re.compile(r"<([^\s>]*)")
_ATTRIBUTE = re.compile(r"\s*([^\s=>]*)\s*")
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.\-]+)(?=[\s>]))\s*""")
_END = re.compile(r"</([^\s>]*)\s*>")


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, Telegram's measure of everything."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def formatted(source: str, parse_mode: str | None, entities: list[Entity] | None) -> tuple[str, list[Entity]]:
    """
    Plain text and entities of what the bot wants to say, with spaces around it gone.

    Raises: Refused (400 "can't parse entities: …").
    """
    if "\r" in source:
        source = source.replace("\r", "")
    if parse_mode:
        if parse_mode.lower() != "html":
            raise bad_request(f"unsupported parse_mode: the simulator reads HTML only, not {parse_mode}")
        text, found = _parse_html(source)
    else:
        text, found = source, _checked(source, entities or [])
    return _trimmed(text, found)


def _checked(text: str, entities: list[Entity]) -> list[Entity]:
    end = utf16_length(text)
    for entity in entities:
        if entity["offset"] < 0 or entity["length"] < 1 or entity["offset"] + entity["length"] > end:
            raise bad_request("ENTITY_BOUNDS_INVALID")
    return entities


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    stripped = text.strip()
    if not entities or stripped == text:
        return stripped, entities
    lead = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(stripped)
    kept = []
    for entity in entities:
        first = max(entity["offset"] - lead, 0)
        last = min(entity["offset"] - lead + entity["length"], end)
        if last > first:
            kept.append({**entity, "offset": first, "length": last - first})
    return stripped, kept


def _parse_html(source: str) -> tuple[str, list[Entity]]:
    if "<" not in source and "&" not in source:
        return source, []
    return _Html(source).parse()


class _Html:
    """One pass over one text; `_open` holds tags not yet closed: name, attributes, UTF-16 offset, part."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._units = 0
        self._open: list[tuple[str, dict[str, str], int, int]] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        at = 0
        while (special := _SPECIAL.search(self._source, at)) is not None:
            start = special.start()
            self._say(self._source[at:start])
            if special[0] == "&":
                at = self._character(start)
            elif self._source.startswith("</", start):
                at = self._end_tag(start)
            else:
                at = self._start_tag(start)
        self._say(self._source[at:])
        if self._open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self._open[-1][0]}"')
        return "".join(self._parts), sorted(self._entities, key=lambda e: (e["offset"], -e["length"]))

    def _say(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._units += utf16_length(text)

    def _byte(self, at: int) -> int:
        return len(self._source[:at].encode())

    def _character(self, at: int) -> int:
        found = _CHARACTER.match(self._source, at)
        if found is None:
            self._say("&")
            return at + 1
        code = int(found[1], 16) if found[1] else int(found[2] or 0)
        if found[3] is None and not 0 < code < 0x110000:
            self._say("&")
            return at + 1
        if 0xD800 <= code <= 0xDFFF:
            raise _unparsable("Text contains invalid Unicode characters after decoding HTML entities")
        self._say(_NAMED[found[3]] if found[3] else chr(code))
        return found.end()

    def _start_tag(self, at: int) -> int:
        opened = _START.match(self._source, at)
        assert opened is not None  # noqa: S101  # the caller saw the "<"
        if opened.end() == len(self._source):
            raise _unparsable(f"Unclosed start tag at byte offset {self._byte(at)}")
        name = opened[1].lower()
        if name not in _TYPES:
            raise _unparsable(f'Unsupported start tag "{name}" at byte offset {self._byte(at)}')
        attributes, end = self._attributes(name, at, opened.end())
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(at)}')
        self._open.append((name, attributes, self._units, len(self._parts)))
        return end

    def _attributes(self, tag: str, tag_at: int, at: int) -> tuple[dict[str, str], int]:
        source, attributes = self._source, dict[str, str]()
        while True:
            named = _ATTRIBUTE.match(source, at)
            assert named is not None  # noqa: S101  # the pattern matches the empty string
            at = named.end()
            if not named[1]:
                if source.startswith(">", at):
                    return attributes, at + 1
                if at == len(source):
                    raise _unparsable(f'Unclosed start tag "{tag}" at byte offset {self._byte(tag_at)}')
                raise _unparsable(
                    f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(tag_at)}'
                )
            if not source.startswith("=", at):
                if source.startswith(">", at) and named[1] == "expandable":
                    attributes["expandable"] = ""
                    continue
                what = f'Expected equal sign in declaration of an attribute of the tag "{tag}"'
                raise _unparsable(f"{what} at byte offset {self._byte(tag_at)}")
            value = _VALUE.match(source, at)
            if value is None:
                raise _unparsable(f"Unclosed start tag at byte offset {self._byte(tag_at)}")
            attributes[named[1].lower()] = _unescaped(value[1] or value[2] or value[3] or "")
            at = value.end()

    def _end_tag(self, at: int) -> int:
        if not self._open:
            raise _unparsable(f"Unexpected end tag at byte offset {self._byte(at)}")
        closed = _END.match(self._source, at)
        if closed is None:
            raise _unparsable(f"Unclosed end tag at byte offset {self._byte(at)}")
        name, attributes, offset, part = self._open.pop()
        if closed[1] and closed[1].lower() != name:
            places = f'at byte offset {self._byte(at)}, expected "</{name}>", found "</{closed[1].lower()}>"'
            raise _unparsable(f"Unmatched end tag {places}")
        if self._units > offset:
            self._close(name, attributes, {"offset": offset, "length": self._units - offset}, part)
        return closed.end()

    def _close(self, name: str, attributes: dict[str, str], span: Entity, part: int) -> None:
        kind = _TYPES[name]
        entity: Entity = {**span, "type": kind}
        if kind == "text_link":
            url = attributes.get("href") or "".join(self._parts[part:])
            if usable_url(url) is None:
                return  # Telegram drops a link it cannot use and keeps its words
            entity["url"] = url
        elif kind == "custom_emoji":
            entity["custom_emoji_id"] = attributes.get("emoji-id", "")
        elif kind == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        elif kind == "pre":
            self._take_language(entity)
        elif kind == "code" and attributes.get("class", "").startswith("language-"):
            entity["language"] = attributes["class"].removeprefix("language-")
        self._entities.append(entity)

    def _take_language(self, pre: Entity) -> None:
        """`<pre><code class="language-x">` is one entity: the inner one gives its language and goes."""
        span = (pre["offset"], pre["length"])
        for inner in [e for e in self._entities if e["type"] == "code"]:
            if (inner["offset"], inner["length"]) == span:
                self._entities.remove(inner)
                if "language" in inner:
                    pre["language"] = inner["language"]


def _unescaped(value: str) -> str:
    if "&" not in value:
        return value

    def one(found: re.Match[str]) -> str:
        if found[3]:
            return _NAMED[found[3]]
        return chr(int(found[1], 16) if found[1] else int(found[2]))

    return _CHARACTER.sub(one, value)


def _unparsable(reason: str) -> Refused:
    return bad_request(f"can't parse entities: {reason}")
