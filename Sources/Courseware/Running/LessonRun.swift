import Interpreter

/// A lesson being worked through: its session, and how far it is.
///
/// The lesson is a row of stops - steps, exercises, quizzes - with prose before each. A front end shows the prose and
/// the stop at `position`, and moves on by `next()`.
package final class LessonRun {
  package struct Stop: Sendable {
    package enum Kind: Sendable {
      case step(Step)
      case exercise(Exercise)
      case quiz(Quiz)
    }
    /// What there is to read before it.
    package let prose: [Prose]
    package let kind: Kind
  }

  /// What moving over a stop gave.
  package struct Movement {
    /// Of the last cell that ran.
    package var outcome = Outcome()
    package var outputs: [CellOutput] = []
    /// True where the run stands behind the stop now; false where a step failed and is to be run again.
    package var hasMoved = true
    /// The exercise that was passed over with its solution, so that later steps have what they need.
    package var filledBySolution: Exercise?
  }

  package let lesson: Lesson
  package let stops: [Stop]
  /// Prose behind the last stop.
  package let closing: [Prose]
  /// Where its cells run.
  package let workbook: Workbook
  /// The stop that comes next, `0...stops.count`.
  package private(set) var position = 0 {
    didSet { if position != oldValue { observer?.didMove(to: position, place: place(of: position)) } }
  }
  /// Told before and after everything that changes the session; the progress store's journal listens here.
  package var observer: (any LessonRunObserver)?
  /// The learner's answer to an exercise that was passed outside of this run; nil where there is none.
  package var acceptedAnswer: (Exercise) -> SourceText? = { _ in nil }
  /// Exercises whose function is in the session, by an answer or by the solution.
  private var filledExercises: Set<String> = []
  /// For each cell of the workbook where the run stood before it, and which exercise it filled.
  private var places: [(position: Int, filled: String?)] = []

  package init(
    lesson: Lesson, library: NativeLibrary, limits: Limits = Limits(), interrupt: InterruptFlag = InterruptFlag()
  ) {
    self.lesson = lesson
    workbook = Workbook(library: library, limits: limits, interrupt: interrupt)
    var stops: [Stop] = []
    var prose: [Prose] = []
    for item in lesson.items {
      switch item {
      case .prose(let text):
        prose.append(text)
        continue
      case .step(let step): stops.append(Stop(prose: prose, kind: .step(step)))
      case .exercise(let exercise): stops.append(Stop(prose: prose, kind: .exercise(exercise)))
      case .quiz(let quiz): stops.append(Stop(prose: prose, kind: .quiz(quiz)))
      }
      prose = []
    }
    self.stops = stops
    closing = prose
  }

  package var session: Session { workbook.session }
  /// Cells typed in this lesson that ran to their end, oldest first.
  package var typedCells: [SourceText] { workbook.cells.filter(\.isTyped).flatMap(\.sources) }

  /// The stop at `position`; nil behind the last one.
  package var current: Stop? { position < stops.count ? stops[position] : nil }
  package var isAtEnd: Bool { position >= stops.count }

  /// The exercise at hand: the one at `position`, else the last one before it.
  package var currentExercise: Exercise? {
    for stop in stops.prefix(position + 1).reversed() {
      if case .exercise(let exercise) = stop.kind { return exercise }
    }
    return nil
  }

  /// Runs the step at `position` and moves behind it; a step that fails is left standing there.
  ///
  /// An exercise is passed over: where no answer has been accepted its solution runs, because later steps call it.
  package func next() -> Movement {
    guard let stop = current else { return Movement(hasMoved: false) }
    var movement = Movement()
    switch stop.kind {
    case .quiz(let quiz): observer?.didSkip(quiz.name)
    case .step(let step):
      let outcome = observed(.step(position, step.code.text)) { perform([step.code.source]) }
      movement.outcome = outcome
      movement.outputs = outcome.outputs
      movement.hasMoved = outcome.succeeded
    case .exercise(let exercise): passOver(exercise, &movement)
    }
    if movement.hasMoved { position += 1 }
    return movement
  }

  private func passOver(_ exercise: Exercise, _ movement: inout Movement) {
    if filledExercises.contains(exercise.name) { return }
    if let answer = acceptedAnswer(exercise), accept(answer, for: exercise).succeeded { return }
    let outcome = observed(.solution(exercise.name)) { fill(exercise, with: [exercise.solution.source]) }
    movement.outcome = outcome
    movement.outputs = outcome.outputs
    movement.hasMoved = outcome.succeeded
    movement.filledBySolution = exercise
    if outcome.succeeded { observer?.didSkip(exercise.name) }
  }

  /// Moves to the stop before; the session stays as it is.
  package func back() -> Bool {
    guard position > 0 else { return false }
    position -= 1
    return true
  }

  /// Moves to a stop. Steps on the way forward are run, and stop the journey where one fails; on the way back nothing is.
  package func goto(_ target: Int) -> Movement {
    let target = min(max(target, 0), stops.count)
    var last = Movement()
    while position < target {
      let movement = next()
      last.outcome = movement.outcome
      last.outputs += movement.outputs
      last.hasMoved = movement.hasMoved
      last.filledBySolution = movement.filledBySolution ?? last.filledBySolution
      if !movement.hasMoved { return last }
    }
    position = target
    return last
  }

  /// Moves behind the stop at `position` without running anything.
  package func skip() {
    if !isAtEnd { position += 1 }
  }

  /// Runs what the learner typed.
  @discardableResult
  package func run(_ text: String, name: String) -> Outcome {
    let source = SourceText(text, name: name)
    return observed(.cell(text)) { perform([source], isTyped: true) }
  }

  /// Takes back the last cell that ran, and stands where the run stood before it. Nil where there is none.
  package func undo() -> Outcome? {
    guard !workbook.cells.isEmpty else { return nil }
    let outcome = observed(.undo) { workbook.undo() }
    if outcome.succeeded { returnFromUndoneCell() }
    return outcome
  }

  private func returnFromUndoneCell() {
    guard let place = places.popLast() else { return }
    position = place.position
    if let name = place.filled, !places.contains(where: { $0.filled == name }) { filledExercises.remove(name) }
  }

  /// Puts an answer that passed into the session, so that the lesson's later steps use it.
  @discardableResult
  package func accept(_ answer: SourceText, for exercise: Exercise) -> Outcome {
    observed(.answer(exercise.name, answer.text)) { fill(exercise, with: [answer]) }
  }

  /// The learner's answer to an exercise, out of the cells typed in this lesson: the last one that declares what the
  /// starter declares, and every cell that declares a name it uses. Nil where no cell does.
  package func typedAnswer(to exercise: Exercise) -> String? {
    gatherAnswer(declaring: declaredNames(in: exercise.starter.text), from: typedCells.map(\.text))
  }

  /// Does again what a journal tells, without telling the observer, and moves to where the learner stood. Ctrl-C leaves
  /// the rest out.
  ///
  /// - Parameter place: What stood there. In a lesson that was edited in between it may stand elsewhere.
  package func replay(_ entries: [JournalEntry], position: Int, place: String? = nil) -> [Diagnostic] {
    let observer = self.observer
    self.observer = nil
    defer { self.observer = observer }
    var diagnostics: [Diagnostic] = []
    for entry in entries {
      if diagnostics.last?.kind == .interrupted { break }
      switch entry {
      case .step(let index, let text):
        self.position = min(max(index, 0), stops.count)
        diagnostics += perform([source(ofStep: index, text)]).diagnostics
      case .cell(let text): diagnostics += run(text, name: "cell").diagnostics
      case .answer(let name, let text):
        guard let exercise = lesson.exercise(named: name) else { continue }
        diagnostics += fill(exercise, with: [SourceText(text, name: "\(name).swift")]).diagnostics
      case .solution(let name):
        guard let exercise = lesson.exercise(named: name) else { continue }
        diagnostics += fill(exercise, with: [exercise.solution.source]).diagnostics
      case .undo: break
      }
    }
    self.position = min(max(position, 0), stops.count)
    if let place, self.place(of: self.position) != place {
      self.position = (0...stops.count).first { self.place(of: $0) == place } ?? self.position
    }
    return diagnostics
  }

  /// The step as it is in the file, or, if it was edited, as it was when it ran.
  private func source(ofStep index: Int, _ text: String) -> SourceText {
    if stops.indices.contains(index), case .step(let step) = stops[index].kind, step.code.text == text {
      return step.code.source
    }
    return SourceText(text, name: "step \(index + 1), as it was")
  }

  /// What stands at a position, by a name that is still right when the lesson's other stops change.
  func place(of position: Int) -> String {
    guard stops.indices.contains(position) else { return "end" }
    return switch stops[position].kind {
    case .step(let step): "step \(fingerprint([step.code.text]))"
    case .exercise(let exercise): "exercise \(exercise.name)"
    case .quiz(let quiz): "quiz \(quiz.name)"
    }
  }

  private func fill(_ exercise: Exercise, with sources: [SourceText]) -> Outcome {
    let setup = [exercise.setup?.source].compactMap { $0 }
    let outcome = perform(setup + sources, filling: exercise.name)
    if outcome.succeeded { filledExercises.insert(exercise.name) }
    return outcome
  }

  private func perform(_ sources: [SourceText], isTyped: Bool = false, filling name: String? = nil) -> Outcome {
    let outcome = workbook.run(sources, isTyped: isTyped)
    if outcome.succeeded { places.append((position, name)) }
    return outcome
  }

  private func observed(_ entry: JournalEntry, _ body: () -> Outcome) -> Outcome {
    observer?.willRun(entry)
    let outcome = body()
    observer?.didRun(entry, succeeded: outcome.succeeded, seconds: outcome.seconds)
    return outcome
  }
}

/// Hears of everything that is about to change a lesson's session.
package protocol LessonRunObserver: AnyObject {
  func willRun(_ entry: JournalEntry)
  func didRun(_ entry: JournalEntry, succeeded: Bool, seconds: Double)
  /// - Parameter place: What stands there, by `LessonRun.place(of:)`.
  func didMove(to position: Int, place: String)
  /// An exercise or a quiz is left for later; later steps use the lesson's own answer.
  func didSkip(_ name: String)
}

/// One change of a lesson's session, as the journal keeps it.
package enum JournalEntry: Sendable, Equatable {
  case step(Int, String)
  case cell(String)
  case answer(String, String)
  case solution(String)
  /// The last cell was taken back.
  case undo
}
