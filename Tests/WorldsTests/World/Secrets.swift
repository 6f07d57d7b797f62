import PeerReview

/// What differs between the two worlds: exactly one of these.
///
/// In the base world each holds the text or state that its canary marks; in the other world another one, or nothing.
enum WorldSecret: String, CaseIterable, Sendable {
  case authorIdentity = "an author's name, address and affiliation"
  case reviewerIdentity = "which of two people reviews a paper"
  case reviewText = "text and scores of a review"
  case privateRemarks = "a review's private remarks"
  case reviewExistence = "existence of a review"
  case onlyReview = "existence of a paper's only review"
  case draftReview = "a review not handed in"
  case comment = "text of a comment"
  case commentExistence = "existence of a comment"
  case decision = "a decision and its note"
  case deskRejection = "ground and explanation of a rejection without review"
  case conflictKind = "kind of a conflict"
  case conflictExistence = "existence of a conflict"
  case bid = "a bid"
  case expertise = "what a reviewer says they know"
  case draftExistence = "existence of a draft"
  case withdrawnExistence = "existence of a withdrawn paper"
  case accountExistence = "existence of an account"
  case office = "which office someone holds"
  case invitationExistence = "existence of an invitation"
  case chairLetters = "a letter to the chairs"
  case response = "the authors' response"
  case manuscript = "the bytes of a manuscript"
  case preprint = "a link to a preprint"
  case claim = "a claimed exception's explanation"
  case serving = "which author serves as a reviewer, and why no other does"
  case otherConference = "another conference on the same server"
  case password = "whether an account has a password"
  case paper = "title and abstract of a paper"
  case authorExistence = "existence of an author"
  case claimExistence = "existence of a claimed exception"
  case lateExistence = "existence of a paper in the process"
  case whoRejected = "which chair rejected a paper without review"
  case publication = "what a reviewer wrote"
  case keyword = "a reviewer's keywords"
  case publicationExistence = "whether a reviewer's papers are known"
  case bidExistence = "existence of a bid"
  case decisionChange = "that a decision was changed"
  case tag = "a tag of the committee"
  case tagExistence = "existence of a tag of the committee"
  case ownSearch = "a search a chair keeps for themself"
  case sharedSearch = "a search chairs share"
  case chairTag = "a tag of the chairs"
  case ownTag = "someone's own tag"
  case vote = "a vote for a paper"
  case rank = "a paper's place in an order"
  case finalVersion = "title, abstract and file of a final version"
  case shepherdWord = "what a shepherd asks for"
  case placement = "where a paper stands in the proceedings"
  case decisionNote = "the note of a decision"
  case artifactExistence = "existence of an artifact"
  case artifactDescription = "what an artifact is"
  case artifactText = "claims, location and file of an artifact"
  case artifactEvaluator = "which of two people evaluates an artifact"
  case artifactDialogue = "what evaluators and authors write each other"
  case evaluationText = "text of an evaluation"
  case evaluationRemarks = "an evaluation's words to the artifact chairs"
  case badge = "whether a badge is awarded, and the note"
  case preference = "how gladly somebody would evaluate"
  case coauthorship = "what a reviewer and an author wrote together"
  case suspicion = "that a suspected conflict was set aside, and why"
  case declarationWords = "what chairs and authors say of declared conflicts"
  case authorshipAnswer = "what a listed author says of it"
  case moreTime = "that a paper has more time than others"
  case metareviewText = "what a metareviewer writes for the authors"
  case metareviewForChairs = "what a metareviewer writes for the chairs"
  case metareviewer = "which of two people leads a discussion"
  case offeredLoad = "how many papers a reviewer takes"
  case reviewRating = "what a chair thinks of a review"
  case delegatedDraft = "what somebody from outside writes for a reviewer"
  case delegationExistence = "that a reviewer asked somebody from outside"
  case discussionLead = "which reviewer leads a discussion"
  case integrityCase = "existence of an integrity case"
  case integrityOfChair = "existence of an integrity case about a chair"

  /// What the retention rules of the worlds' call have closed to everybody in the end.
  static let closed: Set<WorldSecret> = [
    .reviewText, .privateRemarks, .comment, .commentExistence, .bid, .bidExistence, .tag, .tagExistence, .chairTag, .vote, .rank,
    .response, .chairLetters, .metareviewText, .metareviewForChairs, .reviewRating,
  ]

