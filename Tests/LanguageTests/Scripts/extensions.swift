extension Int {
  var squared: Int { self * self }
  func times(_ body: (Int) -> Void) { for i in 0..<self { body(i) } }
  static func ladder(_ n: Int) -> [Int] { Array(1...n) }
}
extension String {
  func repeated(_ n: Int) -> String { String(repeating: self, count: n) }
  var vowels: Int { filter { "aeiou".contains($0) }.count }
}
extension Double {
  mutating func halve() { self /= 2 }
}
print(5.squared, Int.ladder(3), "ab".repeated(2), "education".vowels)
3.times { print($0, terminator: " ") }
print()
var d = 5.0
d.halve()
print(d)
