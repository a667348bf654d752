-- One commit: all checks first, then only writes that cannot fail (see commit.py for the meaning).
-- KEYS: seen, person, ready, timers, sent, named, then for every line: line, lease.
-- Returns {outcome, message id of the screen, then for every line: taken (0/1), backlog}. Outcomes: 0 done, 1 seen, 2 stale, 3 timer gone.

local seen, person, ready, timers, sent, named = unpack(KEYS, 1, 6)

local at = 0
local function take()
  at = at + 1
  return ARGV[at]
end
local function take_number()
  return tonumber(take())
end

local now, seen_ms, owner, lease_ms = take_number(), take_number(), take(), take_number()
local expected, fired, fired_due = take_number(), take(), take_number()

if redis.call('EXISTS', seen) == 1 then
  -- A write, so that WAIT after this script also covers the commit that came first.
  redis.call('PEXPIRE', seen, seen_ms)
  return {1}
end

local wrong = wrong_type(person, 'hash') or wrong_type(ready, 'zset') or wrong_type(timers, 'zset')
  or wrong_type(sent, 'zset') or wrong_type(named, 'hash')
for i = 7, #KEYS, 2 do
  wrong = wrong or wrong_type(KEYS[i], 'list') or wrong_type(KEYS[i + 1], 'string')
end
if wrong then
  return wrong
end
if expected >= 0 and tonumber(redis.call('HGET', person, 'version') or 0) ~= expected then
  return {2}
end
if fired ~= '' and tonumber(redis.call('ZSCORE', timers, fired) or -1) ~= fired_due then
  return {3}
end

redis.call('SET', seen, '1', 'PX', seen_ms)
if expected >= 0 then
  redis.call('HSET', person, 'version', digits(expected + 1))
end
for _ = 1, take_number() do
  redis.call('HSET', person, take(), take())
end

if fired ~= '' then
  redis.call('ZREM', timers, fired)
end
for _ = 1, take_number() do
  redis.call('ZREM', timers, take())
end
for _ = 1, take_number() do
  local name, due = take(), take()
  redis.call('ZADD', timers, due, name)
end

local came_in = take_number()
for _ = 1, came_in do
  redis.call('ZADD', sent, now, take())
end
if came_in > 0 then
  redis.call('ZREMRANGEBYSCORE', sent, '-inf', digits(now - KEEP_SENT_MS))
  redis.call('PEXPIRE', sent, KEEP_SENT_MS)
end

local result = {0, tonumber(redis.call('HGET', named, 'screen') or 0)}
for i = 7, #KEYS, 2 do
  local line, rows = take(), {}
  for n = 1, take_number() do
    rows[n] = take()
  end
  local taken, backlog = push(ready, KEYS[i], KEYS[i + 1], line, rows, owner, lease_ms, now)
  result[#result + 1] = taken and 1 or 0
  result[#result + 1] = backlog
end
return result
