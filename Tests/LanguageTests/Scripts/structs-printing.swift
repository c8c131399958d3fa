struct Size: Equatable {
  var width: Int
  var height: Double
}
struct Box: CustomStringConvertible {
  var size: Size
  var label: String?
  var description: String { "box \(label ?? "?") of \(size.width)" }
}
let size = Size(width: 2, height: 1.5)
print(size)
print(Box(size: size, label: "a"), [Box(size: size, label: nil)])
print(size == Size(width: 2, height: 1.5), size != Size(width: 3, height: 1.5))
print("\(size) and \(Box(size: size, label: "b"))", String(describing: size))
