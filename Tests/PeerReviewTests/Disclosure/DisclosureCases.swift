import PeerReview

/// Every case the table of disclosure is made of.
enum DisclosureCases {
  static let standings: [Standing] = [
    .author(contact: true), .author(contact: false), .conflicted, .chair, .reviewer(ownReviewIn: false),
    .reviewer(ownReviewIn: true), .metareviewer, .external(accepted: false), .external(accepted: true), .committee, .publication,
    .outsider,
  ]

  static let moments: [DisclosureMoment] = (0..<64).map { bits in
    DisclosureMoment(
      biddingOpened: bits & 1 != 0, reviewsAvailable: bits & 2 != 0, decisionsReleased: bits & 4 != 0,
      reviewersAnonymous: bits & 8 != 0, metareviewersRead: bits & 16 != 0, metareviewsForAuthors: bits & 32 != 0)
  }

  /// What a viewer of `standing` is shown at `moment`.
  static func shown(to standing: Standing, at moment: DisclosureMoment) -> Set<Secret> {
    Set(Secret.allCases.filter { DisclosureRules.secrecy(of: $0, for: standing, at: moment) == nil })
  }
}

extension DisclosureMoment {
  /// Whether `other` can follow this moment at one call: time only adds.
  func canBecome(_ other: DisclosureMoment) -> Bool {
    (other.biddingOpened || !biddingOpened) && (other.reviewsAvailable || !reviewsAvailable)
      && (other.decisionsReleased || !decisionsReleased)
      && (other.metareviewersRead || !metareviewersRead) && other.metareviewsForAuthors == metareviewsForAuthors
      && other.reviewersAnonymous == reviewersAnonymous
  }
}

extension Standing {
  /// Fails to compile when a standing is added that `DisclosureCases.standings` doesn't list.
  var isListed: Bool {
    switch self {
    case .author, .conflicted, .chair, .reviewer, .metareviewer, .external, .committee, .publication, .outsider:
      DisclosureCases.standings.contains(self)
    }
  }
}
