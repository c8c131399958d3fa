import Interpreter
import Testing

@Suite struct SessionCompletionTests {
  private let session = learnersSession()

  private func texts(_ marked: String) -> [String] { session.completions(at: marked).map(\.text) }

  /// Exactly these, keywords aside.
  private func names(_ marked: String) -> [String] {
    session.completions(at: marked).filter { $0.kind != .keyword }.map(\.text)
  }

  @Test(arguments: [
    ("numb|", ["numbers"]), ("let x = numb|", ["numbers"]), ("print(doub|", ["doubled"]), ("\"\\(numb|", ["numbers"]),
    ("\"\"\"\n  \\(numb|", ["numbers"]), ("if numb|", ["numbers"]), ("[1, numb|", ["numbers"]),
    ("Poi|", ["Point"]),
    // Parameters and locals.
    ("func f(apple: Int) { let apricot = 1; return ap|", ["apple", "apricot"]),
    ("func f(apple: Int) -> Int { numbers.map { ap|", ["apple"]),
    ("numbers.map { apple in ap|", ["apple"]), ("for apple in numbers { ap|", ["apple"]),
    ("if let apple = maybe { ap|", ["apple"]), ("guard let apple = maybe else { return }\nap|", ["apple"]),
    ("let apple = 1\nlet apricot = 2\nap|", ["apple", "apricot"]),
    ("do { let apple = 1 }\nap|", []), ("let apple = ap|", []),
    ("switch anyShape { case .circle(let apple): ap|", ["apple"]),
    ("func outer() { func apple() {}\nap|", ["apple"]), ("numbers.map { $|", ["$0"]),
    ("numbers.reduce(0) { $|", ["$0", "$1"]),
    // Members without `self.`
    ("struct S { var apple = 1; func f() { ap|", ["apple"]), ("extension Point { func f() { len|", ["length"]),
    ("extension Point { static func f() { zer|", ["zero"]), ("extension Point { static func f() { len|", []),
    // An error before the cursor.
    ("let broken = unknown + 1\nnumb|", ["numbers"]), ("let broken = = 3\nnumb|", ["numbers"]),
    ("func f() { ]\nnumb|", ["numbers"]),
    // In what cannot be typed.
    ("unknown(numb|", ["numbers"]), ("unknown { numb|", ["numbers"]),
    ("numbers.unknown(numb|", ["numbers"]),
  ])
  func namesInScope(marked: String, expected: [String]) { #expect(names(marked) == expected) }

  @Test(arguments: [
    ("maybe?.|", ["length", "moved", "scale", "x", "y"]), ("maybe!.le|", ["length"]), ("Point().le|", ["length"]),
    ("Point(x: 1, y: 2).moved(by: 1).le|", ["length"]), ("numbers.map { Point(x: Double($0)) }[0].le|", ["length"]),
    ("[Point()].first?.le|", ["length"]), ("(maybe ?? Point.zero).le|", ["length"]),
    ("numbers.map { $0 * 2 }.appe|", ["append"]), ("numbers.map { $0 * 2 }.firstI|", ["firstIndex"]),
    ("var xs = [1]\nxs.appe|", ["append"]), ("numbers.sorted { $0 > $1 }.isE|", ["isEmpty"]),
    ("numbers.map { $0.isM|", ["isMultiple"]), ("words.map { $0.upperc|", ["uppercased"]),
    ("numbers.enumerated().map { $0.|", ["element", "offset"]), ("pair.|", ["height", "width"]),
    ("pair.w|", ["width"]), ("ages.map { $0.|", ["key", "value"]), ("ages[\"Ann\"]?.isM|", ["isMultiple"]),
    ("dog.|", ["legs", "name", "speak"]), ("thing.|", ["title"]), ("thing.t|", ["title"]),
    ("box.content.isE|", ["isEmpty"]), ("anyShape.|", ["area"]), ("Side.left.raw|", ["rawValue"]),
    ("Shape.|", ["circle", "empty", "square", "unit"]), ("Side.al|", ["allCases"]), ("Box<Int>.|", ["Lid"]),
    ("Point.|", ["Axis", "zero"]), ("\"a\".upperc|", ["uppercased"]), ("3.isM|", ["isMultiple"]),
    ("extension Point { func f() { self.|", ["f", "length", "moved", "scale", "x", "y"]),
    ("class Cat: Animal { func f() { self.|", ["f", "legs", "speak"]),
    ("func f<T: Named>(_ x: T) { x.|", ["title"]), ("func f(_ p: Point) { if p.le|", ["length"]),
    ("\"\\(maybe?.le|", ["length"]), ("print(numbers.fi|", ["filter", "first", "firstIndex"]),
    ("row([1]).|", ["count", "generation", "negate"]), ("let t: Point.|", ["Axis"]),
    ("numbers.unknown.|", []), ("unknown.|", []), ("maybe.le|", []), ("numbers.joi|", []), ("words.joi|", ["joined"]),
  ])
  func members(marked: String, expected: [String]) {
    let found = names(marked)
    #expect(found.filter { expected.contains($0) } == expected)
    if expected.isEmpty || !marked.hasSuffix(".|") || expected.count < 5 {
      #expect(found.filter { !inherited.contains($0) } == expected.filter { !inherited.contains($0) })
    }
  }
  /// What values have by the library's protocols.
  private let inherited: Set<String> = ["hashValue", "description", "debugDescription", "hash"]

  @Test(arguments: [
    ("let s: Shape = .|", ["circle", "empty", "square", "unit"]),
    ("area(of: .|", ["circle", "empty", "square", "unit", "zero"]),
    ("area(of: .empty, on: .|", ["left", "right"]), ("numbers.isEmpty && Side.left == .|", ["left", "right"]),
    ("if Side.left != .l|", ["left"]), ("switch anyShape { case .|", ["circle", "empty", "square", "unit"]),
    ("switch anyShape { case .empty: break\ncase .ci|", ["circle"]),
    ("switch Side.left { case .left, .|", ["left", "right"]),
    ("func f() -> Side { .|", ["left", "right"]), ("func f() -> Side { return .r|", ["right"]),
    ("func f(_ side: Side = .l|", ["left"]), ("var s = Side.left\ns = .r|", ["right"]),
    ("let all: [Side] = [.left, .r|", ["right"]), ("let s: Side? = .l|", ["left"]),
    ("true ? Side.left : .r|", ["right"]),
    ("struct S { var side: Side = .r|", ["right"]), ("let s = Side.left as Side == .r|", ["right"]),
    ("if case .circle = anyShape, case .|", ["circle", "empty", "left", "right", "square"]),
  ])
  func implicitMembers(marked: String, expected: [String]) {
    let found = names(marked)
    #expect(found.filter { expected.contains($0) } == expected)
    #expect(
      found.allSatisfy { expected.contains($0) || ["allCases", "none", "some"].contains($0) || expected.count > 4 })
  }

