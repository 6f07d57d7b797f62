import Conference
import HTTPTypes
import Hummingbird
import Pages
import PeerReview

/// What routes work with: the conference behind them and the call this address serves.
struct House: Sendable {
  let conference: Conference
  let call: ID<Call>
  let site: Site
  let signInAttempts = RateLimiter(burst: 10, refillSeconds: 30)
  let linkRequests = RateLimiter(burst: 5, refillSeconds: 120)

  /// Who is asking, and where the conference stands. One frame a request.
  func visit(_ request: Request, _ context: WebContext) async throws -> Visit {
    let known = context.signedIn?.frame
    let frame = if let known { known } else { try await conference.visitorFrame(call: call) }
    let notices = request.uri.queryParameters["did"].flatMap { DoneNotice(rawValue: String($0)) }.map { [$0.notice] } ?? []
    return Visit(conference: conference, frame: frame, formToken: context.formToken, notices: notices)
  }

  /// The same, for routes that need a person. Visitors are sent to sign in and come back after.
  func signedInVisit(_ request: Request, _ context: WebContext) async throws -> Visit {
    let visit = try await visit(request, context)
    guard visit.frame.viewer != nil else { throw SignInNeeded(next: request.method == .get ? request.uri.path : "") }
    return visit
  }
}

/// Thrown where a person is needed and nobody is signed in. Says nothing of what lies behind the address.
struct SignInNeeded: Error {
  let next: String
}

/// One request's frame, and the desks that open from it.
struct Visit: Sendable {
  let conference: Conference
  let frame: Frame
  let formToken: FormToken
  let notices: [Notice]

  private func viewer() throws(Refusal) -> Viewer {
    guard let viewer = frame.viewer else { throw .notFound }
    return viewer
  }

  func authorDesk() throws(Refusal) -> AuthorDesk { conference.authorDesk(for: try viewer()) }
  func reviewerDesk() throws(Refusal) -> ReviewerDesk { try conference.reviewerDesk(for: try viewer()) }
  func externalDesk() throws(Refusal) -> ExternalDesk { conference.externalDesk(for: try viewer()) }
  func chairDesk() throws(Refusal) -> ChairDesk { try conference.chairDesk(for: try viewer()) }

  func evaluatorDesk() throws(Refusal) -> EvaluatorDesk { try conference.evaluatorDesk(for: try viewer()) }
  func artifactChairDesk() throws(Refusal) -> ArtifactChairDesk { try conference.artifactChairDesk(for: try viewer()) }

  func publicationDesk() throws(Refusal) -> PublicationDesk { try conference.publicationDesk(for: try viewer()) }

  func accountDesk() throws(Refusal) -> AccountDesk {
    guard let session = frame.session else { throw .notFound }
    return conference.accountDesk(for: session)
  }

  /// The page in its layout. `problems` are told at its top: for pages that have no place of their own for them.
  func answer(_ page: some Page, status: HTTPResponse.Status = .ok, problems: [FieldProblem] = []) -> Response {
    let told = notices + problems.map { Notice(kind: .problem, text: $0.message) }
    return .page(status: status, page.html(in: frame.layout(formToken: formToken.text, notices: told)).bytes)
  }
}

/// What was just done, told at the top of the page the browser is sent on to.
enum DoneNotice: String, Sendable {
  case saved, submitted, withdrawn, uploaded, responded, profile, password, draft, reviewed, commented, recused, bid, expertise
  case conflict, conflicts, decided, rejected, returned, released, invited, removed, asked, changed, planned, retried, call
  case reminded, said, metareviewed
  case approved, assigned, unassigned, stopped, opened, judged, publications, scoring
  case publicationsLoaded = "publications-loaded"
  case tagged, kept
  case assignedMany = "assigned-many"
  case loadedSubmissions = "submissions-loaded"
  case dateMoved = "date-moved"
  case dateUnmoved = "date-unmoved"
  case bidAndConflict = "bid-and-conflict"
  case reviewsIn = "reviews-in"
  case lettersWritten = "letters-written"
  case lettersJudged = "letters-judged"
  case letterKept = "letter-kept"
  case undone, extended
  case rejectedMany = "rejected-many"
  case sessions = "session-ended"
  case registered, stored, preferences
  case takenBack = "taken-back"
  case handedIn = "handed-in"
  case delegated
  case delegatedDraft = "delegated-draft"
  case handedOver = "handed-over"
  case delegationEnded = "delegation-ended"
  case delegationReturned = "delegation-returned"

