let n = 2
print(
  """
  first "quoted"
    second \(n + n)
  third \
  joined
  """)
print(#"raw \n \#(n)"#, "unicode \u{E9} \u{1F600}", "tab\tend", "quote\"", "back\\slash", "null\0".count)
print("a" + "b" + "\(n)", "\(n > 1 ? "big" : "small")", "\("in" + "ner")", "\(n)\(n)", "".isEmpty, "x\("y\("z")")")
let lines = """
  one

  two
  """
print(lines.split(separator: "\n").count, lines.split(separator: "\n", omittingEmptySubsequences: false).count, lines)
print(
  ##"a "#" b"##,
  """
  "three" \"""
  """)
