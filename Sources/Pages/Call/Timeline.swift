import PeerReview

/// The calendar as rows on a common axis, with a mark for today.
func timeline(_ calendar: Calendar, in layout: Layout) -> HTML {
  let rows: [(String, Period)] =
    (calendar.registration == nil ? [] : [("Registration", calendar.registering)]) + [
      ("Submission", calendar.submission), ("Bidding", calendar.bidding), ("Reviewing", calendar.reviewing),
      ("Author response", calendar.response), ("Discussion", calendar.discussion),
      ("Notification", Period(opens: calendar.notification, closes: calendar.notification)),
    ]
  let first = rows.map(\.1.opens).min() ?? layout.now
  let last = rows.map(\.1.closes).max() ?? layout.now
  let axis = Axis(from: first.adding(.days(-4)), to: last.adding(.days(4)))
  return """
    <ol class="timeline">\(each(rows) { name, period in row(name, period, axis, layout) })</ol>
    <p class="soft legend"><svg class="key" viewBox="0 0 12 12" aria-hidden="true"><rect class="today" x="5" width="2"
    height="12"/></svg>
    today, \(layout.dateText(layout.now, in: .utc))</p>
    """
}

private func row(_ name: String, _ period: Period, _ axis: Axis, _ layout: Layout) -> HTML {
  let isMoment = period.opens == period.closes
  let start = axis.place(period.opens)
  let width = isMoment ? 8 : max(6, axis.place(period.closes) - start)
  let isCurrent = isMoment ? false : period.contains(layout.now)
  let isPast = period.closes <= layout.now
  return """
    <li class="\(ClassList("").with("current", if: isCurrent).with("past", if: isPast))">
    <span class="what">\(name)\(when(isCurrent) { " <span class=\"badge progress\">now</span>" })</span>
    <svg viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" y="6" width="1000" height="2"/>
    <rect class="span" x="\(start)" y="2" width="\(width)" height="10" rx="2"/>
    \(when(axis.contains(layout.now)) { "<rect class=\"today\" x=\"\(axis.place(layout.now))\" width=\"3\" height=\"14\"/>" })\
    </svg>
    <span class="when">\(when(!isMoment) { "\(layout.brief(period.opens)) to " })\(layout.moment(period.closes))</span></li>
    """
}

/// Maps moments to 0…1000.
struct Axis {
  let from: Instant
  let to: Instant

  func contains(_ moment: Instant) -> Bool { from <= moment && moment <= to }

  func place(_ moment: Instant) -> Int {
    let length = Double(to.since(from).microseconds)
    guard length > 0 else { return 0 }
    return Int(max(0, min(1, Double(moment.since(from).microseconds) / length)) * 1_000)
  }
}
