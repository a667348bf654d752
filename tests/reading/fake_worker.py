"""A worker that behaves as the bytes behind the picture's first three say: quick, and without the model."""

import json
import os
import signal
import struct
import sys


def frame(body):
    sys.stdout.buffer.write(struct.pack(">I", len(body)) + body)
    sys.stdout.buffer.flush()


if "mute" in sys.argv:
    sys.exit(1)
frame(b"ready")
while head := sys.stdin.buffer.read(4):
    wish = sys.stdin.buffer.read(struct.unpack(">I", head)[0])[3:]
    if wish != b"deaf":
        frame(b"taken")
    if wish == b"hang":
        signal.pause()
    elif wish in (b"die", b"deaf"):
        os._exit(9)
    elif wish == b"garble":
        frame(b"\xff not JSON")
    elif wish == b"flood":
        frame(b" " * (2 << 20))
    elif wish == b"refuse":
        frame(b'{"unread": "broken"}')
    elif wish == b"environment":
        frame(json.dumps({"lines": [[" ".join(sorted(os.environ)), 1.0]], "cut": False}).encode())
    else:
        frame(b'{"lines": [["%s", 0.9], ["0812-3456-", 0.9], ["7890", 0.8]], "cut": true}' % wish)
