-- What a message is about. KEYS: sent. ARGV: message id. Returns the ref, or nothing.
for _, member in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local id, ref = string.match(member, '^(%-?%d+)|%a+|%d|(.*)$')
  if id == ARGV[1] and ref ~= '' then
    return ref
  end
end
return false
