struct In { var n = 0 }
struct Out { let i = In() }
var o = Out()
o.i.n = 2
