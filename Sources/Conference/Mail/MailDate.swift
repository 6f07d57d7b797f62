import PeerReview

/// A moment in UTC, as headers and file names spell it. Years outside 1970…9999 are clamped to them.
struct MailDate {
  private let year: Int64
  private let month: Int
  private let day: Int64
  private let weekday: Int
  private let secondOfDay: Int64
  private let microsecond: Int64

  init(_ instant: Instant) {
    let latest: Int64 = 253_402_300_799_999_999
    let microseconds = min(max(instant.microseconds, 0), latest)
    let seconds = microseconds / 1_000_000
    let days = seconds / 86_400
    microsecond = microseconds % 1_000_000
    secondOfDay = seconds % 86_400
    weekday = Int((days + 4) % 7)
    // Days since 1 March of year 0, in cycles of 400 years: the leap day ends each year, so that months have fixed offsets.
    let sinceMarch = days + 719_468
    let cycle = sinceMarch / 146_097
    let dayOfCycle = sinceMarch % 146_097
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
  }

  /// As in `Thu, 30 Oct 2025 20:00:00 +0000` (RFC 5322, 3.3).
  var header: String {
    let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let clock = "\(two(secondOfDay / 3_600)):\(two(secondOfDay / 60 % 60)):\(two(secondOfDay % 60))"
    return "\(weekdays[weekday]), \(day) \(months[month - 1]) \(year) \(clock) +0000"
  }

  /// As in `20251030T200000.000000Z`: sorts by time.
  var fileName: String {
    let clock = "\(two(secondOfDay / 3_600))\(two(secondOfDay / 60 % 60))\(two(secondOfDay % 60))"
    return "\(year)\(two(Int64(month)))\(two(day))T\(clock).\(String(String(microsecond + 1_000_000).dropFirst()))Z"
  }

  private func two(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