  @Test(arguments: [
    ("area(|", ["of:"]), ("area(of: anyShape, |", ["on:", "scale:"]), ("area(of: anyShape, scale: 2, |", ["on:"]),
    ("area(of: anyShape, s|", ["scale:"]), ("Point(|", ["x:", "y:"]), ("Point(x: 1, |", ["y:"]),
    ("maybe?.moved(|", ["by:"]), ("maybe?.moved(by: 1, |", []), ("Point()[|", ["axis:"]),
    ("ages[\"Ann\", |", ["default:"]), ("Shape.circle(|", ["radius:"]), ("Shape.square(1, |", ["tilted:"]),
    ("let s: Shape = .circle(|", ["radius:"]), ("largest(1, 2, |", ["by:"]), ("doubled(|", []), ("add(|", []),
    ("print(1, |", ["separator:", "terminator:", "to:"]), ("numbers.sorted(|", ["by:"]), ("Box(|", ["content:"]),
    ("func f(apple: Int) {}\nf(|", ["apple:"]), ("numbers.map { area(|", ["of:"]), ("area(of: anyShape, on: |", []),
    ("numbers.firstIndex(|", ["of:", "where:"]),
  ])
  func labels(marked: String, expected: [String]) {
    #expect(session.completions(at: marked).filter { $0.kind == .label }.map(\.text) == expected)
  }

