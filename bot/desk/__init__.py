"""
The hotline desk on the web: pages for officers, in Bahasa Indonesia, good on a phone.

Officers get in by a one-use link that the bot sends them. Everything they see of a case comes through
`bot.casework.door`, everything they do goes through `Casework.apply`; `access.py` is the one way to both.
Nothing here can find out who a reporter is. Start at `app.build_desk`; addresses are in `routes.py`.
"""
