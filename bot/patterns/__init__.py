"""
What many texts have in common: the same phone, account or company, or nearly the same words.

Pure: no clock, no files; the key and the day are arguments. Texts become keyed fingerprints (`prints.py`,
`sketch.py`) and are gone; nobody can read a number back out of one, nor find one without the key. What was
seen (`sight.py`) is put together (`clusters.py`), counted (`growth.py`), looked at by officers (`review.py`).
"""
