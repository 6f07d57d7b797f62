public import PeerReview

/// The address a letter's mail servers send it back to: one for each letter, so that what comes back is told apart without
/// reading it (variable envelope return paths).
public struct ReturnAddress: Sendable {
  private let address: EmailAddress

  /// - Parameter address: where mail of the form `local+…@domain` arrives, such as `returns@example.org`.
  public init(_ address: EmailAddress) { self.address = address }

  func text(of letter: String) -> String {
    let parts = address.text.split(separator: "@", maxSplits: 1)
    return "\(parts.first ?? "")+\(MailToken.encode(letter))@\(parts.last ?? "")"
  }

  /// The letter's token in an address that a returned message was sent to; nil for any other address. The local part may be in
  /// other letters than it was sent with.
  static func token(in recipient: String) -> String? {
    let bare = recipient.split(whereSeparator: { "<> \t".contains($0) }).last { $0.contains("@") } ?? ""
    guard let local = bare.split(separator: "@").first, let plus = local.lastIndex(of: "+") else { return nil }
    let token = local[local.index(after: plus)...].lowercased()
    return token.isEmpty || token.utf8.count > 64 ? nil : token
  }
}
