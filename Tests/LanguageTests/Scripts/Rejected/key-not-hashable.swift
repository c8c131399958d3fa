struct P {}
var d: [P: Int] = [:]
print(d.count)
