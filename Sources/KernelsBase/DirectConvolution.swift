import CKernels
import KernelInterface

let directConvolutionKernels = DirectConvolutionKernels(
  gather: gather, compact: compact, spread: spread, addRuns: addRuns, place: place, packPanel: packPanel,
  unpackGradient: unpackGradient, split: split, joinTaps: joinTaps)

private func gather(
  _ y: UnsafeMutablePointer<Float>, _ row: Int, _ source: PixelSource, _ runs: UnsafePointer<TapRun>, _ runCount: Int,
  _ grid: PixelGrid
) {
  let inside = Inside(source, runs, runCount)
  let evenStep = stepOfShortRuns(source, runs, runCount)
  var place = Place(grid)
  var y = y
  for _ in 0..<grid.pixels {
    let image = source.base + place.image * source.image
    let (sourceY, sourceX) = (place.y * grid.stepY, place.x * grid.stepX)
    if inside.contains(sourceY, sourceX) && source.readsBeyond {
      let from = image + sourceY * source.line + sourceX * source.step
      var to = y
      if let step = evenStep {
        // Runs of one or two vectors, which is what few channels have.
        let count = runs[0].taps * source.channels
        var first = from + runs[0].offsetY * source.line + runs[0].offsetX * source.step
        for _ in 0..<runCount {
          vector16_store(to, vector16_load(first))
          if count > 16 { vector16_store(to + 16, vector16_load(first + 16)) }
          to += count
          first += step
        }
        y += row
        place.advance()
        continue
      }
      for index in 0..<runCount {
        let run = runs[index]
        let count = run.taps * source.channels
        copy(to, from + run.offsetY * source.line + run.offsetX * source.step, count, true)
        to += count
      }
    } else {
      gatherEdge(y, source, image, runs, runCount, sourceY, sourceX)
    }
    y += row
    place.advance()
  }
}

/// The distance between runs, if they are at most 32 numbers long, equally long, and equally far apart.
private func stepOfShortRuns(_ source: PixelSource, _ runs: UnsafePointer<TapRun>, _ runCount: Int) -> Int? {
  guard runCount > 0, runs[0].taps * source.channels <= 32 else { return nil }
  func place(_ run: TapRun) -> Int { run.offsetY * source.line + run.offsetX * source.step }
  let step = runCount > 1 ? place(runs[1]) - place(runs[0]) : 0
  for index in 1..<max(runCount, 1) {
    if runs[index].taps != runs[0].taps || place(runs[index]) - place(runs[index - 1]) != step { return nil }
  }
  return step
}

/// One pixel, some of whose taps can read outside of the image.
@inline(never)
private func gatherEdge(
  _ y: UnsafeMutablePointer<Float>, _ source: PixelSource, _ image: UnsafePointer<Float>,
  _ runs: UnsafePointer<TapRun>, _ runCount: Int, _ y0: Int, _ x0: Int
) {
  let channels = source.channels
  var to = y
  for index in 0..<runCount {
    let run = runs[index]
    let sourceY = y0 + run.offsetY
    let sourceX = x0 + run.offsetX
    let count = run.taps * channels
    let from = image + sourceY * source.line + sourceX * source.step
    if sourceY < 0 || sourceY >= source.height {
      fill(to, count)
    } else if sourceX >= 0 && sourceX + run.taps <= source.width {
      copy(to, from, count, source.readsBeyond)
    } else {
      let first = min(max(-sourceX, 0), run.taps)
      let last = max(min(source.width - sourceX, run.taps), first)
      fill(to, first * channels)
      copy(to + first * channels, from + first * channels, (last - first) * channels, source.readsBeyond)
      fill(to + last * channels, (run.taps - last) * channels)
    }
    to += count
  }
}

/// The places from which all taps read inside of the image.
private struct Inside {
  private var top = 0
  private var left = 0
  private var bottom: Int
  private var right: Int

  init(_ source: PixelSource, _ runs: UnsafePointer<TapRun>, _ runCount: Int) {
    (bottom, right) = (source.height, source.width)
    for index in 0..<runCount {
      let run = runs[index]
      top = max(top, -run.offsetY)
      left = max(left, -run.offsetX)
      bottom = min(bottom, source.height - run.offsetY)
      right = min(right, source.width - run.offsetX - run.taps + 1)
    }
  }

  @inline(__always) func contains(_ y: Int, _ x: Int) -> Bool { y >= top && y < bottom && x >= left && x < right }
}

