struct Celsius: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, CustomStringConvertible {
  var degrees: Double
  init(floatLiteral value: Double) { degrees = value }
  init(integerLiteral value: Int) { degrees = Double(value) }
  var description: String { "\(degrees)°" }
}
let warm: Celsius = 21.5
let cold: Celsius = -5
print(warm, cold, [1, 2.5] as [Celsius])
func show(_ c: Celsius) -> String { "c=\(c)" }
print(show(3), show(1.5))
struct Name: ExpressibleByStringLiteral {
  let text: String
  init(stringLiteral value: String) { text = value }
}
let name: Name = "Ada"
print(name.text)
struct Bag: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  var counts: [String: Int] = [:]
  init(arrayLiteral elements: String...) { for e in elements { counts[e, default: 0] += 1 } }
  init(dictionaryLiteral elements: (String, Int)...) { for (k, v) in elements { counts[k] = v } }
}
let bag: Bag = ["a", "b", "a"]
let other: Bag = ["x": 3]
print(bag.counts["a"]!, other.counts["x"]!)
struct Flag: ExpressibleByBooleanLiteral {
  var on: Bool
  init(booleanLiteral value: Bool) { on = value }
}
let flag: Flag = true
print(flag.on)
struct Maybe: ExpressibleByNilLiteral {
  var isEmpty = false
  init(nilLiteral: ()) { isEmpty = true }
}
let m: Maybe = nil
print(m.isEmpty)
struct Complex: Numeric {
  var re: Double, im: Double
  init(_ re: Double, _ im: Double = 0) {
    self.re = re
    self.im = im
  }
  init(integerLiteral value: Int) { self.init(Double(value)) }
  init?<T: BinaryInteger>(exactly source: T) { self.init(Double(source)) }
  var magnitude: Double { (re * re + im * im).squareRoot() }
  static func + (a: Complex, b: Complex) -> Complex { Complex(a.re + b.re, a.im + b.im) }
  static func - (a: Complex, b: Complex) -> Complex { Complex(a.re - b.re, a.im - b.im) }
  static func * (a: Complex, b: Complex) -> Complex { Complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re) }
  static func *= (a: inout Complex, b: Complex) { a = a * b }
}
let i = Complex(0, 1)
print(i * i, i + 2, (3 + i) * 2, [i, 1, 2].reduce(0, +))
func square<T: Numeric>(_ x: T) -> T { x * x }
print(square(i), square(3), square(1.5))
var z = i
z *= i
z += 5
z -= 1
print(z, z == Complex(3), -1 * z)
