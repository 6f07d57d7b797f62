import PeerReview

/// A hole to open in one rule of the product.
struct Mutant: Sendable {
  /// As `Mutation.opens` is asked.
  let hole: String
  /// The secrets that would show first. They only shorten the search.
  let secrets: [WorldSecret]
  /// Where the year stands when it is looked for.
  var phases = usualPhases
  /// Why it may survive; empty for a mutant that must be found.
  var reason = ""

  /// By then there is everything that can be seen of a paper before and under review, then of its discussion, then of its
  /// decision, before it is released and after.
  static let usualPhases: [WorldPhase] = [.bidding, .reviewing, .discussion, .deciding, .released]

  static var all: [Mutant] { disclosure + artifactDisclosure + shutOut + rules }

  /// Whether the hole is a cell of the table in `docs/disclosure.md`, which `DisclosureDocumentTests` compares with the rules.
  var isWritten: Bool { hole.contains(" is shown to ") }

  /// Secrets that rest on one paper.
  static let ofCaches: [WorldSecret] = [
    .reviewText, .decision, .bid, .comment, .conflictKind, .conflictExistence, .manuscript, .authorIdentity, .reviewerIdentity,
    .chairLetters, .authorExistence, .claimExistence, .bidExistence, .decisionChange, .reviewExistence, .claim, .response,
    .commentExistence, .preprint, .tag, .tagExistence, .vote, .rank,
  ]

  /// One for every secret and standing that the rules hide at some moment.
  private static var disclosure: [Mutant] {
    Secret.allCases.flatMap { secret in
      standings.compactMap { standing -> Mutant? in
        let isHidden = moments.contains { DisclosureRules.secrecy(of: secret, for: standing, at: $0) != nil }
        if !isHidden { return nil }
        // The committee may know of papers from bidding on.
        let isEarly = secret == .submission && standing == .committee
        return Mutant(
          hole: "\(secret.rawValue) is shown to \(standing)", secrets: worldSecrets(of: secret),
          phases: isEarly ? [.screening] : usualPhases)
      }
    }
  }

  /// The same of artifacts.
  private static var artifactDisclosure: [Mutant] {
    ArtifactSecret.allCases.flatMap { secret in
      artifactStandings.compactMap { standing -> Mutant? in
        let isHidden = artifactMoments.contains { DisclosureRules.secrecy(of: secret, for: standing, at: $0) != nil }
        if !isHidden { return nil }
        return Mutant(
          hole: "\(secret.rawValue) of artifacts is shown to \(standing)", secrets: ofArtifacts, phases: [.released, .evaluating])
      }
    }
  }

  private static let artifactStandings: [ArtifactStanding] = [
    .author(contact: true), .author(contact: false), .conflicted, .evaluator(ownEvaluationIn: false),
    .evaluator(ownEvaluationIn: true), .committee, .outsider,
  ]

  private static let artifactMoments: [ArtifactMoment] = [false, true].map {
    ArtifactMoment(registrationClosed: $0, artifactsDue: $0, badgesReleased: $0)
  }

  /// Secrets that rest on the artifact of `caches`.
  static let ofArtifacts: [WorldSecret] = [
    .artifactText, .artifactDescription, .evaluationText, .artifactDialogue, .badge, .artifactEvaluator, .evaluationRemarks,
    .preference,
  ]

  /// With that of `wells`, which comes first: few are played anew with the hole open.
  static let ofAnyArtifact: [WorldSecret] = [.artifactExistence] + ofArtifacts

  private static let standings: [Standing] = [
    .author(contact: true), .author(contact: false), .conflicted, .reviewer(ownReviewIn: false), .reviewer(ownReviewIn: true),
    .metareviewer, .external(accepted: false), .external(accepted: true), .committee, .publication, .outsider,
  ]

  private static let moments: [DisclosureMoment] = [false, true].flatMap { available in
    [false, true].map {
      DisclosureMoment(
        biddingOpened: available, reviewsAvailable: available, decisionsReleased: $0, reviewersAnonymous: true,
        metareviewersRead: available, metareviewsForAuthors: true)
    }
  }

  private static func worldSecrets(of secret: Secret) -> [WorldSecret] {
    switch secret {
    case .submission: [.paper, .withdrawnExistence, .lateExistence]
    case .reviewerCopy, .originalFiles: [.manuscript]
    case .declarations: [.claim]
    case .committeeConflicts: [.conflictExistence]
    case .assignments: [.reviewerIdentity]
    case .reviewCount: [.reviewExistence]
    case .letters: [.chairLetters]
    case .chairNotes: []
    case .integrityCases: [.integrityCase]
    case .tags: [.tag, .tagExistence, .vote]
    case .chairTags: [.chairTag]
    case .authors: [.authorIdentity]
    case .reviewerIdentity: [.reviewerIdentity, .chairLetters]
    case .reviews: [.reviewText, .reviewExistence]
    case .reviewsForChairs: [.privateRemarks]
    case .discussion: [.comment, .commentExistence]
    case .reviewRatings: [.reviewRating]
    case .metareview: [.metareviewText]
    case .metareviewForChairs: [.metareviewForChairs]
    case .response: [.response]
    case .decision: [.decision]
    case .finalVersion: [.finalVersion]
    case .deskRejection: [.deskRejection]
    case .declaredConflicts: [.conflictKind]
    case .bids: [.bid]
    case .screeningFindings: [.manuscript]
    case .preprint: [.preprint]
    }
  }

