public import PeerReview

/// A letter in plain text, written with the recipient's rights: it says only what it is given.
public protocol Letter: Sendable {
  /// What of a paper the letter lets its reader know. It is queued only for readers who may know all of it.
  static var tells: Set<Secret> { get }
  var subject: String { get }
  /// Lines end with `\n`; no line of our own is longer than 72 characters, texts of people are wrapped to that.
  var body: String { get }
}

/// What every letter knows of the conference that sends it.
public struct Letterhead: Hashable, Sendable {
  /// The conference's name, such as "MLSys 2026".
  public let conference: String
  /// The address answers go to.
  public let contactEmail: String
  /// The server's own address without a trailing slash, such as `https://lectern.example.org`.
  public let site: String
  public init(conference: String, contactEmail: String, site: String) {
    self.conference = conference
    self.contactEmail = contactEmail
    self.site = site
  }
}
