import CCurl
public import PeerReview

/// Hands letters to a mail server by SMTP (RFC 5321), one after another over a connection that is kept open between them.
///
/// STARTTLS, authentication and certificates are libcurl's. Failures name the server and the reply's code; never the recipient,
/// the user or the password. A cancelled task breaks off its letter within a second, as a temporary failure.
public actor SMTPTransport: MailTransport {
  public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
  private nonisolated let executor = QueueExecutor(label: "mail-smtp")
  private let server: SMTPServer
  private var session: SMTPSession?

  public init(_ server: SMTPServer) {
    self.server = server
  }

  /// Refuses a URL that is none of a mail server, each mistake explained. Connects to nothing yet.
  public init(url: String) throws(Refusal) {
    self.init(try SMTPServer(url: url))
  }

  public func send(_ message: MailMessage) throws(MailFailure) {
    let current: SMTPSession
    if let session { current = session } else { current = try open() }
    do {
      try current.send(message.rendered(), from: message.returnAddress ?? message.from.address.text, to: message.to.address.text)
    } catch {
      // What state the connection is in is unknown; the next letter gets a new one.
      self.session = nil
      throw error
    }
  }

  private func open() throws(MailFailure) -> SMTPSession {
    guard Self.isLibraryReady, let session = SMTPSession(server) else {
      throw .temporary(reason: "No memory for a connection to the mail server.")
    }
    self.session = session
    return session
  }

  private static let isLibraryReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}
