import Foundation
public import PeerReview

/// Which mail server letters are handed to, and how: read from a URL such as
/// `smtp://user:password@mail.example.org:587?tls=required`.
///
/// `smtp://` (port 25) begins in the clear and turns to TLS by STARTTLS; `smtps://` (port 465) is TLS from the first byte. The query
/// may hold `tls`, `ca` (a PEM file of authorities to trust instead of the system's), `hello` (the name this host greets
/// with) and the limits `connect-seconds` and `send-seconds`.
public struct SMTPServer: Sendable {
  public enum Encryption: String, Sendable, CaseIterable {
    /// STARTTLS when the server offers it. A certificate that can't be trusted is a failure all the same.
    case opportunistic
    /// No letter and no password leaves without TLS.
    case required
  }

  public let host: String
  public let port: Int
  public let encryption: Encryption
  let isImplicitTLS: Bool
  let user: String?
  let password: String?
  let authorityFile: String?
  let helloName: String?
  let limitConnectSeconds: Int
  let limitSendSeconds: Int

  /// Refuses with one sentence for each mistake in `url`; none of them repeats the URL, which may hold a password.
  ///
  /// Without `tls=`, TLS is required when the URL holds a password and the server is not on this host: anyone on the way
  /// can hide the offer of STARTTLS, and the password would travel in the clear.
  public init(url: String) throws(Refusal) {
    guard let parts = URLComponents(string: url), let scheme = parts.scheme?.lowercased() else {
      throw Self.problem(
        "This is not a URL. Write smtp://user:password@host:587 and percent-encode `@`, `:`, `/`, `%` and `#` in the password.")
    }
    guard scheme == "smtp" || scheme == "smtps" else {
      throw Self.problem("The URL has to begin with smtp:// or smtps://.")
    }
    var options = SMTPOptions(parts.queryItems ?? [])
    let host = (parts.host ?? "").trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
    if host.isEmpty || !host.utf8.allSatisfy({ Self.hostCharacters.contains($0) }) {
      options.problems.append("Name the server's host after the //, as in smtp://mail.example.org:587.")
    }
    if let port = parts.port, !(1...65_535).contains(port) {
      options.problems.append("A port lies between 1 and 65535.")
    }
    if !["", "/"].contains(parts.path) || parts.fragment != nil {
      options.problems.append(
        "Nothing but options (?tls=required) may follow the host and port; percent-encode # and / in a password.")
    }
    if parts.user == nil || parts.user?.isEmpty == true, parts.password != nil {
      options.problems.append("The URL holds a password and no user: write user:password@ before the host.")
    }
    let secrets = (parts.user ?? "") + (parts.password ?? "")
    if secrets.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      options.problems.append("User and password can't hold control characters.")
    }
    guard options.problems.isEmpty else { throw Refusal.invalid(options.problems.map { FieldProblem("smtp", $0) }) }
    self.host = host
    isImplicitTLS = scheme == "smtps"
    port = parts.port ?? (isImplicitTLS ? 465 : 25)
    user = parts.user
    password = parts.password
    let isSecretSafe = parts.password == nil || ["localhost", "127.0.0.1", "::1"].contains(host.lowercased())
    encryption = isImplicitTLS ? .required : options.encryption ?? (isSecretSafe ? .opportunistic : .required)
    authorityFile = options.authorityFile
    helloName = options.helloName
    limitConnectSeconds = options.limitConnectSeconds
    limitSendSeconds = options.limitSendSeconds
  }

  static let hostCharacters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:".utf8)

  static func problem(_ message: String) -> Refusal { .invalid([FieldProblem("smtp", message)]) }
}

/// Everywhere a server is printed, its user and password are not.
extension SMTPServer: CustomStringConvertible, CustomReflectable {
  public var description: String {
    "\(isImplicitTLS ? "smtps" : "smtp")://\(bracketedHost):\(port)"
  }

  public var customMirror: Mirror { Mirror(self, children: ["url": description]) }

  /// The host as a URL spells it.
  var bracketedHost: String { host.contains(":") ? "[\(host)]" : host }
}
