-- Take the head row off after a definite answer, note what was sent, push a row that follows, and go on.
-- KEYS: line, lease, ready, sent, named, timers, and with a row that follows: its line, its lease.
-- ARGV: line, owner, row id, now, lease_ms, head,
--       sent member ("" = nothing was sent), name ("" = none), message id, unsend member ("" = never), unsend at,
--       following line ("" = none), following row.
-- Returns {lost (0/1), following taken (0/1), row, row, …}.
local line_key, lease_key, ready, sent, named, timers, next_key, next_lease = unpack(KEYS)
local line, owner, row_id, now, lease_ms = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
local sent_member, name, message_id, unsend, unsend_at = unpack(ARGV, 7, 11)
local next_line, next_row = ARGV[12], ARGV[13]

local wrong = wrong_type(line_key, 'list') or wrong_type(lease_key, 'string') or wrong_type(ready, 'zset')
  or wrong_type(sent, 'zset') or wrong_type(named, 'hash') or wrong_type(timers, 'zset')
if next_line ~= '' then
  wrong = wrong or wrong_type(next_key, 'list') or wrong_type(next_lease, 'string')
end
if wrong then
  return wrong
end
local row = redis.call('LINDEX', line_key, 0)
-- A lease that ran out while we sent, and that nobody took, does not make the row unsent.
local holder = redis.call('GET', lease_key)
if (holder and holder ~= owner) or not row or id_of(row) ~= row_id then
  return {1, 0}
end

redis.call('LPOP', line_key)
if sent_member ~= '' then
  redis.call('ZADD', sent, now, sent_member)
  redis.call('ZREMRANGEBYSCORE', sent, '-inf', digits(now - KEEP_SENT_MS))
  redis.call('PEXPIRE', sent, KEEP_SENT_MS)
end
if name ~= '' then
  redis.call('HSET', named, name, message_id)
end
if unsend ~= '' then
  redis.call('ZADD', timers, unsend_at, unsend)
end

local taken = false
if next_line ~= '' then
  taken = push(ready, next_key, next_lease, next_line, {next_row}, owner, lease_ms, now)
end

local rest = redis.call('LRANGE', line_key, 0, tonumber(ARGV[6]) - 1)
if #rest == 0 then
  redis.call('DEL', lease_key)
  redis.call('ZREM', ready, line)
else
  redis.call('SET', lease_key, owner, 'PX', lease_ms)
  local lane = standing(ready, line) or 9
  stand(ready, line, lane_after(line_key, lane, lane_of(row)), now + lease_ms)
end
return {0, taken and 1 or 0, unpack(rest)}
