let numbers = [
  0, 1, -1, 9, 10, -10, 99, 100, 101, 12345, -99999, 1_000_000, 99_999_999_999_999, 100_000_000_000_000,
  -99_999_999_999_999, -100_000_000_000_000, 999_999_999_999_999, 1_000_000_000_000_000, Int.max, Int.min,
]
for number in numbers {
  let text = String(number)
  let described = number.description
  print(text, text.count, text == "\(number)", text == described, Int(text)! == number)
  print("<\(number)>", "\(number)\(number)", "\(number) and \(text), \(text.count): \([number]) \(Double(number))")
}
print(numbers.map { String($0) }.joined(separator: ", "))
print(numbers.map { "\($0)" }.joined())
print([String]().joined(separator: "-"), ["é"].joined(separator: "long separator of more than 15 bytes"))
print(["", "", ""].joined(separator: "\u{301}"), ["e", "", "x"].joined(separator: "\u{301}"))
print([UInt8(255), 0].map { "\($0)" }, "\(UInt64.max)|\(Int8.min)")

// Interpolation longer than any short buffer.
let long = String(repeating: "ab", count: 200)
print("\(long)-\(1)-\(long)".count, "\("")\("é")\("e")\u{301}".count)

// Plain sorting of numbers.
let mixed = [3, -7, 0, Int.max, Int.min, 42, 256, 255, -256, 1 << 40, -(1 << 40)]
print(mixed.sorted(), mixed.sorted(by: >))
print([2.5, -1, 0, 1e300, -1e300, .infinity, -.infinity, 5e-324].sorted())
print(([2.5, -1, 0, 3e38, -3e38, 1e-45] as [Float]).sorted(), ([200, 3, 255, 0] as [UInt8]).sorted())
print(([UInt.max, 0, 1 << 63, 5] as [UInt]).sorted(), ([-128, 127, 0, -1] as [Int8]).sorted())
print([0.0, -0.0, 1.0, -1.0].sorted().map { abs($0) }, [Int]().sorted(), [7].sorted())
print(["b", "a", "", "é", "e", "z\0", "z", "Zebra and a long text", "zebra and a long text"].sorted())
