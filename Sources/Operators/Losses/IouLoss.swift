import Tensors

/// Measures how little boxes overlap: 1 minus their intersection over their union.
///
/// ```
/// y = Σ n (1 − I/(U + ε)) / N        dI/dx₂ = h where x₂ is the nearer right side, else 0
/// ```
///
/// where I = w·h is the area that a box shares with its target, and U the area that the two cover.
///
/// ```swift
/// iouLoss(Tensor([[0, 0, 2, 2]]), Tensor([[1, 0, 3, 4]]), epsilon: 0).item()  // 0.8
/// ```
///
/// - Parameters:
///   - prediction: Boxes as two corners, `[N, 4]`: x₁, y₁, x₂, y₂ with x₁ < x₂ and y₁ < y₂.
///   - target: What they should be, `[N, 4]`.
///   - epsilon: What keeps the quotient from being 0/0, ε.
///   - reduction: `.mean` over the boxes, `.sum`, or `.none`.
/// - Returns: A number; with `.none` one for each box, `[N]`. Boxes that do not meet have no gradient.
/// - Source: Yu et al., "UnitBox" (2016).
package func iouLoss(
  _ prediction: Tensor, _ target: Tensor, epsilon: Double = 1e-7, reduction: LossReduction = .mean
) throws -> Tensor {
  try overlapLoss("iouLoss", prediction, target, epsilon, reduction, hullCounts: false)
}

/// Measures how little boxes overlap, and how far apart they are if they do not.
///
/// ```
/// y = Σ n (1 − I/(U + ε) + (H − U)/(H + ε)) / N
/// ```
///
/// where I is the area that a box shares with its target, U the area that the two cover, and H the area of the smallest
/// box around both.
///
/// ```swift
/// giouLoss(Tensor([[0, 0, 2, 2]]), Tensor([[1, 0, 3, 4]]), epsilon: 0, reduction: .sum).item()  // 0.9666666666666667
/// ```
///
/// - Parameters:
///   - prediction: Boxes as two corners, `[N, 4]`: x₁, y₁, x₂, y₂ with x₁ < x₂ and y₁ < y₂.
///   - target: What they should be, `[N, 4]`.
///   - epsilon: What keeps the quotients from being 0/0, ε.
///   - reduction: `.mean` over the boxes, `.sum`, or `.none`.
/// - Returns: A number from 0 to 2; with `.none` one for each box, `[N]`.
/// - Source: Rezatofighi et al., "Generalized intersection over union" (2019).
package func giouLoss(
  _ prediction: Tensor, _ target: Tensor, epsilon: Double = 1e-7, reduction: LossReduction = .mean
) throws -> Tensor {
  try overlapLoss("giouLoss", prediction, target, epsilon, reduction, hullCounts: true)
}

private func overlapLoss(
  _ function: String, _ prediction: Tensor, _ target: Tensor, _ epsilon: Double, _ reduction: LossReduction,
  hullCounts: Bool
) throws -> Tensor {
  try requireBoxes(function, prediction, target)
  let boxes = Double(prediction.count / 4)
  let y = try unrecorded {
    let pair = try BoxPair(prediction, target)
    var losses = try pair.intersection.divided(by: pair.union.adding(epsilon)).subtracted(from: 1)
    if hullCounts {
      losses = try losses.adding(pair.hull.subtracting(pair.union).divided(by: pair.hull.adding(epsilon)))
    }
    return try reduction.applied(to: losses, count: boxes).asType(commonDType(prediction, target))
  }
  if !prediction.isRecording && !target.isRecording { return y }
  func slope(_ dy: Tensor, _ a: Tensor, _ b: Tensor) throws -> Tensor {
    try BoxPair(a, b).gradient(reduction.share(of: dy, count: boxes), epsilon, hullCounts: hullCounts)
  }
  // Box and target can change places.
  return try record(
    function, y,
    .gradient(to: prediction) { dy in try slope(dy, prediction, target) },
    .gradient(to: target) { dy in try slope(dy, target, prediction) })
}

