"""
A voice message for people without a microphone: a few seconds of silence as a real Ogg Opus file.

Built from nothing, so no recording has to be shipped: Opus has a well-known three-byte frame for 20 ms of
silence (RFC 6716), and Ogg (RFC 3533, RFC 7845) is a frame around it.
"""

from __future__ import annotations

import struct

SILENCE = b"\xf8\xff\xfe"
FRAME_SAMPLES = 960  # 20 ms at 48 kHz
FRAMES_PER_PAGE = 50
_SERIAL = 0x4C41


def _crc(data: bytes) -> int:
    """Ogg's checksum: CRC-32 with polynomial 04c11db7, not reflected, starting from 0."""
    value = 0
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = ((value << 1) ^ 0x04C11DB7 if value & 0x80000000 else value << 1) & 0xFFFFFFFF
    return value


def _page(packets: list[bytes], *, number: int, samples: int, flags: int = 0) -> bytes:
    lengths = bytes(len(packet) for packet in packets)
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, samples, _SERIAL, number, 0, len(packets)) + lengths
    page = head + b"".join(packets)
    return page[:22] + struct.pack("<I", _crc(page)) + page[26:]


def silent_voice(seconds: int) -> bytes:
    """An Ogg Opus file of so many whole seconds, at least one."""
    head = struct.pack("<8sBBHIhB", b"OpusHead", 1, 1, 0, 48000, 0, 0)
    vendor = b"langkah-aman"
    tags = b"OpusTags" + struct.pack("<I", len(vendor)) + vendor + struct.pack("<I", 0)
    pages = [_page([head], number=0, samples=0, flags=2), _page([tags], number=1, samples=0)]
    for second in range(1, seconds + 1):
        flags = 4 if second == seconds else 0
        samples = second * FRAMES_PER_PAGE * FRAME_SAMPLES
        pages.append(_page([SILENCE] * FRAMES_PER_PAGE, number=second + 1, samples=samples, flags=flags))
    return b"".join(pages)
