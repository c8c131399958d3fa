import CKernels
import KernelInterface

// V = Bᵀ d B, the polynomials of Cook and Toom through the points 0, ±√½, ±√2, ∞ (six) and 0, ±1, ∞ (four): row i of
// Bᵀ has the coefficients of ∏ (x - aⱼ) over all finite points aⱼ but the i-th. Lavin and Gray take 0, ±1, ±2, ∞ for
// six; points in pairs of reciprocals keep all factors near 1, and the error 3 to 5 times smaller.

private let root2: Float = 1.4142135623730951
private let rootHalf: Float = 0.7071067811865476

/// One column or row of a 6x6 tile.
private struct Six {
  var a: vector16
  var b: vector16
  var c: vector16
  var d: vector16
  var e: vector16
  var f: vector16

  /// ```
  /// ⎡1    0  -5/2    0   1  0⎤
  /// ⎢0  -√2    -2   √½   1  0⎥
  /// ⎢0   √2    -2  -√½   1  0⎥
  /// ⎢0  -√½    -½   √2   1  0⎥  (a b c d e f)ᵀ
  /// ⎢0   √½    -½  -√2   1  0⎥
  /// ⎣0    1     0  -5/2  0  1⎦
  /// ```
  @inline(__always) var transformed: Six {
    let nearEven = vector16_fma(vector16_all(-2), c, e)
    let nearOdd = vector16_fma(vector16_all(-2), b, d)
    let farEven = vector16_fma(vector16_all(-0.5), c, e)
    let farOdd = vector16_fma(vector16_all(-0.5), b, d)
    return Six(
      a: vector16_fma(vector16_all(-2.5), c, a + e),
      b: vector16_fma(vector16_all(rootHalf), nearOdd, nearEven),
      c: vector16_fma(vector16_all(-rootHalf), nearOdd, nearEven),
      d: vector16_fma(vector16_all(root2), farOdd, farEven),
      e: vector16_fma(vector16_all(-root2), farOdd, farEven),
      f: vector16_fma(vector16_all(-2.5), d, b + f))
  }

  @inline(__always) func store(_ v: UnsafeMutablePointer<Float>, _ stride: Int) {
    vector16_store(v, a)
    vector16_store(v + stride, b)
    vector16_store(v + 2 * stride, c)
    vector16_store(v + 3 * stride, d)
    vector16_store(v + 4 * stride, e)
    vector16_store(v + 5 * stride, f)
  }
}

/// One column or row of a 4x4 tile.
private struct Four {
  var a: vector16
  var b: vector16
  var c: vector16
  var d: vector16

  /// ```
  /// ⎡1   0  -1  0⎤
  /// ⎢0   1   1  0⎥  (a b c d)ᵀ
  /// ⎢0  -1   1  0⎥
  /// ⎣0  -1   0  1⎦
  /// ```
  @inline(__always) var transformed: Four { Four(a: a - c, b: b + c, c: c - b, d: d - b) }

  @inline(__always) func store(_ v: UnsafeMutablePointer<Float>, _ stride: Int) {
    vector16_store(v, a)
    vector16_store(v + stride, b)
    vector16_store(v + 2 * stride, c)
    vector16_store(v + 3 * stride, d)
  }
}

/// A tile of the input, of which rows and columns outside the image read as 0.
private struct Tile {
  var corner: UnsafePointer<Float>
  var row: Int
  var pixel: Int
  /// Bit i: row i lies in the image.
  var rows: Int
  var columns: Int

  @inline(__always) subscript(i: Int, j: Int) -> vector16 {
    rows >> i & columns >> j & 1 == 0 ? vector16_zero() : vector16_load(corner + i * row + j * pixel)
  }

  @inline(__always) func column6(_ j: Int) -> Six {
    Six(a: self[0, j], b: self[1, j], c: self[2, j], d: self[3, j], e: self[4, j], f: self[5, j])
  }

  @inline(__always) func column4(_ j: Int) -> Four {
    Four(a: self[0, j], b: self[1, j], c: self[2, j], d: self[3, j])
  }
}

