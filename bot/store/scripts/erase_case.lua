-- Delete a case wholly and put a tombstone in its place; a second call finds nothing and does nothing.
-- KEYS: case, events, open, closed, ready, timers, receipt, tombstones, sights, sight words,
-- sights of the case, then for every line: line, lease.
-- ARGV: now, code, expected version, tombstone, then for every line: line, how many rows, rows.
-- Returns 0 done, 1 there is no such case, 2 it has moved.

local case, events, open, closed, ready, timers, receipt, tombstones = unpack(KEYS, 1, 8)
local sights, sight_words, sights_of = unpack(KEYS, 9, 11)
local now, code, expected, tombstone = tonumber(ARGV[1]), ARGV[2], tonumber(ARGV[3]), ARGV[4]

local wrong = wrong_type(case, 'hash') or wrong_type(ready, 'zset') or wrong_type(timers, 'zset')
  or wrong_type(sights, 'zset') or wrong_type(sight_words, 'hash') or wrong_type(sights_of, 'set')
  or wrong_type(open, 'zset') or wrong_type(closed, 'zset') or wrong_type(tombstones, 'list')
  or wrong_lines(12)
if wrong then
  return wrong
end
local version = tonumber(redis.call('HGET', case, 'version') or 0)
if version == 0 then
  return 1
end
if version ~= expected then
  return 2
end

for _, id in ipairs(redis.call('SMEMBERS', sights_of)) do
  redis.call('ZREM', sights, id)
  redis.call('HDEL', sight_words, id)
end
redis.call('DEL', case, events, receipt, sights_of)
redis.call('ZREM', open, code)
redis.call('ZREM', closed, code)
redis.call('ZREM', timers, code .. '|overdue')
redis.call('RPUSH', tombstones, tombstone)
push_lines(ready, 12, 4, '', 1, now)
return 0
