internal import Foundation

/// A time zone a call or a viewer speaks in: `UTC`, `AoE` (anywhere on Earth, UTC−12), a fixed offset or an IANA name.
public struct Zone: Hashable, Sendable, CustomStringConvertible {
  /// As written: `UTC`, `AoE`, `+02:00` or `Europe/Berlin`.
  public let name: String
  private let rule: Rule

  private enum Rule: Hashable, Sendable {
    case fixed(seconds: Int)
    case named(TimeZone)
  }

  public static let utc = Zone(name: "UTC", rule: .fixed(seconds: 0))
  public static let aoe = Zone(name: "AoE", rule: .fixed(seconds: -12 * 3_600))

  private init(name: String, rule: Rule) {
    self.name = name
    self.rule = rule
  }

  /// Nil for names that are no zone, and for abbreviations such as `EST`, which mean different zones to different people.
  public init?(_ name: String) {
    switch name {
    case "UTC", "Z", "GMT": self = .utc
    case "AoE": self = .aoe
    default:
      if let seconds = Self.offsetSeconds(written: name) {
        self.init(name: name, rule: .fixed(seconds: seconds))
      } else if Self.known.contains(name), let zone = TimeZone(identifier: name) {
        self.init(name: name, rule: .named(zone))
      } else {
        return nil
      }
    }
  }

  public var description: String { name }

  /// Every IANA name this machine knows, sorted.
  public static var knownNames: [String] { known.sorted() }

  private static let known = Set(TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") })

  /// Seconds to add to UTC to get what the clocks there show at `moment`.
  public func offsetSeconds(at moment: Instant) -> Int {
    switch rule {
    case .fixed(let seconds): return seconds
    case .named(let zone):
      // Foundation is asked only about years it has rules for; the far past and future read as the nearest of them.
      let seconds = max(-62_135_596_800, min(253_402_300_799, moment.seconds))
      return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
  }

  /// What the clocks there show at `moment`.
  public func civilTime(at moment: Instant) -> CivilTime {
    CivilTime(localSeconds: moment.seconds + Int64(offsetSeconds(at: moment)))
  }

  /// The moments at which the clocks there show `time`, earliest first: none when they skip it, two when they show it twice.
  public func instants(of time: CivilTime) -> [Instant] {
    let local = time.localSeconds
    let offsets = Set([-86_400, 0, 86_400].map { offsetSeconds(at: Instant(seconds: local + $0)) })
    return offsets.map { ($0, Instant(seconds: local - Int64($0))) }
      .filter { offset, moment in offsetSeconds(at: moment) == offset }
      .map(\.1)
      .sorted()
  }

  /// The offset at `moment` as `+02:00`.
  public func offsetText(at moment: Instant) -> String {
    let seconds = offsetSeconds(at: moment)
    let minutes = abs(seconds) / 60
    return (seconds < 0 ? "-" : "+") + twoDigits(minutes / 60) + ":" + twoDigits(minutes % 60)
  }

  /// Reads `+02:00` and `-03:30`, up to 14 hours either way; nil for everything else.
  private static func offsetSeconds(written text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"), bytes[3] == UInt8(ascii: ":"),
      let hours = number(bytes[1...2]), let minutes = number(bytes[4...5]), minutes < 60
    else { return nil }
    let seconds = hours * 3_600 + minutes * 60
    guard seconds <= 14 * 3_600 else { return nil }
    return bytes[0] == UInt8(ascii: "-") ? -seconds : seconds
  }
}

/// The number the ASCII digits in `bytes` write; nil when one is no digit, or when there are more than nine or none.
func number(_ bytes: some Collection<UInt8>) -> Int? {
  guard (1...9).contains(bytes.count) else { return nil }
  var value = 0
  for byte in bytes {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}

/// `7` as `07`.
func twoDigits(_ value: Int) -> String { padded(value, to: 2) }

/// `value`, which is not negative, with zeros in front up to `width` digits.
func padded(_ value: Int, to width: Int) -> String {
  let text = String(value)
  return String(repeating: "0", count: max(0, width - text.count)) + text
}
