import Tensors

/// Signatures of right numbers in wrong places.
extension Signature {
  static let order: [Signature] = [
    Signature("rotated180", "the expected tensor, turned by 180 degrees") { evidence in
      evidence.isRearranged { try $0.rotated180() } ? "these are the right values, turned by 180 degrees" : nil
    },
    Signature("flipped", "the expected tensor, one axis in reverse order") { evidence in
      guard let rank = evidence.commonRank else { return nil }
      let axis = (0..<rank).reversed().first { axis in evidence.isRearranged { try $0.flipped(axes: [axis]) } }
      return axis.map { "these are the right values, with the \(plural(axisName($0, rank: rank))) in reverse order" }
    },
    Signature("transposed", "the expected tensor, rows and columns exchanged") { evidence in
      evidence.isRearranged { try $0.transposed() }
        ? "these are the right values, with rows and columns exchanged" : nil
    },
    Signature("rotated90", "the expected tensor, turned by 90 degrees") { evidence in
      let turns = [1, 3].first { turns in evidence.isRearranged { try $0.rotated90(times: turns) } }
      return turns.map { "these are the right values, turned by 90 degrees \($0 == 1 ? "against" : "with") the clock" }
    },
    Signature("antiTransposed", "the expected tensor, mirrored at its second diagonal") { evidence in
      evidence.isRearranged { try $0.transposed().rotated180() }
        ? "these are the right values, turned by 180 degrees, with rows and columns exchanged" : nil
    },
    Signature("axesExchanged", "the expected tensor, its axes in another order") { evidence in
      guard let rank = evidence.commonRank, rank <= 5 else { return nil }
      let found = permutations(of: rank).first { axes in evidence.isRearranged { try $0.permuted(axes) } }
      return found.map { "these are the right values, with the axes in the order \($0)" }
    },
    Signature("reshapedForPermuted", "the expected numbers, read along other axes and given the expected shape") {
      evidence in
      guard let rank = evidence.commonRank, rank <= 5, evidence.haveOneShape else { return nil }
      let found = permutations(of: rank).contains { axes in
        evidence.isRearranged { expected in try expected.permuted(axes).reshaped(expected.shape) }
      }
      return found
        ? "these are the right values, read in the order of other axes: was reshaped(...) used where permuted(...) is meant?"
        : nil
    },
    Signature("shifted", "the expected tensor, moved by one along an axis", shift),
    Signature("blocksReordered", "the expected tensor, cut into 2, 3 or 4 blocks along an axis, in another order") {
      evidence in
      guard let rank = evidence.commonRank, evidence.haveOneShape else { return nil }
      for axis in 0..<rank {
        for blocks in [2, 3, 4] {
          guard evidence.cases.allSatisfy({ $0.shape[axis] % blocks == 0 && $0.shape[axis] > blocks }) else { continue }
          for order in permutations(of: blocks) {
            let fits = evidence.isRearranged { expected in
              let parts = try expected.split(into: blocks, axis: axis)
              return try concatenated(order.map { parts[$0] }, axis: axis)
            }
            if fits {
              return "these are the right values, with the \(blocks) blocks of \(plural(axisName(axis, rank: rank))) "
                + "in another order: \(order) instead of \(Array(0..<blocks))"
            }
          }
        }
      }
      return nil
    },
    Signature("partsReordered", "the expected tensor, the parts along one axis in another order") { evidence in
      guard let rank = evidence.commonRank, evidence.haveOneShape else { return nil }
      for axis in 0..<rank {
        let orders = evidence.cases.map { order(of: $0, along: axis) }
        guard let changed = orders.first(where: { $0.map { $0 != Array($0.indices) } ?? false }),
          let order = changed
        else { continue }
        let fits = evidence.explains { one in
          guard let order = Signature.order(of: one, along: axis) else { return .no }
          return order == Array(order.indices) ? .neutral : .telling
        }
        guard fits else { continue }
        let shown = order.count <= 8 ? ": \(order) instead of \(Array(order.indices))" : ""
        return "these are the right values, with the \(plural(axisName(axis, rank: rank))) in another order\(shown)"
      }
      return nil
    },
    Signature("otherWinner", "right numbers among zeros, at other places") { evidence in
      guard evidence.haveOneShape else { return nil }
      let fits = evidence.explains(least: 3) { one in
        let (got, needed) = (one.a.filter { $0 != 0 }.sorted(), one.e.filter { $0 != 0 }.sorted())
        guard needed.count <= one.e.count / 2 || !one.hasWrong, one.agree(got, needed), one.leftOut.isEmpty else {
          return .no
        }
        return one.hasWrong ? .telling : .neutral
      }
      return fits
        ? "the right numbers stand at other places among the zeros: which element wins, and which of several equal ones?"
        : nil
    },
    Signature("severalWinners", "the expected numbers stand where they should, and also where 0 should be") {
      evidence in
      guard evidence.haveOneShape else { return nil }
      let fits = evidence.explains(least: 3) { one in
        guard one.leftOut.isEmpty else { return .no }
        let known = one.e.filter { $0 != 0 }
        for position in one.a.indices where one.isWrong[position] {
          guard one.e[position] == 0, known.contains(where: { ($0 - one.a[position]).magnitude <= one.margin }) else {
            return .no
          }
        }
        return one.hasWrong ? .telling : .neutral
      }
      return fits
        ? "some numbers arrive a second time where 0 is expected: do several equal elements win, where the first one should?"
        : nil
    },
  ]

