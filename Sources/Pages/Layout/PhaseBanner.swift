public import PeerReview

/// Where the conference stands now and which moment comes next.
public struct PhaseBanner: Hashable, Sendable {
  /// A sentence such as "Submissions are open".
  public let sentence: String
  /// What happens at `deadline`, such as "Papers are due"; empty when nothing is ahead.
  public let next: String
  public let deadline: Instant?
  /// Final versions of accepted papers are asked for and have begun.
  public let hasFinalVersions: Bool

  public init(sentence: String, next: String, deadline: Instant?, hasFinalVersions: Bool = false) {
    self.sentence = sentence
    self.next = next
    self.deadline = deadline
    self.hasFinalVersions = hasFinalVersions
  }

  /// Reads the calendar at `now`; of all that lies ahead the earliest is named. Nothing is, once decisions are released.
  public init(calendar: Calendar, released: Bool, now: Instant) {
    // Final versions follow a release, which nothing here knows to be near.
    let ahead = CallDate.moments(in: calendar).filter { $0.date != .cameraReady && $0.moment > now }
    let next = released ? nil : ahead.min { $0.moment < $1.moment }
    sentence = Self.sentence(for: calendar.phase(at: now, released: released))
    self.next = next?.date.name ?? ""
    deadline = next?.moment
    hasFinalVersions = released && calendar.cameraReady != nil
  }

  private static func sentence(for phase: Phase) -> String {
    switch phase {
    case .announced: "Submissions are not open yet"
    case .submission: "Submissions are open"
    case .screening: "Submissions are closed and being screened"
    case .bidding: "Reviewers are bidding"
    case .assignment: "Papers are being assigned to reviewers"
    case .reviewing: "Papers are under review"
    case .response: "Authors answer the reviews"
    case .discussion: "The committee discusses the papers"
    case .deciding: "The chairs decide"
    case .released: "Decisions are released"
    }
  }
}
