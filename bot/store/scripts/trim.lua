-- Drop what is from before a day, and the oldest of too much (see questions.py and sights.py).
-- KEYS: ids by day, those of them that are limited in number (may be the same), words, dropped, then the
-- sets that may name some of them.
-- ARGV: oldest day kept, most kept, name of this deletion (see erasing.py). Returns how many went.

local wrong = wrong_type(KEYS[1], 'zset') or wrong_type(KEYS[2], 'zset') or wrong_type(KEYS[3], 'hash')
for i = 4, #KEYS do
  wrong = wrong or wrong_type(KEYS[i], 'set')
end
if wrong then
  return wrong
end
local gone = 0
local function drop(ids)
  for _, id in ipairs(ids) do
    redis.call('ZREM', KEYS[1], id)
    redis.call('ZREM', KEYS[2], id)
    redis.call('HDEL', KEYS[3], id)
    for i = 5, #KEYS do
      redis.call('SREM', KEYS[i], id)
    end
    gone = gone + 1
  end
end
drop(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[1]))
local extra = redis.call('ZCARD', KEYS[2]) - tonumber(ARGV[2])
if extra > 0 then
  drop(redis.call('ZRANGE', KEYS[2], 0, extra - 1))
end
if gone > 0 then
  redis.call('SADD', KEYS[4], ARGV[3])
end
return gone
