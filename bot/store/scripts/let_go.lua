-- Give back a named lease if it is ours. KEYS: lease. ARGV: owner. Returns whether it was (0/1).
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
return redis.call('DEL', KEYS[1])
