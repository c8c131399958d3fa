import CKernels
import KernelInterface

let directConvolutionKernels = DirectConvolutionKernels(
  gather: gather, place: place, packPanel: packPanel, unpackGradient: unpackGradient)

private func gather(
  _ y: UnsafeMutablePointer<Float>, _ row: Int, _ source: PixelSource, _ runs: UnsafePointer<TapRun>, _ runCount: Int,
  _ grid: PixelGrid
) {
  let channels = source.channels
  let inRow = source.width
  let plane = source.height * inRow * source.step
  var place = Place(grid)
  var y = y
  for _ in 0..<grid.pixels {
    let image = source.base + place.image * plane
    var to = y
    for index in 0..<runCount {
      let run = runs[index]
      let sourceY = place.y * grid.stepY + run.offsetY
      let sourceX = place.x * grid.stepX + run.offsetX
      let count = run.taps * channels
      let from = image + (sourceY * inRow + sourceX) * source.step
      if sourceY < 0 || sourceY >= source.height {
        fill(to, count)
      } else if sourceX >= 0 && sourceX + run.taps <= inRow {
        copy(to, from, count, source.readsBeyond)
      } else {
        let first = min(max(-sourceX, 0), run.taps)
        let last = max(min(inRow - sourceX, run.taps), first)
        fill(to, first * channels)
        copy(to + first * channels, from + first * channels, (last - first) * channels, source.readsBeyond)
        fill(to + last * channels, (run.taps - last) * channels)
      }
      to += count
    }
    y += row
    place.advance()
  }
}

/// Walks over the pixels of a grid.
private struct Place {
  var image: Int
  var y: Int
  var x: Int
  let height: Int
  let width: Int

  @inline(__always) init(_ grid: PixelGrid) {
    (height, width) = (max(grid.height, 1), max(grid.width, 1))
    let line = grid.firstPixel / width
    x = grid.firstPixel - line * width
    image = line / height
    y = line - image * height
  }

  @inline(__always) mutating func advance() {
    x += 1
    if x < width { return }
    x = 0
    y += 1
    if y < height { return }
    y = 0
    image += 1
  }
}

/// Copies whole vectors, so that up to 15 numbers more are written.
@inline(__always)
private func copy(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>, _ count: Int, _ readsBeyond: Bool) {
  let whole = readsBeyond ? count : count & ~15
  var i = 0
  while i < whole {
    vector16_store(to + i, vector16_load(from + i))
    i += 16
  }
  while i < count {
    to[i] = from[i]
    i += 1
  }
}

/// Writes zeros, up to 15 more than asked for.
@inline(__always)
private func fill(_ to: UnsafeMutablePointer<Float>, _ count: Int) {
  var i = 0
  while i < count {
    vector16_store(to + i, vector16_zero())
    i += 16
  }
}

private func place(_ p: PixelPlacement, _ x: UnsafePointer<Float>, _ grid: PixelGrid) {
  var place = Place(grid)
  var x = x
  let whole = p.channels & ~15
  let zero = vector16_zero()
  for _ in 0..<grid.pixels {
    let pixel = (place.image * p.height + p.firstY + place.y * grid.stepY) * p.width + p.firstX + place.x * grid.stepX
    let to = p.y + pixel * p.step
    let residual = p.residual.map { $0 + pixel * p.step }
    var i = 0
    while i < whole {
      var v = vector16_load(x + i)
      if let residual { v += vector16_load(residual + i) }
      if p.relu { v = vector16_max(zero, v) }
      vector16_store(to + i, v)
      i += 16
    }
    while i < p.channels {
      var v = x[i]
      if let residual { v += residual[i] }
      to[i] = p.relu && v < 0 ? 0 : v
      i += 1
    }
    while i < p.filled {
      to[i] = 0
      i += 1
    }
    x += p.row
    place.advance()
  }
}

private func packPanel(_ y: UnsafeMutablePointer<Float>, _ width: Int, _ source: PanelSource) {
  let whole = source.columns == width
  for i in 0..<source.depth {
    for tap in 0..<source.taps {
      let to = y + (tap * source.depth + i) * width
      let from = source.x + i * source.step + source.offsets[tap]
      if whole {
        for j in 0..<width { to[j] = from[j * source.column] }
      } else {
        for j in 0..<source.columns { to[j] = from[j * source.column] }
        for j in source.columns..<width { to[j] = 0 }
      }
    }
  }
}

private func unpackGradient(_ y: UnsafeMutablePointer<Float>, _ parts: UnsafePointer<Float>, _ shape: GradientParts) {
  let filterStep = shape.channels * shape.taps
  var filter = 0
  while filter < shape.filters {
    let lanes = min(shape.filters - filter, 16)
    for channel in 0..<shape.channels {
      for tap in 0..<shape.taps {
        let from = parts + (tap * shape.channels + channel) * shape.row + filter
        var sum = vector16_load(from)
        for part in 1..<max(shape.parts, 1) { sum += vector16_load(from + part * shape.partStep) }
        let to = y + filter * filterStep + channel * shape.taps + tap
        for lane in 0..<lanes { to[lane * filterStep] = sum[lane] }
      }
    }
    filter += 16
  }
}
