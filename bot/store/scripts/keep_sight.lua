-- Keep one sight, once; of a person's look-ups of one day each fingerprint counts once (see sights.py).
-- KEYS: seen, sights, sight words, case, sights of the case, counted on this day, looks.
-- ARGV: seen ms, id, day, sealed, sealed as uncounted, code, counted until ms, then the person's marks.
-- Returns 1 kept, 0 nothing new, -1 there is no such case (any more).

local wrong = wrong_type(KEYS[2], 'zset') or wrong_type(KEYS[3], 'hash') or wrong_type(KEYS[4], 'hash')
  or wrong_type(KEYS[5], 'set') or wrong_type(KEYS[6], 'set')
  or wrong_type(KEYS[7], 'zset')
if wrong then
  return wrong
end
local id, code, marks = ARGV[2], ARGV[6], #ARGV - 7
if code ~= '' and redis.call('EXISTS', KEYS[4]) == 0 then
  return -1
end
if not redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) then
  return 0
end
local fresh = 0
for i = 8, #ARGV do
  fresh = fresh + redis.call('SADD', KEYS[6], ARGV[i])
end
if marks > 0 then
  redis.call('PEXPIREAT', KEYS[6], ARGV[7])
  if fresh == 0 then
    return 0
  end
end
redis.call('ZADD', KEYS[2], ARGV[3], id)
redis.call('HSET', KEYS[3], id, fresh == marks and ARGV[4] or ARGV[5])
if code ~= '' then
  redis.call('SADD', KEYS[5], id)
else
  redis.call('ZADD', KEYS[7], ARGV[3], id)
end
return 1
