/// One date of a call, ready to be shown.
public struct CalendarRow: Hashable, Sendable {
  /// What happens, such as `Submissions close`.
  public let name: String
  public let moment: Instant
  /// The zone `local` is told in.
  public let zone: Zone

  public init(name: String, moment: Instant, zone: Zone) {
    self.name = name
    self.moment = moment
    self.zone = zone
  }

  /// `2025-10-30 20:00 UTC`.
  public var utc: String { moment.utc }
  /// `2025-10-30 08:00 AoE`.
  public var aoe: String { moment.aoe }
  /// `2025-10-30 21:00 Europe/Berlin (+01:00)`.
  public var local: String { moment.text(in: zone) }
}

extension Call {
  /// Every date of the call, earliest first; `zone` is the viewer's.
  public func calendarRows(in zone: Zone) -> [CalendarRow] {
    let dates: [(String, Instant)] =
      [
        ("Submissions open", calendar.submission.opens),
        ("Submissions close", calendar.submission.closes),
        ("Bidding opens", calendar.bidding.opens),
        ("Bidding closes", calendar.bidding.closes),
        ("Reviewing begins", calendar.reviewing.opens),
        ("Reviews are due", calendar.reviewing.closes),
        ("Reviews are shown to authors", calendar.response.opens),
        ("Author responses are due", calendar.response.closes),
        ("Discussion begins", calendar.discussion.opens),
        ("Discussion ends", calendar.discussion.closes),
        ("Authors are notified", calendar.notification),
      ] + (calendar.cameraReady.map { [("Final versions are due", $0)] } ?? []) + (artifacts?.calendar.rows ?? [])
    return dates.enumerated()
      .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
      .map { CalendarRow(name: $0.element.0, moment: $0.element.1, zone: zone) }
  }
}
