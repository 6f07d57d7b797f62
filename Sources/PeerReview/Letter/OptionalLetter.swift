/// The kinds of letters that people may turn off or have once a day. All others always go, each at once: decisions, receipts, links to
/// sign in, tasks that are given or taken, and dates that bind. The only place that says which.
public enum OptionalLetter: String, Hashable, CaseIterable, Sendable {
  case comment = "discussion-comment"
  case mention = "discussion-mention"
  case response = "response-received"
  case reviewReminder = "review-reminder"
  case finalReminder = "final-reminder"
  case delegationNews = "delegation-news"

  /// As the account page names it.
  public var label: String {
    switch self {
    case .comment: "New comments in discussions"
    case .mention: "Comments that write to you"
    case .response: "Authors' responses to your reviews"
    case .reviewReminder: "Reminders of missing reviews"
    case .finalReminder: "Reminders of final versions"
    case .delegationNews: "News of reviews that somebody else writes for you"
    }
  }
}

/// How somebody wants the letters that aren't required.
public enum LetterChoice: String, Hashable, CaseIterable, Sendable {
  /// Each at once.
  case every
  /// One letter a day with all of them.
  case digest
  case none

  public var label: String {
    switch self {
    case .every: "Every letter at once"
    case .digest: "One letter a day"
    case .none: "None of them"
    }
  }
}

public enum DigestRules {
  /// The hour of the call's zone at which digests are written.
  public static let hour = 7

  /// The first moment after `now` at which the clocks of the zone show the hour; where they skip it that day, as much later.
  public static func due(after now: Instant, in zone: Zone) -> Instant {
    for days in 0...2 {
      let local = zone.civilTime(at: now.adding(.days(Int64(days))))
      let time = CivilTime(year: local.year, month: local.month, day: local.day, hour: hour, minute: 0)
      if let found = time.flatMap({ zone.instants(of: $0) })?.first(where: { $0 > now }) { return found }
    }
    return now.adding(.days(1))
  }
}
