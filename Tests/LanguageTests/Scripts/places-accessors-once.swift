// A part of what a computed property or subscript gives: one read, one write.
struct Point { var x = 1, y = 2 }
struct Shape {
  var stored = [Point(), Point()]
  var corner: Point {
    get {
      print("get corner")
      return stored[0]
    }
    set {
      print("set corner")
      stored[0] = newValue
    }
  }
  var corners: [Point] {
    get {
      print("get corners")
      return stored
    }
    set {
      print("set corners")
      stored = newValue
    }
  }
  subscript(name: String) -> Point? {
    get {
      print("get \(name)")
      return name == "first" ? stored[0] : nil
    }
    set {
      print("set \(name)")
      if let newValue { stored[0] = newValue }
    }
  }
  var inner: Inner {
    get {
      print("get inner")
      return Inner(point: stored[1])
    }
    set {
      print("set inner")
      stored[1] = newValue.point
    }
  }
}
struct Inner {
  var point: Point
  var twice: Int {
    get {
      print("get twice")
      return point.x * 2
    }
    set {
      print("set twice")
      point.x = newValue / 2
    }
  }
}
func next() -> Int {
  print("value")
  return 10
}
func bump(_ x: inout Int) { x += 1 }

var shape = Shape()
shape.corner.x = next()
shape.corner.x += next()
shape.corners[1].y = next()
shape.corners[1].y -= next()
shape["first"]?.x = next()
shape["first"]?.y *= 2
shape["none"]?.x = next()
shape["first"]!.x += 1
bump(&shape.corner.y)
bump(&shape.corners[0].x)
shape.inner.twice = 8
shape.inner.twice += 2
bump(&shape.inner.twice)
shape.corners.append(Point())
shape.corners.removeLast()
print(shape.stored.map { "\($0.x) \($0.y)" })

final class Cache {
  private var values: [String: [Int]] = [:]
  private(set) var reads = 0
  subscript(key: String) -> [Int]? {
    get {
      reads += 1
      return values[key]
    }
    set { values[key] = newValue }
  }
}
let cache = Cache()
cache["a"] = [1]
cache["a"]?.append(2)
cache["b"]?.append(3)
cache["a"]![0] += 5
cache["a"]?[1] *= 3
print(cache.reads, cache["a"] ?? [], cache["b"] == nil)
