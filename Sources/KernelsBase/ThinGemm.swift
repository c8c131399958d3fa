import CKernels
import KernelInterface

let thinGemmKernels = ThinGemmKernels(dotProducts: dotProducts, addRows: addRows)

// Every dot product is one vector of sums, added up at the end, whatever its neighbours in a tile: cutting rows
// differently gives the same bits.

/// Products of one row of x with four rows of w.
private struct Four {
  var s0 = vector16_zero()
  var s1 = vector16_zero()
  var s2 = vector16_zero()
  var s3 = vector16_zero()

  @inline(__always)
  mutating func add(_ x: vector16, _ w0: vector16, _ w1: vector16, _ w2: vector16, _ w3: vector16) {
    s0 = vector16_fma(x, w0, s0)
    s1 = vector16_fma(x, w1, s1)
    s2 = vector16_fma(x, w2, s2)
    s3 = vector16_fma(x, w3, s3)
  }

  @inline(__always)
  func store(_ p: DotProducts, _ row: Int, _ column: Int, _ from: Int, _ first: Bool) {
    store(vector16_sum(s0), p, row, column, from, first)
    store(vector16_sum(s1), p, row, column + 1, from, first)
    store(vector16_sum(s2), p, row, column + 2, from, first)
    store(vector16_sum(s3), p, row, column + 3, from, first)
  }

  /// Adds the products from `from` on, which fill no vector, and writes.
  @inline(__always)
  private func store(_ sum: Float, _ p: DotProducts, _ row: Int, _ column: Int, _ from: Int, _ first: Bool) {
    guard row < p.xRows, column < p.wRows else { return }
    var sum = sum
    let x = p.x + row * p.xRow
    let w = p.w + column * p.wRow
    for i in from..<p.depth { sum += x[i] * w[i] }
    let to = p.y + row * p.yRow + column * p.yColumn
    to.pointee = first && !p.accumulate ? sum : to.pointee + sum
  }
}

private func dotProducts(_ p: DotProducts) {
  // Four rows of w stay in the first-level cache.
  let blockSize = 2048
  let whole = p.depth & ~15
  var column = 0
  while column < p.wRows {
    var from = 0
    repeat {
      let count = min(blockSize, whole - from)
      // Products that fill no vector come with the last block.
      let tail = from + count == whole ? whole : p.depth
      var row = 0
      while row < p.xRows {
        #if KERNELSV4
          if p.xRows - row > 1 {
            sixteen(p, row, column, from, count, tail)
            row += 4
            continue
          }
        #endif
        four(p, row, column, from, count, tail)
        row += 1
      }
      from += count
    } while from < whole
    column += 4
  }
}

@inline(__always)
private func four(_ p: DotProducts, _ row: Int, _ column: Int, _ from: Int, _ count: Int, _ tail: Int) {
  let last = p.wRows - 1
  var x = p.x + row * p.xRow + from
  var w0 = p.w + column * p.wRow + from
  var w1 = p.w + min(column + 1, last) * p.wRow + from
  var w2 = p.w + min(column + 2, last) * p.wRow + from
  var w3 = p.w + min(column + 3, last) * p.wRow + from
  var sums = Four()
  for _ in 0..<count / 16 {
    sums.add(vector16_load(x), vector16_load(w0), vector16_load(w1), vector16_load(w2), vector16_load(w3))
    x += 16
    w0 += 16
    w1 += 16
    w2 += 16
    w3 += 16
  }
  sums.store(p, row, column, tail, from == 0)
}

