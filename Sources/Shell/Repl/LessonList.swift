import Courseware
import Interpreter

/// The course as a table: number, name, title, how far the learner is.
package struct LessonList {
  let course: Course
  let store: ProgressStore

  package init(course: Course, store: ProgressStore) {
    self.course = course
    self.store = store
  }

  package func show(on screen: Screen) {
    if course.entries.isEmpty { return screen.say("There are no lessons here.", .warning) }
    let names = course.entries.map { $0.id ?? $0.path }
    let width = names.map(\.terminalWidth).max() ?? 0
    for (entry, name) in zip(course.entries, names) {
      let number = StyledText("  " + padded(entry.number?.description ?? "-", to: 5), .bold)
      // On a narrow screen the title needs the room, and the number is name enough.
      let isNarrow = screen.output.width - width < 40 && entry.number != nil
      let front = mark(of: entry) + number + (isNarrow ? "" : StyledText(padded(name, to: width) + "  ", .code))
      if entry.lesson == nil {
        screen.line((front + StyledText(entry.problems.first?.description ?? "cannot be read", .failure)))
        continue
      }
      let title = StyledText(entry.title ?? "") + StyledText(state(of: entry), .dim)
      let indent = StyledText(String(repeating: " ", count: front.width))
      for line in title.wrapped(width: screen.output.width, first: front, indent: indent) { screen.line(line) }
    }
  }

  private func mark(of entry: Course.Entry) -> StyledText {
    guard let id = entry.id else { return " " }
    let progress = store.progress(of: id)
    if progress.isFinished { return StyledText("✓", .success) }
    return progress.position > 0 ? StyledText("▸", .bold) : " "
  }

  private func state(of entry: Course.Entry) -> String {
    guard let lesson = entry.lesson else { return "" }
    let progress = store.progress(of: lesson.id)
    var notes: [String] = []
    let solved = progress.done.intersection(lesson.tasks).count
    let skipped = progress.skipped.intersection(lesson.tasks).count
    if solved > 0 { notes.append("\(solved) of \(lesson.tasks.count) solved") }
    if skipped > 0 { notes.append("\(skipped) skipped") }
    if progress.hasChanged(lesson) || !progress.changedTasks(in: lesson).isEmpty { notes.append("changed since") }
    return notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
  }
}
