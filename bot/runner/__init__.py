"""
Carries one thing that happened through the engine to one commit. Start at `conversation.Conversations.take`.

The runner reads (queries), never sends and never stores: what must change leaves it as one `Turn`, which
`bot.delivery` seals and commits. What it needs from others is stated in `ports.py`.
"""
