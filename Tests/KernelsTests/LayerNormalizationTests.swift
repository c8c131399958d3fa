import Kernels
import Testing

@Suite struct LayerNormalizationTests {
  @Test(arguments: [
    (0, 5, 0), (3, 5, 0), (1, 3, 0), (7, 16, 0), (200, 768, 0), (33, 100, 1000), (2, 70_001, -50), (900, 47, 3),
  ])
  func valuesAndGradientsAreThoseOfPlainLoops(rows: Int, width: Int, offset: Int) {
    let x = randomNumbers(rows * width, seed: 1).map { $0 + Float(offset) }
    let (dy, gamma) = (randomNumbers(x.count, seed: 2), randomNumbers(width, seed: 3))
    let beta = randomNumbers(width, seed: 4)
    var (y, dx) = ([Double](), [Double]())
    var (dgamma, dbeta) = ([Double](repeating: 0, count: width), [Double](repeating: 0, count: width))
    for row in 0..<rows {
      let numbers = x[row * width..<(row + 1) * width].map { Double($0) }
      let mean = numbers.reduce(0, +) / Double(width)
      let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
      let inverse = 1 / (variance + 1e-5).squareRoot()
      let standard = numbers.map { ($0 - mean) * inverse }
      let scaled = (0..<width).map { Double(dy[row * width + $0]) * Double(gamma[$0]) }
      let average = scaled.reduce(0, +) / Double(width)
      let product = zip(scaled, standard).reduce(0) { $0 + $1.0 * $1.1 } / Double(width)
      for j in 0..<width {
        y.append(standard[j] * Double(gamma[j]) + Double(beta[j]))
        dx.append(inverse * (scaled[j] - average - standard[j] * product))
        dgamma[j] += Double(dy[row * width + j]) * standard[j]
        dbeta[j] += Double(dy[row * width + j])
      }
    }

    var found = [Float](repeating: 9, count: x.count)
    var moments = [Double](repeating: 9, count: 2 * rows)
    LayerNormalization.normalize(
      &found, moments: &moments, x, gamma: gamma, beta: beta, epsilon: 1e-5, rows: rows, width: width)
    #expect(relativeError(found, y) < 2e-6)
    var (foundGamma, foundBeta) = (gamma, gamma)
    LayerNormalization.gradient(
      dx: &found, dgamma: &foundGamma, dbeta: &foundBeta, dy, x, moments: moments, gamma: gamma, rows: rows,
      width: width)
    #expect(relativeError(found, dx) < 2e-6)
    #expect(relativeError(foundGamma, dgamma) < 2e-6)
    #expect(relativeError(foundBeta, dbeta) < 1e-6)
  }

  @Test func withoutScaleAndShift() {
    var y: [Float] = [0, 0, 0, 0]
    var moments: [Double] = [0, 0, 0, 0]
    LayerNormalization.normalize(&y, moments: &moments, [1, 3, 10, 50], epsilon: 0, rows: 2, width: 2)
    #expect(y == [-1, 1, -1, 1])
    #expect(moments == [2, 1, 30, 0.05])
  }
}
