public import PeerReview

/// A one-time link to sign in, asked for by whoever knows the address.
public struct SignInLinkLetter: Letter {
  public let head: Letterhead
  /// Path of the link, such as `/sign-in/link/TOKEN`.
  public let path: String
  public let expiresAt: Instant
  public init(head: Letterhead, path: String, expiresAt: Instant) {
    self.head = head
    self.path = path
    self.expiresAt = expiresAt
  }

  public static let tells: Set<Secret> = []

  public var subject: String { head.subject("Your sign-in link") }

  public var body: String {
    compose(
      head, greeting: "Hello,",
      [
        "Someone, hopefully you, asked to sign in to \(head.conference) with this address. Open this page and press its button:",
        head.address(path),
        "The link works once, until \(told(expiresAt)).",
        "If it wasn't you, ignore this letter: nothing happens without the link.",
      ])
  }
}

/// An invitation to an office.
public struct InvitationLetter: Letter {
  public let head: Letterhead
  /// May be empty.
  public let name: String
  public let office: String
  public let invitedBy: String
  /// The inviter's own words; may be empty.
  public let message: String
  public let path: String
  public let expiresAt: Instant
  public init(
    head: Letterhead, name: String, office: String, invitedBy: String, message: String, path: String, expiresAt: Instant
  ) {
    self.head = head
    self.name = name
    self.office = office
    self.invitedBy = invitedBy
    self.message = message
    self.path = path
    self.expiresAt = expiresAt
  }

  public static let tells: Set<Secret> = []

  public var subject: String { head.subject("Invitation to serve as \(office)") }

  public var body: String {
    compose(
      head, greeting: name.isEmpty ? "Hello," : "Dear \(oneLine(name)),",
      [
        "\(oneLine(invitedBy)) invites you to serve \(head.conference) as \(office).",
        message,
        "Please accept or decline here:\n\(head.address(path))",
        "The invitation holds until \(told(expiresAt)).",
      ])
  }
}
