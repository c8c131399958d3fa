/// One thing that is wrong with a lesson file, for its author.
package struct LessonProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// Folder and file, `05-backprop/01-rotated-kernel.md`.
  package let path: String
  package let line: Int
  package let sentence: String

  package init(path: String, line: Int, _ sentence: String) {
    self.path = path
    self.line = line
    self.sentence = sentence
  }

  package var description: String { "\(path):\(line): \(sentence)" }
}
