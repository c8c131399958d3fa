import Tensors
import Testing

private func distance(_ a: Tensor, _ b: Tensor) throws -> Double {
  guard a.shape == b.shape else { return .infinity }
  return zip(a.elements, b.elements).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
}

private let nan = Double.nan

@Suite struct LinearAlgebraTests {
  @Test func documentedExamples() throws {
    #expect(try solve(Tensor([[2, 1], [0, 4]]), Tensor([4, 8])).elements == [1, 2])
    #expect(try inverse(Tensor([[2, 0], [1, 4]])).elements == [0.5, 0, -0.125, 0.25])
    #expect(try distance(determinant(Tensor([[1, 2], [3, 4]])), Tensor(-2)) < 1e-15)
    #expect(try cholesky(Tensor([[4, 2], [2, 10]])).elements == [2, 0, 1, 3])
    #expect(try distance(symmetricEigen(Tensor([[2, 1], [1, 2]])).values, Tensor([1, 3])) < 1e-15)
    #expect(try distance(svd(Tensor([[0, 2], [3, 0], [0, 0]])).singularValues, Tensor([3, 2])) < 1e-15)
    #expect(
      try distance(leastSquares(Tensor([[1, 0], [1, 1], [1, 2]]), Tensor([1, 3, 5])), Tensor([1, 2])) < 1e-14)
    #expect(try Tensor([[1, 2], [3, 4]]).trace().item() == 5)
    #expect(try outer(Tensor([1, 2]), Tensor([1, 10, 100])).elements == [1, 10, 100, 2, 20, 200])
  }

  @Test func factorsMultiplyToTheMatrix() throws {
    let x = try Tensor.normal([3, 5, 4], seed: 4)
    let (u, s, v) = try svd(x)
    let row = try s.expandedDimension(at: 1)
    #expect(try distance(matmul(u.multiplied(by: row), v.transposed()), x) < 1e-13)
    let wide = try svd(x.transposed())
    #expect(wide.u.shape == [3, 4, 4] && wide.v.shape == [3, 5, 4])
    let gram = try matmul(x.transposed(), x)
    let (w, vectors) = try symmetricEigen(gram)
    let scaled = try vectors.multiplied(by: w.expandedDimension(at: 1))
    #expect(try distance(matmul(scaled, vectors.transposed()), gram) < 1e-12)
    #expect(zip(w.elements, w.elements.dropFirst()).enumerated().allSatisfy { $0 % 4 == 3 || $1.0 <= $1.1 })
    let l = try cholesky(gram)
    #expect(try distance(matmul(l, l.transposed()), gram) < 1e-12)
    #expect(try distance(matmul(inverse(gram), gram), Tensor.eye(4).broadcast(to: [3, 4, 4])) < 1e-10)
  }

  @Test func aPseudoinverseAnswersWhatCannotBeSolved() throws {
    // Both rows say x + y = 2: of all solutions the shortest.
    #expect(
      try distance(leastSquares(Tensor([[1, 1], [1, 1]]), Tensor([2, 2])), Tensor([1, 1])) < 1e-14)
  }

  @Test func float32InFloat32Out() throws {
    let a = try Tensor([[4, 1], [1, 3]]).asType(.float32)
    #expect(try solve(a, ramp([2], dtype: .float32)).dtype == .float32)
    #expect(try solve(a, ramp([2])).dtype == .float64)
    #expect(try inverse(a).dtype == .float32)
    #expect(try svd(a).u.dtype == .float32)
    #expect(try symmetricEigen(a).values.dtype == .float32)
    #expect(try leastSquares(a, ramp([2], dtype: .float32)).dtype == .float32)
  }

  @Test func emptyMatricesAreMatrices() throws {
    let x = try Tensor.zeros([0, 0])
    #expect(try determinant(x).item() == 1)
    #expect(try inverse(x).shape == [0, 0])
    #expect(try cholesky(x).shape == [0, 0])
    #expect(try symmetricEigen(x).values.shape == [0])
    #expect(try svd(Tensor.zeros([0, 3])).v.shape == [3, 0])
    #expect(try solve(x, Tensor.zeros([0, 2])).shape == [0, 2])
    #expect(try leastSquares(Tensor.zeros([0, 2]), Tensor.zeros([0])).elements == [0, 0])
  }

  @Test func singularMatricesAreNamed() throws {
    let a = try Tensor([[1, 2], [2, 4]])
    let end = "this matrix is singular: column 1 depends on those before it"
    #expect(message { _ = try solve(a, Tensor([1, 2])) } == "solve needs a matrix with an inverse, and \(end)")
    #expect(message { _ = try inverse(a) } == "inverse needs a matrix with an inverse, and \(end)")
    #expect(
      message { _ = try inverse(stacked([Tensor.eye(2), a])) }
        == "inverse needs a matrix with an inverse, and matrix 1 of the batch is singular: column 1 depends on those before it"
    )
    #expect(
      message { _ = try cholesky(Tensor([[1, 0], [0, -1]])) }
        == "cholesky needs a positive definite matrix, and in this matrix the first 2 rows and columns are not")
    #expect(
      message { _ = try symmetricEigen(Tensor([[1, 2], [3, 1]])) }
        == "symmetricEigen needs a symmetric matrix, and in this matrix element [0, 1] is 2.0, but [1, 0] is 3.0")
  }

  @Test func wrongShapesAreNamed() throws {
    let (a, b) = (try ramp([2, 3]), try Tensor.eye(2))
    #expect(message { _ = try solve(a, b) } == "solve needs a square matrix, and got shape [2, 3]")
    #expect(message { _ = try inverse(ramp([2])) } == "inverse needs a matrix, and got shape [2]")
    #expect(
      message { _ = try solve(b, ramp([3])) } == "solve needs a right side with 2 rows for [2, 2], and got shape [3]")
    #expect(
      message { _ = try solve(b, Tensor(1)) } == "solve needs a right side with 2 rows for [2, 2], and got shape []")
    #expect(
      message { _ = try solve(b.broadcast(to: [2, 2, 2]), ramp([3, 2, 1])) }
        == "solve needs as many right sides as matrices, and got shapes [2, 2, 2] and [3, 2, 1]")
    #expect(
      message { _ = try leastSquares(a, ramp([3])) }
        == "leastSquares needs a right side with 2 rows for [2, 3], and got shape [3]")
    #expect(
      message { _ = try leastSquares(ramp([1, 2, 3]), ramp([2])) }
        == "leastSquares needs a matrix, and got shape [1, 2, 3]")
    #expect(
      message { _ = try determinant(Tensor.zeros([2001, 2001])) }
        == "determinant takes matrices of at most 2000 rows and columns, and got shape [2001, 2001]")
    #expect(
      message { _ = try cholesky(Tensor(symbols: "A", shape: [2, 2])) }
        == "cholesky needs numbers, and this tensor holds symbols")
    #expect(
      message { _ = try svd(Tensor([[1, nan], [0, 1]])) } == "svd needs finite numbers, and element [0, 1] is nan")
    #expect(
      message { _ = try symmetricEigen(Tensor([[1, 0], [0, .infinity]])) }
        == "symmetricEigen needs finite numbers, and element [1, 1] is inf")
    #expect(message { _ = try outer(a, b) } == "outer needs two vectors, and got shapes [2, 3] and [2, 2]")
    #expect(
      message { _ = try ramp([2]).trace() } == "trace needs rows and columns, and this tensor has shape [2]")
    #expect(
      message { _ = try a.diagonal(offset: 3) } == "diagonal(offset: 3) lies outside of a tensor of shape [2, 3]")
    #expect(message { _ = try a.diagonal(offset: .min) } != nil)
    #expect(try a.lowerTriangle(offset: .max) == a)
    #expect(try a.upperTriangle(offset: .min) == a)
    #expect(try a.upperTriangle(offset: .max) == Tensor.zeros([2, 3]))
  }

  @Test func gradientsThatDoNotExistAreErrors() throws {
    let x = try Tensor.eye(2).requiringGradient()
    let (values, vectors) = try symmetricEigen(x)
    #expect(
      message { try vectors.sum().backward() }
        == "symmetricEigen has no gradient of its vectors here: eigenvalues 0 and 1 are equal, 1.0")
    try values.sum().backward()
    #expect(x.gradient == (try Tensor.eye(2)))
    let a = try Tensor([[1, 0], [0, 0]]).requiringGradient()
    #expect(
      message { try svd(a).u.sum().backward() } == "svd has no gradient of its vectors here: singular value 1 is 0")
    #expect(
      message { try determinant(a).backward() } == "determinant has no gradient here: this matrix is singular")
    #expect(
      message { try leastSquares(a, Tensor([1, 1])).sum().backward() }
        == "leastSquares has no gradient here: the matrix of shape [2, 2] has rank 1")
    let y = try Tensor.eye(2).requiringGradient()
    #expect(
      message { try svd(y).v.sum().backward() }
        == "svd has no gradient of its vectors here: squared singular values 0 and 1 are equal, 1.0")
  }
}

