/// One date of a call, ready to be shown.
public struct CalendarRow: Hashable, Sendable {
  /// What happens, such as `Papers are due`.
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
    let dates =
      CallDate.moments(in: calendar).map { ($0.date.name, $0.moment) } + (artifacts?.calendar.rows ?? [])
    return dates.enumerated()
      .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }
      .map { CalendarRow(name: $0.element.0, moment: $0.element.1, zone: zone) }
  }
}