@inline(__always) private func transform6(_ tile: Tile, _ v: UnsafeMutablePointer<Float>, _ stride: Int) {
  let a = tile.column6(0).transformed
  let b = tile.column6(1).transformed
  let c = tile.column6(2).transformed
  let d = tile.column6(3).transformed
  let e = tile.column6(4).transformed
  let f = tile.column6(5).transformed
  Six(a: a.a, b: b.a, c: c.a, d: d.a, e: e.a, f: f.a).transformed.store(v, stride)
  Six(a: a.b, b: b.b, c: c.b, d: d.b, e: e.b, f: f.b).transformed.store(v + 6 * stride, stride)
  Six(a: a.c, b: b.c, c: c.c, d: d.c, e: e.c, f: f.c).transformed.store(v + 12 * stride, stride)
  Six(a: a.d, b: b.d, c: c.d, d: d.d, e: e.d, f: f.d).transformed.store(v + 18 * stride, stride)
  Six(a: a.e, b: b.e, c: c.e, d: d.e, e: e.e, f: f.e).transformed.store(v + 24 * stride, stride)
  Six(a: a.f, b: b.f, c: c.f, d: d.f, e: e.f, f: f.f).transformed.store(v + 30 * stride, stride)
}

@inline(__always) private func transform4(_ tile: Tile, _ v: UnsafeMutablePointer<Float>, _ stride: Int) {
  let a = tile.column4(0).transformed
  let b = tile.column4(1).transformed
  let c = tile.column4(2).transformed
  let d = tile.column4(3).transformed
  Four(a: a.a, b: b.a, c: c.a, d: d.a).transformed.store(v, stride)
  Four(a: a.b, b: b.b, c: c.b, d: d.b).transformed.store(v + 4 * stride, stride)
  Four(a: a.c, b: b.c, c: c.c, d: d.c).transformed.store(v + 8 * stride, stride)
  Four(a: a.d, b: b.d, c: c.d, d: d.d).transformed.store(v + 12 * stride, stride)
}

/// The bits `0 ..< side` of those positions from `start` on that lie in `0 ..< size`.
private func inside(_ start: Int, _ side: Int, _ size: Int) -> Int {
  let from = max(0, min(-start, side))
  let to = max(from, min(size - start, side))
  return (1 << to) - (1 << from)
}

/// Tile number `index` of all images, `side` pixels wide.
private func tileAt(_ x: UnsafePointer<Float>, _ t: WinogradTiling, _ index: Int, side: Int) -> Tile {
  let inImage = index % (t.tileRows * t.tileColumns)
  let image = index / (t.tileRows * t.tileColumns)
  let top = inImage / t.tileColumns * t.outputSide - t.paddingTop
  let left = inImage % t.tileColumns * t.outputSide - t.paddingLeft
  return Tile(
    corner: x + ((image * t.height + top) * t.width + left) * t.step, row: t.width * t.step, pixel: t.step,
    rows: inside(top, side, t.height), columns: inside(left, side, t.width))
}

/// Calls `transform` with every 16 channels of every tile, and asks for the next tile's pixels meanwhile: all but the
/// `side - outputSide` rows and columns that it has in common with others. Layers are larger than the second cache, and
/// without that the wait for memory takes longer than the arithmetic.
@inline(__always) private func forEachTile(
  _ x: UnsafePointer<Float>, _ tiling: WinogradTiling, _ first: Int, _ count: Int, side: Int,
  _ v: UnsafeMutablePointer<Float>, _ transform: (_ tile: Tile, _ v: UnsafeMutablePointer<Float>) -> Void
) {
  let all = (1 << side) - 1
  var v = v
  for index in first..<first + count {
    var tile = tileAt(x, tiling, index, side: side)
    var next = tileAt(x, tiling, index + 1, side: side).corner
    let isInside = tile.rows & tile.columns == all
    for _ in 0..<tiling.step / 16 {
      for i in side - tiling.outputSide..<side {
        for j in side - tiling.outputSide..<side { kernels_prefetch(next + i * tile.row + j * tile.pixel) }
      }
      if isInside {
        // The compiler drops the questions whether a pixel is inside.
        transform(Tile(corner: tile.corner, row: tile.row, pixel: tile.pixel, rows: all, columns: all), v)
      } else {
        transform(tile, v)
      }
      tile.corner += 16
      next += 16
      v += 16
    }
  }
}

func winogradInput6(
  _ x: UnsafePointer<Float>, _ tiling: WinogradTiling, _ first: Int, _ count: Int, _ v: UnsafeMutablePointer<Float>,
  _ elementStride: Int
) {
  forEachTile(x, tiling, first, count, side: 6, v) { transform6($0, $1, elementStride) }
}

func winogradInput4(
  _ x: UnsafePointer<Float>, _ tiling: WinogradTiling, _ first: Int, _ count: Int, _ v: UnsafeMutablePointer<Float>,
  _ elementStride: Int
) {
  forEachTile(x, tiling, first, count, side: 4, v) { transform4($0, $1, elementStride) }
}
