import PeerReview

/// A hole to open in one rule of the product, and where it would show first. The places only shorten the search.
struct Mutant: Sendable {
  /// As `Mutation.opens` is asked.
  let hole: String
  let secrets: [WorldSecret]
  let viewers: [WorldViewer]
  /// What the requests' names begin with.
  let requests: [String]
  /// Why it may survive; empty for a mutant that must be found.
  var excuse = ""

  static var all: [Mutant] { disclosure + shutOut + rules }

  /// Secrets that rest on one paper.
  static let ofCaches: [WorldSecret] = [
    .reviewText, .decision, .bid, .comment, .conflictKind, .conflictExistence, .manuscript, .authorIdentity, .reviewerIdentity,
    .chairLetters, .reviewExistence, .claim, .response, .commentExistence, .preprint,
  ]
  private static let shutOutViewers: [WorldViewer] = [.cyril, .carla, .rex, .conrad, .petra, .fred]
  private static let pages = ["GET /chair", "GET /reviews", "GET /submissions", "GET /bids", "GET /conflicts", "GET /expertise"]

  /// One for every secret and standing that the rules hide at some moment.
  private static var disclosure: [Mutant] {
    Secret.allCases.flatMap { secret in
      standings.compactMap { standing, viewers -> Mutant? in
        let isHidden = moments.contains { DisclosureRules.secrecy(of: secret, for: standing, at: $0) != nil }
        guard isHidden else { return nil }
        return Mutant(
          hole: "\(secret.rawValue) is shown to \(standing)", secrets: worldSecrets(of: secret), viewers: viewers,
          requests: ["GET /submissions/", "GET /reviews", "GET /chair"], excuse: excuse(secret, standing))
      }
    }
  }

  private static let standings: [(Standing, [WorldViewer])] = [
    (.author(contact: true), [.ada, .olga]), (.author(contact: false), [.basil, .rex, .carla]),
    (.conflicted, [.cyril, .conrad, .petra, .fred]), (.reviewer(ownReviewIn: false), [.ron]),
    (.reviewer(ownReviewIn: true), [.rita]), (.committee, [.uma, .otto]), (.outsider, [.stranger]),
  ]

  private static let moments: [DisclosureMoment] = [false, true].flatMap { available in
    [false, true].map {
      DisclosureMoment(biddingOpened: available, reviewsAvailable: available, decisionsReleased: $0, reviewersAnonymous: true)
    }
  }

  private static func worldSecrets(of secret: Secret) -> [WorldSecret] {
    switch secret {
    case .submission: [.withdrawnExistence]
    case .reviewerCopy, .originalFiles: [.manuscript]
    case .declarations: [.claim]
    case .committeeConflicts: [.conflictExistence]
    case .assignments: [.reviewerIdentity]
    case .reviewCount: [.reviewExistence]
    case .letters: [.chairLetters]
    case .chairNotes, .integrityCases: []
    case .authors: [.authorIdentity]
    case .reviewerIdentity: [.reviewerIdentity]
    case .reviews: [.reviewText, .reviewExistence]
    case .reviewsForChairs: [.privateRemarks]
    case .discussion: [.comment]
    case .response: [.response]
    case .decision: [.decision]
    case .deskRejection: [.deskRejection]
    case .declaredConflicts: [.conflictKind]
    case .bids: [.bid]
    case .screeningFindings: [.manuscript]
    case .preprint: [.preprint]
    }
  }

  /// Cells of the table that nothing asks: the paper is not found before it comes to that, or no page that such a viewer
  /// reaches has a place for the secret.
  private static func excuse(_ secret: Secret, _ standing: Standing) -> String {
    let isAsked: Bool =
      switch standing {
      case .conflicted, .outsider: false
      case .author: [.reviews, .decision].contains(secret)
      case .reviewer:
        [.authors, .reviewerIdentity, .reviewCount, .reviews, .reviewsForChairs, .discussion, .response, .decision].contains(
          secret)
      case .committee: secret == .submission
      case .chair: true
      }
    return isAsked ? "" : "Nothing asks this cell: no page that such a viewer reaches has a place for it."
  }

  /// One for every query and check that leaves out what someone is shut out from.
  private static var shutOut: [Mutant] {
    shutOutPlaces.map { place in
      Mutant(
        hole: "nobody is shut out in \(place)", secrets: ofCaches, viewers: shutOutViewers,
        requests: place.hasPrefix("retry") || place.hasPrefix("isLetter")
          ? ["POST /chair/letters"] : place.hasPrefix("known") ? ["POST /conflicts"] : pages)
    }
  }