  /// After all that says more.
  static let orderless: [Signature] = [
    Signature("permutation", "the expected numbers, in another order") { evidence in
      let fits = evidence.explains { one in
        guard one.leftOut.isEmpty, one.a.count == one.e.count, one.agree(one.a.sorted(), one.e.sorted()) else {
          return .no
        }
        return one.hasWrong && one.e.count >= 6 ? .telling : .neutral
      }
      return fits ? "these are the right values, in another order" : nil
    },
    Signature("shapeTransposed", "rows and columns of the shape have changed places, and the numbers are others") {
      evidence in
      let fits = evidence.cases.allSatisfy { one in
        one.rank >= 2 && one.answer.shape == one.shape.dropLast(2) + one.shape.suffix(2).reversed()
      }
      return fits && evidence.cases.contains(where: { !$0.hasOneShape })
        ? "rows and columns have changed places in the shape" : nil
    },
  ]

  private static let shift: @Sendable (Evidence) throws -> String? = { evidence in
    guard let rank = evidence.commonRank, evidence.haveOneShape else { return nil }
    for axis in (0..<rank).reversed() {
      for step in [1, -1] {
        let fits = evidence.explains { one in
          guard one.leftOut.isEmpty else { return .no }
          guard one.shape[axis] >= 3 else { return one.hasWrong ? .no : .neutral }
          // The part of the answer that should be the expected tensor's part one place before or after it.
          let later = (0..<rank).map { $0 == axis ? 1..<one.shape[axis] : 0..<one.shape[$0] }
          let earlier = (0..<rank).map { $0 == axis ? 0..<one.shape[axis] - 1 : 0..<one.shape[$0] }
          guard let moved = try? one.answer.subscripted(step > 0 ? later : earlier).elements,
            let original = try? one.expected.subscripted(step > 0 ? earlier : later).elements,
            let unmoved = try? one.expected.subscripted(step > 0 ? later : earlier).elements,
            one.agree(moved, original)
          else { return .no }
          return one.agree(moved, unmoved) || distinctCount(original, margin: one.margin) < Evidence.least
            ? .neutral : .telling
        }
        if fits {
          return
            "these are the right values, shifted by one \(axisName(axis, rank: rank)) \(direction(axis, step, rank))"
        }
      }
    }
    return nil
  }

  private static func direction(_ axis: Int, _ step: Int, _ rank: Int) -> String {
    if rank >= 2 && axis == rank - 2 { return step > 0 ? "down" : "up" }
    if rank >= 2 && axis == rank - 1 { return step > 0 ? "to the right" : "to the left" }
    return step > 0 ? "towards the end" : "towards the beginning"
  }

  /// Which part of the expected tensor stands at each place along the axis of the answer; nil where there is none.
  private static func order(of one: Evidence.Case, along axis: Int) -> [Int]? {
    guard one.leftOut.isEmpty, one.shape[axis] <= 256 else { return nil }
    let slices = AxisPlaces(one.shape, axis: axis).slices(count: one.e.count)
    var free = Set(slices.indices)
    var order: [Int] = []
    for slice in slices.indices {
      let got = slices[slice].map { one.a[$0] }
      // Its own place first: among equal parts none has moved
      let candidates = [slice] + slices.indices.filter { $0 != slice }
      guard let match = candidates.first(where: { free.contains($0) && one.agree(got, slices[$0].map { one.e[$0] }) })
      else { return nil }
      free.remove(match)
      order.append(match)
    }
    return order
  }
}

extension Evidence {
  /// The rank of all expected tensors; nil where they differ.
  var commonRank: Int? {
    guard let rank = cases.first?.rank else { return nil }
    return cases.allSatisfy { $0.rank == rank } ? rank : nil
  }
}

/// All orders of `0..<count` but the first one, which changes nothing.
private func permutations(of count: Int) -> [[Int]] {
  func orders(_ rest: [Int]) -> [[Int]] {
    if rest.isEmpty { return [[]] }
    return rest.flatMap { first in orders(rest.filter { $0 != first }).map { [first] + $0 } }
  }
  return Array(orders(Array(0..<count)).dropFirst())
}
