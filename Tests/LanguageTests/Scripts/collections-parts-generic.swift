extension Collection {
  func chunked(by size: Int) -> [SubSequence] {
    var result: [SubSequence] = []
    var start = startIndex
    while start < endIndex {
      let end = index(start, offsetBy: size, limitedBy: endIndex) ?? endIndex
      result.append(self[start..<end])
      start = end
    }
    return result
  }
}
print(Array(1...7).chunked(by: 3), "abcdefg".chunked(by: 2))
print([[1], [2, 3]].joined().count, [[Int]]().joined().isEmpty, [[], [4]].joined().first ?? 0)
var stock = ["kiwi": 5]
if let place = stock.index(forKey: "kiwi") { print(stock.remove(at: place).value, stock.isEmpty) }
struct Pairs: Sequence, IteratorProtocol {
  var (a, b) = (0, 1)
  mutating func next() -> Int? {
    defer { (a, b) = (b, a + b) }
    return a
  }
}
print(Array(Pairs().prefix(8)))
struct Total { let amount: Int }
print([1, 2].map(Total.init).map(\.amount))
func make<T: ExpressibleByIntegerLiteral>(_ count: Int, of: T.Type = T.self) -> [T] { (0..<count).map { _ in 7 } }
print(make(2) as [Double], make(1, of: Int.self))
enum First: Error { case failed }
enum Second: Error { case failed }
let recovered = Result<Int, First>.failure(.failed).flatMapError { _ in Result<Int, Second>.success(3) }
print(recovered)
