internal import Foundation

extension Zone {
  /// IANA names to choose from, in order; UTC and AoE come first.
  public static let names: [String] = ["UTC", "AoE"] + TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") }.sorted()
}
