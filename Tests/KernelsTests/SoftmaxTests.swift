import Foundation
import Kernels
import Testing

@Suite struct SoftmaxTests {
  static let sizes = [(0, 10), (1, 1), (3, 10), (128, 10), (5, 16), (7, 17), (40, 1000), (2, 20_000)]

  private func logarithms(_ x: [Float], _ width: Int) -> [Double] {
    stride(from: 0, to: x.count, by: width).flatMap { start in
      let row = x[start..<start + width].map { Double($0) }
      let largest = row.reduce(-.infinity, max)
      let logarithm = log(row.reduce(0) { $0 + exp($1 - largest) })
      return row.map { $0 - largest - logarithm }
    }
  }

  @Test(arguments: sizes)
  func probabilitiesAndTheirLogarithms(rows: Int, width: Int) {
    let x = randomNumbers(rows * width, in: -20...30)
    let expected = logarithms(x, width)
    var y = x
    Softmax.probabilities(&y, x, rows: rows, width: width)
    #expect(relativeError(y, expected.map(exp)) < 1e-6)
    Softmax.logarithms(&y, x, rows: rows, width: width)
    #expect(relativeError(y, expected) < 1e-6)
  }

  @Test(arguments: sizes)
  func crossEntropyAndItsGradient(rows: Int, width: Int) {
    let x = randomNumbers(rows * width, in: -4...5)
    let labels = (0..<rows).map { $0 % 7 == 6 ? -1 : Int32($0 * 5 % width) }
    let logarithms = logarithms(x, width)
    var (loss, expected) = (0.0, [Double](repeating: 0, count: x.count))
    for (row, label) in labels.enumerated() where label >= 0 {
      loss -= logarithms[row * width + Int(label)]
      for j in row * width..<(row + 1) * width { expected[j] = exp(logarithms[j]) / Double(rows) }
      expected[row * width + Int(label)] -= 1 / Double(rows)
    }
    var gradients = [Float](repeating: 9, count: x.count)
    let found = Softmax.crossEntropy(
      gradients: &gradients, x, labels: labels, scale: 1 / Double(rows), rows: rows, width: width)
    #expect((found - loss).magnitude <= 1e-6 * loss)
    #expect(relativeError(gradients, expected) < 1e-6)
  }

  /// softmax − 1 would be 0 here.
  @Test func nearlyCertainClassesKeepTheirGradient() {
    var gradients: [Float] = [9, 9, 9]
    let loss = Softmax.crossEntropy(gradients: &gradients, [30, 0, 0], labels: [0], scale: 1, rows: 1, width: 3)
    let others = 2 * exp(-30.0)
    #expect((loss - others).magnitude < 1e-3 * others)
    #expect(relativeError(gradients, [-others, others / 2, others / 2]) < 1e-6)
  }

  @Test func nanSpreadsOverItsRow() {
    var y: [Float] = [0, 0, 0, 0]
    Softmax.probabilities(&y, [.nan, 1, 5, 5], rows: 2, width: 2)
    #expect(y.map(\.description) == ["nan", "nan", "0.5", "0.5"])
  }
}
