extension CallDate {
  /// Why this date can't come to a moment while all others stay: a sentence for each that would be out of order, in the names
  /// of dates. Empty when it can.
  public func obstacles(at moment: Instant, in calendar: Calendar) -> [String] {
    let found = CallFileCalendar.order(in: calendar).compactMap { obstacle($0, at: moment, in: calendar) }
    return found.isEmpty ? graceObstacle(at: moment, in: calendar).map { [$0] } ?? [] : found
  }

  private func obstacle(_ order: CallFileCalendar.Order, at moment: Instant, in calendar: Calendar) -> String? {
    let isLater = order.later == keys
    guard isLater || order.earlier == keys, let other = CallDate(keys: isLater ? order.earlier : order.later),
      let fixed = other.moment(in: calendar)
    else { return nil }
    let isInOrder = moment == fixed ? order.mayCoincide : (moment > fixed) == isLater
    if isInOrder { return nil }
    let relation = (order.mayCoincide ? "at or " : "") + (isLater ? "after" : "before")
    return "“\(name)” has to come \(relation) “\(other.name)”, which stands at \(fixed.utc)."
  }

  /// Papers may change for a while after they are due, but not while bidding is open.
  private func graceObstacle(at moment: Instant, in calendar: Calendar) -> String? {
    let due = self == .submissionCloses ? moment : calendar.submission.closes
    let opens = self == .biddingOpens ? moment : calendar.bidding.opens
    guard self == .submissionCloses || self == .biddingOpens, due.adding(calendar.grace) > opens else { return nil }
    let isDue = self == .submissionCloses
    let other = isDue ? "“\(CallDate.biddingOpens.name)” stands at \(opens.utc)" : "papers are due at \(due.utc)"
    return "Papers can still be changed for \(calendar.grace.words) after they are due, and not while bidding is open; \(other)."
  }
}
