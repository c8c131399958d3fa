let names = ["a", "b", "c"]
let values = [1.5, 2.5]
for (name, value) in zip(names, values) { print(name, value) }
for (i, name) in names.enumerated() { print(i, name) }
for (i, pair) in zip(values, values).enumerated() { print(i, pair.0 * pair.1) }
print(zip(names, 1...3).map { "\($0)\($1)" })
print(zip([1, 2, 3], [4, 5, 6]).map(*).reduce(0, +))
print(zip([1, 2, 3], [4, 5, 6]).map { $0.0 + $0.1 })
print(names.enumerated().map { "\($0.offset):\($0.element)" })
print(Array(zip(names, values)).count, Array(names.enumerated()).count)
