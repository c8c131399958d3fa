import Tensors

/// Draws a tensor as an image: one map, a grid of maps, or colours. Where there is no terminal with colours the image is
/// made of characters, darker (or, on a dark screen, brighter) for larger numbers.
///
/// ```
/// shade = (x − from) / (to − from)        signed: |x| / max |x|, with the sign
/// ```
///
/// ```swift
/// show(Tensor([[0, 1, 2], [3, 4, 5]]))
/// // [2, 3] from 0 (blank) to 5 (█)
/// // ┌──────────┐
/// // │ 0  1░ 2▒ │
/// // │ 3▒ 4▓ 5█ │
/// // └──────────┘
/// ```
///
/// - Parameters:
///   - x: `[H, W]` is one map and `[C, H, W]` a map for each channel, 3 channels are red, green and blue; `[N, C, H, W]`
///     are those of all images, or the kernels of a convolution. A list `[L]` is one row. Large maps are averaged over
///     blocks of elements until they fit, and the caption says so.
///   - title: What stands above.
///   - from: The number that is drawn blank (black in colours); the smallest one if nothing is given.
///   - to: The number that is drawn full (white); the largest one if nothing is given.
///   - signed: Draws the distance from zero and the sign, red above and blue below zero: for gradients and weights.
///   - colour: Draws 3 channels as red, green and blue; `false` draws them side by side.
package func show(
  _ x: Tensor, title: String = "", from: Double? = nil, to: Double? = nil, signed: Bool = false, colour: Bool = true
) throws {
  try Easel.show(.maps(MapPicture(x, title: title, from: from, to: to, isSigned: signed, usesColour: colour)))
}
