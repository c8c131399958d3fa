import Tensors

/// ZCA whitening of groups of channels: the mathematics of decorrelated batch normalization.
///
/// ```
/// y = W · (x − μ),   W = Σ^(−1/2),   Σ = (x − μ)·(x − μ)ᵀ / m + ε·1        x: [d, m], d channels of m numbers
/// ```
///
/// Everything is computed in float64, on matrices `[groups, d, m]`.
struct Whitening {
  private let shape: [Int]
  private let groups: Int
  private let epsilon: Double
  /// How many channels a group has, d, and how many numbers a channel, m.
  let channels: Int
  private let count: Int

  init(_ function: String, _ x: Tensor, groups: Int, epsilon: Double = 0) throws {
    try requireChannels(function, x, axes: 2, form: "[N, C] or [N, C, H, W]")
    try requireGroups(groups, channels: x.shape[1])
    try requireEpsilon(epsilon)
    (shape, self.groups, self.epsilon) = (x.shape, groups, epsilon)
    channels = x.shape[1] / groups
    count = x.shape.enumerated().reduce(1) { $1.offset == 1 ? $0 : $0 * $1.element }
  }

  /// Throws where a channel has one number, which does not vary, or none.
  func requireSeveral(_ function: String) throws {
    guard count > 1, channels > 0 else {
      throw TensorError(
        "\(function) needs more than one number in each channel, and a tensor of shape \(shape) has "
          + "\(count == 1 ? "one" : "none")")
    }
  }

  // MARK: - Matrices

  /// `[N, C, H, W]` as `[groups, d, m]`.
  func matrices(_ x: Tensor) throws -> Tensor {
    try x.asType(.float64).permuted([1, 0] + shape.indices.dropFirst(2)).reshaped([groups, channels, count])
  }

  /// `[groups, d, m]` as `[N, C, H, W]`.
  func images(_ matrices: Tensor) throws -> Tensor {
    try matrices.reshaped([shape[1], shape[0]] + shape.dropFirst(2)).permuted([1, 0] + shape.indices.dropFirst(2))
  }

  func mean(_ x: Tensor) throws -> Tensor { try x.mean(axes: [2], keepDimensions: true) }

  /// Σ, `[groups, d, d]`, from the differences to the mean.
  func covariance(_ centred: Tensor) throws -> Tensor {
    try matmul(centred, centred.transposed()).divided(by: Double(count)).adding(
      Tensor.eye(channels).multiplied(by: epsilon))
  }

  // MARK: - Forward and backward

  /// μ, W and y of a batch, as matrices.
  func whitened(_ x: Tensor) throws -> (mean: Tensor, matrix: Tensor, y: Tensor) {
    let x = try matrices(x)
    let mean = try mean(x)
    let centred = try x.subtracting(mean)
    let matrix = try inverseRoot(covariance(centred))
    return (mean, matrix, try matmul(matrix, centred))
  }

  /// dx from `dy`, both as images.
  ///
  /// ```
  /// dW = dy · (x − μ)ᵀ        dx = W·(dy − mean(dy)) + 2/m · dΣ·(x − μ)
  /// ```
  ///
  /// A number changes the result directly, by way of the mean, and by way of the covariance.
  func inputGradient(_ dy: Tensor, at x: Tensor) throws -> Tensor {
    let x = try matrices(x)
    let centred = try x.subtracting(mean(x))
    let covariance = try covariance(centred)
    let matrix = try inverseRoot(covariance)
    let upstream = try matrices(dy)
    let matrixGradient = try matmul(upstream, centred.transposed())
    let covarianceGradient = try covarianceGradient(matrixGradient, covariance, matrix)
    let direct = try matmul(matrix, upstream.subtracting(mean(upstream)))
    return try images(direct.adding(matmul(covarianceGradient, centred).multiplied(by: 2 / Double(count))))
  }
}

