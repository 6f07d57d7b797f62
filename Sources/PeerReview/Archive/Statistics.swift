/// Who reads the statistics of a call after its release.
public enum StatisticsPolicy: String, Hashable, CaseIterable, Sendable {
  case everyone = "public"
  /// Chairs and reviewers.
  case committee
  case nobody = "no"
}

/// Figures of a call, told only where nobody stands out.
public struct Statistics: Hashable, Sendable {
  public struct TrackFigures: Hashable, Sendable {
    public let key: String
    public let submitted: Int
    public let accepted: Int
    /// Whole percent.
    public var percent: Int { submitted == 0 ? 0 : (accepted * 200 + submitted) / (submitted * 2) }
  }

  /// What is told about reviewing; means in halves, so that no single paper or person can be reckoned from them.
  public struct Reviewing: Hashable, Sendable {
    public let reviews: Int
    public let reviewers: Int
    public let halvesPerPaper: Int
    public let halvesPerReviewer: Int
  }

  /// In the order given, without those that are too small.
  public let tracks: [TrackFigures]
  /// Whether there are tracks that are not told.
  public let isPartial: Bool
  /// Over the tracks that are told; nil when there are too few papers or people.
  public let reviewing: Reviewing?

  /// Papers of a track that were submitted and not withdrawn, in counts.
  public struct TrackCounts: Hashable, Sendable {
    public let track: String
    public let submitted: Int
    public let accepted: Int
    public init(track: String, submitted: Int, accepted: Int) {
      self.track = track
      self.submitted = submitted
      self.accepted = accepted
    }
  }

  /// What reviewing took, over papers that were reviewed.
  public struct ReviewCounts: Hashable, Sendable {
    public let papers: Int
    public let reviews: Int
    public let reviewers: Int
    public init(papers: Int, reviews: Int, reviewers: Int) {
      self.papers = papers
      self.reviews = reviews
      self.reviewers = reviewers
    }
  }

  /// A track is told when both its accepted and its other papers are no small group; all else is over those tracks alone, so that
  /// what is left out can't be reckoned from a sum. `reviews` is asked for the keys of these, and only when there are any.
  public init(
    _ counts: [TrackCounts], tracks keys: [String], reviews: (_ told: [String]) throws -> ReviewCounts
  ) rethrows {
    tracks = keys.compactMap { key in
      guard let all = counts.first(where: { $0.track == key }), SmallGroups.shows(all.accepted),
        SmallGroups.shows(all.submitted - all.accepted)
      else { return nil }
      return TrackFigures(key: key, submitted: all.submitted, accepted: all.accepted)
    }
    let told = tracks.map(\.key)
    isPartial = counts.contains { !told.contains($0.track) }
    reviewing = told.isEmpty ? nil : Self.reviewing(try reviews(told))
  }

  private static func reviewing(_ counts: ReviewCounts) -> Reviewing? {
    guard SmallGroups.shows(counts.papers), SmallGroups.shows(counts.reviewers) else { return nil }
    return Reviewing(
      reviews: counts.reviews / 5 * 5, reviewers: counts.reviewers, halvesPerPaper: halves(counts.reviews, counts.papers),
      halvesPerReviewer: halves(counts.reviews, counts.reviewers))
  }

  private static func halves(_ sum: Int, _ count: Int) -> Int { (sum * 4 + count) / (count * 2) }
}

extension StatisticsPolicy {
  /// Refuses as not found before decisions are released, and whoever the call does not name.
  public func read(isCommittee: Bool, releasedAt: Instant?) throws(Refusal) {
    guard releasedAt != nil else { throw .notFound }
    switch self {
    case .everyone: return
    case .committee: if !isCommittee { throw .notFound }
    case .nobody: throw .notFound
    }
  }
}

extension CallFileReader {
  /// `statistics: public`, `committee` or `no`; the committee where nothing is said.
  func statistics(_ file: CallFileSection) -> StatisticsPolicy {
    guard file.field("statistics") != nil else { return .committee }
    return StatisticsPolicy(rawValue: file.choice("statistics", of: StatisticsPolicy.allCases.map(\.rawValue))) ?? .committee
  }
}
