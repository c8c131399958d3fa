import CKernels
import KernelInterface

let preciseConvolutionKernels = PreciseConvolutionKernels(slide: slide)

private typealias Slide = PreciseConvolutionKernels.Slide

/// Six pairs at a time, so that six sums are on their way at once; the last ones may be computed twice.
private func slide(_ y: UnsafeMutablePointer<Double>, _ slide: PreciseConvolutionKernels.Slide) {
  let last = slide.pairs - 1
  for first in stride(from: 0, to: slide.pairs, by: 6) {
    let (p1, p2, p3) = (min(first + 1, last), min(first + 2, last), min(first + 3, last))
    let (p4, p5) = (min(first + 4, last), min(first + 5, last))
    let (x0, x1, x2) = (corner(first, slide), corner(p1, slide), corner(p2, slide))
    let (x3, x4, x5) = (corner(p3, slide), corner(p4, slide), corner(p5, slide))
    var (s0, s1, s2) = (double8_zero(), double8_zero(), double8_zero())
    var (s3, s4, s5) = (double8_zero(), double8_zero(), double8_zero())
    var fours = slide.fours
    if slide.step == 1 {
      for w in 0..<slide.weights {
        let (k, offset) = (double8_load(fours), slide.offsets[w])
        s0 = double8_fma(k, double8_pair(x0 + offset), s0)
        s1 = double8_fma(k, double8_pair(x1 + offset), s1)
        s2 = double8_fma(k, double8_pair(x2 + offset), s2)
        s3 = double8_fma(k, double8_pair(x3 + offset), s3)
        s4 = double8_fma(k, double8_pair(x4 + offset), s4)
        s5 = double8_fma(k, double8_pair(x5 + offset), s5)
        fours += 8
      }
    } else {
      for w in 0..<slide.weights {
        let (k, left) = (double8_load(fours), slide.offsets[w])
        let right = left + slide.step
        s0 = double8_fma(k, double8_two(x0[left], x0[right]), s0)
        s1 = double8_fma(k, double8_two(x1[left], x1[right]), s1)
        s2 = double8_fma(k, double8_two(x2[left], x2[right]), s2)
        s3 = double8_fma(k, double8_two(x3[left], x3[right]), s3)
        s4 = double8_fma(k, double8_two(x4[left], x4[right]), s4)
        s5 = double8_fma(k, double8_two(x5[left], x5[right]), s5)
        fours += 8
      }
    }
    write(s0, y, first, slide)
    write(s1, y, p1, slide)
    write(s2, y, p2, slide)
    write(s3, y, p3, slide)
    write(s4, y, p4, slide)
    write(s5, y, p5, slide)
  }
}

@inline(__always)
private func corner(_ pair: Int, _ slide: Slide) -> UnsafePointer<Double> { slide.image + slide.corners[2 * pair] }

/// Writes a pair of neighbours into up to four maps.
@inline(__always)
private func write(_ sums: double8, _ y: UnsafeMutablePointer<Double>, _ pair: Int, _ slide: Slide) {
  let place = slide.corners[2 * pair + 1]
  let hasRight = place % slide.outputWidth + 1 < slide.outputWidth
  let map = y + place
  write(sums[0], sums[1], map, hasRight)
  if slide.filters > 1 { write(sums[2], sums[3], map + slide.mapStep, hasRight) }
  if slide.filters > 2 { write(sums[4], sums[5], map + 2 * slide.mapStep, hasRight) }
  if slide.filters > 3 { write(sums[6], sums[7], map + 3 * slide.mapStep, hasRight) }
}

@inline(__always)
private func write(_ left: Double, _ right: Double, _ map: UnsafeMutablePointer<Double>, _ hasRight: Bool) {
  map[0] = left
  if hasRight { map[1] = right }
}
