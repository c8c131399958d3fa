var v = [1, 2]
print(v.removeFirst() is Int)
print(v)
var w: [Any] = [1]
print(w.removeLast() is String, w.count)
let x = v.removeFirst() as? Int
print(v, x as Any)
print(-(true ? 100.0 : 1e-4))
print([[1], [2]].flatMap { $0 })
let y = [[1, 2], [3]].flatMap { $0 } + [4]
print(y)
let z = Array([[1.5], [2]].joined())
print(z + [1])
print(Array("abc".reversed()), Array(["a", "b"].joined()))
