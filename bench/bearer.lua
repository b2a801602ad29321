-- For wrk: asks with one access token again and again. Usage: wrk -s bearer.lua URL -- TOKEN
function init(args)
  wrk.headers["Authorization"] = "Bearer " .. args[1]
end
