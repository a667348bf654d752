"""Read a job advert and quote what is dangerous in it. Start at `read.py`, then `judge.py`."""