  private static let shutOutPlaces = [
    "reviewLoads(in:chairedBy:)", "papersToReview(by:in:)", "loads(in:chairedBy:)", "pairs(of:chairedBy:)", "biddable(by:in:)",
    "authorNames(in:chairedBy:)", "findingCounts(in:chairedBy:)", "claims(in:chairedBy:)", "submissions(reviewableBy:in:)",
    "submissions(chairedBy:in:)", "standing(of:toward:)", "countAudit(of:chairedBy:)", "audit(of:chairedBy:limit:offset:)",
    "letters(of:chairedBy:limit:)", "countLetters(of:chairedBy:)",
    "countFailedLetters(of:chairedBy:)", "outbox(of:chairedBy:state:limit:offset:)", "retryLetters(_:of:chairedBy:at:)",
    "isLetterKnown(_:of:chairedBy:)", "scores(in:chairedBy:)", "assignedReviews(in:chairedBy:)", "submissionDates(chairedBy:in:)",
    "countResponses(in:chairedBy:)", "decisionVersions(in:chairedBy:)", "tellOfComment(on:call:by:)", "chairs(knowing:)",
    "unassign(reviewer:from:reason:)", "knownPaper(_:_:_:)",
  ]

  private static let everyone = WorldViewer.allCases

  private static let rules: [Mutant] = [
    Mutant(hole: "authorship gives no standing", secrets: ofCaches, viewers: [.carla, .rex], requests: pages),
    Mutant(
      hole: "every author is a contact", secrets: ofCaches + [.password], viewers: [.basil, .carla],
      requests: ["GET /submissions/"]),
    Mutant(hole: "a conflict gives no standing", secrets: ofCaches, viewers: [.cyril, .conrad], requests: pages),
    Mutant(hole: "one's own review counts as in", secrets: [.reviewText, .comment], viewers: [.ron], requests: ["GET /reviews"]),
    Mutant(hole: "authors read private fields", secrets: [.privateRemarks], viewers: [.ada], requests: ["GET /submissions/"]),
    Mutant(
      hole: "every paper is in the process", secrets: [.draftExistence, .withdrawnExistence], viewers: [.uma, .rita],
      requests: ["GET /bids", "GET /reviews"]),
    Mutant(
      hole: "everyone finds a paper as its author", secrets: [.authorIdentity], viewers: [.stranger],
      requests: ["GET /submissions/"]),
    Mutant(
      hole: "authors act as contacts", secrets: ofCaches, viewers: [.basil],
      requests: ["GET /submissions/", "POST /submissions/"]),
    Mutant(
      hole: "every reviewer finds every review", secrets: [.reviewText, .draftReview], viewers: [.ron, .rita],
      requests: ["GET /reviews/"]),
    Mutant(hole: "an ended assignment is found", secrets: ofCaches, viewers: [.rec, .remo], requests: ["GET /reviews/"]),
    Mutant(
      hole: "standing is not asked at the reviewer's desk", secrets: ofCaches, viewers: [.rec, .conrad],
      requests: ["GET /reviews/"],
      excuse: "A second lock: a standing assignment of the viewer and the paper's being in the process are asked before."),
    Mutant(
      hole: "everyone reviews", secrets: [.withdrawnExistence, .manuscript] + ofCaches, viewers: [.stranger, .remo],
      requests: ["GET /bids", "GET /reviews"]),
    Mutant(hole: "everyone chairs", secrets: [.office], viewers: [.stranger], requests: ["GET /chair"]),
    Mutant(
      hole: "a chair finds every paper", secrets: [.reviewText, .conflictKind], viewers: [.cyril],
      requests: ["GET /chair/submissions/"]),
    Mutant(hole: "reviews are available early", secrets: [.reviewText], viewers: [.ada], requests: ["GET /submissions/"]),
    Mutant(
      hole: "decisions are released early", secrets: [.decision], viewers: [.ada, .rita],
      requests: ["GET /submissions/", "GET /reviews"]),
    Mutant(
      hole: "an author's list holds every paper", secrets: [.draftExistence], viewers: [.stranger], requests: ["GET /submissions"]
    ),
    Mutant(
      hole: "a reviewer's list holds every assignment", secrets: [.reviewExistence, .draftReview, .reviewText],
      viewers: [.uma, .ron],
      requests: ["GET /reviews"]),
    Mutant(
      hole: "ended assignments stay in the list", secrets: ofCaches, viewers: [.rec], requests: ["GET /reviews"]),
    Mutant(
      hole: "reviewers see who declared a conflict with them", secrets: [.conflictKind], viewers: [.conrad],
      requests: ["GET /conflicts"]),
    Mutant(
      hole: "papers are shown before bidding", secrets: [.withdrawnExistence] + ofCaches, viewers: [.uma], requests: ["GET /bids"]
    ),
    Mutant(
      hole: "reviewers read what is for chairs", secrets: [.preprint, .claim], viewers: [.ron], requests: ["GET /reviews/"]),
    Mutant(hole: "authors read who acted", secrets: ofCaches, viewers: [.ada], requests: ["GET /submissions/"]),
    Mutant(hole: "chairs read every letter", secrets: ofCaches, viewers: [.cyril, .carla], requests: ["GET /chair/letters"]),
    Mutant(hole: "the record shows its own chain", secrets: ofCaches, viewers: [.cyril], requests: ["GET /chair/audit"]),
    Mutant(hole: "the record shows its own numbers", secrets: ofCaches, viewers: [.cyril], requests: ["GET /chair/audit"]),
  ]
}
