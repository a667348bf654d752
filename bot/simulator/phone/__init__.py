"""
The web phone: chat with the bot in a browser, without Telegram and without a network.

    from bot.simulator.phone import Panel, add_phone

    world = World()
    siti, rina = world.add_person("Siti"), world.add_person("Rina")
    polres = world.add_group("Hotline Polres", owner=rina)
    groups.add_bot(world, rina, polres)
    panels = [Panel("Siti (pencari kerja)", siti), Panel("Rina (Polres)", rina, (polres,))]
    async with running(world, extend=lambda app: add_phone(app, panels, links=[("Meja hotline", desk_url)])):
        ...                                             # the page is at simulator.url + "/"

One page with a phone for each panel. It only does what `acts` and `attachments` let people do, and shows
what the world's feed tells; the bot cannot tell it from Telegram. Start at `routes.add_phone`.
"""

from bot.simulator.phone.panels import Panel
from bot.simulator.phone.routes import add_phone

__all__ = ["Panel", "add_phone"]