  /// Whether the viewer may learn it then, under this policy of the call. Signed by hand, and apart from the product's own
  /// rules: a mistake there must not excuse itself here.
  func isOpen(to viewer: WorldViewer, in phase: WorldPhase, _ policy: WorldPolicy) -> Bool {
    // What the call closes, nobody learns any more; but what one wrote stands in one's own data.
    if phase == .sealed, Self.closed.contains(self) { return isOwnData(of: viewer) }
    let isAuthor = WorldViewer.authors.contains(viewer)
    let isFreeChair = WorldViewer.freeChairs.contains(viewer)
    let isChair = WorldViewer.chairs.contains(viewer)
    // Rita's own review is in; mira leads the discussion, and reads once reviews were due.
    let readsReviews = (viewer == .rita && phase >= .reviewing) || (viewer == .mira && phase >= .response)
    // Vera had the paper until the chairs found a conflict.
    let holdsIt = ([.rita, .ron, .mira].contains(viewer) && phase >= .reviewing) || (viewer == .vera && phase == .assignment)
    let meetsIt = WorldViewer.freeReviewers.contains(viewer) || ([.vera, .mona].contains(viewer) && phase < .reviewing)
    // Nina writes for rita until the discussion closes.
    let writes = viewer == .nina && phase >= .reviewing && phase <= .discussion
    let publishes = viewer == .paula && phase >= .released
    switch self {
    case .paper: return isAuthor || isFreeChair || (meetsIt && phase >= .bidding) || publishes || writes
    // A shepherd and the authors learn each other's names; evaluation of artifacts is single blind.
    case .authorIdentity, .authorExistence:
      return isAuthor || isFreeChair || (viewer == .rita && phase >= .released) || meetsArtifact(viewer, phase) || publishes
    case .preprint, .claim, .serving, .conflictKind, .conflictExistence: return isAuthor || isFreeChair
    case .placement: return isFreeChair || publishes
    case .reviewRating, .privateRemarks, .chairTag, .chairLetters, .bid, .bidExistence, .decisionChange, .suspicion,
      .integrityCase:
      return isFreeChair
    case .shepherdWord: return isAuthor || isFreeChair || viewer == .rita || publishes
    case .finalVersion:
      return isAuthor || isFreeChair || viewer == .rita || meetsArtifact(viewer, phase) || choosesArtifact(viewer, phase)
        || publishes
    case .coauthorship, .declarationWords, .moreTime, .authorshipAnswer: return isAuthor || isFreeChair
    case .integrityOfChair: return isChair && viewer != .cora
    // Reviewers are told of an exception that a chair approved, not of the authors' words.
    case .claimExistence: return isAuthor || isFreeChair || holdsIt || writes
    case .reviewerIdentity: return isFreeChair || (readsReviews && policy == .known)
    case .reviewText, .reviewExistence: return isFreeChair || readsReviews || (isAuthor && phase >= .response)
    case .onlyReview: return isChair || viewer == .otto || (viewer == .olga && phase >= .response)
    case .draftReview: return viewer == .ron
    case .comment, .commentExistence: return isFreeChair || readsReviews
    // That there is an artifact tells that the paper is accepted; its note stays where it is.
    case .decision:
      return isFreeChair || ((isAuthor || [.rita, .ron, .mira].contains(viewer)) && phase >= .released)
        || meetsArtifact(viewer, phase) || choosesArtifact(viewer, phase) || publishes
    case .decisionNote: return isFreeChair || ((isAuthor || [.rita, .ron].contains(viewer)) && phase >= .released)
    case .artifactExistence:
      return viewer == .olga || viewer == .arno || viewer == .axel
        || ([.elsa, .emil].contains(viewer) && phase >= .evaluating)
    case .artifactDescription: return isAuthor || meetsArtifact(viewer, phase) || choosesArtifact(viewer, phase)
    case .artifactText, .artifactDialogue: return isAuthor || meetsArtifact(viewer, phase)
    case .evaluationText: return viewer == .arno || (isAuthor && phase >= .archived)
    case .badge: return viewer == .arno || ((isAuthor || viewer == .elsa) && phase >= .archived)
    case .artifactEvaluator, .evaluationRemarks: return viewer == .arno
    case .preference: return [.arno, .emil].contains(viewer)
    case .metareviewText, .metareviewForChairs:
      return isFreeChair || viewer == .mira || (self == .metareviewText && isAuthor && phase >= .released)
    case .metareviewer: return isChair || (viewer == .uma && policy == .known)
    case .whoRejected, .publicationExistence, .invitationExistence, .offeredLoad: return isChair
    case .office, .expertise, .sharedSearch: return isChair || viewer == .tara
    case .publication, .keyword: return isChair || viewer == .rita
    // Its author, who looks at nothing, declared cyril and conrad as in conflict with it; mona was found to be after the release.
    case .lateExistence:
      if isChair { return viewer != .cyril }
      let isInOffice = !Set(viewer.offices).isDisjoint(with: Role.ofCommittee) && (viewer != .remo || phase < .reviewing)
      return isInOffice && viewer != .conrad && (viewer != .mona || phase < .released) && phase >= .bidding
    case .tag, .tagExistence, .vote, .rank: return isFreeChair || (readsReviews && viewer != .mira)
    case .response: return isAuthor || isFreeChair || readsReviews
    case .manuscript: return isAuthor || isFreeChair || holdsIt || writes
    case .delegatedDraft, .delegationExistence, .discussionLead, .ownTag, .ownSearch, .draftExistence, .withdrawnExistence,
      .accountExistence, .otherConference, .password, .deskRejection:
      return isOpenToSome(viewer)
    }
  }

