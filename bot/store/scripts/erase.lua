-- Delete everything of one tag.
-- KEYS: ready, timers, lines …, leases …, person, named, sent. ARGV: number of lines, lines …, timer members ….
-- Returns how many rows were dropped.
local wrong = wrong_type(KEYS[1], 'zset') or wrong_type(KEYS[2], 'zset')
local lines = tonumber(ARGV[1])
for i = 3, 2 + lines do
  wrong = wrong or wrong_type(KEYS[i], 'list')
end
if wrong then
  return wrong
end
local rows = 0
for i = 1, lines do
  rows = rows + redis.call('LLEN', KEYS[2 + i])
  redis.call('ZREM', KEYS[1], ARGV[1 + i])
end
for i = 2 + lines, #ARGV do
  redis.call('ZREM', KEYS[2], ARGV[i])
end
for i = 3, #KEYS do
  redis.call('DEL', KEYS[i])
end
return rows
