import Tensors

/// Signatures of answers in another shape, and of sums that were taken, or not, where they should not, or should.
extension Signature {
  static let shapes: [Signature] = [
    Signature("otherShape", "the expected numbers, in the expected order, in another shape") { evidence in
      let fits = evidence.explains { one in
        guard one.agree(one.a, one.e) else { return .no }
        return one.hasOneShape ? .neutral : .telling
      }
      return fits ? "these are the right values, in another shape" : nil
    },
    Signature("tooLarge", "the expected tensor lies inside of the answer, as far from each side") { evidence in
      evidence.lies(expectedInside: true)
        ? "the right values lie inside, with a border around them that should not be there: was padding not cut away?"
        : nil
    },
    Signature("tooSmall", "the answer lies inside of the expected tensor, as far from each side") { evidence in
      evidence.lies(expectedInside: false)
        ? "these are the values of the inside; a border around them is missing" : nil
    },
    Signature("notReduced", "sums (means) of the answer along one or more axes are what is expected") { evidence in
      for (word, isMean) in [("sum", false), ("mean", true)] {
        let fits = evidence.explains { one in
          guard !one.hasOneShape else { return one.hasWrong ? .no : .neutral }
          return one.reduces(one.answer, to: one.shape, isMean: isMean) == one.e ? .telling : .no
        }
        if fits { return "the numbers are right one by one; their \(word) is needed" }
      }
      return nil
    },
    Signature("reduced", "the answer is a sum (mean) of the expected tensor along one or more axes") { evidence in
      for (word, isMean) in [("summed", false), ("averaged", true)] {
        let fits = evidence.explains { one in
          guard !one.hasOneShape else { return one.hasWrong ? .no : .neutral }
          return one.reduces(one.expected, to: one.answer.shape, isMean: isMean) == one.a ? .telling : .no
        }
        if fits { return "the right values were \(word) along an axis that should have been kept" }
      }
      return nil
    },
  ]

  static let sums: [Signature] = [
    Signature("batchAveraged", "along one axis every part is the mean (the sum) of the expected parts") { evidence in
      guard let rank = evidence.commonRank, evidence.haveOneShape else { return nil }
      for axis in 0..<rank {
        for (word, isMean) in [("mean", true), ("sum", false)] {
          let fits = evidence.isExplained { one in
            guard let reduced = one.expected.reduced(axis, isMean: isMean) else { return nil }
            return (0..<one.e.count).map { reduced[one.position($0, without: axis)] }
          }
          if fits {
            return "all \(plural(axisName(axis, rank: rank))) have the same values: the \(word) of the right ones"
          }
        }
      }
      return nil
    },
    Signature("ratioAlongAxis", "along one axis every part is the expected one, times a factor of its own") {
      evidence in
      parts(evidence, least: 3) { one, slice in
        guard let largest = slice.max(by: { one.e[$0].magnitude < one.e[$1].magnitude }), one.e[largest] != 0 else {
          return 1
        }
        // A part that is 0 throughout lacks more than a factor
        return one.a[largest] == 0 ? .nan : one.a[largest] / one.e[largest]
      } predicted: {
        $0 * $1
      } sentence: { name in
        "each \(name) is right up to a factor of its own: is a factor missing, or in twice?"
      }
    },
    Signature("offsetAlongAxis", "along one axis every part is the expected one, plus a number of its own") {
      evidence in
      parts(evidence, least: 3) { one, slice in
        slice.first.map { one.a[$0] - one.e[$0] } ?? 0
      } predicted: {
        $0 + $1
      } sentence: { name in
        "each \(name) is off by a number of its own: is a term missing, or in twice?"
      }
    },
    Signature("otherAxes", "sums that should be 0 or 1 along some axes are so along others, or not at all") {
      evidence in
      guard let rank = evidence.commonRank, evidence.haveOneShape, (1...5).contains(rank) else { return nil }
      for (value, text) in [(1.0, "1"), (0.0, "0")] {
        let needed = evidence.axesThatSum(to: value, \.e)
        guard let axes = needed.first else { continue }
        let got = evidence.axesThatSum(to: value, \.a)
        guard got.allSatisfy({ !needed.contains($0) }) else { return nil }
        let named = { (axes: [Int]) in axes.count == 1 ? "axis \(axes[0])" : "the axes \(axes)" }
        if let other = got.first {
          return "the elements add up to \(text) along \(named(other)), and should along \(named(axes))"
        }
        return "the elements should add up to \(text) along \(named(axes)), and do not"
      }
      return nil
    },
  ]

