/// A way for letters to leave the house.
public protocol MailTransport: Sendable {
  /// Hands the letter over. Once it returns, the letter is someone else's to deliver and must not be sent again.
  ///
  /// After a `temporary` failure the same letter may be sent again, with the same `messageID`: a connection lost in the
  /// wrong instant can deliver it twice, never not at all.
  func send(_ message: MailMessage) async throws(MailFailure)
}

/// Why a letter did not leave. Reasons are sentences for the operator; they name neither the recipient nor a password.
public enum MailFailure: Error, Hashable, Sendable {
  /// Nothing is wrong with this letter or its recipient as far as is known: try again later.
  case temporary(reason: String)
  /// The mail server will not take this letter for this recipient, however often it is tried.
  case permanent(reason: String)

  public var reason: String {
    switch self {
    case .temporary(let reason), .permanent(let reason): reason
    }
  }
}
