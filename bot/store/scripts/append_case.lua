-- Append events to a case: all checks first, then only writes that cannot fail (see cases.py for the meaning).
-- KEYS: seen, case, events, open, closed, ready, timers, receipt, then for every line: line, lease.
-- Returns {outcome, then for every line: taken (0/1)}. Outcomes: 0 done, 1 seen, 2 stale.

local seen, case, events, open, closed, ready, timers, receipt = unpack(KEYS, 1, 8)

local at = 0
local function take()
  at = at + 1
  return ARGV[at]
end
local function take_number()
  return tonumber(take())
end

local now, seen_ms, owner, lease_ms = take_number(), take_number(), take(), take_number()
local code, expected, summary, key, last_hash = take(), take_number(), take(), take(), take()
local is_open, opened, closed_at, due, keeps_receipt =
  take() == '1', take(), take(), take(), take() == '1'

if redis.call('EXISTS', seen) == 1 then
  -- A write, so that WAIT after this script also covers the append that came first.
  redis.call('PEXPIRE', seen, seen_ms)
  return {1}
end

local wrong = wrong_type(case, 'hash') or wrong_type(events, 'list') or wrong_type(open, 'zset')
  or wrong_type(closed, 'zset') or wrong_type(ready, 'zset') or wrong_type(timers, 'zset')
  or wrong_type(receipt, 'string') or wrong_lines(9)
if wrong then
  return wrong
end
if tonumber(redis.call('HGET', case, 'version') or 0) ~= expected then
  return {2}
end

redis.call('SET', seen, '1', 'PX', seen_ms)
redis.call('HSET', case, 'version', digits(expected + 1), 'summary', summary, 'last_hash', last_hash)
if key ~= '' then
  redis.call('HSET', case, 'key', key)
end
for _ = 1, take_number() do
  redis.call('RPUSH', events, take())
end
redis.call('ZREM', is_open and closed or open, code)
redis.call('ZADD', is_open and open or closed, is_open and opened or closed_at, code)
redis.call('ZREM', timers, code .. '|overdue')
if due ~= '' then
  redis.call('ZADD', timers, due, code .. '|overdue')
end
if keeps_receipt then
  redis.call('SET', receipt, code)
end

return {0, unpack(push_lines(ready, 9, at, owner, lease_ms, now))}