  @Test(arguments: [
    ("let x: Poi|", ["Point"]), ("let x: [Sid|", ["Side"]), ("let x: [String: Sid|", ["Side"]),
    ("func f(a: Poi|", ["Point"]),
    ("func f() -> Sha|", ["Shape"]), ("dog as? Ani|", ["Animal"]), ("dog is Ani|", ["Animal"]),
    ("let x: Array<Poi|", ["Point"]), ("struct S: Nam|", ["Named"]), ("func f<Apple>(a: App|", ["Apple"]),
    ("extension Box { func f(a: Con|", ["Content"]), ("extension Box { func f(a: Li|", ["Lid"]),
    ("extension Poi|", ["Point"]), ("let x: numb|", []), ("let x: Ani|", ["Animal"]),
    ("func f() { struct Local {}\nlet x: Loc|", ["Local"]), ("struct S { var x: Poi|", ["Point"]),
  ])
  func types(marked: String, expected: [String]) { #expect(names(marked) == expected) }

  @Test(arguments: [
    ("fo|", ["for"]), ("x = tr|", ["true", "try"]), ("if numbers.isEmpty {} el|", ["else"]),
    ("if numbers.isEmpty {} else {} el|", []), ("do {} cat|", ["catch"]), ("for i |", ["in"]), ("for i i|", ["in"]),
    ("guard numbers.isEmpty |", ["else"]), ("repeat {} wh|", ["while"]), ("func f() { ret|", ["return"]), ("ret|", []),
    ("for i in numbers { br|", ["break"]), ("for i in numbers { con|", ["continue"]), ("br|", []),
    ("switch 1 { case 1: fall|", ["fallthrough"]), ("switch 1 { case 1: break\nde|", ["default", "defer"]),
    ("struct S { mut|", ["mutating"]), ("enum E { ca|", ["case"]), ("protocol P { assoc|", ["associatedtype"]),
    ("struct S { fo|", []), ("func f(a: ino|", ["inout"]), ("let x: ino|", []),
    ("struct S { func f() { sel|", ["self"]),
    ("sel|", []), ("numbers.map { ret|", ["return"]), ("class C { over|", ["override"]),
  ])
  func keywords(marked: String, expected: [String]) {
    #expect(session.completions(at: marked).filter { $0.kind == .keyword }.map(\.text) == expected)
  }

  @Test(arguments: [
    "\"numb|", "\"\"\"\n numb|", "// numb|", "/* numb|", "12|", "1.|5", "let numb|", "var numb|", "func numb|",
    "struct S|", "for numb|", "enum E { case numb|", "func f(numb|", "\"a\" // |",
  ])
  func nothingFits(marked: String) { #expect(texts(marked) == []) }

  @Test(arguments: [
    ("numbers.fil|", "filter", "((Int) throws -> Bool) rethrows -> [Int]"),
    ("maybe?.mov|", "moved", "(by: Double, Double) -> Point"),
    ("doub|", "doubled", "(Int) -> Int"), ("numb|", "numbers", "[Int]"), ("Poi|", "Point", "struct"),
    ("Sid|", "Side", "enum"),
    ("box.cont|", "content", "[Int]"), ("let s: Shape = .circ|", "circle", "circle(radius: Double)"),
    ("let s: Shape = .emp|", "empty", "Shape"), ("area(of: anyShape, sc|", "scale:", "Double"), ("whi|", "while", ""),
    ("are|", "area", "(of: Shape, scale: Double, on: Side) -> Double and 1 more"), ("pair.w|", "width", "Int"),
  ])
  func details(marked: String, text: String, detail: String) {
    #expect(session.completions(at: marked).first { $0.text == text }?.detail == detail)
  }

  @Test func labelsComeFirstAndKeywordsLast() {
    let kinds = session.completions(at: "print(1, |").map(\.kind)
    #expect(kinds.first == .label)
    #expect(kinds.last == .keyword)
    #expect(kinds.lastIndex(of: .label)! < kinds.firstIndex { $0 != .label }!)
    let texts = texts("print(1, |")
    #expect(Set(texts).count == texts.count)
  }

  /// Nothing that is typed for a completion stays.
  @Test func askingChangesNothing() {
    let before = (session.variables.map(\.name), session.functions.map(\.name), session.types)
    _ = texts("let apple = 1\nfunc pear() {}\nstruct Plum {}\nextension Point { var cherry: Int { 1 } }\nap|")
    #expect(session.variables.map(\.name) == before.0)
    #expect(session.functions.map(\.name) == before.1)
    #expect(session.types == before.2)
    #expect(texts("app|") == [])
    #expect(texts("Point().che|") == [])
  }

  /// At every place of right, wrong and unfinished programs: an answer, never a crash.
  @Test(arguments: [
    "let x = numbers.map { $0 * 2 }.filter { $0 > \"\\(pair.width)\".count }; if let y = maybe?.x { print(y) } // é 日本",
    "func f<T: Comparable>(_ a: T, b: [T] = []) throws -> T? { guard let c = b.first else { throw E() }; return a > c ? a : c }",
    "struct S<A>: Named where A: Named { static var k = 1; var t: A { get { fatalError() } set { } }; subscript(i: Int) -> A { t } }",
    "switch anyShape { case .circle(let r) where r > 1: break; case .square(_, tilted: true): fallthrough; default: area(of: .empty, on: .left) }",
    "numbers.map { { { $0 } }($0) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }[0]?.description ?? \"a\\(1 + (2 * [3][0]))b\"",
    "}})]] let = var func (((( { $0 } \"\\( ... ..< ?? !. .. :: -> @x #if \\.a.b <#a#> `b` $9",
    "extension [Int] { mutating func f() { self.append(.init(1)); self[0] += Self().count } }; do { try f() } catch let e as E { }",
  ])
  func everyPlaceIsSafe(text: String) {
    for offset in -1...(text.utf8.count + 1) {
      let found = session.completions(in: text, at: offset)
      #expect(Set(found.map(\.text)).count == found.count)
      _ = session.signatureHelp(in: text, at: offset)
    }
  }
}
