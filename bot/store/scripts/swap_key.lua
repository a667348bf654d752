-- Replace a wrapped key if it is still the one that was read. KEYS: person or case. ARGV: old, new. Returns 0/1.
if redis.call('HGET', KEYS[1], 'key') ~= ARGV[1] then
  return 0
end
redis.call('HSET', KEYS[1], 'key', ARGV[2])
return 1
