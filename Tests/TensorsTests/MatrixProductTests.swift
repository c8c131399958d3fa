import Tensors
import Testing

@Suite struct MatrixProductTests {
  @Test func documentedExample() throws {
    #expect(try matmul(Tensor([[1, 2], [3, 4]]), Tensor([[1], [10]])).elements == [21, 43])
  }

  @Test(arguments: [DType.float32, .float64])
  func anyShapesMatchTheSum(dtype: DType) throws {
    for (m, k, n) in [(2, 3, 4), (1, 5, 2), (7, 1, 3), (3, 4, 1)] {
      let a = try ramp([m, k], dtype: dtype)
      let b = try Tensor.normal([k, n], seed: m).asType(dtype)
      let y = try matmul(a, b)
      #expect(y.dtype == dtype)
      for i in 0..<m {
        for j in 0..<n {
          let sum = try (0..<k).reduce(0) { try $0 + a.at(i, $1) * b.at($1, j) }
          #expect(try (y.at(i, j) - sum).magnitude < (dtype == .float32 ? 1e-5 : 1e-12) * 50)
        }
      }
    }
  }

  @Test func emptyMatricesGiveZeros() throws {
    #expect(try matmul(Tensor.zeros([2, 0]), Tensor.zeros([0, 3])) == Tensor.zeros([2, 3]))
    #expect(try matmul(Tensor.zeros([0, 2]), Tensor.zeros([2, 3])).shape == [0, 3])
  }

  @Test func shapesThatDoNotFitAreNamed() throws {
    #expect(
      message { _ = try matmul(ramp([2, 3]), ramp([2, 3])) }
        == "matmul cannot multiply [2, 3] by [2, 3]: rows of the left have 3 elements, but columns of the right have 2")
    #expect(
      message { _ = try matmul(Tensor(3), ramp([3, 1])) }
        == "matmul needs matrices or vectors, and got shapes [] and [3, 1]")
    #expect(
      message { _ = try matmul(ramp([2, 2, 3]), ramp([3, 3, 1])) }
        == "matmul cannot multiply [2, 2, 3] by [3, 3, 1]: the batches [2] and [3] do not fit together")
    #expect(
      message { _ = try matmul(ramp([3]), ramp([2])) }
        == "matmul cannot multiply [3] by [2]: rows of the left have 3 elements, but columns of the right have 2")
  }
}
