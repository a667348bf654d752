-- One person in one round trip. KEYS: person, named. Returns {version, session, key, chat, screen}.
local found = redis.call('HMGET', KEYS[1], 'version', 'session', 'key', 'chat')
found[5] = redis.call('HGET', KEYS[2], 'screen')
return found