  /// A number for each part along an axis that turns the expected part into the answer's.
  private static func parts(
    _ evidence: Evidence, least: Int, _ number: (Evidence.Case, [Int]) -> Double,
    predicted: (Double, Double) -> Double, sentence: (String) -> String
  ) -> String? {
    guard let rank = evidence.commonRank, rank >= 2, evidence.haveOneShape else { return nil }
    for axis in 0..<rank {
      var isTelling = false
      let fits = evidence.isExplained { one in
        guard one.leftOut.isEmpty else { return nil }
        var values = one.e
        for slice in AxisPlaces(one.shape, axis: axis).slices(count: one.e.count) {
          let own = number(one, slice)
          guard own.isFinite else { return nil }
          for position in slice { values[position] = predicted(one.e[position], own) }
          if distinctCount(slice.map { one.e[$0] }, margin: one.margin) >= least {
            isTelling = true
          } else if slice.contains(where: { one.isWrong[$0] }) {
            return nil
          }
        }
        return values
      }
      if fits && isTelling { return sentence(axisName(axis, rank: rank)) }
    }
    return nil
  }
}

extension Tensor {
  fileprivate func reduced(_ axis: Int, isMean: Bool) -> [Double]? {
    try? (isMean ? mean(axes: [axis]) : sum(axes: [axis])).elements
  }
}

extension Evidence.Case {
  /// The position in the tensor that has lost an axis.
  fileprivate func position(_ position: Int, without axis: Int) -> Int {
    let inner = shape[(axis + 1)...].reduce(1, *)
    return position / (inner * shape[axis]) * inner + position % inner
  }

  /// The sums or means along the axes that `target` lacks (or has as 1), if they agree with the smaller tensor: then
  /// that tensor's own elements; else nothing.
  fileprivate func reduces(_ large: Tensor, to target: [Int], isMean: Bool) -> [Double]? {
    let small = target == shape ? e : a
    for axes in subsets(of: large.rank) where !axes.isEmpty {
      for keeps in [false, true] {
        let shape = large.shape.enumerated().compactMap { axes.contains($0) ? (keeps ? 1 : nil) : $1 }
        guard shape == target,
          let result = try? isMean
            ? large.mean(axes: axes, keepDimensions: keeps) : large.sum(axes: axes, keepDimensions: keeps),
          agree(result.elements, small)
        else { continue }
        return small
      }
    }
    return nil
  }
}

extension Evidence {
  /// One tensor of every case lies inside of the other.
  fileprivate func lies(expectedInside: Bool) -> Bool {
    explains { one in
      let (large, small) = expectedInside ? (one.answer, one.expected) : (one.expected, one.answer)
      guard large.rank == small.rank, zip(large.shape, small.shape).allSatisfy({ $0 >= $1 }) else { return .no }
      if one.hasOneShape { return one.hasWrong ? .no : .neutral }
      let inside = zip(large.shape, small.shape).map { ($0 - $1) / 2..<($0 - $1) / 2 + $1 }
      guard let part = try? large.subscripted(inside), one.agree(part.elements, small.elements), small.count > 0 else {
        return .no
      }
      return .telling
    }
  }

  /// The smallest sets of axes along which the elements of every case add up to `value`.
  fileprivate func axesThatSum(to value: Double, _ elements: (Case) -> [Double]) -> [[Int]] {
    guard let rank = commonRank else { return [] }
    let found = subsets(of: rank).filter { axes in
      guard !axes.isEmpty, cases.contains(where: { one in axes.allSatisfy { one.shape[$0] > 1 } }) else { return false }
      return cases.allSatisfy { one in
        let numbers = elements(one)
        guard let tensor = try? Tensor(numbers, shape: one.shape), let sums = try? tensor.sum(axes: axes).elements,
          numbers.contains(where: { $0.magnitude > one.margin })
        else { return false }
        let margin = one.margin * Double(max(one.e.count, 1)).squareRoot() * 10
        return sums.allSatisfy { ($0 - value).magnitude <= max(margin, 1e-6 * value) }
      }
    }
    return found.filter { axes in !found.contains { $0 != axes && Set($0).isSubset(of: axes) } }
  }
}

/// All lists of axes, the short ones first.
private func subsets(of rank: Int) -> [[Int]] {
  (0..<(1 << rank)).map { bits in (0..<rank).filter { bits >> $0 & 1 == 1 } }.sorted { $0.count < $1.count }
}
