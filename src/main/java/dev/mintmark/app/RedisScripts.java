package dev.mintmark.app;

/**
 * The scripts that read and write revocations. Redis runs a script as a whole. The value of an entry is
 * {@code issuedBefore since}, in seconds since 1970.
 */
final class RedisScripts {
    /** Answers for an entry that cannot be read; no value looks like it. */
    static final String UNREADABLE = "?";

    /** Answers that the half of the store for unbound revocations is full. */
    static final String HALF_FULL = "half";

    /** GET, and not MGET, because MGET reports an entry of the wrong type as absent. */
    static final String READ = """
        local found = {}
        for i, key in ipairs(KEYS) do
          local value = redis.pcall('GET', key)
          if type(value) == 'table' and value.err then
            if not string.find(value.err, 'WRONGTYPE', 1, true) then return value end
            value = '?'
          end
          found[i] = value
        end
        return found
        """;

    /** Keeps the larger {@code issuedBefore} and the longer life. Answers whether it wrote, and what is in force. */
    static final String REVOKE = """
        local old = redis.pcall('GET', KEYS[1])
        if type(old) == 'table' and old.err then
          if not string.find(old.err, 'WRONGTYPE', 1, true) then return old end
          return {0, '?'}
        end
        local life = tonumber(ARGV[3])
        if old then
          local before = tonumber(string.match(old, '^-?%d+'))
          if not before then return {0, '?'} end
          life = math.max(life, redis.call('TTL', KEYS[1]))
          if before >= tonumber(ARGV[1]) then
            redis.call('EXPIRE', KEYS[1], life)
            return {0, old}
          end
        elseif ARGV[4] == 'unbound' then
          local info = redis.pcall('INFO', 'memory')
          if type(info) == 'string' then
            local used = tonumber(string.match(info, '\\nused_memory:(%d+)'))
            local maximum = tonumber(string.match(info, '\\nmaxmemory:(%d+)'))
            if used and maximum and maximum > 0 and used * 2 > maximum then return {0, 'half'} end
          end
        end
        local new = ARGV[1] .. ' ' .. ARGV[2]
        redis.call('SET', KEYS[1], new, 'EX', life)
        return {1, new}
        """;

    /** Answers whether it wrote, and the entry that was there before. */
    static final String REDEEM = """
        local old = redis.pcall('GET', KEYS[1])
        if type(old) == 'table' and old.err then
          if not string.find(old.err, 'WRONGTYPE', 1, true) then return old end
          return {0, '?'}
        end
        if old then return {0, old} end
        redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], 'EX', ARGV[3])
        return {1}
        """;

    private RedisScripts() {}
}
