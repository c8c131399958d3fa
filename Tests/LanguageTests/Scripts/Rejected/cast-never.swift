let n = 3
let s = n as String
print(s)
