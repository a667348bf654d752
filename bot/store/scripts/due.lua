-- Lines that may be worked on now, most urgent lane first. KEYS: ready. ARGV: now, limit, then lanes.
-- Returns {line, lane, line, lane, …}.
local result, left = {}, tonumber(ARGV[2])
for i = 3, #ARGV do
  local from = tonumber(ARGV[i]) * STEP
  local lines = redis.call('ZRANGEBYSCORE', KEYS[1], digits(from), digits(from + tonumber(ARGV[1])),
    'LIMIT', 0, left)
  for _, line in ipairs(lines) do
    result[#result + 1] = line
    result[#result + 1] = tonumber(ARGV[i])
  end
  left = left - #lines
  if left <= 0 then
    break
  end
end
return result
