/// The value of `body`, or the end of the program with the sentence that says what was wrong.
///
/// The learner's text has no `try`. In the notebook a failed precondition is a diagnostic at the call; a compiled
/// program has nobody to show it to, so it stops there, and Swift's own backtrace points at the learner's line.
func orStop<Result>(_ body: () throws -> Result) -> Result {
  do {
    return try body()
  } catch {
    fatalError("\(error)")
  }
}
