import PeerReview

private let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
private let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

extension Layout {
  /// A moment in UTC and, when it differs, in the viewer's zone.
  func moment(_ moment: Instant) -> HTML {
    """
    <time datetime="\(moment.iso8601)">\(dateText(moment, in: .utc)), \(timeText(moment, in: .utc)) UTC\(local(moment))</time>
    """
  }

  /// A moment with the time that is left, kept current by the script.
  func deadline(_ moment: Instant) -> HTML {
    let left = moment > now ? moment.since(now).words + " left" : "over"
    return """
      <time datetime="\(moment.iso8601)" data-deadline="\(moment.seconds)">\(dateText(moment, in: .utc)), \
      \(timeText(moment, in: .utc)) UTC\(local(moment))</time>, <span class="left" data-left>\(left)</span>
      """
  }

  /// A moment short enough for a table: day and time in UTC, the rest in its tooltip.
  func brief(_ moment: Instant) -> HTML {
    let time = Zone.utc.civilTime(at: moment)
    let isNear = moment.since(now).microseconds.magnitude < Span.days(300).microseconds.magnitude
    let day = "\(time.day) \(monthName(time.month))" + (isNear ? "" : " \(time.year)")
    return """
      <time class="brief" datetime="\(moment.iso8601)" title="\(moment.utc), \(moment.text(in: zone))">\(day), \
      \(timeText(moment, in: .utc))</time>
      """
  }

  /// "Thu 30 Oct 2025".
  func dateText(_ moment: Instant, in zone: Zone) -> String {
    let time = zone.civilTime(at: moment)
    return "\(weekday(moment, in: zone)) \(time.day) \(monthName(time.month)) \(time.year)"
  }

  /// "20:00", or with seconds when there are any.
  func timeText(_ moment: Instant, in zone: Zone) -> String {
    let time = zone.civilTime(at: moment)
    let minutes = "\(two(time.hour)):\(two(time.minute))"
    return time.second == 0 ? minutes : minutes + ":" + two(time.second)
  }

  /// "30 Oct".
  func dayText(_ moment: Instant) -> String {
    let time = Zone.utc.civilTime(at: moment)
    return "\(time.day) \(monthName(time.month))"
  }

  /// The server's clock with seconds.
  func clock(_ moment: Instant) -> String {
    let time = Zone.utc.civilTime(at: moment)
    return "\(dateText(moment, in: .utc)), \(two(time.hour)):\(two(time.minute)):\(two(time.second)) UTC"
  }

  private func local(_ moment: Instant) -> HTML {
    guard zone != .utc else { return .empty }
    let sameDay = dateText(moment, in: zone) == dateText(moment, in: .utc)
    let day = sameDay ? "" : weekday(moment, in: zone) + " "
    return "<span class=\"zone\"> (\(day)\(timeText(moment, in: zone)) \(zone.placeName))</span>"
  }

  private func weekday(_ moment: Instant, in zone: Zone) -> String {
    // 1970-01-01 was a Thursday.
    let local = moment.seconds.addingReportingOverflow(Int64(zone.offsetSeconds(at: moment))).partialValue
    let day = local >= 0 ? local / 86_400 : (local &- 86_399) / 86_400
    let index = Int(((day % 7) + 7) % 7)
    return weekdays.indices.contains(index) ? weekdays[index] : ""
  }

  private func monthName(_ month: Int) -> String {
    months.indices.contains(month - 1) ? months[month - 1] : ""
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Zone {
  /// "Berlin" for `Europe/Berlin`, the name itself for others.
  var placeName: String {
    name.split(separator: "/").last.map { $0.map { $0 == "_" ? " " : String($0) }.joined() } ?? name
  }
}
