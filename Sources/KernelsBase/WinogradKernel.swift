import CKernels
import KernelInterface

// U = G g Gᵀ in double precision: row i of G has the powers of the i-th point over ∏ (aᵢ - aⱼ), and 0 … 0 1 for ∞.

private let root2 = 1.4142135623730951

/// One column or row of U.
private struct Six {
  var a: double16
  var b: double16
  var c: double16
  var d: double16
  var e: double16
  var f: double16

  /// F(4, 3):
  /// ```
  /// ⎡   1      0     0⎤
  /// ⎢-2/3  -√2/3  -1/3⎥
  /// ⎢-2/3   √2/3  -1/3⎥  (a b c)ᵀ
  /// ⎢ 1/6   √2/6   1/3⎥
  /// ⎢ 1/6  -√2/6   1/3⎥
  /// ⎣   0      0     1⎦
  /// ```
  @inline(__always) init(_ a: double16, _ b: double16, _ c: double16) {
    let nearEven = (a + a + c) * double16_all(-1.0 / 3)
    let nearOdd = b * double16_all(-root2 / 3)
    let farEven = (a + c + c) * double16_all(1.0 / 6)
    let farOdd = b * double16_all(root2 / 6)
    self.init(
      a: a, b: nearEven + nearOdd, c: nearEven - nearOdd, d: farEven + farOdd, e: farEven - farOdd, f: c)
  }

  /// F(2, 5):
  /// ```
  /// ⎡   1      0     0      0     0⎤
  /// ⎢-2/3  -√2/3  -1/3  -√2/6  -1/6⎥
  /// ⎢-2/3   √2/3  -1/3   √2/6  -1/6⎥  (a b c d e)ᵀ
  /// ⎢ 1/6   √2/6   1/3   √2/3   2/3⎥
  /// ⎢ 1/6  -√2/6   1/3  -√2/3   2/3⎥
  /// ⎣   0      0     0      0     1⎦
  /// ```
  @inline(__always) init(_ a: double16, _ b: double16, _ c: double16, _ d: double16, _ e: double16) {
    let nearEven = (a + a + c + e * double16_all(0.5)) * double16_all(-1.0 / 3)
    let nearOdd = (b + b + d) * double16_all(-root2 / 6)
    let farEven = (a * double16_all(0.5) + c + e + e) * double16_all(1.0 / 3)
    let farOdd = (b + d + d) * double16_all(root2 / 6)
    self.init(
      a: a, b: nearEven + nearOdd, c: nearEven - nearOdd, d: farEven + farOdd, e: farEven - farOdd, f: e)
  }

  @inline(__always) private init(
    a: double16, b: double16, c: double16, d: double16, e: double16, f: double16
  ) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
    self.f = f
  }

  @inline(__always) func store(_ u: UnsafeMutablePointer<Float>, _ stride: Int) {
    vector16_store(u, double16_narrow(a))
    vector16_store(u + stride, double16_narrow(b))
    vector16_store(u + 2 * stride, double16_narrow(c))
    vector16_store(u + 3 * stride, double16_narrow(d))
    vector16_store(u + 4 * stride, double16_narrow(e))
    vector16_store(u + 5 * stride, double16_narrow(f))
  }
}

private struct Four {
  var a: double16
  var b: double16
  var c: double16
  var d: double16

  /// F(2, 3):
  /// ```
  /// ⎡1   0  0⎤
  /// ⎢½   ½  ½⎥  (a b c)ᵀ
  /// ⎢½  -½  ½⎥
  /// ⎣0   0  1⎦
  /// ```
  @inline(__always) init(_ a: double16, _ b: double16, _ c: double16) {
    let (even, odd) = ((a + c) * double16_all(0.5), b * double16_all(0.5))
    self.a = a
    self.b = even + odd
    self.c = even - odd
    d = c
  }

  @inline(__always) func store(_ u: UnsafeMutablePointer<Float>, _ stride: Int) {
    vector16_store(u, double16_narrow(a))
    vector16_store(u + stride, double16_narrow(b))
    vector16_store(u + 2 * stride, double16_narrow(c))
    vector16_store(u + 3 * stride, double16_narrow(d))
  }
}

