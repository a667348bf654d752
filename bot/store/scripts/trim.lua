-- Drop what is from before a day, and the oldest of too much (see questions.py and sights.py).
-- KEYS: ids by day, their words, then the sets that may name some of them.
-- ARGV: oldest day kept, most kept. Returns how many went.

local wrong = wrong_type(KEYS[1], 'zset') or wrong_type(KEYS[2], 'hash')
for i = 3, #KEYS do
  wrong = wrong or wrong_type(KEYS[i], 'set')
end
if wrong then
  return wrong
end
local gone = 0
local function drop(ids)
  for _, id in ipairs(ids) do
    redis.call('ZREM', KEYS[1], id)
    redis.call('HDEL', KEYS[2], id)
    for i = 3, #KEYS do
      redis.call('SREM', KEYS[i], id)
    end
    gone = gone + 1
  end
end
drop(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[1]))
local extra = redis.call('ZCARD', KEYS[1]) - tonumber(ARGV[2])
if extra > 0 then
  drop(redis.call('ZRANGE', KEYS[1], 0, extra - 1))
end
return gone
