-- Take a free named lease, or renew our own. KEYS: lease. ARGV: owner, lease_ms. Returns whether it is ours (0/1).
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then
  return 0
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
