struct Generator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state
  }
}
var g = Generator(state: 42)
print(
  Int.random(in: 0..<10, using: &g), Int.random(in: 1...6, using: &g), Bool.random(using: &g),
  UInt8.random(in: 0...255, using: &g), Int8.random(in: -5...5, using: &g))
print(
  Double.random(in: 0..<1, using: &g), Double.random(in: -1...1, using: &g), Float.random(in: 0..<1, using: &g),
  Float.random(in: 0...1, using: &g))
print(
  [1, 2, 3, 4, 5].shuffled(using: &g), [1, 2, 3].randomElement(using: &g)!, Int32.random(in: -100..<100, using: &g),
  UInt64.random(in: 0...UInt64.max, using: &g))
var array = Array(1...6)
array.shuffle(using: &g)
print(array, g.next(upperBound: UInt64(100)), (1...3).randomElement(using: &g)!, "abc".randomElement(using: &g)!)
func roll<G: RandomNumberGenerator>(_ n: Int, _ g: inout G) -> [Int] {
  (0..<n).map { _ in Int.random(in: 1...6, using: &g) }
}
print(
  roll(5, &g), (1...10).contains(Int.random(in: 1...10)), (0.0..<1.0).contains(Double.random(in: 0..<1)),
  [1, 2].shuffled().count)
var system = SystemRandomNumberGenerator()
print((0..<5).contains(Int.random(in: 0..<5, using: &system)), [7].randomElement()!, [Int]().randomElement() as Any)
