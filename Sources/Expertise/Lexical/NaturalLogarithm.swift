/// The natural logarithm of a finite number above 0; 0 for anything else.
///
/// Made of the four operations that IEEE 754 rounds exactly, so that every machine gives the same bits, which the
/// platforms' mathematics libraries don't promise. Accurate to a few units in the last place.
func naturalLogarithm(_ value: Double) -> Double {
  guard value.isNormal, value > 0 else { return 0 }
  var exponent = Double(value.exponent)
  var significand = value.significand
  if significand > 1.414_213_562_373_095_1 {
    significand /= 2
    exponent += 1
  }
  // ln m = 2 artanh((m − 1) / (m + 1)), whose argument is at most 0.172 here.
  let argument = (significand - 1) / (significand + 1)
  let square = argument * argument
  var sum = 0.0
  for power in stride(from: 25, through: 1, by: -2) { sum = sum * square + 1 / Double(power) }
  return exponent * 0.693_147_180_559_945_3 + 2 * argument * sum
}