private func compact(
  _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ pixels: Int, _ step: Int, _ channels: Int,
  _ channelStep: Int
) {
  switch channels {
  case 1:
    if step == 1 { y.update(from: x, count: pixels) } else { for pixel in 0..<pixels { y[pixel] = x[pixel * step] } }
  case 3:
    for pixel in 0..<pixels {
      let (to, from) = (y + pixel * 3, x + pixel * step)
      (to[0], to[1], to[2]) = (from[0], from[channelStep], from[2 * channelStep])
    }
  default:
    for pixel in 0..<pixels {
      for channel in 0..<channels { y[pixel * channels + channel] = x[pixel * step + channel * channelStep] }
    }
  }
}

private func spread(
  _ x: UnsafeMutablePointer<Float>, _ y: UnsafePointer<Float>, _ pixels: Int, _ step: Int, _ channels: Int
) {
  for pixel in 0..<pixels {
    let to = x + pixel * step
    vector16_store(to, vector16_load_first(y + pixel * channels, channels))
  }
}

/// Runs of neighbours overlap, and a number just written as part of another vector is slow to read: pixels so far apart
/// that no vector meets two of them come after each other.
private func addRuns(_ p: RunSums) {
  let apart = ((p.count + 15) & ~15 + p.step - 1) / p.step
  for first in 0..<min(apart, p.pixels) {
    for pixel in stride(from: first, to: p.pixels, by: apart) {
      var to = p.y + pixel * p.step
      var from = p.x + pixel * p.row
      for _ in 0..<p.lines {
        addRun(to, from, p.count)
        to += p.line
        from += p.count
      }
    }
  }
}

@inline(__always)
private func addRun(_ to: UnsafeMutablePointer<Float>, _ from: UnsafePointer<Float>, _ count: Int) {
  var i = 0
  while i + 16 <= count {
    vector16_store(to + i, vector16_load(to + i) + vector16_load(from + i))
    i += 16
  }
  #if KERNELSV4
    if i < count {
      let sum = vector16_load_first(to + i, count - i) + vector16_load_first(from + i, count - i)
      vector16_store_first(to + i, sum, count - i)
    }
  #else
    while i < count {
      to[i] += from[i]
      i += 1
    }
  #endif
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

private func unpackGradient(
  _ y: UnsafeMutablePointer<Float>, _ parts: UnsafeMutablePointer<Float>, _ shape: GradientParts
) {
  let rows = shape.channels * shape.taps
  for row in 0..<(shape.parts > 1 ? rows : 0) {
    var filter = 0
    while filter < shape.filters {
      let place = parts + row * shape.row + filter
      var sum = vector16_load(place)
      for part in 1..<shape.parts { sum += vector16_load(place + part * shape.partStep) }
      vector16_store(place, sum)
      filter += 16
    }
  }
  // 16 channels of 16 filters at a time: what is read of a tap is a few whole cache lines.
  for firstFilter in stride(from: 0, to: shape.filters, by: 16) {
    for firstChannel in stride(from: 0, to: shape.channels, by: 16) {
      let channels = min(16, shape.channels - firstChannel)
      for filter in firstFilter..<min(firstFilter + 16, shape.filters) {
        let from = parts + firstChannel * shape.row + filter
        let to = y + filter * rows + firstChannel * shape.taps
        for tap in 0..<shape.taps {
          let column = from + tap * shape.channels * shape.row
          for channel in 0..<channels { to[channel * shape.taps + tap] = column[channel * shape.row] }
        }
      }
    }
  }
}

private func split(_ p: PixelPanels) {
  // Vectors of all pixels but the last may reach into the next one.
  for pixel in 0..<max(p.pixels - 1, 0) { splitPixel(p, pixel) { from, _ in vector16_load(from) } }
  if p.pixels > 0 { splitPixel(p, p.pixels - 1) { vector16_load_next($0, $1) } }
  for number in 0..<(p.channels + p.width - 1) / p.width {
    let y = p.y + number * p.panel
    fill(y, p.before * p.width)
    fill(y + (p.before + p.pixels) * p.width, p.after * p.width)
  }
}

@inline(__always)
private func splitPixel(_ p: PixelPanels, _ pixel: Int, load: (UnsafePointer<Float>, _ count: Int) -> vector16) {
  let x = p.x + pixel * p.step
  var to = p.y + (p.before + pixel) * p.width
  var first = 0
  while first < p.channels {
    let count = p.channels - first
    vector16_store(to, load(x + first, min(count, 16)))
    if p.width > 16 && count > 16 { vector16_store(to + 16, load(x + first + 16, min(count - 16, 16))) }
    to += p.panel
    first += p.width
  }
}
