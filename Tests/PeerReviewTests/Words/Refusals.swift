import PeerReview

/// What `act` was refused with; nil when it was allowed.
func refusal(of act: () throws(Refusal) -> Void) -> Refusal? {
  do {
    try act()
    return nil
  } catch {
    return error
  }
}

/// The fields of an `invalid` refusal in the order told; nil when `act` was allowed or refused with something else.
func invalidFields(of act: () throws(Refusal) -> Void) -> [String]? {
  guard case .invalid(let problems) = refusal(of: act) else { return nil }
  return problems.map(\.field)
}

extension Instant {
  static func microsecond(before moment: Instant) -> Instant { moment.adding(Span(microseconds: -1)) }
}

extension Period {
  /// The last and first moments on both sides of each end, with what an act of this period is refused with there.
  var edges: [(at: Instant, refusal: Refusal?)] {
    [
      (Instant(microseconds: .min), .notYetOpen(opens: opens)), (.microsecond(before: opens), .notYetOpen(opens: opens)),
      (opens, nil), (.microsecond(before: closes), nil),
      (closes, .closed(since: closes)), (Instant(microseconds: .max), .closed(since: closes)),
    ]
  }
}
