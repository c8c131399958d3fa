struct M { subscript(r: Int) -> Int { r } }
var m = M()
m[0] = 1
