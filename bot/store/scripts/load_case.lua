-- One case for a change: whether the command was seen, and how the case stands.
-- KEYS: seen, case. Returns {seen 0/1, version, summary, key, last_hash}; the last three are false without a case.

local wrong = wrong_type(KEYS[2], 'hash')
if wrong then
  return wrong
end
local version, summary, key, last_hash =
  unpack(redis.call('HMGET', KEYS[2], 'version', 'summary', 'key', 'last_hash'))
return {redis.call('EXISTS', KEYS[1]), tonumber(version or 0), summary, key, last_hash}
