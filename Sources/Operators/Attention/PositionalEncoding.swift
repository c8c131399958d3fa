import Foundation
import Tensors

/// Makes a row of numbers for every position in a sequence, by sines and cosines of ever longer waves.
///
/// ```
/// y[p, 2i] = sin(p / base^(2i/E))        y[p, 2i + 1] = cos(p / base^(2i/E))
/// ```
///
/// Attention does not see where its inputs stand; these rows are added to them, and tell.
///
/// ```swift
/// positionalEncoding(positions: 2, features: 3).elements
/// // [0.0, 1.0, 0.0, 0.8414709848078965, 0.5403023058681398, 0.0021544330233656045]
/// ```
///
/// - Parameters:
///   - positions: How many positions, L.
///   - features: How many numbers each, E.
///   - base: How much longer the last wave is than the first, nearly.
/// - Returns: `[L, E]`, float64.
/// - Source: A. Vaswani and others, "Attention is all you need", 2017.
package func positionalEncoding(positions: Int, features: Int, base: Double = 10_000) throws -> Tensor {
  try requireSize(positions, "positions", atLeast: 1)
  try requireSize(features, "features", atLeast: 1)
  guard base > 0 && base.isFinite else {
    throw TensorError("base must be more than 0 and finite, and got \(shortText(base))")
  }
  return try .computed([positions, features], as: Double.self) { y in
    try inBlocks(positions * features) { places in
      for place in places {
        let (p, feature) = place.quotientAndRemainder(dividingBy: features)
        let angle = Double(p) / Foundation.pow(base, Double(feature / 2 * 2) / Double(features))
        y[place] = feature % 2 == 0 ? sin(angle) : cos(angle)
      }
    }
  }
}
