-- An invitation is opened: bind the officer to the account that opened it, once.
-- KEYS: invitation, officers, officer_of new tag, officer_of old tag. ARGV: officer id, sealed record.
-- Returns 1 when bound, 0 when the invitation is gone, for somebody else, or the account is taken.

if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
local bound = redis.call('GET', KEYS[3])
if bound and bound ~= ARGV[1] then
  return 0
end
redis.call('DEL', KEYS[1], KEYS[4])
redis.call('SET', KEYS[3], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
return 1
