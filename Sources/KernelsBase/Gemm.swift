import CKernels
import KernelInterface

#if KERNELSV4
  let gemmKernels = GemmKernels(tileRows: 12, panelWidth: 32, panel: multiplyPanel)
  private let tripleLimit = 4
#elseif KERNELSV3
  let gemmKernels = GemmKernels(tileRows: 6, panelWidth: 16, panel: multiplyPanel)
  private let tripleLimit = 2
#else
  let gemmKernels = GemmKernels(tileRows: 3, panelWidth: 16, panel: multiplyPanel)
  private let tripleLimit = 1
#endif

// A tile consists of groups of three rows. Three is what one base register and one stride reach without arithmetic
// (`a`, `a + row`, `a + 2 * row`), so twelve rows need four pointers instead of twelve.

/// Three rows and 16 columns of C in registers.
private struct Three16 {
  var c0 = vector16_zero()
  var c1 = vector16_zero()
  var c2 = vector16_zero()

  @inline(__always) mutating func add(_ a: UnsafePointer<Float>, _ aRow: Int, _ b: vector16) {
    c0 = vector16_fma(vector16_all(a[0]), b, c0)
    c1 = vector16_fma(vector16_all(a[aRow]), b, c1)
    c2 = vector16_fma(vector16_all(a[2 * aRow]), b, c2)
  }

  /// Adds the seed and the bias, and applies ReLU.
  @inline(__always) mutating func finish(_ p: GemmPanel, row: Int) {
    if let seed = p.seed {
      let from = seed + row * p.seedRow
      c0 += vector16_load(from)
      c1 += vector16_load(from + p.seedRow)
      c2 += vector16_load(from + 2 * p.seedRow)
    }
    if let bias = p.bias.map({ vector16_load($0) }) {
      c0 += bias
      c1 += bias
      c2 += bias
    }
    if p.relu {
      let zero = vector16_zero()
      c0 = vector16_max(zero, c0)
      c1 = vector16_max(zero, c1)
      c2 = vector16_max(zero, c2)
    }
  }

  @inline(__always) func store(_ p: GemmPanel, row: Int) {
    let to = p.c + row * p.cRow
    vector16_store(to, c0)
    vector16_store(to + p.cRow, c1)
    vector16_store(to + 2 * p.cRow, c2)
  }
}

// Tiles of `rows`x`columns`: the groups of three rows begin at `first`, `first + 3` and so on, the last one at `last`,
// which can lie further up: rows computed twice are the same twice. That is why the whole seed, which can be C itself,
// is read before anything is written.

@inline(never) private func tile3x16(_ p: GemmPanel, _ first: Int, _ last: Int) {
  var t0 = Three16()
  let (aRow, aStep, bStep) = (p.aRow, p.aStep, p.bStep)
  let aSkip = p.aLine - p.depth * aStep
  var a0 = p.a + first * aRow
  var b = p.b
  for _ in 0..<p.lines {
    for _ in 0..<p.depth {
      let b0 = vector16_load(b)
      t0.add(a0, aRow, b0)
      a0 += aStep
      b += bStep
    }
    a0 += aSkip
    b += p.bGap
  }
  t0.finish(p, row: first)
  t0.store(p, row: first)
}

#if KERNELSV3 || KERNELSV4
  @inline(never) private func tile6x16(_ p: GemmPanel, _ first: Int, _ last: Int) {
    var t0 = Three16()
    var t1 = Three16()
    let (aRow, aStep, bStep) = (p.aRow, p.aStep, p.bStep)
    let aSkip = p.aLine - p.depth * aStep
    var a0 = p.a + first * aRow
    var a1 = p.a + last * aRow
    var b = p.b
    for _ in 0..<p.lines {
      for _ in 0..<p.depth {
        let b0 = vector16_load(b)
        t0.add(a0, aRow, b0)
        t1.add(a1, aRow, b0)
        a0 += aStep
        a1 += aStep
        b += bStep
      }
      a0 += aSkip
      b += p.bGap
      a1 += aSkip
    }
    t0.finish(p, row: first)
    t1.finish(p, row: last)
    t0.store(p, row: first)
    t1.store(p, row: last)
  }
