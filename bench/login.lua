-- For wrk: logs in again and again on each connection: a code without a page, the tokens for it, the claims of the user. Needs
-- as many threads as connections, because a script belongs to a thread. Usage: wrk -s login.lua URL -- ISSUER-PATH
local issuer, code, token
local step = 0

function init(args)
  issuer = args[1]
end

function request()
  if step == 1 then
    return wrk.format("POST", issuer .. "/token", {["Content-Type"] = "application/x-www-form-urlencoded"},
      "grant_type=authorization_code&client_id=bench&client_secret=bench&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb&code=" .. code)
  end
  if step == 2 then
    return wrk.format("GET", issuer .. "/userinfo", {["Authorization"] = "Bearer " .. token})
  end
  return wrk.format("GET", issuer .. "/authorize?response_type=code&client_id=bench&scope=openid&login_hint=alice&state=s&nonce=n"
    .. "&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb")
end

function response(status, headers, body)
  if step == 0 then
    code = (headers["Location"] or headers["location"] or ""):match("[?&]code=([^&]+)")
    step = code and 1 or 0
  elseif step == 1 then
    token = body:match('"access_token"%s*:%s*"([^"]+)"')
    step = token and 2 or 0
  else
    step = 0
  end
  -- An answer that ends a login early must not look like speed: wrk counts it as an error of the script.
  if status >= 400 then os.exit(1) end
end
