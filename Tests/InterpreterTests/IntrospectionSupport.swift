import Interpreter

/// A session with some variables, functions and types of a learner's.
func learnersSession() -> Session {
  let session = Session(library: rows)
  let outcome = session.run(
    """
    /// A point of the plane.
    struct Point: Equatable {
      var x = 0.0, y = 0.0
      static let zero = Point()
      enum Axis { case first, second }
      /// How far it is from the origin.
      var length: Double { (x * x + y * y).squareRoot() }
      /// A point that is moved.
      func moved(by dx: Double, _ dy: Double = 0) -> Point { Point(x: x + dx, y: y + dy) }
      mutating func scale(_ factor: Double) { x *= factor }
      subscript(axis axis: Int) -> Double { axis == 0 ? x : y }
    }
    enum Shape {
      case circle(radius: Double), square(Double, tilted: Bool), empty
      var area: Double { 0 }
      static let unit = Shape.circle(radius: 1)
    }
    enum Side: String, CaseIterable { case left, right }
    protocol Named { var title: String { get } }
    struct Box<Content>: Named {
      var content: Content
      var title: String { "box" }
      enum Lid { case open, shut }
    }
    class Animal {
      var legs = 4
      func speak() -> String { "" }
    }
    final class Dog: Animal { var name = "Rex" }
    /// Doubles a number.
    func doubled(_ number: Int) -> Int { 2 * number }
    func area(of shape: Shape, scale: Double = 1, on side: Side) -> Double { scale }
    func area(of point: Point) -> Double { 0 }
    func largest<T: Comparable>(_ first: T, _ rest: T..., by name: String = "") -> T { first }
    let numbers = [3, 1, 2]
    let words = ["b", "a"]
    var maybe: Point? = Point(x: 1, y: 2)
    let pair = (width: 2, height: 3)
    let ages = ["Ann": 3]
    let dog = Dog()
    let add = { (a: Int, b: Int) in a + b }
    let thing: any Named = Box(content: 1)
    let box = Box(content: [1, 2])
    let anyShape = Shape.empty
    """)
  precondition(outcome.succeeded, outcome.diagnostics.map { $0.rendered() }.joined())
  return session
}

extension Session {
  /// What Tab offers at the `|` of a text.
  func completions(at marked: String) -> [Completion] {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    return completions(in: parts.joined(), at: parts[0].utf8.count)
  }
}
