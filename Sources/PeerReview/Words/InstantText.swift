extension Instant {
  /// `2025-10-30 20:00 UTC`; with seconds when there are any.
  public var utc: String { text(in: .utc) }

  /// The same moment anywhere on Earth (UTC−12): `2025-10-30 08:00 AoE`.
  public var aoe: String { text(in: .aoe) }

  /// `2025-10-30 21:00 Europe/Berlin (+01:00)`; UTC, AoE and fixed offsets stand without brackets.
  ///
  /// Fractions of a second are dropped. Seconds are shown when there are any, or always when `seconds` is true.
  public func text(in zone: Zone, seconds: Bool = false) -> String {
    let time = zone.civilTime(at: self)
    var text = time.dateText + " " + twoDigits(time.hour) + ":" + twoDigits(time.minute)
    if seconds || time.second != 0 { text += ":" + twoDigits(time.second) }
    text += " " + zone.name
    return zone.name.contains("/") ? text + " (" + zone.offsetText(at: self) + ")" : text
  }

  /// ISO 8601 in UTC, such as `2025-10-30T20:00:00Z`, with six digits of a second when there is a fraction.
  ///
  /// Texts of moments in the years 0 to 9999 without a fraction sort as the moments do.
  public var iso8601: String {
    let time = Zone.utc.civilTime(at: self)
    let clock = [time.hour, time.minute, time.second].map(twoDigits).joined(separator: ":")
    let fraction = microseconds &- Instant(seconds: seconds).microseconds
    // Only the first second that can be stored is not whole, so its start can't be: it reads without a fraction.
    let digits = fraction > 0 && fraction < 1_000_000 ? "." + padded(Int(fraction), to: 6) : ""
    return time.dateText + "T" + clock + digits + "Z"
  }

  /// Reads `2025-10-30T20:00:00Z` and the like: seconds and up to six digits of a fraction may be left out, a space may
  /// stand for `T`, and an offset such as `+02:00` for `Z`. Nil for anything else; the zone is never guessed.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8.prefix(40))
    guard bytes.count == text.utf8.count, let clock = ClockText(bytes) else { return nil }
    var rest = bytes[clock.length...]
    var micro = 0
    if rest.first == UInt8(ascii: "."), clock.hasSeconds {
      let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      guard digits.count <= 6, let value = number(digits) else { return nil }
      micro = value
      for _ in digits.count..<6 { micro *= 10 }
      rest = rest.dropFirst(digits.count + 1)
    }
    guard let time = clock.time, let zone = Zone(String(decoding: rest, as: UTF8.self)), rest.first.map(isZoneMark) == true,
      let moment = zone.instants(of: time).first
    else { return nil }
    self = moment.adding(Span(microseconds: Int64(micro)))
  }
}

private func isZoneMark(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "Z") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
}

extension CivilTime {
  /// `2025-10-30`. Years outside 0 to 9999 carry a sign and six digits, as ISO 8601 has it.
  public var dateText: String {
    let years: String =
      if (0...9999).contains(year) { padded(year, to: 4) } else { (year < 0 ? "-" : "+") + padded(abs(year), to: 6) }
    return years + "-" + twoDigits(month) + "-" + twoDigits(day)
  }
}

extension Span {
  /// The two largest units in words, rounded down: `3 days 4 hours`, `1 minute`. A negative span reads as its length.
  public var words: String {
    let length = microseconds.magnitude / 1_000_000
    let parts: [(UInt64, String)] = [
      (length / 86_400, "day"), (length / 3_600 % 24, "hour"), (length / 60 % 60, "minute"), (length % 60, "second"),
    ]
    guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return "0 seconds" }
    return parts[first...].prefix(2).filter { $0.0 > 0 }
      .map { count, unit in "\(count) \(unit)\(count == 1 ? "" : "s")" }
      .joined(separator: " ")
  }
}

/// The leading `2025-10-30 20:00` or `2025-10-30T20:00:00` of a text, split into numbers but not yet checked as a date.
struct ClockText {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int
  let hasSeconds: Bool
  /// Bytes read.
  let length: Int

  init?(_ bytes: [UInt8]) {
    let colon = UInt8(ascii: ":")
    guard let date = Self.date(bytes), bytes.count >= 16, bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"),
      let hour = number(bytes[11...12]), bytes[13] == colon, let minute = number(bytes[14...15])
    else { return nil }
    (year, month, day) = date
    self.hour = hour
    self.minute = minute
    if bytes.count > 16, bytes[16] == colon {
      guard bytes.count >= 19, let second = number(bytes[17...18]) else { return nil }
      self.second = second
      hasSeconds = true
      length = 19
    } else {
      second = 0
      hasSeconds = false
      length = 16
    }
  }

  /// Nil when no such date or time of day exists.
  var time: CivilTime? {
    CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
  }

  static func date(_ bytes: [UInt8]) -> (Int, Int, Int)? {
    let dash = UInt8(ascii: "-")
    guard bytes.count >= 10, bytes[4] == dash, bytes[7] == dash, let year = number(bytes[0...3]),
      let month = number(bytes[5...6]), let day = number(bytes[8...9])
    else { return nil }
    return (year, month, day)
  }
}
