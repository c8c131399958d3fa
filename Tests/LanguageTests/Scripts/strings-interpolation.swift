let name = "x"
let n = 3
let d = 2.50
print("\(name) is \(n), \(d), \(n > 2), \([1, 2]), \((1, "a"))")
print("sum \(n + 4) and \(name.uppercased() + "!") and \("in \(n) in")")
print("call \([3, 1, 2].sorted().map { "<\($0)>" }.joined(separator: "-"))")
print("\(n)\(n)", "a\tb", "quote \" backslash \\ unicode \u{3B1}\u{1F600}")
print(#"raw \n \(n) \#(n)"#)
let optional: Int? = 4
print("optional \(optional ?? 0) \(optional! + 1)")
let text = "a" + "\(1)" + String(2) + String(0.5)
print(text, text.count)
print("ternary \(n == 3 ? "three" : "other")")
print(
  """
  first
    second \(n)
  "third" \
  joined
  """)
let lines = """

  a

  b
  """
print(lines.count, lines.isEmpty)
