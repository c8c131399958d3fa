#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Program {
  /// A course of one lesson, 1.1 `small`: a step, a question, the exercises `twice` and `thrice`, and a step. Tests that walk
  /// use it, and do not mind when lessons of the course change.
  static func smallCourse() -> String {
    let folder = temporaryFolder() + "/Lessons"
    mkdir(folder, 0o755)
    mkdir(folder + "/01-start", 0o755)
    write(text, to: folder + "/01-start/01-small.md")
    return folder
  }

  /// A right answer to `twice`.
  static let twice = "func twice(_ x: Int) -> Int { x + x }"
  /// The answer that is known to be wrong.
  static let square = "func twice(_ x: Int) -> Int { x * x }"

  private static let text = """
    ---
    id: small
    title: A small lesson
    minutes: 10
    requires: []
    sources: [nowhere]
    objectives: [see a fixture]
    ---

    # Small

    ```swift
    print("first step")
    ```

    ```quiz sum
    What is 1 + 1?
    = 2 | Count again.
    ```

    \(exercise("twice", "2 * x", wrong: "x * x"))

    \(exercise("thrice", "3 * x", wrong: "x * x * x"))

    ```swift
    print(twice(4), thrice(4))
    ```

    Going further: nothing.

    """

  private static func exercise(_ name: String, _ body: String, wrong: String) -> String {
    """
    ```swift exercise \(name)
    func \(name)(_ x: Int) -> Int {
      <#a product#>
    }
    ```

    ```swift check \(name)
    for x in [0, 3, -2] { expectEqual("\(name)", \(name)(x), \(body)) }
    ```

    ```swift solution \(name)
    func \(name)(_ x: Int) -> Int { \(body) }
    ```

    ```swift wrong \(name) "That is a power."
    func \(name)(_ x: Int) -> Int { \(wrong) }
    ```

    ```hint \(name)
    Think of a sum.
    ```
    """
  }
}