  /// One for every query and check that leaves out what someone is shut out from.
  private static var shutOut: [Mutant] {
    [ownData]
      + artifactPlaces.map { place in
        Mutant(hole: "nobody is shut out in \(place)", secrets: ofAnyArtifact, phases: artifactPhases)
      }
      + shutOutPlaces.map { place in
        Mutant(
          hole: "nobody is shut out in \(place)",
          secrets: [.paper, .chairLetters, .commentExistence, .withdrawnExistence, .draftExistence, .lateExistence] + ofCaches
            + [
              .integrityCase, .suspicion, .declarationWords, .metareviewText, .metareviewForChairs, .reviewRating,
              .delegationExistence,
            ], phases: otherPhases[place] ?? usualPhases)
      }
  }

  private static let ownData = Mutant(
    hole: "nobody is shut out in ownData(of:at:)", secrets: ofAnyArtifact + ofCaches, phases: usualPhases + artifactPhases)

  /// Chairs load papers from a file while submissions are open.
  private static let otherPhases: [String: [WorldPhase]] = ["submittedCounts(of:in:beside:chairedBy:)": [.submission]]

  private static let shutOutPlaces = [
    "reviewLoads(in:chairedBy:of:)", "papersToReview(by:in:)", "loads(in:chairedBy:among:)", "pairs(of:chairedBy:)",
    "biddable(by:in:among:givenOnly:abstracts:keywords:)", "everyoneInConflict(in:chairedBy:)",
    "textScoresOfAssigned(in:chairedBy:)",
    "authorNames(in:chairedBy:among:)", "findingCounts(in:chairedBy:among:)", "claims(in:chairedBy:)",
    "submissions(chairedBy:in:among:)", "submissionKeys(chairedBy:in:among:)", "countSubmissions(chairedBy:in:)",
    "standing(of:toward:)", "countAudit(of:chairedBy:)",
    "audit(of:chairedBy:limit:offset:)",
    "countLetters(of:chairedBy:)", "judgeHeldLetters(_:of:chairedBy:drops:at:)", "meetingItems(in:knownTo:)",
    "countFailedLetters(of:chairedBy:)", "outbox(of:chairedBy:state:limit:offset:)", "retryLetters(_:of:chairedBy:at:)",
    "isLetterKnown(_:of:chairedBy:)", "reviewTallies(in:chairedBy:among:)", "submissions(chairedBy:in:decided:)",
    "submission(_:in:chairedBy:decided:)", "reviewTimes(in:chairedBy:)",
    "submissionDates(chairedBy:in:)",
    "countResponses(in:chairedBy:)", "decisionVersions(in:chairedBy:)", "topics(in:chairedBy:)",
    "topicCounts(in:chairedBy:among:)", "abstracts(in:chairedBy:)",
    "papers(with:in:chairedBy:)", "discussionLeads(in:chairedBy:)", "shepherds(in:chairedBy:)", "answeredPapers(in:chairedBy:)",
    "foundCodes(in:chairedBy:)",
    "commentCounts(in:chairedBy:)",
    "answeredClaims(in:chairedBy:)", "assignments(in:chairedBy:)", "bids(in:chairedBy:)", "contacts(in:chairedBy:)",
    "currentContent(in:chairedBy:)", "decisions(in:chairedBy:)", "endedAssignments(in:chairedBy:)",
    "shutOutPairs(in:chairedBy:)", "submission(_:in:chairedBy:)", "submission(_:in:reviewableBy:)",
    "submittedReviews(in:chairedBy:)", "countFindings(in:chairedBy:_:)", "queuedFindings(in:chairedBy:_:limit:offset:)",
    "queuedFindings(_:in:chairedBy:)", "tags(in:chairedBy:among:_:owner:)", "tagNames(in:chairedBy:_:owner:)",
    "votes(in:chairedBy:among:named:)", "findingCodes(in:chairedBy:)", "missingReviews(in:chairedBy:)",
    "ruleCounts(in:chairedBy:)", "shepherded(by:in:)",
    "conflictPapers(in:chairedBy:)", "suspicionDismissals(in:chairedBy:)", "declarationWords(in:chairedBy:)",
    "integrityCases(in:chairedBy:)", "integrityCase(_:in:chairedBy:)", "integrityPapers(in:chairedBy:)",
    "metareviewTasks(of:in:)", "metareviewTasks(in:chairedBy:)", "metareviews(in:chairedBy:)", "reviewGrades(in:chairedBy:of:)",
    "submittedCounts(of:in:beside:chairedBy:)", "servingAuthors(in:chairedBy:)",
    "delegations(in:chairedBy:)", "delegation(_:in:chairedBy:)",
  ]

