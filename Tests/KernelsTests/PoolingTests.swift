import Kernels
import Testing

/// Pooling as in `Sources/Operators/Pooling`, in plain loops: `[N, C, H, W]` row by row.
private struct PlainPooling {
  let shape: PoolingShape

  /// The places and the number of each element under every window, in the order of the outputs `[N, C, H, W]`.
  var windows: [(elements: [(place: Int, number: Int)], places: Int)] {
    let (rows, columns) = (shape.rows, shape.columns)
    return (0..<shape.input.images * shape.input.channels * rows.output * columns.output).map { output in
      let (above, j) = output.quotientAndRemainder(dividingBy: columns.output)
      let (plane, i) = above.quotientAndRemainder(dividingBy: rows.output)
      var (elements, places) = ([(place: Int, number: Int)](), 0)
      for u in 0..<rows.window {
        for v in 0..<columns.window {
          let h = i * rows.stride - rows.padding + u * rows.dilation
          let w = j * columns.stride - columns.padding + v * columns.dilation
          if h < rows.input + rows.padding && w < columns.input + columns.padding { places += 1 }
          guard (0..<rows.input).contains(h), (0..<columns.input).contains(w) else { continue }
          elements.append(((plane * rows.input + h) * columns.input + w, u * columns.window + v))
        }
      }
      return (elements, places)
    }
  }
}

@Suite struct PoolingTests {
  /// Images, channels, height, width; window, stride, padding, dilation; whether windows may stand over the border.
  static let cases: [[Int]] = [
    [2, 3, 8, 6, 2, 2, 0, 1, 0], [1, 17, 7, 9, 3, 2, 1, 1, 0], [2, 16, 5, 5, 3, 1, 1, 1, 0],
    [1, 1, 9, 7, 3, 2, 0, 1, 1], [3, 5, 10, 8, 2, 3, 1, 1, 1], [1, 33, 11, 13, 3, 2, 1, 2, 0],
    [1, 2, 12, 12, 5, 1, 2, 2, 1], [1, 4, 6, 6, 6, 6, 0, 1, 0], [0, 3, 4, 4, 2, 2, 0, 1, 0],
    [2, 20, 50, 40, 3, 2, 1, 1, 1], [40, 70, 8, 8, 2, 2, 0, 1, 0], [1, 3, 5, 5, 1, 2, 0, 1, 0],
  ]

  private func shape(_ c: [Int]) -> PoolingShape {
    func axis(_ input: Int) -> PoolingShape.Axis {
      let room = input + 2 * c[6] - ((c[4] - 1) * c[7] + 1) + (c[8] == 1 ? c[5] - 1 : 0)
      let last = c[8] == 1 ? min(room / c[5], (input + c[6] - 1) / c[5]) : room / c[5]
      return .init(input: input, output: last + 1, window: c[4], stride: c[5], padding: c[6], dilation: c[7])
    }
    return PoolingShape(
      input: PixelLayout(images: c[0], channels: c[1], height: c[2], width: c[3]), rows: axis(c[2]),
      columns: axis(c[3]))
  }

  /// Few different numbers, so that many are equal.
  private func fewNumbers(_ count: Int) -> [Float] { randomNumbers(count).map { ($0 * 4).rounded() } }

  @Test(arguments: cases)
  func largestElementsWinAndGetTheGradient(parameters: [Int]) {
    let shape = shape(parameters)
    let windows = PlainPooling(shape: shape).windows
    var x = fewNumbers(shape.input.images * shape.input.channels * shape.input.height * shape.input.width)
    for i in stride(from: 5, to: x.count, by: 11) { x[i] = .nan }
    let dy = randomNumbers(windows.count, seed: 2)
    var (y, winners) = ([Float](), [Float]())
    var dx = [Double](repeating: 0, count: x.count)
    for (output, window) in windows.enumerated() {
      var best = window.elements[0]
      for element in window.elements where x[element.place] > x[best.place] || x[element.place].isNaN {
        if !x[best.place].isNaN { best = element }
      }
      y.append(x[best.place])
      winners.append(Float(best.number))
      dx[best.place] += Double(dy[output])
    }

    var found = [Float](repeating: 9, count: shape.output.count)
    var foundWinners = [UInt8](repeating: 99, count: shape.output.count)
    Pooling.maximum(&found, winners: &foundWinners, pixelOrder(x, shape.input), shape)
    #expect(found.map(\.description) == pixelOrder(y, shape.output).map(\.description))
    let isChannel = pixelOrder([Float](repeating: 1, count: y.count), shape.output)
    #expect(zip(foundWinners, isChannel).map { Float($0) * $1 } == pixelOrder(winners, shape.output))
    var foundAlone = [Float](repeating: 9, count: shape.output.count)
    Pooling.maximum(&foundAlone, pixelOrder(x, shape.input), shape)
    #expect(foundAlone.map(\.description) == found.map(\.description))

    var foundGradient = [Float](repeating: 9, count: shape.input.count)
    Pooling.maximumGradient(&foundGradient, pixelOrder(dy, shape.output), winners: foundWinners, shape)
    #expect(relativeError(foundGradient, pixelOrder(dx, shape.input)) < 1e-6)
  }

  @Test(arguments: cases, [false, true])
  func meansOfWindowsAndTheirGradient(parameters: [Int], countsPadding: Bool) {
    let shape = shape(parameters)
    let windows = PlainPooling(shape: shape).windows
    let x = randomNumbers(shape.input.images * shape.input.channels * shape.input.height * shape.input.width)
    let dy = randomNumbers(windows.count, seed: 2)
    var dx = [Double](repeating: 0, count: x.count)
    let y = zip(windows, dy).map { window, dy in
      let count = Double(countsPadding ? window.places : window.elements.count)
      for element in window.elements { dx[element.place] += Double(dy) / count }
      return window.elements.reduce(0) { $0 + Double(x[$1.place]) } / count
    }

    var found = [Float](repeating: 9, count: shape.output.count)
    Pooling.average(&found, pixelOrder(x, shape.input), shape, countsPadding: countsPadding)
    #expect(relativeError(found, pixelOrder(y, shape.output)) < 1e-6)
    var foundGradient = [Float](repeating: 9, count: shape.input.count)
    Pooling.averageGradient(&foundGradient, pixelOrder(dy, shape.output), shape, countsPadding: countsPadding)
    #expect(relativeError(foundGradient, pixelOrder(dx, shape.input)) < 1e-6)
  }
}
