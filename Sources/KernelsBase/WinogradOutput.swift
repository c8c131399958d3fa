import CKernels
import KernelInterface

// Aᵀ m A: column i of Aᵀ has the powers of the i-th point, and 0 … 0 1 for ∞.

private let root2: Float = 1.4142135623730951
private let rootHalf: Float = 0.7071067811865476

/// Four numbers of a column or row of outputs; those that `F(2x2, ...)` does not have are 0.
private struct Outputs {
  var a: vector16
  var b: vector16
  var c: vector16
  var d: vector16

  /// F(4, 3):
  /// ```
  /// ⎡1   1    1    1     1  0⎤
  /// ⎢0  √½  -√½   √2   -√2  0⎥  (a b c d e f)ᵀ
  /// ⎢0   ½    ½    2     2  0⎥
  /// ⎣0  √⅛  -√⅛  2√2  -2√2  1⎦
  /// ```
  @inline(__always) static func f4x3(
    _ a: vector16, _ b: vector16, _ c: vector16, _ d: vector16, _ e: vector16, _ f: vector16
  ) -> Outputs {
    let (nearEven, nearOdd) = (b + c, b - c)
    let (farEven, farOdd) = (d + e, (d - e) * vector16_all(root2))
    return Outputs(
      a: a + nearEven + farEven,
      b: vector16_fma(vector16_all(rootHalf), nearOdd, farOdd),
      c: vector16_fma(vector16_all(0.5), nearEven, farEven + farEven),
      d: vector16_fma(vector16_all(0.5 * rootHalf), nearOdd, farOdd + farOdd + f))
  }

  /// F(2, 5):
  /// ```
  /// ⎡1   1    1   1    1  0⎤
  /// ⎣0  √½  -√½  √2  -√2  1⎦  (a b c d e f)ᵀ
  /// ```
  @inline(__always) static func f2x5(
    _ a: vector16, _ b: vector16, _ c: vector16, _ d: vector16, _ e: vector16, _ f: vector16
  ) -> Outputs {
    Outputs(
      a: a + (b + c) + (d + e),
      b: vector16_fma(vector16_all(rootHalf), b - c, vector16_fma(vector16_all(root2), d - e, f)),
      c: vector16_zero(), d: vector16_zero())
  }

  /// F(2, 3):
  /// ```
  /// ⎡1  1   1  0⎤
  /// ⎣0  1  -1  1⎦  (a b c d)ᵀ
  /// ```
  @inline(__always) static func f2x3(_ a: vector16, _ b: vector16, _ c: vector16, _ d: vector16) -> Outputs {
    Outputs(a: a + (b + c), b: (b - c) + d, c: vector16_zero(), d: vector16_zero())
  }
}

/// The place of a tile's outputs, and what is done to them on the way.
private struct Place {
  var y: UnsafeMutablePointer<Float>
  /// From `y` to the residual of the same pixel.
  var residual: UnsafePointer<Float>?
  var row: Int
  var pixel: Int
  var rows: Int
  var columns: Int
  var bias: vector16
  /// 0 with ReLU, else -∞. As `max`'s first operand it lets NaN pass.
  var floor: vector16

  @inline(__always) func store(_ value: vector16, _ offset: Int) {
    var value = value + bias
    if let residual { value += vector16_load(residual + offset) }
    vector16_store(y + offset, vector16_max(floor, value))
  }

  /// One row of outputs.
  @inline(__always) func store(_ o: Outputs, row i: Int, side: Int) {
    guard i < rows else { return }
    let offset = i * row
    store(o.a, offset)
    if columns > 1 { store(o.b, offset + pixel) }
    if side > 2 && columns > 2 { store(o.c, offset + 2 * pixel) }
    if side > 3 && columns > 3 { store(o.d, offset + 3 * pixel) }
  }
}

@inline(__always) private func column6(
  _ m: UnsafePointer<Float>, _ stride: Int, _ j: Int,
  _ outputs: (vector16, vector16, vector16, vector16, vector16, vector16) -> Outputs
) -> Outputs {
  let m = m + j * stride
  return outputs(
    vector16_load(m), vector16_load(m + 6 * stride), vector16_load(m + 12 * stride), vector16_load(m + 18 * stride),
    vector16_load(m + 24 * stride), vector16_load(m + 30 * stride))
}

@inline(__always) private func transform4x3(_ m: UnsafePointer<Float>, _ stride: Int, _ place: Place) {
  let a = column6(m, stride, 0, Outputs.f4x3)
  let b = column6(m, stride, 1, Outputs.f4x3)
  let c = column6(m, stride, 2, Outputs.f4x3)
  let d = column6(m, stride, 3, Outputs.f4x3)
  let e = column6(m, stride, 4, Outputs.f4x3)
  let f = column6(m, stride, 5, Outputs.f4x3)
  place.store(.f4x3(a.a, b.a, c.a, d.a, e.a, f.a), row: 0, side: 4)
  place.store(.f4x3(a.b, b.b, c.b, d.b, e.b, f.b), row: 1, side: 4)
  place.store(.f4x3(a.c, b.c, c.c, d.c, e.c, f.c), row: 2, side: 4)
  place.store(.f4x3(a.d, b.d, c.d, d.d, e.d, f.d), row: 3, side: 4)
}