  /// At any moment, to the same people.
  private func isOpenToSome(_ viewer: WorldViewer) -> Bool {
    switch self {
    case .delegatedDraft: viewer == .nina || viewer == .rita
    case .delegationExistence: WorldViewer.freeChairs.contains(viewer) || viewer == .ron
    case .ownTag, .ownSearch: viewer == .clara
    case .deskRejection: WorldViewer.chairs.contains(viewer) || viewer == .olga
    // Dirk declared cyril as in conflict with these and with `late`; who leads that looks at nothing.
    case .discussionLead, .draftExistence, .withdrawnExistence: WorldViewer.chairs.contains(viewer) && viewer != .cyril
    default: false
    }
  }

  private func isOwnData(of viewer: WorldViewer) -> Bool {
    self == .response ? viewer == .ada : [.metareviewText, .metareviewForChairs].contains(self) && viewer == .mira
  }

  /// Knows the artifact of `caches` with the accepted paper.
  private func meetsArtifact(_ viewer: WorldViewer, _ phase: WorldPhase) -> Bool {
    (viewer == .arno && phase >= .released) || (viewer == .elsa && phase >= .evaluating)
  }

  /// May say how gladly they would evaluate it.
  private func choosesArtifact(_ viewer: WorldViewer, _ phase: WorldPhase) -> Bool {
    viewer == .emil && phase >= .evaluating
  }

  /// Someone who must see the difference, and when.
  var witness: (viewer: WorldViewer, phase: WorldPhase)? {
    switch self {
    case .authorIdentity, .reviewText, .reviewExistence, .privateRemarks, .reviewerIdentity, .chairLetters,
      .onlyReview:
      (.clara, .reviewing)
    case .draftReview: (.ron, .reviewing)
    case .comment, .commentExistence: (.rita, .discussion)
    case .decision: (.ada, .released)
    case .finalVersion, .shepherdWord: (.rita, .released)
    case .placement: (.clara, .released)
    case .coauthorship, .moreTime, .authorshipAnswer: (.ada, .submission)
    case .suspicion, .integrityCase: (.clara, .screening)
    case .declarationWords: (.ada, .screening)
    case .integrityOfChair: (.cyril, .screening)
    case .deskRejection, .manuscript, .authorExistence, .whoRejected: (.clara, .screening)
    case .conflictKind, .conflictExistence, .preprint, .claim, .serving, .claimExistence: (.ada, .submission)
    case .bid, .bidExistence: (.clara, .assignment)
    case .tag, .tagExistence, .vote, .rank: (.rita, .reviewing)
    case .reviewRating: (.clara, .reviewing)
    case .delegatedDraft: (.nina, .reviewing)
    case .delegationExistence: (.ron, .reviewing)
    case .discussionLead: (.clara, .reviewing)
    case .chairTag, .ownTag, .ownSearch: (.clara, .reviewing)
    case .sharedSearch: (.cyril, .reviewing)
    case .decisionChange: (.clara, .deciding)
    case .expertise, .publicationExistence: (.clara, .bidding)
    case .publication, .keyword: (.rita, .bidding)
    case .draftExistence, .withdrawnExistence, .paper, .lateExistence: (.clara, .submission)
    case .office, .invitationExistence, .offeredLoad: (.clara, .announced)
    case .metareviewText: (.ada, .released)
    case .metareviewForChairs: (.clara, .discussion)
    case .metareviewer: (.clara, .reviewing)
    case .response: (.rita, .response)
    case .accountExistence, .otherConference, .password: nil
    case .decisionNote: (.ada, .released)
    case .artifactExistence: (.arno, .released)
    case .artifactDescription: (.emil, .evaluating)
    case .artifactText, .artifactDialogue: (.elsa, .evaluating)
    case .artifactEvaluator, .evaluationText, .evaluationRemarks, .preference: (.arno, .evaluating)
    case .badge: (.ada, .archived)
    }
  }
}