#if KERNELSV4
  @inline(__always)
  private func sixteen(_ p: DotProducts, _ row: Int, _ column: Int, _ from: Int, _ count: Int, _ tail: Int) {
    let (lastRow, last) = (p.xRows - 1, p.wRows - 1)
    let x0 = p.x + row * p.xRow + from
    let x1 = p.x + min(row + 1, lastRow) * p.xRow + from
    let x2 = p.x + min(row + 2, lastRow) * p.xRow + from
    let x3 = p.x + min(row + 3, lastRow) * p.xRow + from
    let w0 = p.w + column * p.wRow + from
    let w1 = p.w + min(column + 1, last) * p.wRow + from
    let w2 = p.w + min(column + 2, last) * p.wRow + from
    let w3 = p.w + min(column + 3, last) * p.wRow + from
    var (r0, r1, r2, r3) = (Four(), Four(), Four(), Four())
    var i = 0
    while i < count {
      let (b0, b1, b2, b3) = (
        vector16_load(w0 + i), vector16_load(w1 + i), vector16_load(w2 + i), vector16_load(w3 + i)
      )
      r0.add(vector16_load(x0 + i), b0, b1, b2, b3)
      r1.add(vector16_load(x1 + i), b0, b1, b2, b3)
      r2.add(vector16_load(x2 + i), b0, b1, b2, b3)
      r3.add(vector16_load(x3 + i), b0, b1, b2, b3)
      i += 16
    }
    r0.store(p, row, column, tail, from == 0)
    r1.store(p, row + 1, column, tail, from == 0)
    r2.store(p, row + 2, column, tail, from == 0)
    r3.store(p, row + 3, column, tail, from == 0)
  }
#endif

private func addRows(_ p: GemmPanel) {
  var step = 0
  while step < p.depth {
    let steps = min(8, p.depth - step)
    for row in 0..<p.rows {
      let a = p.a + row * p.aRow + step * p.aStep
      let b = p.b + step * p.bStep
      let c = p.c + row * p.cRow
      if steps == 8 {
        addEight(c, a, p.aStep, b, p.bStep, p.columns)
      } else {
        for i in 0..<steps { addOne(c, a[i * p.aStep], b + i * p.bStep, p.columns) }
      }
    }
    step += steps
  }
}

@inline(__always)
private func addOne(_ c: UnsafeMutablePointer<Float>, _ a: Float, _ b: UnsafePointer<Float>, _ columns: Int) {
  var j = 0
  while j + 16 <= columns {
    vector16_store(c + j, vector16_fma(vector16_all(a), vector16_load(b + j), vector16_load(c + j)))
    j += 16
  }
  while j < columns {
    c[j] += a * b[j]
    j += 1
  }
}

/// Eight rows of B at once: C is read and written once for them.
@inline(__always)
private func addEight(
  _ c: UnsafeMutablePointer<Float>, _ a: UnsafePointer<Float>, _ aStep: Int, _ b: UnsafePointer<Float>, _ bStep: Int,
  _ columns: Int
) {
  let (a0, a1, a2, a3) = (a[0], a[aStep], a[2 * aStep], a[3 * aStep])
  let (a4, a5, a6, a7) = (a[4 * aStep], a[5 * aStep], a[6 * aStep], a[7 * aStep])
  let next = b + 4 * bStep
  var j = 0
  while j + 16 <= columns {
    var even = vector16_load(c + j)
    var odd = vector16_all(a1) * vector16_load(b + bStep + j)
    even = vector16_fma(vector16_all(a0), vector16_load(b + j), even)
    even = vector16_fma(vector16_all(a2), vector16_load(b + 2 * bStep + j), even)
    odd = vector16_fma(vector16_all(a3), vector16_load(b + 3 * bStep + j), odd)
    even = vector16_fma(vector16_all(a4), vector16_load(next + j), even)
    odd = vector16_fma(vector16_all(a5), vector16_load(next + bStep + j), odd)
    even = vector16_fma(vector16_all(a6), vector16_load(next + 2 * bStep + j), even)
    odd = vector16_fma(vector16_all(a7), vector16_load(next + 3 * bStep + j), odd)
    vector16_store(c + j, even + odd)
    j += 16
  }
  while j < columns {
    let even = a0 * b[j] + a2 * b[2 * bStep + j] + a4 * next[j] + a6 * next[2 * bStep + j]
    let odd = a1 * b[bStep + j] + a3 * b[3 * bStep + j] + a5 * next[bStep + j] + a7 * next[3 * bStep + j]
    c[j] += even + odd
    j += 1
  }
}