#endif

#if KERNELSV4
  @inline(never) private func tile9x16(_ p: GemmPanel, _ first: Int, _ last: Int) {
    var t0 = Three16()
    var t1 = Three16()
    var t2 = Three16()
    let (aRow, aStep, bStep) = (p.aRow, p.aStep, p.bStep)
    let aSkip = p.aLine - p.depth * aStep
    var a0 = p.a + first * aRow
    var a1 = p.a + (first + 3) * aRow
    var a2 = p.a + last * aRow
    var b = p.b
    for _ in 0..<p.lines {
      for _ in 0..<p.depth {
        let b0 = vector16_load(b)
        t0.add(a0, aRow, b0)
        t1.add(a1, aRow, b0)
        t2.add(a2, aRow, b0)
        a0 += aStep
        a1 += aStep
        a2 += aStep
        b += bStep
      }
      a0 += aSkip
      b += p.bGap
      a1 += aSkip
      a2 += aSkip
    }
    t0.finish(p, row: first)
    t1.finish(p, row: first + 3)
    t2.finish(p, row: last)
    t0.store(p, row: first)
    t1.store(p, row: first + 3)
    t2.store(p, row: last)
  }

  @inline(never) private func tile12x16(_ p: GemmPanel, _ first: Int, _ last: Int) {
    var t0 = Three16()
    var t1 = Three16()
    var t2 = Three16()
    var t3 = Three16()
    let (aRow, aStep, bStep) = (p.aRow, p.aStep, p.bStep)
    let aSkip = p.aLine - p.depth * aStep
    var a0 = p.a + first * aRow
    var a1 = p.a + (first + 3) * aRow
    var a2 = p.a + (first + 6) * aRow
    var a3 = p.a + last * aRow
    var b = p.b
    for _ in 0..<p.lines {
      for _ in 0..<p.depth {
        let b0 = vector16_load(b)
        t0.add(a0, aRow, b0)
        t1.add(a1, aRow, b0)
        t2.add(a2, aRow, b0)
        t3.add(a3, aRow, b0)
        a0 += aStep
        a1 += aStep
        a2 += aStep
        a3 += aStep
        b += bStep
      }
      a0 += aSkip
      b += p.bGap
      a1 += aSkip
      a2 += aSkip
      a3 += aSkip
    }
    t0.finish(p, row: first)
    t1.finish(p, row: first + 3)
    t2.finish(p, row: first + 6)
    t3.finish(p, row: last)
    t0.store(p, row: first)
    t1.store(p, row: first + 3)
    t2.store(p, row: first + 6)
    t3.store(p, row: last)
  }

  /// Asks for the row of B that comes 32 rows later, or in packed panels for what follows. Kernels of large layers come
  /// from memory each time, and a stream of their length is too short for the processor to guess.
  @inline(__always) private func prefetch(_ b: UnsafePointer<Float>, _ bStep: Int) {
    kernels_prefetch(b + 32 * bStep)
    kernels_prefetch(b + 32 * bStep + 16)
  }

  /// Three rows and 32 columns of C in registers.
  private struct Three32 {
    var left = Three16()
    var right = Three16()

    @inline(__always) mutating func add(_ a: UnsafePointer<Float>, _ aRow: Int, _ b0: vector16, _ b1: vector16) {
      let a0 = vector16_all(a[0])
      left.c0 = vector16_fma(a0, b0, left.c0)
      right.c0 = vector16_fma(a0, b1, right.c0)
      let a1 = vector16_all(a[aRow])
      left.c1 = vector16_fma(a1, b0, left.c1)
      right.c1 = vector16_fma(a1, b1, right.c1)
      let a2 = vector16_all(a[2 * aRow])
      left.c2 = vector16_fma(a2, b0, left.c2)
      right.c2 = vector16_fma(a2, b1, right.c2)
    }

    @inline(__always) mutating func finish(_ p: GemmPanel, row: Int) {
      left.finish(p, row: row)
      right.finish(p.right, row: row)
    }

    @inline(__always) func store(_ p: GemmPanel, row: Int) {
      left.store(p, row: row)
      right.store(p.right, row: row)
    }
  }

  extension GemmPanel {
    /// The second 16 columns.
    fileprivate var right: GemmPanel {
      @inline(__always) get {
        var p = self
        p.b += 16
        p.c += 16
        p.seed = seed.map { $0 + 16 }
        p.bias = bias.map { $0 + 16 }
        return p
      }
    }
  }

  @inline(never) private func tile3x32(_ p: GemmPanel, _ first: Int, _ last: Int) {
    var t0 = Three32()
    let (aRow, aStep, bStep) = (p.aRow, p.aStep, p.bStep)
    let aSkip = p.aLine - p.depth * aStep
    var a0 = p.a + first * aRow
    var b = p.b
    for _ in 0..<p.lines {
      for _ in 0..<p.depth {
        let (b0, b1) = (vector16_load(b), vector16_load(b + 16))
        prefetch(b, bStep)
        t0.add(a0, aRow, b0, b1)
        a0 += aStep
        b += bStep
      }
      a0 += aSkip
      b += p.bGap
    }
    t0.finish(p, row: first)
    t0.store(p, row: first)
  }

  @inline(never) private func tile6x32(_ p: GemmPanel, _ first: Int, _ last: Int) {
    var t0 = Three32()
    var t1 = Three32()
    let (aRow, aStep, bStep) = (p.aRow, p.aStep, p.bStep)
    let aSkip = p.aLine - p.depth * aStep
    var a0 = p.a + first * aRow
    var a1 = p.a + last * aRow
    var b = p.b
    for _ in 0..<p.lines {
      for _ in 0..<p.depth {
        let (b0, b1) = (vector16_load(b), vector16_load(b + 16))
        prefetch(b, bStep)
        t0.add(a0, aRow, b0, b1)
        t1.add(a1, aRow, b0, b1)
        a0 += aStep
        a1 += aStep
        b += bStep
      }
      a0 += aSkip
      b += p.bGap
      a1 += aSkip
    }
    t0.finish(p, row: first)
    t1.finish(p, row: last)
    t0.store(p, row: first)
    t1.store(p, row: last)
  }

  @inline(never) private func tile9x32(_ p: GemmPanel, _ first: Int, _ last: Int) {
    var t0 = Three32()
    var t1 = Three32()
    var t2 = Three32()
    let (aRow, aStep, bStep) = (p.aRow, p.aStep, p.bStep)
    let aSkip = p.aLine - p.depth * aStep
    var a0 = p.a + first * aRow
    var a1 = p.a + (first + 3) * aRow
    var a2 = p.a + last * aRow
    var b = p.b
    for _ in 0..<p.lines {
      for _ in 0..<p.depth {
        let (b0, b1) = (vector16_load(b), vector16_load(b + 16))
        prefetch(b, bStep)
        t0.add(a0, aRow, b0, b1)
        t1.add(a1, aRow, b0, b1)
        t2.add(a2, aRow, b0, b1)
        a0 += aStep
        a1 += aStep
        a2 += aStep
        b += bStep
      }
      a0 += aSkip
      b += p.bGap
      a1 += aSkip
      a2 += aSkip
    }
    t0.finish(p, row: first)
    t1.finish(p, row: first + 3)
    t2.finish(p, row: last)
    t0.store(p, row: first)
    t1.store(p, row: first + 3)
    t2.store(p, row: last)
  }

  @inline(never) private func tile12x32(_ p: GemmPanel, _ first: Int, _ last: Int) {
    tile12x32(p, first, last, p.aRow, p.aStep, p.bStep)
  }

  /// The same for panels of 12 rows and 32 columns: their steps are known.
  @inline(never) private func tile12x32OfPanels(_ p: GemmPanel) { tile12x32(p, 0, 9, 1, 12, 32) }

  @inline(__always)
  private func tile12x32(_ p: GemmPanel, _ first: Int, _ last: Int, _ aRow: Int, _ aStep: Int, _ bStep: Int) {
    var t0 = Three32()
    var t1 = Three32()
    var t2 = Three32()
    var t3 = Three32()
    let aSkip = p.aLine - p.depth * aStep
    var a0 = p.a + first * aRow
    var a1 = p.a + (first + 3) * aRow
    var a2 = p.a + (first + 6) * aRow
    var a3 = p.a + last * aRow
    var b = p.b
    for _ in 0..<p.lines {
      for _ in 0..<p.depth {
        let (b0, b1) = (vector16_load(b), vector16_load(b + 16))
        prefetch(b, bStep)
        t0.add(a0, aRow, b0, b1)
        t1.add(a1, aRow, b0, b1)
        t2.add(a2, aRow, b0, b1)
        t3.add(a3, aRow, b0, b1)
        a0 += aStep
        a1 += aStep
        a2 += aStep
        a3 += aStep
        b += bStep
      }
      a0 += aSkip
      b += p.bGap
      a1 += aSkip
      a2 += aSkip
      a3 += aSkip
    }
    t0.finish(p, row: first)
    t1.finish(p, row: first + 3)
    t2.finish(p, row: first + 6)
    t3.finish(p, row: last)
    t0.store(p, row: first)
    t1.store(p, row: first + 3)
    t2.store(p, row: first + 6)
    t3.store(p, row: last)
  }