  private static let artifactPlaces = [
    "artifacts(in:servedBy:)", "artifact(_:in:servedBy:)", "standing(of:towardArtifact:)", "evaluations(by:in:)",
    "isShutOut(_:from:)",
  ]

  private static let artifactPhases: [WorldPhase] = [.released, .evaluating]

  private static let rules: [Mutant] = [
    Mutant(hole: "authorship gives no standing", secrets: ofCaches),
    Mutant(hole: "every author is a contact", secrets: ofCaches + [.password]),
    Mutant(hole: "a conflict gives no standing", secrets: ofCaches),
    Mutant(hole: "track chairs chair every track", secrets: ofCaches + [.lateExistence, .draftExistence]),
    Mutant(
      hole: "track chairs chair the whole call", secrets: [.chairLetters, .sharedSearch, .integrityOfChair, .invitationExistence]),
    Mutant(hole: "one's own review counts as in", secrets: [.reviewText, .comment]),
    Mutant(hole: "authors read private fields", secrets: [.privateRemarks]),
    Mutant(
      hole: "every paper is in the process", secrets: [.draftExistence, .withdrawnExistence]),
    Mutant(
      hole: "everyone finds a paper as its author", secrets: [.authorIdentity]),
    Mutant(hole: "authors act as contacts", secrets: ofCaches),
    Mutant(
      hole: "every reviewer finds every review", secrets: [.reviewText, .draftReview]),
    Mutant(
      hole: "an ended assignment is found", secrets: ofCaches,
      reason: "A second lock: whoever has no standing assignment is no reviewer of the paper, and is refused for that."),
    Mutant(hole: "standing is not asked at the reviewer's desk", secrets: ofCaches),
    Mutant(
      hole: "everyone reviews", secrets: [.withdrawnExistence, .manuscript] + ofCaches),
    Mutant(hole: "standing is not asked of a metareviewer", secrets: [.onlyReview], phases: [.response, .discussion]),
    Mutant(hole: "metareviewers read early", secrets: [.reviewText], phases: [.reviewing]),
    Mutant(
      hole: "every metareviewer finds every task", secrets: [.metareviewText, .metareviewForChairs], phases: [.discussion],
      reason: "A second lock: whoever has no standing task is not its metareviewer, and is refused for that."),
    Mutant(
      hole: "everyone leads discussions", secrets: ofCaches,
      reason: "A second lock: whoever has no standing task is not its metareviewer, and is refused for that."),
    Mutant(
      hole: "every external reviewer finds every delegation", secrets: [.delegatedDraft, .paper],
      reason: "A second lock: whoever did not accept is no external reviewer of the paper, and is refused for that."),
    Mutant(hole: "standing is not asked at the external desk", secrets: ofCaches),
    Mutant(hole: "everyone chairs", secrets: [.office]),
    Mutant(hole: "everyone publishes", secrets: [.finalVersion, .authorIdentity], phases: [.released]),
    Mutant(hole: "nothing is ever closed", secrets: [.reviewText, .comment, .bid, .response], phases: [.sealed]),
    Mutant(hole: "reviews are available early", secrets: [.reviewText]),
    Mutant(
      hole: "decisions are released early", secrets: [.decision], phases: [.deciding]),
    Mutant(
      hole: "an author's list holds every paper", secrets: [.draftExistence]
    ),
    Mutant(
      hole: "a reviewer's list holds every assignment", secrets: [.reviewExistence, .draftReview, .reviewText]),
    Mutant(
      hole: "ended assignments stay in the list", secrets: ofCaches),
    Mutant(
      hole: "reviewers see who declared a conflict with them", secrets: [.conflictKind]),
    Mutant(
      hole: "reviewers read what is for chairs", secrets: [.preprint, .claim]),
    Mutant(hole: "authors read who acted", secrets: [.whoRejected]),
    Mutant(hole: "chairs read every letter", secrets: [.paper]),
    Mutant(hole: "those a case is about know of it", secrets: [.integrityOfChair]),
    Mutant(hole: "the record shows its own chain", secrets: ofCaches),
    Mutant(hole: "the record shows its own numbers", secrets: ofCaches),
    Mutant(hole: "authorship gives no standing at artifacts", secrets: ofAnyArtifact, phases: artifactPhases),
    Mutant(hole: "a conflict gives no standing at artifacts", secrets: ofAnyArtifact, phases: artifactPhases),
    Mutant(hole: "one's own evaluation counts as in", secrets: [.evaluationText], phases: artifactPhases),
    Mutant(hole: "badges are released early", secrets: [.badge], phases: artifactPhases),
    Mutant(hole: "a conflict with an artifact is forgotten", secrets: ofArtifacts, phases: artifactPhases),
    Mutant(hole: "everyone evaluates", secrets: ofArtifacts, phases: artifactPhases),
    Mutant(hole: "everyone chairs artifacts", secrets: ofArtifacts, phases: artifactPhases),
    Mutant(hole: "chairs read the record of artifacts", secrets: ofArtifacts + [.artifactExistence], phases: artifactPhases),
    Mutant(hole: "chairs find letters about artifacts", secrets: ofArtifacts + [.artifactExistence], phases: artifactPhases),
  ]
}
