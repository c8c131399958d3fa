let xs = [5, 3, 8, 1]
print(zip(xs, xs.dropFirst()).map { $1 - $0 }, zip(xs, 0...).map { $0 * $1 }, Array(zip("ab", 1...)).count)
for (i, (a, b)) in zip(xs, xs.reversed()).enumerated() { print(i, a, b, terminator: ";") }
for (a, b) in zip(1..., ["x", "y"]) { print(a, b, terminator: " ") }
for ((a, b), c) in zip(zip([1, 2], [3, 4]), [5, 6]) { print(a + b + c, terminator: " ") }
print(zip([1], ["a"]))
print(Dictionary(uniqueKeysWithValues: zip(["a", "b"], 1...))["b"]!, zip(xs, xs).allSatisfy { $0 == $1 })
print([[1, 2], [3]].joined().map { $0 }, Array([[1, 2], [3]].joined(separator: [0])), Array(["ab", "c"].joined()))
print([[3], [1, 2]].flatMap { $0 }.sorted(), (1...3).flatMap { Array(repeating: $0, count: $0) })
for x in [[1], [2, 3]].joined() { print(x, terminator: " ") }
print(
  xs.elementsEqual([5, 3, 8, 1]), xs.starts(with: [5, 3]), [1, 2].lexicographicallyPrecedes([1, 3]),
  [1].lexicographicallyPrecedes([1]))
