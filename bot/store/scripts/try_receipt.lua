-- Look a receipt up and count the wrong ones, so that nobody tries them all.
-- KEYS: receipt, tries of this chat, tries of all. ARGV: window_ms, most of one chat, most of all.
-- Returns {0, code} found, {1} wrong, {2} too many tries.

if tonumber(redis.call('GET', KEYS[2]) or 0) >= tonumber(ARGV[2])
  or tonumber(redis.call('GET', KEYS[3]) or 0) >= tonumber(ARGV[3]) then
  return {2}
end
local code = redis.call('GET', KEYS[1])
if code then
  -- The count stays: whoever has one right receipt must not start afresh with it.
  return {0, code}
end
for i = 2, 3 do
  if redis.call('INCR', KEYS[i]) == 1 then
    redis.call('PEXPIRE', KEYS[i], ARGV[1])
  end
end
return {1}
