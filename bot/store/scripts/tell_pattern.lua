-- Note how far a cluster has come and push the letters about it, if nobody was faster (see sights.py).
-- KEYS: told patterns, ready, then for every line: line, lease.
-- ARGV: now, how many prints, for every print: print, what was noted before, what is to be noted;
-- then for every line: line, how many rows, rows. Returns 1 done, 0 somebody else has told.

local told, ready = KEYS[1], KEYS[2]
local now, prints = tonumber(ARGV[1]), tonumber(ARGV[2])

local wrong = wrong_type(told, 'hash') or wrong_type(ready, 'zset') or wrong_lines(3)
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
push_lines(ready, 3, 2 + 3 * prints, '', 1, now)
return 1
