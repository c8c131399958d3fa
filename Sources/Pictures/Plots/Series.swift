import Tensors

/// The points of a line, thinned out where there are more of them than anybody could see.
struct Series: Sendable, Equatable {
  /// In order; a point that is not finite is a gap.
  let points: [Point]

  struct Point: Sendable, Equatable {
    var x: Double
    var y: Double
    var isFinite: Bool { x.isFinite && y.isFinite }
  }

  /// Of so many pieces of a long line, the first, the last, the highest and the lowest point are kept.
  private static let pieces = 2000

  init(_ count: Int, x: (Int) -> Double, y: (Int) -> Double) throws {
    if count <= 4 * Self.pieces {
      points = (0..<count).map { Point(x: x($0), y: y($0)) }
      return
    }
    var kept: [Int] = []
    var work = 0
    for piece in 0..<Self.pieces {
      let range = piece * count / Self.pieces..<(piece + 1) * count / Self.pieces
      try Interruption.poll(afterWork: &work, of: range.count)
      var places = [range.lowerBound, range.lowerBound, range.upperBound - 1, range.lowerBound]
      for place in range {
        let value = y(place)
        if value < y(places[0]) || !y(places[0]).isFinite { places[0] = place }
        if value > y(places[1]) || !y(places[1]).isFinite { places[1] = place }
      }
      kept += Set(places).sorted()
    }
    points = kept.map { Point(x: x($0), y: y($0)) }
  }
}