@inline(__always) private func transform2x5(_ m: UnsafePointer<Float>, _ stride: Int, _ place: Place) {
  let a = column6(m, stride, 0, Outputs.f2x5)
  let b = column6(m, stride, 1, Outputs.f2x5)
  let c = column6(m, stride, 2, Outputs.f2x5)
  let d = column6(m, stride, 3, Outputs.f2x5)
  let e = column6(m, stride, 4, Outputs.f2x5)
  let f = column6(m, stride, 5, Outputs.f2x5)
  place.store(.f2x5(a.a, b.a, c.a, d.a, e.a, f.a), row: 0, side: 2)
  place.store(.f2x5(a.b, b.b, c.b, d.b, e.b, f.b), row: 1, side: 2)
}

@inline(__always) private func transform2x3(_ m: UnsafePointer<Float>, _ stride: Int, _ place: Place) {
  @inline(__always) func column(_ j: Int) -> Outputs {
    let m = m + j * stride
    return .f2x3(
      vector16_load(m), vector16_load(m + 4 * stride), vector16_load(m + 8 * stride), vector16_load(m + 12 * stride))
  }
  let (a, b, c, d) = (column(0), column(1), column(2), column(3))
  place.store(.f2x3(a.a, b.a, c.a, d.a), row: 0, side: 2)
  place.store(.f2x3(a.b, b.b, c.b, d.b), row: 1, side: 2)
}

/// Calls `transform` with every 16 filters of every tile.
@inline(__always) private func forEachPlace(
  _ m: UnsafePointer<Float>, _ tiling: WinogradTiling, _ first: Int, _ count: Int, _ filter: Int, _ filters: Int,
  side: Int, _ y: UnsafeMutablePointer<Float>, _ epilogue: WinogradEpilogue,
  _ transform: (_ m: UnsafePointer<Float>, _ place: Place) -> Void
) {
  let tilesInImage = tiling.tileRows * tiling.tileColumns
  let floor = vector16_all(epilogue.relu ? 0 : -.infinity)
  var m = m
  for index in first..<first + count {
    let image = index / tilesInImage
    let top = index % tilesInImage / tiling.tileColumns * tiling.outputSide
    let left = index % tilesInImage % tiling.tileColumns * tiling.outputSide
    let corner = ((image * tiling.outputHeight + top) * tiling.outputWidth + left) * tiling.outputStep + filter
    // The next tile's outputs are asked for, as in the input transform.
    let next = y + corner + tiling.outputSide * tiling.outputStep
    for block in 0..<filters / 16 {
      for i in 0..<side {
        for j in 0..<side {
          kernels_prefetch_to_write(next + 16 * block + (i * tiling.outputWidth + j) * tiling.outputStep)
        }
      }
      let offset = corner + 16 * block
      transform(
        m,
        Place(
          y: y + offset, residual: epilogue.residual.map { $0 + offset }, row: tiling.outputWidth * tiling.outputStep,
          pixel: tiling.outputStep, rows: tiling.outputHeight - top, columns: tiling.outputWidth - left,
          bias: epilogue.bias.map { vector16_load($0 + filter + 16 * block) } ?? vector16_zero(), floor: floor))
      m += 16
    }
  }
}

func winogradOutput4x3(
  _ m: UnsafePointer<Float>, _ elementStride: Int, _ tiling: WinogradTiling, _ first: Int, _ count: Int, _ filter: Int,
  _ filters: Int, _ y: UnsafeMutablePointer<Float>, _ epilogue: WinogradEpilogue
) {
  forEachPlace(m, tiling, first, count, filter, filters, side: 4, y, epilogue) { transform4x3($0, elementStride, $1) }
}

func winogradOutput2x5(
  _ m: UnsafePointer<Float>, _ elementStride: Int, _ tiling: WinogradTiling, _ first: Int, _ count: Int, _ filter: Int,
  _ filters: Int, _ y: UnsafeMutablePointer<Float>, _ epilogue: WinogradEpilogue
) {
  forEachPlace(m, tiling, first, count, filter, filters, side: 2, y, epilogue) { transform2x5($0, elementStride, $1) }
}

func winogradOutput2x3(
  _ m: UnsafePointer<Float>, _ elementStride: Int, _ tiling: WinogradTiling, _ first: Int, _ count: Int, _ filter: Int,
  _ filters: Int, _ y: UnsafeMutablePointer<Float>, _ epilogue: WinogradEpilogue
) {
  forEachPlace(m, tiling, first, count, filter, filters, side: 2, y, epilogue) { transform2x3($0, elementStride, $1) }
}
