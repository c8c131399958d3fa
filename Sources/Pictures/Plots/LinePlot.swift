import Tensors

/// Lines over two axes: what `plot` makes of numbers.
package struct LinePlot: Sendable {
  let title: String
  let names: [String]
  let series: [Series]
  let x: Axis
  let y: Axis
  /// Points that are not there: not finite, or not above zero on a logarithmic axis.
  let leftOut: Int
  let isLog: Bool

  static let seriesLimit = 12

  static func requireLines(_ count: Int) throws {
    guard count > 0 else { throw TensorError("plot needs a line to draw, and got none") }
    guard count <= seriesLimit else {
      throw TensorError(
        "plot draws at most \(seriesLimit) lines, and these are \(count): choose some of them, as in y[0..<\(seriesLimit)]"
      )
    }
  }

  init(_ series: [Series], names: [String], title: String, logX: Bool, logY: Bool) throws {
    guard names.isEmpty || names.count == series.count else {
      throw TensorError("plot needs a name for each of \(counted(series.count, "line")), and got \(names.count)")
    }
    func isShown(_ point: Series.Point) -> Bool {
      point.isFinite && (!logX || point.x > 0) && (!logY || point.y > 0)
    }
    let shown = series.flatMap { $0.points.filter(isShown) }
    leftOut = series.reduce(0) { $0 + $1.points.count } - shown.count
    guard !shown.isEmpty else {
      let reason = logX || logY ? " a finite point above 0" : " a finite point"
      throw TensorError("plot needs\(reason), and there is none")
    }
    self.title = title
    self.names = names
    isLog = logX || logY
    self.series = series.map { line in
      Series(points: line.points.map { isShown($0) ? $0 : Series.Point(x: .nan, y: .nan) })
    }
    x = Axis(covering: shown.map(\.x), isLog: logX, isWidened: false)
    y = Axis(covering: shown.map(\.y), isLog: logY, isWidened: true)
  }
}

extension Series {
  init(points: [Point]) { self.points = points }
}
