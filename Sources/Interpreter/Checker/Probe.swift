/// A place of the text that the shell asks about, and what the checker notes when it comes there.
///
/// A place may be typed several times, once for each overload that is tried: all bases are kept, the latest first.
final class Probe {
  private let source: SourceText
  /// A UTF-8 offset within the word at the place.
  private let offset: Int
  /// Where the callee of the call around the place ends.
  private let calleeEnd: Int?
  private var callRange: SourceRange?

  /// What stands before the dot; for `.name` the metatype of what is expected.
  private(set) var bases: [Type] = []
  /// The names that can be seen, and what they mean at this moment.
  private(set) var seen: (scope: Scope, state: Environment.State)?
  /// What the call around the place may call.
  private(set) var called: Called?

  enum Called {
    case functions([Callee])
    case value(FunctionType)
    case enumCase(EnumCase, Substitution)
  }

  init(_ source: SourceText, offset: Int, calleeEnd: Int?) {
    self.source = source
    self.offset = offset
    self.calleeEnd = calleeEnd
  }

  private func isInside(_ range: SourceRange) -> Bool {
    range.source === source && range.start <= offset && offset <= range.end
  }

  fileprivate func noteBase(_ type: Type, at range: SourceRange) {
    guard isInside(range) else { return }
    let type = type.resolved
    bases.removeAll { $0 == type }
    bases.insert(type, at: 0)
  }

  fileprivate func noteNames(_ scope: Scope, _ environment: Environment, at range: SourceRange) {
    if isInside(range) { seen = (scope, environment.state) }
  }

  fileprivate func begin(calleeEnd end: Int, call: SourceRange) {
    if call.source === source, end == calleeEnd, isInside(call) { callRange = call }
  }

  fileprivate func note(_ found: @autoclosure () -> Called, in call: SourceRange) {
    guard let callRange, callRange.source === call.source, callRange.start == call.start, callRange.end == call.end
    else { return }
    switch (called, found()) {
    case (.functions(let known)?, .functions(let more)):
      // Other readings of the same call.
      called = .functions(known + more.filter { new in !known.contains { $0.symbol === new.symbol } })
    case (nil, let first): called = first
    default: break
    }
  }
}

extension Checker {
  /// Whether calls that lack arguments are typed all the same: the rest of the text is still to be written.
  var isProbing: Bool { probe != nil }

  func probeMembers(of type: Type, _ range: SourceRange) {
    guard let probe, !type.isError else { return }
    probe.noteBase(type, at: range)
    probe.noteNames(scope, environment, at: range)
  }

  func probeNames(_ range: SourceRange) { probe?.noteNames(scope, environment, at: range) }

  /// Before a call, or a subscript, is typed.
  func probeCall(of callee: SourceRange, _ call: SourceRange) { probe?.begin(calleeEnd: callee.end, call: call) }

  func probeCalled(_ called: @autoclosure () -> Probe.Called, in call: SourceRange) { probe?.note(called(), in: call) }
}
