-- Drop questions from before a day, and the oldest of too many (see questions.py).
-- KEYS: questions, question words, questions done. ARGV: oldest day kept, most kept. Returns how many went.

local wrong = wrong_type(KEYS[1], 'zset') or wrong_type(KEYS[2], 'hash') or wrong_type(KEYS[3], 'set')
if wrong then
  return wrong
end
local gone = 0
local function drop(ids)
  for _, id in ipairs(ids) do
    redis.call('ZREM', KEYS[1], id)
    redis.call('HDEL', KEYS[2], id)
    redis.call('SREM', KEYS[3], id)
    gone = gone + 1
  end
end
drop(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', '(' .. ARGV[1]))
local extra = redis.call('ZCARD', KEYS[1]) - tonumber(ARGV[2])
if extra > 0 then
  drop(redis.call('ZRANGE', KEYS[1], 0, extra - 1))
end
return gone
