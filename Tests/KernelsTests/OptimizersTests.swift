import Foundation
import Kernels
import Testing

@Suite struct OptimizersTests {
  static let counts = [0, 1, 16, 33, 40_001]

  @Test(arguments: counts, [(0.0, 0.0, false), (0.9, 0.0, false), (0.9, 0.3, false), (0.8, 0, true)])
  func descentWithMomentum(count: Int, parameters: (momentum: Double, dampening: Double, isNesterov: Bool)) {
    let (momentum, dampening, isNesterov) = parameters
    var p = randomNumbers(count, seed: 1, in: 1...2)
    var b = [Float](repeating: .nan, count: count)
    var (expected, moved) = (p.map { Double($0) }, [Double](repeating: 0, count: count))
    for step in 0..<3 {
      let g = randomNumbers(count, seed: UInt64(step + 2))
      for i in 0..<count {
        let gradient = Double(g[i]) + 0.01 * expected[i]
        moved[i] = step == 0 ? gradient : momentum * moved[i] + (1 - dampening) * gradient
        let direction = momentum == 0 ? gradient : isNesterov ? gradient + momentum * moved[i] : moved[i]
        expected[i] -= 0.1 * direction
      }
      b.withUnsafeMutableBufferPointer { b in
        Optimizers.descend(
          &p, g, momentum: momentum == 0 ? nil : b.baseAddress, isFirst: step == 0, rate: 0.1,
          momentumFactor: momentum, dampening: dampening, decay: 0.01, isNesterov: isNesterov, count: count)
      }
    }
    #expect(relativeError(p, expected) < 1e-6)
  }

  @Test(arguments: counts, [(0.0, false), (0.02, false), (0.02, true)])
  func adamWithDecay(count: Int, decay: (rate: Double, isDecoupled: Bool)) {
    var p = randomNumbers(count, seed: 1, in: 1...2)
    var (m, v) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
    var expected = p.map { Double($0) }
    var (mean, square) = (expected.map { _ in 0.0 }, expected.map { _ in 0.0 })
    for step in 1...4 {
      let g = randomNumbers(count, seed: UInt64(step + 2))
      for i in 0..<count {
        var gradient = Double(g[i])
        if decay.isDecoupled {
          expected[i] -= 0.01 * decay.rate * expected[i]
        } else {
          gradient += decay.rate * expected[i]
        }
        mean[i] = 0.9 * mean[i] + 0.1 * gradient
        square[i] = 0.999 * square[i] + 0.001 * gradient * gradient
        let corrected = (square[i] / (1 - pow(0.999, Double(step)))).squareRoot()
        expected[i] -= 0.01 * mean[i] / (1 - pow(0.9, Double(step))) / (corrected + 1e-8)
      }
      Optimizers.adam(
        &p, g, mean: &m, square: &v, step: step, rate: 0.01, decay: decay.rate, isDecoupled: decay.isDecoupled,
        count: count)
    }
    #expect(relativeError(p, expected) < 1e-6)
    #expect(relativeError(m, mean) < 1e-6)
    #expect(relativeError(v, square) < 1e-6)
  }
}
