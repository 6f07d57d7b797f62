extension Volume {
  /// A day of the calendar, as proceedings name it.
  public struct Day: Sendable, Hashable, Comparable {
    public let year: Int
    public let month: Int
    public let day: Int

    /// Nil for a day the calendar does not have. Years run from 1900 to 9999.
    public init?(year: Int, month: Int, day: Int) {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      guard (1900...9999).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
      self.year = year
      self.month = month
      self.day = day
    }

    /// Reads `2026-05-18`.
    public init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
      else { return nil }
      self.init(year: year, month: month, day: day)
    }

    public static func < (left: Day, right: Day) -> Bool {
      (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// `2026-05-18`.
    public var iso: String { [year, month, day].map(Self.twoDigits).joined(separator: "-") }
    /// `2026/05/18`, as Highwire's tags want it.
    var slashed: String { [year, month, day].map(Self.twoDigits).joined(separator: "/") }
    /// `20260518`.
    var digits: String { [year, month, day].map(Self.twoDigits).joined() }
    var monthText: String { Self.twoDigits(month) }
    var dayText: String { Self.twoDigits(day) }
    /// `May`.
    var monthName: String { Self.months[month - 1] }
    /// `18 May 2026`.
    var words: String { "\(day) \(monthName) \(year)" }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
  }

  /// `18–22 May 2026`, `30 April – 2 May 2026`.
  var dates: String {
    if startsOn == endsOn { return startsOn.words }
    if (startsOn.year, startsOn.month) == (endsOn.year, endsOn.month) { return "\(startsOn.day)–\(endsOn.words)" }
    if startsOn.year == endsOn.year { return "\(startsOn.day) \(startsOn.monthName) – \(endsOn.words)" }
    return "\(startsOn.words) – \(endsOn.words)"
  }
}
