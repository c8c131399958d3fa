import Tensors

/// What is probably wrong with an answer, read from the numbers of all cases of one verdict.
///
/// It is only made where a signature explains every case, and where enough different numbers speak for it.
package struct Diagnosis: Equatable, Sendable, CustomStringConvertible {
  /// What the signature is called in data, `constantRatio`.
  package let name: String
  /// What the learner reads: "every element is 2 times the expected one".
  package let description: String

  /// The first signature that fits, the most telling ones first; nil if none does or the answer is right.
  ///
  /// `related` has, for each case, other tensors that an answer may be mistaken for.
  package init?(_ comparisons: [Comparison], related: [[RelatedTensor]] = [], tolerance: Double = 1e-6) {
    guard comparisons.contains(where: { !$0.agrees }),
      comparisons.allSatisfy({ !$0.answer.isSymbolic && !$0.expected.isSymbolic }),
      let evidence = Evidence(comparisons, related: related, tolerance: tolerance)
    else { return nil }
    for signature in Signature.all {
      guard let sentence = try? unrecorded({ try signature.sentence(evidence) }) else { continue }
      (name, description) = (signature.name, sentence)
      return
    }
    return nil
  }

  /// All that can be recognised, and when it is said.
  package static var signatures: [(name: String, recognises: String)] {
    Signature.all.map { ($0.name, $0.recognises) }
  }

  package init?(_ answer: Tensor, expected: Tensor) {
    self.init([Comparison(answer, expected: expected)])
  }
}

/// A tensor that an answer may be mistaken for, and what to say then.
package struct RelatedTensor {
  package enum Role {
    /// What a learner differentiates at, and what flows in: sizes have their names from these.
    case input, upstream
    case other
  }

  package let role: Role
  /// "this is the upstream gradient, unchanged"
  package let sentence: String
  package let tensor: Tensor

  package init(_ role: Role = .other, _ sentence: String, _ tensor: Tensor) {
    (self.role, self.sentence, self.tensor) = (role, sentence, tensor)
  }
}

/// One way in which answers go wrong, and how it is recognised.
struct Signature: Sendable {
  let name: String
  /// What has to hold in every case, for readers of this table.
  let recognises: String
  /// The sentence for the learner; nil where the evidence does not fit.
  let sentence: @Sendable (Evidence) throws -> String?

  init(_ name: String, _ recognises: String, _ sentence: @escaping @Sendable (Evidence) throws -> String?) {
    (self.name, self.recognises, self.sentence) = (name, recognises, sentence)
  }

  /// The most telling ones first: what explains every single number, before what explains where the wrong ones are.
  static let all: [Signature] = digits + values + shapes + related + order + orderless + sums + places + cases
}
