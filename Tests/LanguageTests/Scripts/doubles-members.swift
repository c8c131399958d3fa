print(
  Double.pi, Double.infinity, -Double.infinity, Double.nan, Double.ulpOfOne, Double.leastNonzeroMagnitude, Float.pi,
  Float.greatestFiniteMagnitude, Float.ulpOfOne)
print(
  (2.5).rounded(), (2.5).rounded(.toNearestOrEven), (-2.5).rounded(.up), (-2.5).rounded(.down),
  (2.7).rounded(.towardZero), (2.1).rounded(.awayFromZero), Float(2.5).rounded())
print(
  (7.5).truncatingRemainder(dividingBy: 2), (7.5).remainder(dividingBy: 2), (2.0).squareRoot(), Float(2).squareRoot(),
  (3.0).addingProduct(2, 4), (-2.5).magnitude)
print(
  (1.0).ulp, (1.0).nextUp, (1.0).nextDown, (10.0).exponent, (10.0).significand, (10.0).binade, Float(0.1).exponent,
  Float(1).nextUp)
print(
  (-0.0).sign, (3.0).sign, (0.1).isZero, Double.nan.isNaN, (1 / 0.0).isInfinite, (1.0).isFinite, (1.0).isNormal,
  Double.leastNonzeroMagnitude.isSubnormal, Double.nan == Double.nan, -0.0 == 0.0)
print(
  (1.0).bitPattern, Double(bitPattern: 0x4000_0000_0000_0000), Float(1.5).bitPattern, Float(bitPattern: 0x3FC0_0000),
  Double.minimum(1, .nan), Double.maximum(2, 3), min(1.5, 2), max(-1, 0.5), abs(-2.5))
var x = 2.567
x.round(.down)
x.negate()
print(x)
x = 9
x.formSquareRoot()
print(x, x.description, (5.5).distance(to: 7), (5.5).advanced(by: 1), x.isLess(than: 4))