  var notice: Notice { Notice(kind: .done, text: sentence) }

  private var sentence: String {
    switch self {
    case .saved: "Saved."
    case .submitted: "The paper is submitted. A receipt is on its way to every contact."
    case .withdrawn: "The paper is withdrawn. Every author is told."
    case .uploaded: "The file is stored. Findings appear here within seconds; reload to see them."
    case .responded: "Your response is sent. The reviewers are told."
    case .profile: "Your account is up to date."
    case .password: "Your password is set."
    case .draft: "The draft is kept. Nobody else sees it."
    case .delegated: "Noted. Whoever can be asked gets a letter, as soon as the chairs agree where they have to."
    case .delegatedDraft: "The draft is kept. Whoever asked you can read it."
    case .handedOver: "Handed over. Whoever asked you is told."
    case .delegationEnded: "Taken back. They can't go on reading or writing."
    case .delegationReturned: "Given back. Thank you."
    case .reviewed: "Your review is in. You can change it until the discussion closes."
    case .metareviewed: "Your meta-review is in. The chairs see it; you can change it until decisions are released."
    case .commented: "Your comment is in the discussion."
    case .recused: "You are no longer assigned to the paper. The chairs are told."
    case .bid: "Your bids are saved."
    case .bidAndConflict:
      "Your bids are saved and your conflicts declared. Until bidding closes you can take those back under Conflicts."
    case .expertise: "Your expertise is saved."
    case .conflict: "Your conflicts are up to date."
    case .conflicts: "The paper's conflicts are up to date."
    case .decided: "The decision is recorded. Authors learn of it on release."
    case .rejected: "The paper is rejected without review. Its contacts are told."
    case .returned: "The rejection is taken back. The paper is in the process again."
    case .released: "Released. Every letter is on its way."
    case .invited: "The invitations are on their way."
    case .removed: "Removed."
    case .asked: "The matcher was asked for a plan."
    case .changed: "The plan is changed."
    case .stopped: "The matcher is stopped."
    case .planned: "The plan is being released. Every reviewer with new papers is told."
    case .retried: "The letters will be tried again."
    case .call: "The call is stored as a new version."
    case .approved: "Your answer is on record."
    case .assigned: "The reviewer has the paper and is told."
    case .unassigned: "The reviewer no longer has the paper. What they wrote stays on record."
    case .publications: "Your papers are up to date."
    case .publicationsLoaded: "The papers are loaded. Score the submissions anew to have them counted."
    case .scoring: "The submissions are being scored. Reload to see how far it is."
    case .opened: "Opened, on record. The other chairs are told."
    case .reminded: "The letters are on their way."
    case .said: "On record. Those it concerns are told."
    case .judged: "On record. You can change it at any time."
    case .assignedMany: "The table is done. Every reviewer concerned is told."
    case .loadedSubmissions: "The papers are loaded. Those that stood here already were left as they are."
    case .dateMoved: "The date holds from now on. Letters, where asked for, are on their way."
    case .dateUnmoved: "This is the moment the date has already. Nothing was changed, and no letter goes out."
    case .reviewsIn: "Every review of the file is in. You can change them until the discussion closes."
    case .lettersWritten: "The letters are in the outbox. Held ones wait here for your word."
    case .lettersJudged: "Done, on record."
    case .letterKept: "The text is kept for all chairs."
    case .extended: "The paper has more time. Its contacts are told."
    case .undone: "The withdrawal is undone. Every author is told."
    case .rejectedMany: "The papers are rejected without review. Their contacts are told."
    case .kept: "The search is kept. Its link stands above the list."
    case .tagged: "The tags are changed."
    case .sessions: "Signed out there."
    case .registered: "The artifact is registered. A receipt is on its way to every contact."
    case .stored: "The file is stored."
    case .preferences: "Your preferences are saved."
    case .takenBack: "The artifact is taken back."
    case .handedIn: "Your evaluation is in. You can revise it until badges are released."
    }
  }
}

extension Response {
  /// Sends the browser on with a word about what was done.
  static func seeOther(_ path: String, did notice: DoneNotice) -> Response {
    seeOther("\(path)\(path.contains("?") ? "&" : "?")did=\(notice.rawValue)")
  }
}
