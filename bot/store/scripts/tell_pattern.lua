-- Note how far a cluster has come and push the letters about it, if nobody was faster (see sights.py).
-- KEYS: told patterns, ready, then for every line: line, lease.
-- ARGV: now, how many prints, for every print: print, what was noted before, what is to be noted;
-- then for every line: line, how many rows, rows. Returns 1 done, 0 somebody else has told.

local told, ready = KEYS[1], KEYS[2]
local now, prints = tonumber(ARGV[1]), tonumber(ARGV[2])

local wrong = wrong_type(told, 'hash') or wrong_type(ready, 'zset')
for i = 3, #KEYS, 2 do
  wrong = wrong or wrong_type(KEYS[i], 'list') or wrong_type(KEYS[i + 1], 'string')
end
if wrong then
  return wrong
end
for n = 0, prints - 1 do
  if (redis.call('HGET', told, ARGV[3 + 3 * n]) or '') ~= ARGV[4 + 3 * n] then
    return 0
  end
end
for n = 0, prints - 1 do
  redis.call('HSET', told, ARGV[3 + 3 * n], ARGV[5 + 3 * n])
end
local at = 2 + 3 * prints
for i = 3, #KEYS, 2 do
  local line, count, rows = ARGV[at + 1], tonumber(ARGV[at + 2]), {}
  for n = 1, count do
    rows[n] = ARGV[at + 2 + n]
  end
  at = at + 2 + count
  push(ready, KEYS[i], KEYS[i + 1], line, rows, '', 1, now)
end
return 1
