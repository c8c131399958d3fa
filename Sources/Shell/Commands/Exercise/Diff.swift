import Courseware
import Interpreter

extension Command {
  static let diff = Command(
    "diff", .exercise, "your answer beside the reference solution",
    details:
      "For an exercise that you have solved, or whose `:solution` you have seen: `-` is yours, `+` the reference.",
    isQuestion: true
  ) { repl, _ in repl.diff() }
}

extension Repl {
  fileprivate func diff() {
    guard let exercise = exerciseAtHand() else { return }
    guard isDone(exercise.name) || solutionsSeen.contains(exercise.name) else {
      return fail("`:diff` shows the solution: solve \(exercise.name) first, or look at `:solution`")
    }
    guard let answer = answerText(to: exercise) else { return fail("there is no answer to \(exercise.name) yet") }
    let lines = differences(
      answer.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      exercise.solution.text.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    if lines.allSatisfy({ $0.mark == .both }) {
      return screen.say("Your answer is the reference, word for word.", .dim)
    }
    screen.gap()
    for (mark, text) in lines {
      switch mark {
      case .both: screen.line(StyledText("    ") + Highlighter.highlight(text))
      case .first: screen.line("  - " + text, .failure)
      case .second: screen.line("  + " + text, .success)
      }
    }
    screen.gap()
  }
}

enum DifferenceMark { case both, first, second }

/// The lines of two texts, those that both have once: by the longest row of lines that both have in one order.
func differences(_ first: [String], _ second: [String]) -> [(mark: DifferenceMark, text: String)] {
  // common[i][j]: how many lines first[i...] and second[j...] have in common.
  var common = [[Int]](repeating: [Int](repeating: 0, count: second.count + 1), count: first.count + 1)
  for i in first.indices.reversed() {
    for j in second.indices.reversed() {
      common[i][j] = first[i] == second[j] ? common[i + 1][j + 1] + 1 : max(common[i + 1][j], common[i][j + 1])
    }
  }
  var lines: [(mark: DifferenceMark, text: String)] = []
  var (i, j) = (0, 0)
  while i < first.count || j < second.count {
    if i < first.count, j < second.count, first[i] == second[j] {
      lines.append((.both, first[i]))
      (i, j) = (i + 1, j + 1)
    } else if i < first.count, j == second.count || common[i + 1][j] >= common[i][j + 1] {
      lines.append((.first, first[i]))
      i += 1
    } else {
      lines.append((.second, second[j]))
      j += 1
    }
  }
  return lines
}
