-- Count one [Membantu], once (see questions.py). KEYS: seen, helpful. ARGV: seen ms, entry.

local wrong = wrong_type(KEYS[2], 'hash')
if wrong then
  return wrong
end
if not redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) then
  return 0
end
return redis.call('HINCRBY', KEYS[2], ARGV[2], 1)
