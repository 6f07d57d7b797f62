/// A moment on the server's clock: whole microseconds since 1970-01-01T00:00:00Z.
///
/// Integers, so that the same moment is the same bytes in every database, view and summary.
public struct Instant: Hashable, Comparable, Sendable {
  public let microseconds: Int64

  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Clamps to the representable range instead of trapping.
  public init(seconds: Int64) {
    let (value, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    self.init(microseconds: overflow ? (seconds < 0 ? .min : .max) : value)
  }

  /// Whole seconds since 1970, rounded down.
  public var seconds: Int64 {
    microseconds / 1_000_000 - (microseconds % 1_000_000 < 0 ? 1 : 0)
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.microseconds < right.microseconds
  }

  /// The moment `span` later; clamps instead of trapping.
  public func adding(_ span: Span) -> Instant {
    let (value, overflow) = microseconds.addingReportingOverflow(span.microseconds)
    return Instant(microseconds: overflow ? (span.microseconds < 0 ? .min : .max) : value)
  }

  /// The span from `earlier` to this moment, negative when this one comes first; clamps instead of trapping.
  public func since(_ earlier: Instant) -> Span {
    let (value, overflow) = microseconds.subtractingReportingOverflow(earlier.microseconds)
    return Span(microseconds: overflow ? (microseconds < 0 ? .min : .max) : value)
  }
}

/// A length of time in whole microseconds.
public struct Span: Hashable, Comparable, Sendable {
  public let microseconds: Int64

  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// Clamps to the representable range instead of trapping, as its siblings do.
  public static func seconds(_ count: Int64) -> Span { Span(count, ofSeconds: 1) }
  public static func minutes(_ count: Int64) -> Span { Span(count, ofSeconds: 60) }
  public static func hours(_ count: Int64) -> Span { Span(count, ofSeconds: 3_600) }
  public static func days(_ count: Int64) -> Span { Span(count, ofSeconds: 86_400) }

  private init(_ count: Int64, ofSeconds seconds: Int64) {
    let (value, overflow) = count.multipliedReportingOverflow(by: seconds * 1_000_000)
    self.init(microseconds: overflow ? (count < 0 ? .min : .max) : value)
  }

  public static func < (left: Span, right: Span) -> Bool {
    left.microseconds < right.microseconds
  }
}
