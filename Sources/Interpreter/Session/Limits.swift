/// What one cell may use before it is stopped with a diagnostic of kind `.budget`. Nil means no limit.
package struct Limits: Sendable {
  /// Wall-clock time of one cell; 20 seconds by default.
  package var seconds: Double? = 20
  /// Taken backward jumps and calls; none by default.
  package var steps: Int? = nil
  /// Live bytes of the language's own arrays, strings and dictionaries; 2 GiB by default. Host objects count their own.
  package var memoryBytes: Int = 2 << 30
  /// Bytes printed by one cell; 1 MiB by default.
  package var outputBytes: Int = 1 << 20
  /// Nested calls; 10,000 by default.
  package var callDepth: Int = 10_000

  package init() {}
}
