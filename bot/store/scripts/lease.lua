-- Take the lease of a line (or, with resume = 1, go on under our own) and read its first rows.
-- KEYS: line, lease, ready, person. ARGV: line, owner, lease_ms, now, head, resume.
-- Returns nothing when the lease is somebody else's, the line is empty, or it is postponed;
-- else {key, chat, row, row, …}.
local line_key, lease_key, ready, person = unpack(KEYS)
local line, owner, lease_ms, now = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])

local wrong = wrong_type(line_key, 'list') or wrong_type(lease_key, 'string') or wrong_type(ready, 'zset')
  or wrong_type(person, 'hash')
if wrong then
  return wrong
end
local holder = redis.call('GET', lease_key)
local rows = redis.call('LRANGE', line_key, 0, tonumber(ARGV[5]) - 1)
local lane, not_before = standing(ready, line)
if ARGV[6] == '1' then
  if holder ~= owner then
    return false
  end
elseif holder or (lane and not_before > now) then
  return false
end
if #rows == 0 then
  -- Nothing to do: a line without rows must not stand in `ready`.
  redis.call('DEL', lease_key)
  redis.call('ZREM', ready, line)
  return false
end

redis.call('SET', lease_key, owner, 'PX', lease_ms)
stand(ready, line, lane or lane_of(rows[1]), now + lease_ms)
local known = redis.call('HMGET', person, 'key', 'chat')
return {known[1], known[2], unpack(rows)}
