/// Keeps letters instead of sending them: for rehearsals and tests. A letter sent twice is kept once.
public actor MemoryTransport: MailTransport {
  /// In the order they came.
  public private(set) var messages: [MailMessage] = []
  private var known: Set<String> = []
  private let fault: @Sendable (MailMessage) -> MailFailure?

  /// - Parameter fault: what goes wrong with a letter, if anything; a letter it names is not kept.
  public init(fault: @escaping @Sendable (MailMessage) -> MailFailure? = { _ in nil }) {
    self.fault = fault
  }

  public var count: Int { messages.count }

  public func send(_ message: MailMessage) throws(MailFailure) {
    if let failure = fault(message) { throw failure }
    if known.insert(message.messageID).inserted { messages.append(message) }
  }
}
