internal import Kernels

/// Multiplies two matrices, each of them as it is or with rows and columns exchanged. Nothing is copied for that.
///
/// ```
/// y = A · B        dA = dy · Bᵀ,  dB = Aᵀ · dy        A = a or aᵀ,  B = b or bᵀ
/// ```
///
/// - Parameters:
///   - a: `[m, k]`, or `[k, m]` if it is transposed.
///   - b: `[k, n]`, or `[n, k]` if it is transposed.
/// - Returns: `[m, n]`. The sizes fit.
package func product(
  of a: Tensor, transposed isATransposed: Bool, _ b: Tensor, transposed isBTransposed: Bool
) throws -> Tensor {
  let y = try numbers(of: a, isATransposed, b, isBTransposed)
  if !a.isRecording && !b.isRecording { return y }
  return try record(
    "matmul", y,
    .gradient(to: a) { dy in
      isATransposed
        ? try product(of: b, transposed: isBTransposed, dy, transposed: true)
        : try product(of: dy, transposed: false, b, transposed: !isBTransposed)
    },
    .gradient(to: b) { dy in
      isBTransposed
        ? try product(of: dy, transposed: true, a, transposed: isATransposed)
        : try product(of: a, transposed: !isATransposed, dy, transposed: false)
    })
}

private func numbers(of a: Tensor, _ isATransposed: Bool, _ b: Tensor, _ isBTransposed: Bool) throws -> Tensor {
  let (m, k) = isATransposed ? (a.shape[1], a.shape[0]) : (a.shape[0], a.shape[1])
  let n = b.shape[isBTransposed ? 0 : 1]
  switch max(a.kind, b.kind) {
  case .float64:
    return try .computed([m, n], from: a, b, as: Double.self) { y, a, b in
      try Double.multiply(a, transposed: isATransposed, b, transposed: isBTransposed, into: y, m, k, n)
    }
  case .float32 where m * n * k >= productsOfAKernel:
    return try .computed([m, n], from: a, b, as: Float.self) { y, a, b in
      sgemm(
        m: m, n: n, k: k, a, aRow: isATransposed ? 1 : k, aColumn: isATransposed ? m : 1, b,
        bRow: isBTransposed ? 1 : n, bColumn: isBTransposed ? k : 1, y, cRow: n)
      try Interruption.poll()
    }
  case .float32:
    return try .computed([m, n], from: a, b, as: Float.self) { y, a, b in
      try Float.multiply(a, transposed: isATransposed, b, transposed: isBTransposed, into: y, m, k, n)
    }
  case .formula:
    let a = try unrecorded { try isATransposed ? a.transposed() : a }
    let b = try unrecorded { try isBTransposed ? b.transposed() : b }
    return try .computed([m, n], from: a, b, as: Formula.self) { y, a, b in
      for i in 0..<m {
        for j in 0..<n {
          for l in 0..<k { y[i * n + j] += a[i * k + l] * b[l * n + j] }
        }
      }
    }
  }
}

/// With fewer products, OpenBLAS is done before threads have met.
private let productsOfAKernel = 1 << 16
