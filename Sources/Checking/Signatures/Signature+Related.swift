import Tensors

/// Signatures of answers that are something else than what was asked for.
extension Signature {
  static let related: [Signature] = [
    Signature("otherTensor", "the answer is another tensor of the same case: another gradient, the upstream one") {
      evidence in
      guard let first = evidence.cases.first else { return nil }
      return first.related.map(\.sentence).first { sentence in
        evidence.isExplained { one in
          guard let tensor = one.related.first(where: { $0.sentence == sentence })?.tensor,
            tensor.shape == one.answer.shape
          else { return nil }
          return tensor.elements
        }
      }
    }
  ]
}