#endif

/// Rows are cut into tiles of equal numbers of groups, so that no small tile remains at the end.
private func multiplyPanel(_ p: GemmPanel) {
  #if KERNELSV4
    if p.rows == 12 && p.columns == 32 && p.aRow == 1 && p.aStep == 12 && p.bStep == 32 {
      tile12x32OfPanels(p)
      return
    }
  #endif
  var row = 0
  while p.rows - row >= 3 {
    let groups = (p.rows - row + 2) / 3
    var take = tripleLimit
    if groups < 2 * tripleLimit {
      take = groups <= tripleLimit ? groups : (groups + 1) / 2
    }
    let last = min(row + 3 * take, p.rows) - 3
    multiplyTile(p, groups: take, first: row, last: last)
    row += 3 * take
  }
  // One or two rows: the same row three times.
  while row < p.rows {
    var one = p
    (one.aRow, one.cRow, one.seedRow) = (0, 0, 0)
    one.a = p.a + row * p.aRow
    one.c = p.c + row * p.cRow
    one.seed = p.seed.map { $0 + row * p.seedRow }
    multiplyTile(one, groups: 1, first: 0, last: 0)
    row += 1
  }
}

/// Asks for rows of C some tiles before they are written: the next tiles of a shallow product are done sooner than lines
/// come from memory.
@inline(__always) private func prefetchResults(_ p: GemmPanel, first: Int, count: Int) {
  for row in first + 36..<first + 36 + count {
    kernels_prefetch_to_write(p.c + row * p.cRow)
    if p.columns > 16 { kernels_prefetch_to_write(p.c + row * p.cRow + 16) }
  }
}

@inline(__always) private func multiplyTile(_ p: GemmPanel, groups: Int, first: Int, last: Int) {
  if p.seed == nil { prefetchResults(p, first: first, count: 3 * groups) }
  #if KERNELSV4
    if p.columns == 32 {
      switch groups {
      case 4: tile12x32(p, first, last)
      case 3: tile9x32(p, first, last)
      case 2: tile6x32(p, first, last)
      default: tile3x32(p, first, last)
      }
      return
    }
    switch groups {
    case 4: tile12x16(p, first, last)
    case 3: tile9x16(p, first, last)
    case 2: tile6x16(p, first, last)
    default: tile3x16(p, first, last)
    }
  #elseif KERNELSV3
    if groups == 2 { tile6x16(p, first, last) } else { tile3x16(p, first, last) }
  #else
    tile3x16(p, first, last)
  #endif
}
