/// The SplitMix64 generator (Steele, Lea and Flood, OOPSLA 2014): the same numbers on every machine.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The numbers `0..<count` in an order drawn from the generator (Fisher and Yates).
  /// Every order is equally likely up to the 2⁻⁶⁴ rounding of the draws.
  mutating func order(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(next().multipliedFullWidth(by: UInt64(last + 1)).high))
    }
    return order
  }
}
