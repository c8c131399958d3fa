import Tensors

/// Signatures that say where the wrong numbers are, or in which cases.
extension Signature {
  static let places: [Signature] = [
    Signature("onlyBorder", "the wrong elements lie in the first and last rows and columns") { evidence in
      evidence.lie(onBorder: true) ? "the inside is right, and only the border is wrong" : nil
    },
    Signature("onlyInside", "all elements but those of the first and last rows and columns are wrong") { evidence in
      evidence.lie(onBorder: false) ? "the border is right, and only the inside is wrong" : nil
    },
    Signature("someAlongAxis", "the wrong elements are those with some indices along one axis", alongAxis),
  ]

  static let cases: [Signature] = [
    Signature("someCases", "the cases that are wrong have something in common that the right ones lack") { evidence in
      // A wrong shape speaks for itself, and two cases have much in common by chance
      guard evidence.haveOneShape, evidence.cases.count >= 3 else { return nil }
      let properties: [(String, (Evidence.Case) -> Bool)] = [
        ("rows and columns are equally many", { $0.sizes.count < 2 || $0.sizes.suffix(2).first == $0.sizes.last }),
        ("there is one image", { $0.sizes.count != 4 || $0.sizes[0] == 1 }),
        ("there is one channel", { $0.sizes.count != 4 || $0.sizes[1] == 1 }),
        ("there is one row", { $0.sizes.count != 2 || $0.sizes[0] == 1 }),
      ]
      let found = properties.first { _, holds in
        evidence.cases.allSatisfy { holds($0) == !$0.hasWrong }
          && evidence.cases.contains(where: \.hasWrong) && evidence.cases.contains { !$0.hasWrong }
      }
      return found.map { "right where \($0.0), and wrong in all other cases" }
    }
  ]

  private static let alongAxis: @Sendable (Evidence) throws -> String? = { evidence in
    guard let rank = evidence.commonRank, rank >= 1, evidence.haveOneShape else { return nil }
    for axis in 0..<rank {
      let name = axisName(axis, rank: rank)
      let found = AxisPattern.all.first { pattern in
        evidence.explains { one in
          let places = AxisPlaces(one.shape, axis: axis)
          guard one.leftOut.isEmpty else { return .no }
          // A pattern that takes every place, or none, says nothing here
          let isWrong = (0..<places.size).map { pattern.isWrong($0, places.size) }
          guard isWrong.contains(true), isWrong.contains(false) else { return one.hasWrong ? .no : .neutral }
          for (index, slice) in places.slices(count: one.e.count).enumerated() {
            let count = slice.count { one.isWrong[$0] }
            // A 0 that should be 0 is right by chance
            let chances = slice.count { one.e[$0] == 0 && !one.isWrong[$0] }
            guard isWrong[index] ? count > 0 && count + chances == slice.count : count == 0 else { return .no }
          }
          return .telling
        }
      }
      guard let found else { continue }
      let areZero = evidence.cases.allSatisfy { one in
        zip(one.a, one.isWrong).allSatisfy { !$1 || $0 == 0 }
      }
      return found.sentence(name) + (areZero ? ": there is 0" : "")
    }
    return nil
  }
}

/// Which indices along an axis are wrong, in words that hold for every size.
private struct AxisPattern: Sendable {
  let sentence: @Sendable (String) -> String
  let isWrong: @Sendable (_ index: Int, _ size: Int) -> Bool

  static let all: [AxisPattern] = [
    AxisPattern(sentence: { "only the first \($0) is right" }, isWrong: { index, _ in index > 0 }),
    AxisPattern(sentence: { "only the last \($0) is right" }, isWrong: { index, size in index < size - 1 }),
    AxisPattern(sentence: { "only the first \($0) is wrong" }, isWrong: { index, _ in index == 0 }),
    AxisPattern(sentence: { "only the last \($0) is wrong" }, isWrong: { index, size in index == size - 1 }),
    AxisPattern(
      sentence: { "only the first and the last \($0) are wrong" },
      isWrong: { index, size in index == 0 || index == size - 1 }),
    AxisPattern(
      sentence: { "every second \($0) is wrong, from the second one on" }, isWrong: { index, _ in index % 2 == 1 }),
    AxisPattern(
      sentence: { "every second \($0) is wrong, from the first one on" }, isWrong: { index, _ in index % 2 == 0 }),
    AxisPattern(
      sentence: { "the second half of the \(plural($0)) is wrong" }, isWrong: { index, size in index >= size / 2 }),
    AxisPattern(
      sentence: { "the first half of the \(plural($0)) is wrong" }, isWrong: { index, size in index < size / 2 }),
  ]
}

extension Evidence {
  /// All wrong elements are in the first and last rows and columns, or all are in the others.
  fileprivate func lie(onBorder: Bool) -> Bool {
    guard haveOneShape, cases.allSatisfy({ $0.rank >= 2 }) else { return false }
    var counts = (wrong: 0, right: 0)
    let fits = explains { one in
      let (rows, columns) = (one.shape[one.rank - 2], one.shape[one.rank - 1])
      guard rows >= 3 && columns >= 3 else { return one.hasWrong && !onBorder ? .no : .neutral }
      for (position, isWrong) in one.isWrong.enumerated() where !one.leftOut.contains(position) {
        let (i, j) = (position / columns % rows, position % columns)
        let isBorder = i == 0 || i == rows - 1 || j == 0 || j == columns - 1
        if isWrong && isBorder != onBorder { return .no }
        if isWrong { counts.wrong += 1 } else if isBorder != onBorder { counts.right += 1 }
        if !onBorder && !isWrong && !isBorder { return .no }
      }
      return one.hasWrong ? .telling : .neutral
    }
    return fits && counts.wrong >= Self.least && counts.right >= Self.least
  }
}

extension Evidence.Case {
  /// The shape that is spoken of: of what a learner differentiates at, where it is known.
  fileprivate var sizes: [Int] { related.first { $0.role == .input }?.tensor.shape ?? shape }
}
