-- Give a lease back and keep the rows. KEYS: line, lease, ready. ARGV: line, owner, row id ("" = any), not before.
-- Returns whether the lease was ours and the head still that row (0/1).
local wrong = wrong_type(KEYS[1], 'list') or wrong_type(KEYS[2], 'string') or wrong_type(KEYS[3], 'zset')
if wrong then
  return wrong
end
local row = redis.call('LINDEX', KEYS[1], 0)
if redis.call('GET', KEYS[2]) ~= ARGV[2] or not row or (ARGV[3] ~= '' and id_of(row) ~= ARGV[3]) then
  return 0
end
redis.call('DEL', KEYS[2])
stand(KEYS[3], ARGV[1], standing(KEYS[3], ARGV[1]) or lane_of(row), tonumber(ARGV[4]))
return 1
