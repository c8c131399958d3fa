import Tensors

/// Solving, inverting and factoring matrices.
let linearAlgebraRows: [OperatorRow] = [
  OperatorRow("solve") { try solve($0["a"], $0["b"]) },
  OperatorRow("inverse") { try inverse($0["a"]) },
  OperatorRow("determinant") { try determinant($0["a"]) },
  OperatorRow("cholesky") { arguments in
    let x = try arguments["x"]
    let n = x.shape[x.rank - 1]
    return try cholesky(matmul(x, x.transposed()).adding(Tensor.eye(n).asType(x.dtype).multiplied(by: 2)))
  },
  OperatorRow("symmetricEigen") { arguments in
    let x = try arguments["x"]
    let (values, vectors) = try symmetricEigen(x.adding(x.transposed()).divided(by: 2))
    return [values, vectors]
  },
  OperatorRow("svd") { arguments in
    let (u, s, v) = try svd(arguments["a"])
    return [u, s, v]
  },
  OperatorRow("leastSquares") { try leastSquares($0["a"], $0["b"]) },
]
