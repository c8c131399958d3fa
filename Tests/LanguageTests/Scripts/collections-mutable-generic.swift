extension MutableCollection {
  mutating func mapInPlace(_ f: (Element) -> Element) {
    for i in indices { self[i] = f(self[i]) }
  }
}
var a = [1, 2, 3]
a.mapInPlace { $0 * 10 }
print(a)
extension MutableCollection where Self: RandomAccessCollection {
  mutating func reverseIt() {
    var i = startIndex
    var j = index(before: endIndex)
    while i < j {
      swapAt(i, j)
      formIndex(after: &i)
      formIndex(before: &j)
    }
  }
}
a.reverseIt()
print(a)
