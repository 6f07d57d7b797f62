public import Conference
import Hummingbird
public import Logging
import Pages
public import PeerReview
public import ServiceLifecycle

/// The web side of a conference: every route, ready to serve.
public struct WebServer: Sendable {
  /// Where and how to serve.
  public struct Settings: Sendable {
    /// Scheme, host and port as people type it, without a slash at the end.
    public var origin: String
    public var host: String
    public var port: Int
    /// How many proxies of the operator's own stand before the server.
    public var trustedProxies: Int

    public init(origin: String, host: String = "127.0.0.1", port: Int = 8080, trustedProxies: Int = 0) {
      self.origin = origin
      self.host = host
      self.port = port
      self.trustedProxies = trustedProxies
    }
  }

  let house: House
  let settings: Settings

  /// Serves one call of the conference at the settings' address.
  public init(conference: Conference, call: Call, settings: Settings, random: any RandomSource, logger: Logger) {
    self.settings = settings
    var limits = ServingLimits()
    let sizes = FileSlot.allCases.map { $0.limitBytes(in: call) } + ArtifactSlot.allCases.map { $0.limitBytes(in: call) }
    limits.fileBytes = sizes.max() ?? call.limits.manuscriptBytes
    limits.trustedProxies = settings.trustedProxies
    let site = Site.of(
      conference, at: call.id, named: call.name, origin: settings.origin, limits: limits, random: random, logger: logger)
    house = House(conference: conference, call: call.id, site: site)
  }

  /// Listens until asked to stop; requests in flight are finished then. `onRunning` learns the port.
  public func service(onRunning: @escaping @Sendable (Int) async -> Void = { _ in }) -> any Service {
    makeServer(
      house.site, host: settings.host, port: settings.port,
      responder: makeRouter(house.site) { house.addRoutes(to: $0) }.buildResponder(), onRunning: onRunning)
  }
}

extension Site {
  /// What HTTP needs of a conference that pages call `name`. Before a call is open nobody can be signed in.
  static func of(
    _ conference: Conference, at call: ID<Call>?, named name: String, origin: String, limits: ServingLimits,
    random: any RandomSource, logger: Logger
  ) -> Site {
    Site(
      origin: origin, limits: limits, now: { conference.now }, randomBytes: { random.bytes($0) },
      findSession: { key in
        guard let call, let frame = try await conference.frame(call: call, token: key), let session = frame.session
        else { return nil }
        return SignedIn(person: session.person.id, formToken: session.formToken, frame: frame)
      },
      renderPage: { ErrorRendering.bytes(of: $0, conference: name, now: conference.now) }, logger: logger)
  }
}

extension House {
  func addRoutes(to router: Router<WebContext>) {
    let group = router.group().add(middleware: SignInLeading())
    PublicRoutes(house: self).add(to: group)
    SignInRoutes(house: self).add(to: group)
    AccountRoutes(house: self).add(to: group)
    LettersOffRoutes(house: self).add(to: group)
    ServiceRoutes(house: self).add(to: group)
    OwnDataRoutes(house: self).add(to: group)
    AuthorRoutes(house: self).add(to: group)
    FileRoutes(house: self).add(to: group)
    ReviewRoutes(house: self).add(to: group)
    DelegationRoutes(house: self).add(to: group)
    ReassignmentRoutes(house: self).add(to: group)
    MetareviewRoutes(house: self).add(to: group)
    BidRoutes(house: self).add(to: group)
    ExpertiseRoutes(house: self).add(to: group)
    ConflictRoutes(house: self).add(to: group)
    CameraReadyRoutes(house: self).add(to: group)
    ProceedingsRoutes(house: self).add(to: group)
    PublicationRoutes(house: self).add(to: group)
    ArtifactRoutes(house: self).add(to: group)
    EvaluationRoutes(house: self).add(to: group)
    ArtifactChairRoutes(house: self).add(to: group)
    addChairRoutes(to: group)
  }

  private func addChairRoutes(to group: RouterGroup<WebContext>) {
    ChairHomeRoutes(house: self).add(to: group)
    ChairSubmissionRoutes(house: self).add(to: group)
    TagRoutes(house: self).add(to: group)
    ChairConflictRoutes(house: self).add(to: group)
    IntegrityRoutes(house: self).add(to: group)
    SearchRoutes(house: self).add(to: group)
    ScreeningRoutes(house: self).add(to: group)
    PlanRoutes(house: self).add(to: group)
    DecisionRoutes(house: self).add(to: group)
    PeopleRoutes(house: self).add(to: group)
    ReminderRoutes(house: self).add(to: group)
    OutboxRoutes(house: self).add(to: group)
    MeetingRoutes(house: self).add(to: group)
    AuditRoutes(house: self).add(to: group)
    RetentionRoutes(house: self).add(to: group)
    StatisticsRoutes(house: self).add(to: group)
  }
}
