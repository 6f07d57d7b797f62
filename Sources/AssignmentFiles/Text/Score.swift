public import Foundation

/// A score as a file writes it: whole units of a millionth, which the matcher works with, and what is left beyond.
///
/// The two together are the number written, exactly for up to twelve decimals and to the nearest twelfth beyond.
public struct Score: Hashable, Sendable {
  /// Units in one: the matcher's quantum is 0.000001.
  public static let unitsPerOne: Int64 = 1_000_000

  /// The number in units, rounded to the nearest, half away from zero.
  public let units: Int64
  /// Millionths of a unit, −500,000…500,000.
  public let rest: Int32

  public init(units: Int64, rest: Int32 = 0) {
    self.units = units
    self.rest = rest
  }

  /// The exact value of so many units and millionths of units.
  public static func decimal(units: Int64, rest: Int64 = 0) -> Decimal {
    Decimal(units) / Decimal(unitsPerOne) + Decimal(rest) / Decimal(unitsPerOne) / Decimal(unitsPerOne)
  }

  enum Reading: Equatable {
    case score(Score)
    case noNumber
    /// Beyond ± a million.
    case tooLarge
  }

  /// Reads `-12.5`, `.5`, `1e-05`.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) -> Reading {
    var number = DecimalDigits()
    guard number.read(bytes, range) else { return .noNumber }
    if number.exponent == 0, number.decimals <= 6, number.mantissa < 1_000_000_000_000 {
      let units = Int64(number.mantissa) * powersOfTen[6 - number.decimals]
      if units > 1_000_000 * unitsPerOne { return .tooLarge }
      return .score(Score(units: number.isNegative ? -units : units))
    }
    guard let twelfths = number.twelfths else { return .tooLarge }
    let million = Int64(1_000_000)
    let units = (twelfths + million / 2) / million
    let rest = Int32(twelfths - units * million)
    return .score(number.isNegative ? Score(units: -units, rest: -rest) : Score(units: units, rest: rest))
  }

  private static let powersOfTen: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
}

/// A decimal number's digits, before they are scaled.
private struct DecimalDigits {
  private(set) var isNegative = false
  /// Up to eighteen digits.
  private(set) var mantissa: UInt64 = 0
  /// How many of the mantissa's digits stand behind the point.
  private(set) var decimals = 0
  private(set) var exponent = 0
  private var digits = 0
  private var droppedWhole = 0

  /// False when the text is no number.
  mutating func read(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var place = range.lowerBound
    readSign(bytes, &place, range.upperBound, &isNegative)
    var isPastPoint = false
    scan: while place < range.upperBound {
      switch bytes[place] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): take(bytes[place] - UInt8(ascii: "0"), isPastPoint)
      case UInt8(ascii: ".") where !isPastPoint: isPastPoint = true
      default: break scan
      }
      place += 1
    }
    if digits == 0 { return false }
    if place == range.upperBound { return true }
    guard bytes[place] | 0x20 == UInt8(ascii: "e") else { return false }
    return readExponent(bytes, place + 1, range.upperBound)
  }

  private mutating func take(_ digit: UInt8, _ isPastPoint: Bool) {
    digits += 1
    if mantissa < 100_000_000_000_000_000 {
      mantissa = mantissa * 10 + UInt64(digit)
      if isPastPoint { decimals += 1 }
    } else if !isPastPoint {
      droppedWhole += 1
    }
  }

  private func readSign(_ bytes: [UInt8], _ place: inout Int, _ end: Int, _ isNegative: inout Bool) {
    guard place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") else { return }
    isNegative = bytes[place] == UInt8(ascii: "-")
    place += 1
  }

  private mutating func readExponent(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var place = start
    var isBelow = false
    readSign(bytes, &place, end, &isBelow)
    if place == end { return false }
    while place < end {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else { return false }
      exponent = min(10_000, exponent * 10 + Int(bytes[place] - UInt8(ascii: "0")))
      place += 1
    }
    if isBelow { exponent = -exponent }
    return true
  }

  /// The magnitude in units of 10⁻¹², rounded to the nearest; nil beyond a million.
  var twelfths: Int64? {
    if mantissa == 0 { return 0 }
    var power = exponent + droppedWhole - decimals + 12
    var value = mantissa
    while power > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow || product > 1_000_000_000_000_000_000 { return nil }
      value = product
      power -= 1
    }
    while power < -1, value > 0 {
      value /= 10
      power += 1
    }
    if power == -1 { value = (value + 5) / 10 }
    if power < -1 { value = 0 }
    return value <= 1_000_000_000_000_000_000 ? Int64(value) : nil
  }
}
