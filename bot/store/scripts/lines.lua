-- Outbox lines: what every script that pushes, leases or settles shares. Put before the script's own text.
-- A line's score in `ready` is lane * STEP + not_before_ms. While a line is leased, not_before is the end of
-- the lease, so a dead holder's line becomes due by itself; a postponed line waits the same way.

local STEP = 1e13
local DAY_MS = 86400000
local KEEP_SENT_MS = 2 * DAY_MS

-- Lua writes 1e+13 for large numbers, Redis wants digits.
local function digits(number)
  return string.format('%.0f', number)
end

-- An error reply unless the key is missing or holds `kind`; checked before anything is written.
local function wrong_type(key, kind)
  local found = redis.call('TYPE', key).ok
  if found ~= kind and found ~= 'none' then
    return redis.error_reply('WRONGKIND a ' .. kind .. ' was expected, a ' .. found .. ' is stored')
  end
end

local function lane_of(row)
  return tonumber(string.sub(row, 1, 1))
end

local function id_of(row)
  return string.match(row, '^%d (%S+) ')
end

-- lane and not_before of a line, or nothing when it does not stand in `ready`.
local function standing(ready, line)
  local score = tonumber(redis.call('ZSCORE', ready, line) or false)
  if score then
    local lane = math.floor(score / STEP)
    return lane, score - lane * STEP
  end
end

local function stand(ready, line, lane, not_before)
  redis.call('ZADD', ready, digits(lane * STEP + not_before), line)
end

-- Push rows (already packed) to a line. With an owner, take the lease when the line is free and not postponed.
-- Returns whether the lease was taken, and how many rows stood before.
local function push(ready, line_key, lease_key, line, rows, owner, lease_ms, now)
  local lane, not_before = standing(ready, line)
  local backlog = redis.call('RPUSH', line_key, unpack(rows)) - #rows
  for _, row in ipairs(rows) do
    lane = math.min(lane or 9, lane_of(row))
  end
  local free = redis.call('EXISTS', lease_key) == 0 and (not not_before or not_before <= now)
  local taken = free and owner ~= ''
  if taken then
    redis.call('SET', lease_key, owner, 'PX', lease_ms)
    not_before = now + lease_ms
  elseif free then
    not_before = now
  end
  stand(ready, line, lane, not_before or now)
  return taken, backlog
end

-- The most urgent lane among what is left, after a row of `gone` was taken off.
-- Only when the most urgent row has gone must the others be looked at.
local function lane_after(line_key, line_lane, gone)
  if gone > line_lane then
    return line_lane
  end
  local best = 9
  for from = 0, redis.call('LLEN', line_key) - 1, 64 do
    for _, row in ipairs(redis.call('LRANGE', line_key, from, from + 63)) do
      best = math.min(best, lane_of(row))
      if best <= line_lane then
        return best
      end
    end
  end
  return best
end

-- Lines stand last in KEYS: from `first` on, for each its list and its lease. An error reply when one of these
-- keys holds something else; checked before anything is written.
local function wrong_lines(first)
  for i = first, #KEYS, 2 do
    local wrong = wrong_type(KEYS[i], 'list') or wrong_type(KEYS[i + 1], 'string')
    if wrong then
      return wrong
    end
  end
end

-- Push to each of them what ARGV holds after `at`: for every line its name, how many rows, rows.
-- Returns for every line whether its lease was taken (0/1).
local function push_lines(ready, first, at, owner, lease_ms, now)
  local result = {}
  for i = first, #KEYS, 2 do
    local line, count, rows = ARGV[at + 1], tonumber(ARGV[at + 2]), {}
    for n = 1, count do
      rows[n] = ARGV[at + 2 + n]
    end
    at = at + 2 + count
    local taken = push(ready, KEYS[i], KEYS[i + 1], line, rows, owner, lease_ms, now)
    result[#result + 1] = taken and 1 or 0
  end
  return result
end
