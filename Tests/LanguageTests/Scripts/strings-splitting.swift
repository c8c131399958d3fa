print(
  "the quick fox".split(separator: " "), "a,b,,c".split(separator: ","),
  "a,b,,c".split(separator: ",", omittingEmptySubsequences: false))
print(
  "a b c".split(separator: " ", maxSplits: 1), "k: v".split(separator: ": "), "1-2+3".split { $0 == "-" || $0 == "+" })
print(
  "line1\nline2\n\nline3".split(whereSeparator: \.isNewline),
  "x=1;y=2".split(separator: ";").map { $0.split(separator: "=") })
print(
  ["a", "b"].joined(separator: ", "), ["a", "b"].joined(), "".split(separator: " "), "one".split(separator: " ").count)
print("hello".replacing("l", with: "L"), "aXbXc".split(separator: "X").joined(separator: "+"))
let words = "the cat the dog".split(separator: " ").reduce(into: [String: Int]()) { $0[String($1), default: 0] += 1 }
print(words.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
