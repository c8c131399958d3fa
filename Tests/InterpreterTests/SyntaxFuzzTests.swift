import Interpreter
import Testing

/// SplitMix64: the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Mutated programs: never a crash, and never a range outside of the text.
@Suite struct SyntaxFuzzTests {
  static let corpus = [
    """
    func inputGradient(_ dO: Tensor, kernel f: Tensor) -> Tensor {
      var dX = Tensor.zeros([dO.shape[0] + f.shape[0] - 1, dO.shape[1] + f.shape[1] - 1])
      for i in 0..<dO.shape[0] { for j in 0..<dO.shape[1] where dO[i, j] != 0 { dX[i, j] += dO[i, j] * f[0, 0] } }
      return dX // done
    }
    """,
    "let s = \"a\\(x + 1) b \\\"c\\\" \\u{1F600}\" + #\"raw \\#(y)\"#; let m = \"\"\"\n  line \\(f(a: 1))\n    more \\\n  end\n  \"\"\"\n",
    "struct P<T: Equatable>: Q, R where T: S { var x = 1, y: Int { didSet { print(oldValue) } }; static let z: [String: (Int, T?)] = [:]; init?(a: Int) { self.x = a } subscript(i: Int) -> T { get { t } set { t = newValue } } }",
    "enum E: Int, CaseIterable { case a = 1, b; case c(Int, x: String); indirect case d(E) }\nextension E { func f() throws -> Self { self } }\nprotocol Q { associatedtype A; var v: Int { get set } }",
    "outer: for case let (i, x?) in xs.enumerated() where i > 0 { if case .some(let y) = x, let z = y as? Int, z > 0 { continue outer } else { break } }",
    "switch v { case (0, _), (_, 0): a; case let (x, y) where x > y: b; case .c(let i, x: _)?: c; case 1...3, is Int: d; default: fallthrough }",
    "guard let a = b?.c[0]!.d, a > 1 else { throw E.a }; do { try f() } catch let e as F where e.x { } catch { }; defer { x += 1 }; repeat { } while !x",
    "let c = xs.map { [weak self, k = 1] (a: inout Int, _ b: Double) throws -> Int in a + $0 }.reduce(0, +); f { $0 } g: { x, y in x }",
    "let t = a ? b : c ?? d == e && !f || g..<h + i * -j << 2; x = try? y as! Z; x[0, 1..<2, ..., 3...] += .float64; \\P.x.y",
    "import Foundation\n@State var x = 1; await f(); #if A\n#endif\nactor B { }; <#code#>; let p: UnsafePointer<Int>; macro m()",
    "def f(x):\n  return x ** 2 if x and not y else None # c\nfor (int i = 0; i < 3; i++) { print i }\nx[1:3] := 'a'; elif lambda x: y",
    "/// Doc.\n/// - Parameter x: é日本\n/* a /* b */ */ func ünïcode(日本 x: Int = 0xFF_F, _ y: Int..., z: @escaping (inout Int) throws -> Void) rethrows { }",
  ]

  static func mutated(_ generator: inout SeededGenerator) -> String {
    var bytes = Array(corpus[Int.random(in: 0..<corpus.count, using: &generator)].utf8)
    let interesting = Array("(){}[]<>\"'`\\#/*:;,.=+-!?&|@$_~%^ \n\t01axé".utf8) + [0, 0xFF, 0xC3, 0xE2]
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let place = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 0...20, using: &generator))
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(interesting[Int.random(in: 0..<interesting.count, using: &generator)], at: place)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
      case 3: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
      case 4: bytes = Array(bytes.prefix(place))
      default:
        let other = Array(corpus[Int.random(in: 0..<corpus.count, using: &generator)].utf8)
        let from = Int.random(in: 0..<other.count, using: &generator)
        bytes.insert(contentsOf: other[from..<min(other.count, from + 40)], at: place)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: 1...8)
  func mutatedPrograms(seed: Int) {
    let failures = onLargeStack {
      var generator = SeededGenerator(seed: UInt64(seed))
      var failures: [String] = []
      for _ in 0..<250 {
        let text = Self.mutated(&generator)
        let source = SourceText(text, name: "fuzz")
        let length = text.utf8.count
        let diagnostics = syntaxDiagnostics(of: source)
        let found = ranges(in: reflectedTree(of: source)).map(\.range) + diagnostics.compactMap(\.range)
        for range in found where range.start < 0 || range.start > range.end || range.end > length {
          failures.append("\(range.start)..<\(range.end) of \(length) in \(text.debugDescription)")
        }
        for diagnostic in diagnostics where diagnostic.rendered().split(separator: "\n").count < 3 {
          failures.append("no line is shown for \(text.debugDescription)")
        }
        if diagnostics.isEmpty, completeness(of: text) == .broken {
          failures.append("broken, but \(text.debugDescription)")
        }
        _ = treeDescription(of: source)
        _ = completionContext(in: text, at: Int.random(in: 0...length, using: &generator))
      }
      return failures
    }
    #expect(failures == [])
  }
}
