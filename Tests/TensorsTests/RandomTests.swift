import Foundation
import Tensors
import Testing

@Suite struct RandomTests {
  /// The first outputs of SplitMix64 for seed 1234567, as published with the Java reference and on rosettacode.org.
  @Test func theGeneratorIsSplitMix64() {
    var random = Random(seed: 1_234_567)
    #expect(random.next() == 6_457_827_717_110_365_317)
    #expect(random.next() == 3_203_168_211_198_807_973)
    #expect(random.next() == 9_817_491_932_198_370_423)
  }

  /// The logarithm inside is our own: here the system's stands in its place.
  @Test func normalNumbersFollowThePolarMethod() {
    for seed in 0..<200 {
      var (random, again) = (Random(seed: seed), Random(seed: seed))
      var (u, square) = (0.0, 0.0)
      repeat {
        (u, square) = (2 * again.uniform() - 1, 2 * again.uniform() - 1)
        square = u * u + square * square
      } while square >= 1 || square == 0
      let expected = u * (-2 * log(square) / square).squareRoot()
      #expect((random.normal() - expected).magnitude <= 4e-16 * (1 + expected.magnitude))
    }
  }

  @Test func theSameSeedGivesTheSameNumbers() throws {
    #expect(try Tensor.normal([50], seed: 3) == Tensor.normal([50], seed: 3))
    #expect(try Tensor.normal([50], seed: 3) != Tensor.normal([50], seed: 4))
    #expect(try Tensor.normal([3], seed: -1).count == 3)
  }

  @Test func meanAndDeviationAreThoseAskedFor() throws {
    let x = try Tensor.normal([100_000], mean: 3, deviation: 2, seed: 5)
    let mean = try x.mean().item()
    #expect((mean - 3).magnitude < 0.03)
    let variance = try x.subtracting(mean).multiplied(by: x.subtracting(mean)).mean().item()
    #expect((variance - 4).magnitude < 0.1)
    let u = try Tensor.uniform([100_000], low: 10, high: 20, seed: 6)
    #expect(try (u.mean().item() - 15).magnitude < 0.05)
    #expect(try u.min().item() >= 10 && u.max().item() < 20)
  }
}
