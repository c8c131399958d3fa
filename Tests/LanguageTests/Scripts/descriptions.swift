struct Point { var x = 1, y = 2.5 }
struct Line { var from = Point(), to: Point? = nil, name = "l", tags = ["a"], pair = (1, b: "x") }
enum Kind {
  case plain
  case circle(radius: Int)
  case pair(Int, String)
  case nested(Point)
}
enum Raw: String { case a = "first" }
class Thing { var n = 1 }
struct Own: CustomStringConvertible { var description: String { "own!" } }
struct Debug: CustomDebugStringConvertible { var debugDescription: String { "debug!" } }
struct Both: CustomStringConvertible, CustomDebugStringConvertible {
  var description: String { "d" }
  var debugDescription: String { "dd" }
}
struct Empty {}
struct Gen<T> { let value: T }
print(Point(), Line(), Empty(), Gen(value: 1), Gen(value: "s"), Gen(value: Gen(value: [1])))
print(
  Kind.plain, Kind.circle(radius: 2), Kind.pair(1, "a"), Kind.nested(Point()), Raw.a, [Kind.plain], [Raw.a: 1],
  Optional(Kind.plain) as Any)
print(Own(), [Own()], Optional(Own()) as Any, ["k": Own()], (Own(), 1), Gen(value: Own()))
print(Debug(), [Debug()], Both(), [Both()], (Both(), Debug()))
print("\(Own()) \(Both()) \([Both()]) \(Point())")
print(
  String(describing: Own()), String(describing: Point()), String(describing: Kind.plain), String(describing: 3),
  String(describing: "s"), String(describing: nil as Int?))
print(
  String(reflecting: "s"), String(reflecting: 3), String(reflecting: Both()), String(reflecting: [1, 2]),
  String(reflecting: Own()), String(reflecting: ["a": 1]))
debugPrint("s", 1, [Both()], Own(), "x\n")
print(
  type(of: 1), type(of: Point()), type(of: [Point()]), type(of: Gen(value: "a")), type(of: Kind.plain),
  type(of: Optional(1)), type(of: (1, "a")), type(of: Thing()), Thing.self, Int.self, [String: Int].self)
let any: Any = Thing()
print(type(of: any), "\(type(of: Point.self))")
let c: Character = "x"
print([c], (c, "y"), ["q": c])
