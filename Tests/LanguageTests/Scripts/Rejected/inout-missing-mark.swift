func up(_ n: inout Int) { n += 1 }
var n = 1
up(n)
