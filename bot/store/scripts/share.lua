-- A heartbeat, and how many are alive. KEYS: senders. ARGV: owner, now, silent since. Returns the number alive.
redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
return math.max(1, redis.call('ZCARD', KEYS[1]))
