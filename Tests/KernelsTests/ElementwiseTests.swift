import Foundation
import Kernels
import Testing

@Suite struct ElementwiseTests {
  static let counts = [0, 1, 15, 16, 17, 63, 64, 65, 127, 1000, 32 * 1024 + 1, 100_003]

  @Test(arguments: counts)
  func pairsAreTakenElementByElement(count: Int) {
    let (a, b) = (randomNumbers(count, seed: 1), randomNumbers(count, seed: 2))
    func check(_ operation: Elementwise.PairOperation, _ reference: (Float, Float) -> Float) {
      var y = [Float](repeating: .nan, count: count + 1)
      Elementwise.pairs(operation, &y, a, b, count: count)
      #expect(y[count].isNaN, "\(operation) writes behind the end")
      #expect(Array(y.dropLast()) == zip(a, b).map(reference), "\(operation)")
    }
    check(.add, +)
    check(.subtract, -)
    check(.multiply, *)
    check(.divide, /)
    check(.addThenRelu) { max($0 + $1, 0) }
    check(.reluGradient) { $1 > 0 ? $0 : 0 }
  }

  @Test(arguments: counts)
  func numbersMeetEveryElement(count: Int) {
    let x = randomNumbers(count)
    func check(_ operation: Elementwise.NumberOperation, _ reference: (Float) -> Float) {
      var y = x
      Elementwise.withNumber(operation, &y, x, 0.7, count: count)
      #expect(y == x.map(reference), "\(operation)")
    }
    check(.add) { $0 + 0.7 }
    check(.subtractFrom) { 0.7 - $0 }
    check(.multiply) { $0 * 0.7 }
    check(.divideBy) { $0 / 0.7 }
    check(.divide) { 0.7 / $0 }
  }

  @Test func reluKeepsNanAndStopsTheGradientAtZero() {
    let x: [Float] = [-1, 0, 2, .nan, -.infinity, .infinity]
    var y = [Float](repeating: 7, count: 6)
    Elementwise.relu(&y, x, count: 6)
    #expect(y.map(\.description) == ["0.0", "0.0", "2.0", "nan", "0.0", "inf"])
    Elementwise.pairs(.reluGradient, &y, [1, 2, 3, 4, 5, 6], x, count: 6)
    #expect(y == [0, 0, 3, 4, 0, 6])
    Elementwise.pairs(.addThenRelu, &y, [1, -2, 3, .nan, 5, 6], [-2, 3, .nan, 1, -5, 1], count: 6)
    #expect(y.map(\.description) == ["0.0", "1.0", "nan", "nan", "0.0", "7.0"])
  }

  @Test func gradientsOfFunctionsAreThoseOfTheirOutputs() {
    let (dy, y) = (randomNumbers(1003, seed: 3), randomNumbers(1003, seed: 4))
    var dx = dy
    Elementwise.pairs(.sigmoidGradient, &dx, dy, y, count: dx.count)
    #expect(relativeError(dx, zip(dy, y).map { Double($0) * Double($1) * (1 - Double($1)) }) < 2e-7)
    Elementwise.pairs(.tanhGradient, &dx, dy, y, count: dx.count)
    #expect(relativeError(dx, zip(dy, y).map { Double($0) * (1 - Double($1) * Double($1)) }) < 2e-7)
  }

  /// A sum in float32 would be 1e-5 off.
  @Test(arguments: counts + [1_000_000])
  func sumsAreTakenInDoublePrecision(count: Int) {
    let x = randomNumbers(count, in: 0.3...1)
    let expected = x.reduce(0) { $0 + Double($1) }
    #expect((Elementwise.sum(x, count: count) - expected).magnitude <= 1e-13 * expected)
  }

  // MARK: - Functions

  private typealias Function = (UnsafeMutablePointer<Float>, UnsafePointer<Float>, Int) -> Void

  /// The largest error in units in the last place, over numbers of all sizes.
  private func error(_ function: Function, _ reference: (Double) -> Double, in range: ClosedRange<Float>) -> Double {
    let sizes: [Float] = [1e-20, 1e-6, 1e-2, 0.1, 1, 3, 10, 100]
    let x = sizes.flatMap { size in randomNumbers(20_001, seed: 9).map { $0 * size } }.filter(range.contains)
    var y = x
    function(&y, x, x.count)
    return zip(x, y).reduce(0) { worst, pair in
      let exact = reference(Double(pair.0))
      let error = (Double(pair.1) - exact).magnitude / Double(max(Float(exact.magnitude), .leastNormalMagnitude).ulp)
      return max(worst, error.isNaN ? .infinity : error)
    }
  }

  @Test func functionsAreAFewUnitsInTheLastPlaceOff() {
    let exp = error({ Elementwise.exp($0, $1, count: $2) }, Foundation.exp, in: -87...88.7)
    #expect(exp < 2)
    let tanh = error({ Elementwise.tanh($0, $1, count: $2) }, Foundation.tanh, in: -100...100)
    #expect(tanh < 2)
    let sigmoid = error({ Elementwise.sigmoid($0, $1, count: $2) }, { 1 / (1 + Foundation.exp(-$0)) }, in: -87...100)
    #expect(sigmoid < 3)
  }

  @Test func functionsReachTheirLimits() {
    let x: [Float] = [-.infinity, -1000, 0, 1000, .infinity, .nan]
    var y = x
    Elementwise.exp(&y, x, count: 6)
    #expect(y.map(\.description) == ["0.0", "0.0", "1.0", "inf", "inf", "nan"])
    Elementwise.tanh(&y, x, count: 6)
    #expect(y.map(\.description) == ["-1.0", "-1.0", "0.0", "1.0", "1.0", "nan"])
    Elementwise.sigmoid(&y, x, count: 6)
    #expect(y.map(\.description) == ["0.0", "0.0", "0.5", "1.0", "1.0", "nan"])
  }
}
