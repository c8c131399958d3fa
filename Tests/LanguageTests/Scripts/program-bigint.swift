struct BigInt: CustomStringConvertible, Comparable {
  private var digits: [Int]  // little endian, base 10
  init(_ n: Int) {
    digits = []
    var n = n
    repeat {
      digits.append(n % 10)
      n /= 10
    } while n > 0
  }
  init?(_ s: String) {
    guard !s.isEmpty else { return nil }
    var d: [Int] = []
    for ch in s.reversed() {
      guard let v = ch.wholeNumberValue else { return nil }
      d.append(v)
    }
    while d.count > 1 && d.last == 0 { d.removeLast() }
    digits = d
  }
  private init(digits: [Int]) { self.digits = digits }
  var description: String { digits.reversed().map(String.init).joined() }
  var digitCount: Int { return digits.count }
  var digitSum: Int { digits.reduce(0, +) }
  static func + (a: BigInt, b: BigInt) -> BigInt {
    var result: [Int] = []
    var carry = 0
    for i in 0..<max(a.digits.count, b.digits.count) {
      let s = (i < a.digits.count ? a.digits[i] : 0) + (i < b.digits.count ? b.digits[i] : 0) + carry
      result.append(s % 10)
      carry = s / 10
    }
    if carry > 0 { result.append(carry) }
    return BigInt(digits: result)
  }
  static func * (a: BigInt, b: BigInt) -> BigInt {
    var result = Array(repeating: 0, count: a.digits.count + b.digits.count)
    for (i, x) in a.digits.enumerated() {
      var carry = 0
      for (j, y) in b.digits.enumerated() {
        let t = result[i + j] + x * y + carry
        result[i + j] = t % 10
        carry = t / 10
      }
      result[i + b.digits.count] += carry
    }
    while result.count > 1, result.last == 0 { result.removeLast() }
    return BigInt(digits: result)
  }
  static func < (a: BigInt, b: BigInt) -> Bool {
    if a.digits.count != b.digits.count { return a.digits.count < b.digits.count }
    for (x, y) in zip(a.digits.reversed(), b.digits.reversed()) where x != y { return x < y }
    return false
  }
}
func factorial(_ n: Int) -> BigInt { n < 2 ? BigInt(1) : BigInt(n) * factorial(n - 1) }
print(factorial(30))
print(factorial(100).digitSum, factorial(100).digitCount)
var a = BigInt(0)
var b = BigInt(1)
for _ in 0..<200 { (a, b) = (b, a + b) }
print(a)
if let x = BigInt("123456789123456789"), let y = BigInt("987654321987654321") { print(x * y, x < y, x == y) }
print(BigInt("12a") == nil, BigInt("000")!)
