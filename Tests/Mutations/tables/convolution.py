"""Convolutions."""
from . import Mistake

CONV2D = "Sources/Operators/Convolution/Conv2d.swift"
CONVOLUTION = "Sources/Operators/Convolution/Convolution.swift"
GEOMETRY = "Sources/Operators/Convolution/ConvolutionGeometry.swift"
TRANSPOSED = "Sources/Operators/Convolution/TransposedGeometry.swift"
MATRIX = "Sources/Operators/Convolution/ConvolutionMatrix.swift"
TERMS = "Sources/Operators/Explaining/ConvolutionTerms.swift"
MISTAKES = [
    Mistake("convolution: the gradient overwritten instead of added", CONV2D,
            "dx[j &* stride] += weight * dy[j]", "dx[j &* stride] = weight * dy[j]"),
    Mistake("convolution: the stride ignored in the weights' gradient", CONV2D,
            "sum += dy[j] * x[j &* stride]", "sum += dy[j] * x[j]"),
    Mistake("convolution: the bias left out", CONVOLUTION,
            "if let b { y = try y.adding(b) }", ""),
    Mistake("convolution: the bias's gradient not summed over the images", CONVOLUTION,
            "[0] + (2..<inputShape.count)", "Array(2..<inputShape.count)"),
    Mistake("convolution geometry: the dilation ignored", GEOMETRY,
            "dilation: dilation, before: zeros.before, after: zeros.after)",
            "dilation: 1, before: zeros.before, after: zeros.after)"),
    Mistake("convolution geometry: the zeros of the wrong side", GEOMETRY,
            "dilation: dilation, before: zeros.before, after: zeros.after)",
            "dilation: dilation, before: zeros.after, after: zeros.before)"),
    Mistake("convolution geometry: one window too few", GEOMETRY, "room / stride + 1", "max(room / stride, 1)"),
    Mistake("convolution geometry: channels of the first group for all", GEOMETRY,
            "let image = (n * groups + group) * channels + c", "let image = n * groups * channels + c"),
    Mistake("convolution padding: the odd zero in front", "Sources/Operators/Convolution/Padding.swift",
            "(total / 2, total - total / 2)", "(total - total / 2, total / 2)"),
    Mistake("convolution transposed: outputPadding ignored", TRANSPOSED, "- zeros.after + outputPadding,", "- zeros.after,"),
    Mistake("convolution im2col: the rows of weights in reverse order", "Sources/Operators/Convolution/Im2col.swift",
            "(image * weights + row.kernel) * positions", "(image * weights + weights - 1 - row.kernel) * positions"),
    Mistake("convolution col2im: overlaps not added", "Sources/Operators/Convolution/Im2col.swift",
            "x[j &* stride] += column[j]", "x[j &* stride] = column[j]"),
    Mistake("convolution matrix: the stride ignored", MATRIX,
            "c[(row.output + j) * columns + row.input + j * g.stride] = k[row.kernel]",
            "c[(row.output + j) * columns + row.input + j] = k[row.kernel]"),
    Mistake("convolution terms: the kernel not rotated", TERMS,
            "let taps = zip(place[1...], g.kernelShape[2...]).map { $1 - 1 - $0 }", "let taps = Array(place[1...])"),
    Mistake("conv2d by vectors: stride ignored", "Sources/Operators/Convolution/Conv2d+Vectors.swift",
            "let right = left &+ step", "let right = left &+ 1"),
    Mistake("conv2d by vectors: the right neighbour of an odd row written", "Sources/Operators/Convolution/Conv2d+Vectors.swift",
            "if hasRight { map[1] = pair.y }", "map[1] = pair.y"),
]