/// Boxes and others that they are compared with: what they share, and what they cover.
private struct BoxPair {
  /// x₁, y₁, x₂, y₂ of the boxes and of the others, `[N]` each.
  let a: [Tensor]
  let b: [Tensor]
  let intersection: Tensor
  let union: Tensor
  let hull: Tensor
  /// Width and height of the intersection; 0 where the boxes do not meet.
  private let shared: [Tensor]
  private let around: [Tensor]

  init(_ first: Tensor, _ second: Tensor) throws {
    func columns(_ boxes: Tensor) throws -> [Tensor] {
      let all = boxes.shape.dropLast().map { 0..<$0 }
      return try (0..<4).map { try boxes.asType(.float64).subscripted(all + [$0]) }
    }
    let (a, b) = (try columns(first), try columns(second))
    func minimum(_ a: Tensor, _ b: Tensor) throws -> Tensor { try maximum(a.negated(), b.negated()).negated() }
    let sides = try (0..<2).map { try minimum(a[$0 + 2], b[$0 + 2]).subtracting(maximum(a[$0], b[$0])) }
    let meets = try sides[0].combined("iouLoss", with: sides[1]) { $0 > 0 && $1 > 0 ? 1 : 0 }
    shared = try sides.map { try $0.kept(where: meets) { $0 > 0 } }
    around = try (0..<2).map { try maximum(a[$0 + 2], b[$0 + 2]).subtracting(minimum(a[$0], b[$0])) }
    intersection = try shared[0].multiplied(by: shared[1])
    hull = try around[0].multiplied(by: around[1])
    union = try Self.area(a).adding(Self.area(b)).subtracting(intersection)
    (self.a, self.b) = (a, b)
  }

  private static func area(_ box: [Tensor]) throws -> Tensor {
    try box[2].subtracting(box[0]).multiplied(by: box[3].subtracting(box[1]))
  }

  /// The gradient of the loss at the corners of the first boxes, for `dy` of each loss.
  ///
  /// ```
  /// dy = dI·∂y/∂I + dA·∂y/∂A + dH·∂y/∂H        A: the area of the box, U = A + B − I
  /// ∂y/∂I = −1/(U + ε) − I/(U + ε)² + 1/(H + ε),  ∂y/∂A = I/(U + ε)² − 1/(H + ε),  ∂y/∂H = (U + ε)/(H + ε)²
  /// ```
  func gradient(_ dy: Tensor, _ epsilon: Double, hullCounts: Bool) throws -> Tensor {
    let cover = try union.adding(epsilon)
    var byArea = try intersection.divided(by: cover.multiplied(by: cover))
    var byHull: Tensor?
    if hullCounts {
      let outer = try hull.adding(epsilon)
      byArea = try byArea.subtracting(outer.dividing(1))
      byHull = try cover.divided(by: outer.multiplied(by: outer))
    }
    let byIntersection = try byArea.adding(cover.dividing(1)).negated()
    var result = try Tensor.zeros(a[0].shape + [4])
    for corner in 0..<4 {
      let other = (corner + 1) % 2
      // How the area grows with the side of this corner: by the length of the other side.
      var slope = try byArea.multiplied(by: a[other + 2].subtracting(a[other]))
      slope = try slope.adding(
        byIntersection.multiplied(by: shared[other]).multiplied(by: share(corner, isInner: true)))
      if let byHull {
        slope = try slope.adding(byHull.multiplied(by: around[other]).multiplied(by: share(corner, isInner: false)))
      }
      // Left and upper sides make a box smaller as they grow.
      let sign: [Double] = (0..<4).map { $0 == corner ? (corner < 2 ? -1 : 1) : 0 }
      let column = try dy.multiplied(by: slope)
      result = try result.adding(column.expandedDimension(at: column.rank).multiplied(by: Tensor(sign)))
    }
    return result
  }

  /// 1 where a side of the boxes, and not of the others, bounds the intersection (or the hull); 1/2 where both do.
  private func share(_ corner: Int, isInner: Bool) throws -> Tensor {
    let sign: Double = (corner < 2) == isInner ? 1 : -1
    return try a[corner].combined("iouLoss", with: b[corner]) { a, b in a == b ? 0.5 : sign * (a - b) > 0 ? 1 : 0 }
  }
}
