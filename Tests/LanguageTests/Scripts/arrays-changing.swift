var m = [1, 2, 3, 4, 5, 6]
m.swapAt(0, 5)
print(m)
m.removeAll { $0 % 2 == 0 }
print(m)
m.insert(contentsOf: [7, 8], at: 1)
print(m)
m.replaceSubrange(0..<2, with: [0])
print(m)
m.replaceSubrange(0...0, with: 10...12)
print(m)
m.removeSubrange(1...2)
print(m)
m.append(contentsOf: 1...3)
m += [4]
m += 5...6
print(m)
m.insert(99, at: 0)
print(m.remove(at: 1), m.removeFirst(), m.removeLast(), m.popLast()!, m)
m.reverse()
m.removeFirst(1)
m.removeLast(1)
print(m, m.isEmpty)
m.sort()
print(m)
m.sort(by: >)
print(m)
m = [1, 5, 2, 7]
let p = m.partition { $0 > 4 }
print(p, m[..<p].sorted(), m[p...].sorted())
m.removeAll()
print(m, m.popLast() as Any, m.first as Any)
var nested = [[1, 2], [3]]
nested[0].append(9)
nested[1][0] += 1
nested.append([])
nested[2] += [5]
print(nested, nested.map(\.count))
