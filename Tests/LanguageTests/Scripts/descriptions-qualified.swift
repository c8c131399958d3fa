class Thing { var n = 1 }
struct Point { var x = 1 }
enum Kind {
  case plain
  case with(Point)
}
struct Outer {
  struct Inner { let p = Point() }
  enum E { case a }
  class C {}
}
print(Thing(), [Thing()], Optional(Thing()) as Any, (Thing(), 1), Outer.C())
debugPrint(
  Point(), Kind.plain, Kind.with(Point()), Thing(), Outer.Inner(), Outer.E.a, [Point()], Optional(Point()) as Any)
print(
  [Point()], [Kind.plain], [Kind.with(Point())], [Outer.Inner()], [Outer.E.a], ["k": Point()],
  Optional(Kind.plain) as Any, (Kind.plain, Point()))
print(
  String(reflecting: Point()), String(reflecting: Kind.plain), String(reflecting: Point.self),
  String(describing: Point.self), String(reflecting: [Point()]), String(reflecting: Int.self))
print(Outer.Inner(), Outer.E.a, Outer.Inner.self, type(of: Outer.C()), [Outer.Inner.self] as [Any.Type])
