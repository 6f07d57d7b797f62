/// A date and time of day as people write it, in the proleptic Gregorian calendar, without a zone.
public struct CivilTime: Hashable, Comparable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int
  public let hour: Int
  public let minute: Int
  public let second: Int

  /// Nil when no such date or time of day exists, such as 30 February or 24:00. Years run from 1 to 9999.
  public init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, ofYear: year)).contains(day), (0...23).contains(hour), (0...59).contains(minute),
      (0...59).contains(second)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// The time a clock shows that ran `localSeconds` seconds since it showed 1970-01-01 00:00. Any year.
  ///
  /// Works in 400-year eras that begin in March, so that the leap day comes last.
  public init(localSeconds: Int64) {
    let bounded = max(-Self.boundSeconds, min(Self.boundSeconds, localSeconds))
    let (days, secondOfDay) = Self.split(bounded, by: 86_400)
    let (era, dayOfEra) = Self.split(days + 719_468, by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    hour = Int(secondOfDay / 3_600)
    minute = Int(secondOfDay % 3_600 / 60)
    second = Int(secondOfDay % 60)
  }

  /// Seconds a clock has run since it showed 1970-01-01 00:00.
  public var localSeconds: Int64 {
    let shiftedYear = Int64(year) - (month <= 2 ? 1 : 0)
    let (era, yearOfEra) = Self.split(shiftedYear, by: 400)
    let monthFromMarch = Int64(month > 2 ? month - 3 : month + 9)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    return days * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
  }

  public static func < (left: CivilTime, right: CivilTime) -> Bool {
    left.localSeconds < right.localSeconds
  }

  /// 28 to 31; 31 for a month that does not exist.
  public static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Wide enough for every `Instant` in every zone, narrow enough that nothing here overflows.
  private static let boundSeconds: Int64 = 10_000_000_000_000

  /// Quotient rounded down and remainder from 0 to `divisor` − 1.
  private static func split(_ value: Int64, by divisor: Int64) -> (Int64, Int64) {
    let remainder = ((value % divisor) + divisor) % divisor
    return ((value - remainder) / divisor, remainder)
  }
}
