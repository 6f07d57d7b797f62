/// How far the year of a call has come, in order. Computed from the calendar and the clock, never stored.
///
/// A phase is for showing and for what is disclosed when; whether an act is allowed is asked of its `Period`.
public enum Phase: String, Hashable, Comparable, CaseIterable, Sendable {
  /// Before submissions open.
  case announced
  case submission
  /// Submissions are closed, bidding has not begun.
  case screening
  case bidding
  /// Bids are in, reviewing has not begun.
  case assignment
  /// Until reviews are shown to authors.
  case reviewing
  /// Authors see the reviews and may answer.
  case response
  /// From the end of the response to the end of the discussion.
  case discussion
  /// Chairs decide; nothing is released yet.
  case deciding
  /// Decisions are released. The only phase that begins with an act instead of the clock.
  case released

  public static func < (left: Phase, right: Phase) -> Bool {
    left.order < right.order
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension Calendar {
  /// The phase at `now`. Released decisions outrank every date.
  public func phase(at now: Instant, released: Bool) -> Phase {
    if released { return .released }
    return Phase.allCases.last { phase in begins(phase).map { $0 <= now } ?? false } ?? .announced
  }

  /// When `phase` begins by the clock; nil for `announced`, which has no beginning, and `released`, which an act begins.
  public func begins(_ phase: Phase) -> Instant? {
    switch phase {
    case .announced, .released: nil
    case .submission: submission.opens
    case .screening: submission.closes
    case .bidding: bidding.opens
    case .assignment: bidding.closes
    case .reviewing: reviewing.opens
    case .response: response.opens
    case .discussion: response.closes
    case .deciding: discussion.closes
    }
  }

  /// Every date moved by `span`.
  public func shifted(by span: Span) -> Calendar {
    Calendar(
      submission: submission.shifted(by: span), bidding: bidding.shifted(by: span), reviewing: reviewing.shifted(by: span),
      response: response.shifted(by: span), discussion: discussion.shifted(by: span),
      notification: notification.adding(span), cameraReady: cameraReady?.adding(span),
      registration: registration?.adding(span), grace: grace, rounds: rounds.map { $0.shifted(by: span) })
  }

  /// How far to shift the calendar so that `now` lies in `phase`: in its middle, by whole days where the phase is long
  /// enough, so that hours stay as announced. `announced` means a week before submissions open, `released` a day after
  /// the notification.
  public func shift(putting now: Instant, in phase: Phase) -> Span {
    let (from, until) = bounds(of: phase)
    let middle = from.adding(Span(microseconds: until.since(from).microseconds / 2))
    let exact = now.since(middle)
    let days = Span(microseconds: exact.microseconds / Span.days(1).microseconds * Span.days(1).microseconds)
    let landed = now.adding(Span(microseconds: 0 &- days.microseconds))
    return from <= landed && landed < until ? days : exact
  }

  private func bounds(of phase: Phase) -> (from: Instant, until: Instant) {
    switch phase {
    case .announced: return (submission.opens.adding(.days(-14)), submission.opens)
    case .released: return (notification, notification.adding(.days(2)))
    case .deciding: return (discussion.closes, max(notification, discussion.closes.adding(.seconds(1))))
    default:
      let from = begins(phase) ?? submission.opens
      let next = Phase.allCases.compactMap { begins($0) }.first { $0 > from }
      return (from, next ?? notification)
    }
  }
}

extension Period {
  /// Both ends moved by `span`.
  public func shifted(by span: Span) -> Period {
    Period(opens: opens.adding(span), closes: closes.adding(span))
  }
}

extension Call {
  /// The same call with every date moved by `span`.
  public func shifted(by span: Span) -> Call {
    Call(
      id: id, name: name, fullName: fullName, website: website, timeZone: timeZone, contactEmail: contactEmail,
      calendar: calendar.shifted(by: span), topics: topics, keywordsLimit: keywordsLimit, tracks: tracks,
      declarations: declarations, dualSubmissionExceptions: dualSubmissionExceptions, conflictKinds: conflictKinds,
      preprintsAllowed: preprintsAllowed, desk: desk, bidding: bidding, assignment: assignment, response: response,
      discussion: discussion, decisions: decisions, artifacts: artifacts?.shifted(by: span), limits: limits, affinity: affinity,
      tags: tags, cameraReady: cameraReady, proceedings: proceedings?.shifted(by: span), letters: letters,
      conflictChecks: conflictChecks, retention: retention.shifted(by: span), statistics: statistics, metareviews: metareviews,
      reciprocal: reciprocal)
  }
}
