let text = "hello, world"
let sub = text.prefix(5)
print(
  sub, String(sub), sub.uppercased(), sub.count, sub == "hello", sub.hasPrefix("he"), sub.hasSuffix("lo"), sub + "!",
  "<\(sub)>")
print(text.suffix(2), text.dropFirst(), text.dropLast(3), text.prefix { $0 != "," }, text.drop { $0 != "w" })
print(
  [sub], type(of: sub), String(reflecting: sub), sub.reversed().map { $0 }, sub.first!, sub.last!, sub.isEmpty,
  sub.contains("ell"))
let words = "a b a".split(separator: " ")
var counts: [Substring: Int] = [:]
for word in words { counts[word, default: 0] += 1 }
print(counts["a"]!, words.joined(separator: "-"), words.map { String($0) }, words.map(String.init), words.sorted())
print(
  Int("12 7".split(separator: " ")[1])!, sub.dropFirst().dropLast(), sub[sub.startIndex],
  sub[sub.index(after: sub.startIndex)...])
func isPalindrome(_ s: Substring) -> Bool {
  s.count < 2 || (s.first == s.last && isPalindrome(s.dropFirst().dropLast()))
}
print(isPalindrome("racecar"), isPalindrome("race"), isPalindrome(text[...]))
switch sub {
case "hello": print("greeting")
default: print("other")
}
let string: String = text
print(sub == string, string.hasPrefix(sub), sub < string, string + sub)