/// Writes the `taps` numbers of up to 16 kernels to `u`, tap after tap `stride` apart, with zeros in place of missing
/// kernels. There U itself will be: the taps are all read before it is written.
@inline(__always) private func gather(
  _ kernel: UnsafePointer<Float>, _ strides: WinogradFilterStrides, _ filters: Int, _ taps: Int,
  _ u: UnsafeMutablePointer<Float>, _ stride: Int
) {
  // Kernels of one of the axes lie far apart: those of the channel after the next one should be on their way.
  for filter in 0..<filters { kernels_prefetch(kernel + (2 * strides.channel + filter * strides.filter)) }
  for tap in 0..<taps {
    let to = u + tap * stride
    var from = kernel + tap * strides.tap
    for filter in 0..<filters {
      to[filter] = from.pointee
      from += strides.filter
    }
    for filter in filters..<16 { to[filter] = 0 }
  }
}

func winogradKernel4x3(
  _ kernel: UnsafePointer<Float>, _ strides: WinogradFilterStrides, _ filters: Int, _ u: UnsafeMutablePointer<Float>,
  _ elementStride: Int
) {
  gather(kernel, strides, filters, 9, u, elementStride)
  @inline(__always) func tap(_ index: Int) -> double16 { vector16_widen(vector16_load(u + index * elementStride)) }
  let a = Six(tap(0), tap(3), tap(6))
  let b = Six(tap(1), tap(4), tap(7))
  let c = Six(tap(2), tap(5), tap(8))
  Six(a.a, b.a, c.a).store(u, elementStride)
  Six(a.b, b.b, c.b).store(u + 6 * elementStride, elementStride)
  Six(a.c, b.c, c.c).store(u + 12 * elementStride, elementStride)
  Six(a.d, b.d, c.d).store(u + 18 * elementStride, elementStride)
  Six(a.e, b.e, c.e).store(u + 24 * elementStride, elementStride)
  Six(a.f, b.f, c.f).store(u + 30 * elementStride, elementStride)
}

func winogradKernel2x5(
  _ kernel: UnsafePointer<Float>, _ strides: WinogradFilterStrides, _ filters: Int, _ u: UnsafeMutablePointer<Float>,
  _ elementStride: Int
) {
  gather(kernel, strides, filters, 25, u, elementStride)
  @inline(__always) func column(_ j: Int) -> Six {
    @inline(__always) func tap(_ i: Int) -> double16 { vector16_widen(vector16_load(u + (5 * i + j) * elementStride)) }
    return Six(tap(0), tap(1), tap(2), tap(3), tap(4))
  }
  let (a, b, c, d, e) = (column(0), column(1), column(2), column(3), column(4))
  Six(a.a, b.a, c.a, d.a, e.a).store(u, elementStride)
  Six(a.b, b.b, c.b, d.b, e.b).store(u + 6 * elementStride, elementStride)
  Six(a.c, b.c, c.c, d.c, e.c).store(u + 12 * elementStride, elementStride)
  Six(a.d, b.d, c.d, d.d, e.d).store(u + 18 * elementStride, elementStride)
  Six(a.e, b.e, c.e, d.e, e.e).store(u + 24 * elementStride, elementStride)
  Six(a.f, b.f, c.f, d.f, e.f).store(u + 30 * elementStride, elementStride)
}

func winogradKernel2x3(
  _ kernel: UnsafePointer<Float>, _ strides: WinogradFilterStrides, _ filters: Int, _ u: UnsafeMutablePointer<Float>,
  _ elementStride: Int
) {
  gather(kernel, strides, filters, 9, u, elementStride)
  @inline(__always) func tap(_ index: Int) -> double16 { vector16_widen(vector16_load(u + index * elementStride)) }
  let a = Four(tap(0), tap(3), tap(6))
  let b = Four(tap(1), tap(4), tap(7))
  let c = Four(tap(2), tap(5), tap(8))
  Four(a.a, b.a, c.a).store(u, elementStride)
  Four(a.b, b.b, c.b).store(u + 4 * elementStride, elementStride)
  Four(a.c, b.c, c.c).store(u + 8 * elementStride, elementStride)
  Four(a.d, b.d, c.d).store(u + 12 * elementStride, elementStride)
}
