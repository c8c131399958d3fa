print(
  [1, 2], ["a", "b"], ["a": 1], (1, "two"), (x: 1, y: "z"), Optional("s") as Any, Optional<Int>.none as Any,
  [Optional(1), nil])
print([[1.0, 2], [3]], ["k": ["a"]], Set(["q"]), [("a", 1)], Character("c"), [Character("c")], "a\nb", ["a\nb\"q\""])
print(0..<3, 0...3, [0..<3], [0...3], 2..., ...2, ..<2, Optional(1...2) as Any, ["x": 0..<1])
print(
  Double.nan, [Double.nan], -0.0, [1e100], 1e-7, Float(1) / 3, 1.0 / 3, 100000000000000000.0, [Float(2.5)], 0.1 + 0.2)
print(
  1e16, 1e15, 123456789.0, 1e-4, 1e-5, 5e-324, Float(16_777_216), Float(0.1), Float(1e10), 100.0, -1.5e-10,
  Double.greatestFiniteMagnitude)
print((), [()].count, (1, (2, "x")), [Any](), [1, "a", 2.5] as [Any], ["k": 1] as [String: Any], [nil, 2] as [Int?])
print(1, 2, 3, separator: ", ", terminator: "!\n")
print("a", "b", separator: "")
print(separator: "-")
print(
  "\(1)\(2.0)\(true)\("x")\(Character("c"))", "sum: \(1 + 2)", "\(["a": "b"])", "nested \("\(1)")",
  "\(Optional(1) as Any)", "\([("a", 1)])")
