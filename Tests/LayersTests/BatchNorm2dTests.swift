import Layers
import Operators
import Tensors
import Testing

struct BatchNorm2dTests {
  /// Two images of 1×2 pixels with two channels: 1, 5, 3, 7 and 10, 40, 20, 10.
  let x = try! Tensor([1, 5, 10, 40, 3, 7, 20, 10], shape: [2, 2, 1, 2], dtype: .float32)

  /// `torch.nn.BatchNorm2d(2, momentum=0.25)` on this batch.
  @Test func trainingMovesTheStatisticsAsPyTorchDoes() throws {
    let norm = try BatchNorm2d(2, momentum: 0.25)
    _ = try norm(x)
    #expect(norm.runningMean.tensor.elements == [1, 5])
    let variance = norm.runningVariance.tensor.elements
    #expect(abs(variance[0] - (0.75 + 0.25 * 20 / 3)) < 1e-6)
    #expect(abs(variance[1] - (0.75 + 0.25 * 200)) < 1e-5)
  }

  @Test func evaluationNormalizesWithTheStatistics() throws {
    let norm = try BatchNorm2d(2, epsilon: 0)
    try norm.load([
      "weight": Tensor([1, 10]), "bias": Tensor([0, 1]), "running_mean": Tensor([1, 10]),
      "running_var": Tensor([4, 25]),
    ])
    norm.evaluate()
    #expect(try norm(x).elements == [0, 2, 1, 61, 1, 3, 21, 1])
    #expect(norm.runningMean.tensor.elements == [1, 10], "evaluation collects nothing")
  }

  @Test func trainingNormalizesWithTheBatch() throws {
    let norm = try BatchNorm2d(2, epsilon: 0)
    let y = try norm(x)
    #expect(y.dtype == .float32)
    #expect(abs(y.elements[0] + 3 / 5.0.squareRoot()) < 1e-6)
  }
}
