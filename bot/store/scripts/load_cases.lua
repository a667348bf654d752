-- How many cases stand now, in one round trip. KEYS: cases. Returns {version, summary, key, last_hash} for each.

local found = {}
for i, case in ipairs(KEYS) do
  local version, summary, key, last_hash =
    unpack(redis.call('HMGET', case, 'version', 'summary', 'key', 'last_hash'))
  found[i] = {tonumber(version or 0), summary, key, last_hash}
end
return found
