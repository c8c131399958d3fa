enum ShapeError: Error {
  case mismatch(Int, Int)
  case empty
}
func product(_ a: [Double], _ b: [Double]) throws -> Double {
  guard a.count == b.count else { throw ShapeError.mismatch(a.count, b.count) }
  if a.isEmpty { throw ShapeError.empty }
  return zip(a, b).map { $0 * $1 }.reduce(0, +)
}
do {
  print(try product([1, 2], [3, 4]))
  defer { print("leaving") }
  print(try product([1], [1, 2]))
  print("never")
} catch ShapeError.mismatch(let a, let b) {
  print("mismatch", a, b)
} catch {
  print("other", error)
}
do { _ = try product([], []) } catch { print("caught", error) }
print((try? product([2], [3])) ?? -1.0, (try? product([2], [])) ?? -1.0, try! product([1], [5]))
func total(_ pairs: [([Double], [Double])]) throws -> Double { try pairs.map { try product($0, $1) }.reduce(0, +) }
print((try? total([([1], [2]), ([3], [4])])) ?? 0, (try? total([([1], [])])) == nil)
struct Message: Error { let text: String }
func fail(_ x: Int) throws -> Int {
  if x > 2 { throw Message(text: "too large: \(x)") }
  return x
}
do {
  for i in 1...5 { print(try fail(i)) }
} catch let error as Message {
  print(error.text)
} catch { print("never") }
func twice(_ f: () throws -> Int) rethrows -> Int { try f() + f() }
print(twice { 4 }, (try? twice { try fail(9) }) == nil)
