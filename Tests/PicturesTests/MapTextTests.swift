import Pictures
import Tensors
import Testing

/// Maps as plain text, worked by hand.
@Suite struct MapTextTests {
  private func text(_ x: Tensor, from: Double? = nil, to: Double? = nil, isSigned: Bool = false) throws -> String {
    try Picture.maps(MapPicture(x, from: from, to: to, isSigned: isSigned)).text
  }

  private func matrix(_ rows: [[Double]]) throws -> Tensor {
    try Tensor(rows.flatMap { $0 }, shape: [rows.count, rows[0].count])
  }

  /// 0, 1, 2, 3, 4 and 5 of 5 are 0, 0.8, 1.6, 2.4, 3.2 and 4 of 4 shades, rounded.
  @Test func smallMapsHaveNumbersAndShades() throws {
    #expect(
      try text(matrix([[0, 1, 2], [3, 4, 5]])) == """
        [2, 3] from 0 (blank) to 5 (█)
        ┌──────────┐
        │ 0  1░ 2▒ │
        │ 3▒ 4▓ 5█ │
        └──────────┘
        """)
  }

  /// Signed: -2 of 2 is full, 1 of 2 half.
  @Test func signedMapsAreShadedByTheDistanceFromZero() throws {
    #expect(
      try text(matrix([[-2, 0], [1, 0.5]]), isSigned: true) == """
        [2, 2] from -2 (-█) to 2 (+█)
        ┌─────────────┐
        │ -2.0█  0.0  │
        │  1.0▒  0.5░ │
        └─────────────┘
        """)
  }

  /// Nine columns are too many for numbers: two characters an element.
  @Test func widerMapsHaveShadesAlone() throws {
    let row = (0..<9).map { Double($0) }
    #expect(
      try text(matrix([row])) == """
        [1, 9] from 0 (blank) to 8 (█)
        ┌──────────────────┐
        │  ░░░░▒▒▒▒▓▓▓▓████│
        └──────────────────┘
        """)
    #expect(
      try text(matrix([row.map { $0 - 4 }]), isSigned: true) == """
        [1, 9] from -4 (-█) to 4 (+█)
        ┌──────────────────┐
        │-█-▓-▒-░ ·+░+▒+▓+█│
        └──────────────────┘
        """)
  }
}
