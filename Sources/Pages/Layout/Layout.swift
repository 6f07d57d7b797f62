public import PeerReview

/// What surrounds every page: head, navigation, phase banner, notices, footer with the server's time.
public struct Layout: Sendable {
  /// The conference's name, such as "MLSys 2026".
  public let conference: String
  public let viewer: ViewerBadge?
  public let phase: PhaseBanner?
  public let notices: [Notice]
  /// The value of the hidden field `csrf` in every form.
  public let formToken: String
  /// The server's clock when the page was made.
  public let now: Instant
  /// The viewer's zone; every moment is told in UTC and in this zone.
  public let zone: Zone
  /// Whether a call is open; without one there is nothing to read or to sign in to.
  public let isOpen: Bool
  /// Forms are printed switched off, and send nothing: somebody looks at what another person sees.
  var isReadOnly = false
  public init(
    conference: String, viewer: ViewerBadge?, phase: PhaseBanner?, notices: [Notice] = [], formToken: String, now: Instant,
    zone: Zone = .utc,
    isOpen: Bool = true
  ) {
    self.conference = conference
    self.viewer = viewer
    self.phase = phase
    self.notices = notices
    self.formToken = formToken
    self.now = now
    self.zone = zone
    self.isOpen = isOpen
  }
}
