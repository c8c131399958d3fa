import Interpreter

/// What `--json` prints; one place for all of it.
private struct ReportJSON: Encodable {
  struct VerdictJSON: Encodable {
    struct Element: Encodable {
      let index: [Int]
      let answer: Double
      let expected: Double
    }
    let name: String
    let kind: String
    let status: String
    let passed: Bool
    let wrong: Int
    let total: Int
    let cases: Int
    let wrongCases: Int
    let kinks: Int
    let untried: Int
    @Null var firstWrong: Element?
    @Null var maximumAbsoluteError: Double?
    @Null var relativeError: Double?
  }

  struct SignatureJSON: Encodable {
    let verdict: String
    let name: String
    let sentence: String
  }

  struct WhyJSON: Encodable {
    struct Term: Encodable {
      let index: [Int]
      let factor: Double
      let slope: Double
    }
    let verdict: String
    let kind: String
    let `case`: Int
    let index: [Int]
    let shape: [Int]
    let answer: Double
    let expected: Double
    let terms: [Term]
    let lines: [String]
  }

  let lesson: String
  let exercise: String
  let passed: Bool
  let verdicts: [VerdictJSON]
  @Null var misconception: String?
  @Null var signature: SignatureJSON?
  @Null var why: WhyJSON?
  let message: String
  let diagnostics: [DiagnosticJSON]
  let output: String
  let seconds: Double
}

struct DiagnosticJSON: Encodable {
  let kind: String
  let message: String
  @Null var file: String?
  @Null var line: Int?
  @Null var column: Int?
  let notes: [String]

  init(_ diagnostic: Diagnostic) {
    kind = "\(diagnostic.kind)"
    message = diagnostic.message
    _file = Null(wrappedValue: diagnostic.range?.source.name)
    _line = Null(wrappedValue: diagnostic.range.map { Courseware::line(of: $0) })
    _column = Null(wrappedValue: diagnostic.range.map { Courseware::column(of: $0) })
    notes = diagnostic.notes
  }
}

/// Counted in characters, from 1.
private func column(of range: SourceRange) -> Int {
  let before = range.source.text.utf8.prefix(range.start)
  let start = before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) } ?? before.startIndex
  return String(decoding: before[start...], as: UTF8.self).count + 1
}

/// An optional that is written as `null`, where `Encodable` would leave the key out.
@propertyWrapper struct Null<Wrapped: Encodable>: Encodable {
  let wrappedValue: Wrapped?
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}

extension Report {
  /// `{"passed": ..., "verdicts": [...], "misconception": ..., "message": ..., ...}`
  package var json: String {
    Courseware::json(
      ReportJSON(
        lesson: lesson, exercise: exercise, passed: passed,
        verdicts: verdicts.map { verdict in
          ReportJSON.VerdictJSON(
            name: verdict.name, kind: verdict.kind.rawValue, status: verdict.status.rawValue, passed: verdict.passed,
            wrong: verdict.wrong, total: verdict.total, cases: verdict.cases, wrongCases: verdict.wrongCases,
            kinks: verdict.kinks, untried: verdict.untried,
            firstWrong: verdict.firstWrong.map { .init(index: $0.index, answer: $0.answer, expected: $0.expected) },
            maximumAbsoluteError: verdict.maximumAbsoluteError, relativeError: verdict.relativeError)
        },
        misconception: misconception,
        signature: signature.map { .init(verdict: $0.verdict, name: $0.name, sentence: $0.sentence) },
        why: why.map { why in
          ReportJSON.WhyJSON(
            verdict: why.verdict, kind: why.kind.rawValue, case: why.caseNumber, index: why.index, shape: why.shape,
            answer: why.answer, expected: why.expected,
            terms: why.terms.map { .init(index: $0.indices, factor: $0.factor, slope: $0.slope) }, lines: why.lines)
        }, message: message, diagnostics: diagnostics.map(DiagnosticJSON.init),
        output: output, seconds: seconds))
  }
}
