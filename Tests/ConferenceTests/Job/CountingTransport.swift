import Synchronization

@testable import Conference

/// A mail server that can be down, and counts how often each letter was handed to it.
actor CountingTransport: MailTransport {
  /// Message id → how often it was taken.
  private(set) var sends: [String: Int] = [:]
  /// How often it was asked at all, down or not.
  private(set) var attempts = 0
  private var fault: (@Sendable (MailMessage) -> MailFailure?)?

  func fail(_ fault: (@Sendable (MailMessage) -> MailFailure?)?) { self.fault = fault }

  func goDown() { fail { _ in .temporary(reason: "The mail server does not answer.") } }

  func send(_ message: MailMessage) async throws(MailFailure) {
    attempts += 1
    if let failure = fault?(message) { throw failure }
    await Task.yield()
    sends[message.messageID, default: 0] += 1
  }
}
