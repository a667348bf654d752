"""
All that speaks with Telegram: `polling` and `webhook` let updates in, `carrier` takes letters out.

Nothing here decides what to say. An update is acknowledged only after `take` has committed it. Start at
`intake.read_update` for the way in and at `carrier.Carrier` for the way out.
"""
