func up(_ n: inout Double) { n += 1 }
var n = 1
up(&n)
