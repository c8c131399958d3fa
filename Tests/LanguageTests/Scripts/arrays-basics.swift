var xs = [3, 1, 2]
xs.append(4)
xs += [5, 6]
print(xs, xs.count, xs.isEmpty, xs[0], xs[xs.count - 1])
xs[1] = 10
xs.insert(99, at: 0)
print(xs.remove(at: 1), xs)
print(xs.removeLast(), xs.removeFirst(), xs)
print(xs.contains(10), xs.contains(11))
print(xs.first!, xs.last!, [Int]().first == nil)
let empty: [Double] = []
print(empty, empty.isEmpty, [Int](), [[Int]]())
print(Array(repeating: 0.5, count: 3), [String](repeating: "a", count: 2))
xs.removeAll()
print(xs, xs.count)
var letters = ["b", "a"]
letters.append(contentsOf: ["d", "c"])
letters.sort()
print(letters, letters + ["z"])
letters.reverse()
letters.swapAt(0, 3)
print(letters)
