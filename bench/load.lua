-- The load: every connection sends its next request when it has the response to the last one.
--
-- Arguments are name=value pairs (see load.py). Requests are numbered; request n comes from user
-- n modulo users, goes to event n modulo events, and carries its number as correlation id, so
-- that the response can be identified and timed. For each response a line is written to `out`:
-- number, status, microseconds, booking id.
local ffi = require("ffi")
ffi.cdef("typedef struct { long seconds, nanoseconds; } bench_time;"
  .. "int clock_gettime(int, bench_time *);")

local MONOTONIC = ffi.os == "OSX" and 6 or 1
local moment = ffi.new("bench_time")
local threads = {}
local options = {}
local tokens = {}
local addresses = {}
local out
local number = 0
local is_tried = false
-- Globals, since `done` runs in another Lua state and reads them from there.
unanswered = {}
summary_path = ""

local function now()
  ffi.C.clock_gettime(MONOTONIC, moment)
  return tonumber(moment.seconds) * 1e6 + math.floor(tonumber(moment.nanoseconds) / 1000)
end

local function read_options(args)
  for _, argument in ipairs(args) do
    local name, value = argument:match("^(%w+)=(.*)$")
    options[name] = tonumber(value) or value
  end
end

function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  read_options(args)
  number = options.number
  out = io.open(options.out, "w")
  out:setvbuf("full", 1048576)
  if options.tokens ~= "" then
    for token in io.lines(options.tokens) do
      table.insert(tokens, token)
    end
  end
  if options.addresses ~= "" then
    for line in io.lines(options.addresses) do
      table.insert(addresses, line)
    end
  end
  if options.pause > 0 then
    -- wrk waits this many milliseconds before each request when this function exists.
    delay = function() return options.pause end
  end
  summary_path = options.out .. ".summary"
end

local function booking(event)
  local token = tokens[number % #tokens + 1]
  return "POST /api/v1/events/" .. event .. "/bookings HTTP/1.1\r\nHost: bench\r\n"
    .. "Authorization: Bearer " .. token .. "\r\n"
    .. "Idempotency-Key: " .. options.prefix .. "-" .. number .. "\r\n"
    .. "X-Correlation-ID: " .. number .. "\r\n"
    .. "Content-Type: application/json\r\nContent-Length: 14\r\n\r\n"
    .. '{"quantity":1}'
end

local function reading(event)
  return "GET /api/v1/events/" .. event .. "/" .. options.read .. " HTTP/1.1\r\nHost: bench\r\n"
    .. "X-Correlation-ID: " .. number .. "\r\n\r\n"
end

local function given()
  local path, header = addresses[number % #addresses + 1]:match("^(%S+) (.*)$")
  return "GET " .. path .. " HTTP/1.1\r\nHost: bench\r\n" .. header .. "\r\n"
    .. "X-Correlation-ID: " .. number .. "\r\n\r\n"
end

local function next_request()
  local event = options.event + number % options.events
  if #addresses > 0 then
    return given()
  end
  return options.read ~= "" and reading(event) or booking(event)
end

function request()
  local text = next_request()
  if not is_tried then
    -- wrk looks at one request before it starts, and never sends it.
    is_tried = true
    return text
  end
  unanswered[number] = now()
  number = number + 1
  return text
end

function response(status, headers, body)
  local answered = tonumber(headers["x-correlation-id"] or headers["X-Correlation-ID"] or "")
  local sent = unanswered[answered]
  if sent == nil then
    out:write("-1 ", status, " 0 0\n")
    return
  end
  unanswered[answered] = nil
  local id = status == 201 and body:match('"id":%s*(%d+)') or 0
  out:write(answered, " ", status, " ", now() - sent, " ", id, "\n")
end

-- Line by line: microseconds the run took and connections that broke, then number and age of
-- each request that was under way when the run ended.
function done(summary, latency, requests)
  local thread = threads[1]
  local file = io.open(thread:get("summary_path"), "w")
  local errors = summary.errors
  file:write(summary.duration, " ", errors.connect + errors.read + errors.write, "\n")
  local ended = now()
  for left, sent in pairs(thread:get("unanswered")) do
    file:write(left, " ", ended - sent, "\n")
  end
  file:close()
end
