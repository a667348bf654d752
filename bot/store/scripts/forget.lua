-- Drop notes of messages, and names that point to them. KEYS: sent, named. ARGV: message ids.
local wrong = wrong_type(KEYS[1], 'zset') or wrong_type(KEYS[2], 'hash')
if wrong then
  return wrong
end
local gone = {}
for _, id in ipairs(ARGV) do
  gone[id] = true
end
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  if gone[string.match(member, '^(%-?%d+)|')] then
    redis.call('ZREM', KEYS[1], member)
  end
end
local names = redis.call('HGETALL', KEYS[2])
for i = 1, #names, 2 do
  if gone[names[i + 1]] then
    redis.call('HDEL', KEYS[2], names[i])
  end
end
return 1
