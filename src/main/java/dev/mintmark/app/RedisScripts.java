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

    /**
     * Keeps the larger {@code issuedBefore} and the longer life. Answers whether it wrote, and what is in force. Without a
     * {@code maxmemory}, which Redis tells, unbound entries are counted: the second key is a sorted set of them by the time
     * at which they expire.
     */
    static final String REVOKE = """
        local old = redis.pcall('GET', KEYS[1])
        if type(old) == 'table' and old.err then
          if not string.find(old.err, 'WRONGTYPE', 1, true) then return old end
          return {0, '?'}
        end
        local life = tonumber(ARGV[3])
        local now = tonumber(ARGV[5])
        local unbound = ARGV[4] == 'unbound'
        local function count(option)
          redis.call('ZADD', KEYS[2], option, now + life, KEYS[1])
          if redis.call('TTL', KEYS[2]) < life then redis.call('EXPIRE', KEYS[2], life) end
        end
        if old then
          local before = tonumber(string.match(old, '^-?%d+'))
          if not before then return {0, '?'} end
          life = math.max(life, redis.call('TTL', KEYS[1]))
          if unbound then count('XX') else redis.call('ZREM', KEYS[2], KEYS[1]) end
          if before >= tonumber(ARGV[1]) then
            redis.call('EXPIRE', KEYS[1], life)
            return {0, old}
          end
        elseif unbound then
          local info = redis.pcall('INFO', 'memory')
          local used, maximum
          if type(info) == 'string' then
            used = tonumber(string.match(info, '\\nused_memory:(%d+)'))
            maximum = tonumber(string.match(info, '\\nmaxmemory:(%d+)'))
          end
          if used and maximum and maximum > 0 then
            if used * 2 > maximum then return {0, 'half'} end
          else
            redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
            if redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[6]) then return {0, 'half'} end
            count('NX')
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
