import Foundation
import Interpreter
import Testing

/// What a session has taken from memory it gives back: nothing is left, and nothing is given back twice.
@Suite struct HeapTests {
  static let scripts: [URL] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "LanguageTests/Scripts")
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
  }()

  /// The bytes that are left when a session is gone, which ran these cells.
  static func left(by cells: [String]) -> Int? {
    final class Bytes { var count: Int? }
    let bytes = Bytes()
    do {
      let session = Session(library: NativeLibrary(), checksHeap: true)
      session.onHeapReleased = { bytes.count = $0 }
      for cell in cells {
        _ = session.run(SourceText(cell, name: "cell"))
        let problems = session.heapProblems()
        #expect(problems.isEmpty, "\(cell)")
      }
      _ = session.fork().run(SourceText("let copied = 1", name: "cell"))
    }
    return bytes.count
  }

  /// Objects in these hold one another: they stay, as in Swift.
  static let withCycles = ["program-puzzle-filesystem", "program-text-adventure"]

  @Test func scriptsLeaveNothing() throws {
    #expect(Self.scripts.count > 60)
    for script in Self.scripts {
      let text = try String(contentsOf: script, encoding: .utf8)
      let hasCycles = Self.withCycles.contains(script.deletingPathExtension().lastPathComponent)
      #expect((Self.left(by: [text]) == 0) != hasCycles, "\(script.lastPathComponent)")
    }
  }

  /// Cells that stop half-way, with blocks of every kind in registers.
  @Test(arguments: [
    "var a = [[1], [2]]; a.append([Int](\"x\")!)",
    "func f(_ s: String) throws -> [String] { [s, try f(s + \"a\")] }; try f(\"\")",
    "enum E: Error { case e(String) }; func f() throws { throw E.e(\"long enough for a block of its own\") }; try f()",
    "var d = [\"a\": [1]]; d[\"b\"] = [d[\"c\"]![0]]",
    "let g = { (x: [Int]) -> Int in x[3] }; [[1], [2]].map { g($0 + [1]) }",
    "struct S { var t = \"a long text that lies in the heap\"; var u: [S] = [] }; var s = S(); s.u = [S(), S()]; s.u[2].t",
    "indirect enum L { case end; case c(Int, L) }; var l = L.end; for i in 0..<100 { l = .c(i, l) }; if case .c(let n, _) = l { n / 0 }",
    "let s = \"\\([1, 2].map { $0 / 0 })\"", "[3, 1, 2].sorted { [$0][1] < $1 }",
    "for c in \"abc\" { print(\"\\(c)\" + [\"a\"][1]) }",
    "func f(_ a: inout [String]) { a.append(\"b\"); a[7] = \"c\" }; var v = [\"a\"]; f(&v)",
    "let a: Any = [\"x\"]; a as! [Int: Int]",
    "class C { var x: [Int]; init() { x = [1]; x[2] = 1 } }; C()",
    "defer { print(1) }; let t = ([1], \"a\", [\"k\": 1]); t.0[1]",
    "switch [1, 2].map({ \"\\($0)\" }) { case let x where x[5] == \"a\": 1; default: 2 }", "[[1]][0][0...3]",
    "var set: Set = [[1]]; set.insert([[2]][1])", "zip([\"a\"], [[1]]).map { $0.1[1] }",
    "let o: [Int]? = nil; o!.count",
    "var x = [1]; let f = { x.append(2); x[9] = 1 }; f()",
    "var t = \"ab\"; t += t; t.append(t); var u = \"long enough for a block\"; u += u; u.append(u)",
    "while true { let s = \"x\" + \"yyyyyyyyyyyyyyyyyyyyyyyyy\"; s.count / 0 }",
  ])
  func cellsThatStopLeaveNothing(cell: String) {
    #expect(Self.left(by: ["let before = [\"a\", \"b\"]", cell, "before + [\"c\"]"]) == 0)
  }

  /// The check itself: as in Swift, objects that hold one another are never released.
  @Test func circlesStay() {
    let circle = Self.left(by: ["class C { var other: C? }; let a = C(); a.other = a"])
    #expect(circle.map { $0 > 0 } == true)
  }
}