/// `W = Σ^(−1/2) = D · Λ^(−1/2) · Dᵀ`, with the eigenvectors D and the eigenvalues Λ of Σ.
private func inverseRoot(_ covariance: Tensor) throws -> Tensor {
  let matrix = try unrecorded {
    let (values, vectors) = try eigen(covariance)
    let scale = try sqrt(values).dividing(1).expandedDimension(at: 1)
    return try matmul(vectors.multiplied(by: scale), vectors.transposed())
  }
  if !covariance.isRecording { return matrix }
  return try record(
    "decorrelatedBatchNorm", matrix,
    .gradient(to: covariance) { dw, w in try covarianceGradient(dw, covariance, w) })
}

/// The gradient of a symmetric matrix Σ from that of its inverse root W.
///
/// ```
/// dΣ = −W·H·W,   where H solves √Σ·H + H·√Σ = (dW + dWᵀ)/2
/// ```
///
/// In the basis of the eigenvectors that is `dΣ[i,j] = dW[i,j] · (1/√λᵢ − 1/√λⱼ) / (λᵢ − λⱼ)`, the matrix K of the paper
/// with its 1/(λᵢ − λⱼ). The differences cancel: `−dW[i,j] / (√λᵢ·√λⱼ·(√λᵢ + √λⱼ))` has no gap where eigenvalues are equal.
private func covarianceGradient(_ dw: Tensor, _ covariance: Tensor, _ w: Tensor) throws -> Tensor {
  let symmetric = try dw.adding(dw.transposed()).divided(by: 2)
  let h = try solvedSylvester(root: matmul(covariance, w), symmetric)
  return try matmul(matmul(w, h), w).negated()
}

/// H with `R·H + H·R = Q`, for a symmetric matrix R without eigenvalues of 0 or less.
///
/// ```
/// H = D · (Dᵀ·Q·D)[i,j] / (rᵢ + rⱼ) · Dᵀ        dQ solves R·dQ + dQ·R = dH        dR = −(dQ·Hᵀ + Hᵀ·dQ)
/// ```
private func solvedSylvester(root r: Tensor, _ q: Tensor) throws -> Tensor {
  let h = try unrecorded {
    let (values, vectors) = try eigen(r)
    let sums = try values.expandedDimension(at: 2).adding(values.expandedDimension(at: 1))
    let inner = try matmul(matmul(vectors.transposed(), q), vectors).divided(by: sums)
    return try matmul(matmul(vectors, inner), vectors.transposed())
  }
  if !r.isRecording && !q.isRecording { return h }
  return try record(
    "decorrelatedBatchNormGradient", h,
    .gradient(to: r) { dh, h in
      let (dq, transposed) = (try solvedSylvester(root: r, dh), try h.transposed())
      return try matmul(dq, transposed).adding(matmul(transposed, dq)).negated()
    },
    .gradient(to: q) { dh in try solvedSylvester(root: r, dh) })
}

/// Eigenvalues and eigenvectors of matrices that have to be positive definite.
private func eigen(_ matrices: Tensor) throws -> (values: Tensor, vectors: Tensor) {
  let (groups, d) = (matrices.shape[0], matrices.shape[1])
  if let odd = matrices.elements.firstIndex(where: { !$0.isFinite }) {
    throw TensorError(
      "decorrelatedBatchNorm needs finite numbers, and the covariance of group \(odd / (d * d)) is \(matrices.number(odd))"
    )
  }
  let (values, vectors) = try symmetricEigen(matrices.detached())
  for group in 0..<groups {
    // The eigenvalues ascend. Below the rounding errors of the largest, the smallest may as well be 0.
    let (smallest, largest) = (values.number(group * d), values.number(group * d + d - 1))
    guard smallest > largest * Double(d) * 0x1p-52 else {
      throw TensorError(
        "decorrelatedBatchNorm cannot whiten group \(group): its \(counted(d, "channel")) depend on one another (the "
          + "eigenvalues of their covariance go from \(Swift.max(smallest, 0)) to \(Swift.max(largest, 0))), so a larger epsilon is needed"
      )
    }
  }
  return (values, vectors)
}
