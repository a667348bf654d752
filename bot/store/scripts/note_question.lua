-- Keep one sealed question, once (see questions.py).
-- KEYS: seen, questions, question words. ARGV: seen ms, id, day, sealed. Returns 1 when it is new.

local wrong = wrong_type(KEYS[2], 'zset') or wrong_type(KEYS[3], 'hash')
if wrong then
  return wrong
end
if not redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) then
  return 0
end
redis.call('ZADD', KEYS[2], ARGV[3], ARGV[2])
redis.call('HSET', KEYS[3], ARGV[2], ARGV[4])
return 1