@Suite struct EinsumTests {
  @Test func documentedExamples() throws {
    let a = try Tensor([[1, 2], [3, 4]])
    #expect(try einsum("ij,jk->ik", [a, Tensor([[1], [10]])]).elements == [21, 43])
    #expect(try einsum("ii->i", a).elements == [1, 4])
    #expect(try einsum("i,ij,j->", Tensor([1, 2]), a, Tensor([1, 10])).item() == 107)
  }

  @Test func aSumOverNothingButOneFactorIsSpreadBack() throws {
    let a = try ramp([2, 3]).requiringGradient()
    try einsum("ij->i", a).backward(upstream: Tensor([1, 10]))
    #expect(a.gradient?.elements == [1, 1, 1, 10, 10, 10])
    let b = try ramp([2, 2]).requiringGradient()
    try einsum("ii->", b).backward()
    #expect(b.gradient?.elements == [1, 0, 0, 1])
  }

  @Test func wrongFormulasAreNamed() throws {
    let a = try ramp([2, 3])
    #expect(
      message { _ = try einsum("ij", a) } == "einsum needs one arrow, as in \"ij,jk->ik\", and got \"ij\"")
    #expect(message { _ = try einsum("i1->i", a) } == "einsum names axes with letters, and got '1' in \"i1->i\"")
    #expect(message { _ = try einsum("ij->i", a, a) } == "\"ij->i\" is for 1 tensor, and einsum got 2")
    #expect(
      message { _ = try einsum("i->i", a) } == "\"i->i\" has 1 letter for tensor 0, which has shape [2, 3]")
    #expect(
      message { _ = try einsum("ij,ij->", a, ramp([2, 2])) }
        == "einsum meets two sizes for 'j' of \"ij,ij->\": 3, and 2 in tensor 1 of shape [2, 2]")
    #expect(
      message { _ = try einsum("ij->k", a) } == "the letter 'k' behind the arrow of \"ij->k\" stands nowhere before it")
    #expect(message { _ = try einsum("ij->ii", a) } == "the letter 'i' stands twice behind the arrow of \"ij->ii\"")
    #expect(
      message { _ = try einsum("i->", Tensor(symbols: "X", shape: [2])) }
        == "einsum needs numbers, and this tensor holds symbols")
    #expect(try einsum("i j , j k -> i k", a, ramp([3, 1])).shape == [2, 1])
  }
}
