import Crypto
import Synchronization

/// The secret that shows a form was written by us for this browser.
///
/// For people signed in it is the session's; for visitors it is also kept in a cookie (double submission), made when a
/// page first needs it: pages without forms set no cookie.
final class FormToken: Sendable {
  static let fieldName = "csrf"
  /// No token is longer; a longer field is refused unread.
  static let limitBytes = 128

  private let known: String?
  private let makeText: @Sendable () -> String
  private let made = Mutex<String?>(nil)

  init(known: String?, makeText: @escaping @Sendable () -> String) {
    self.known = known
    self.makeText = makeText
  }

  /// The token to write into a form, as the hidden field `csrf`, first among its fields.
  var text: String {
    if let known { return known }
    return made.withLock { made in
      let text = made ?? makeText()
      made = text
      return text
    }
  }

  /// The token made during this request, to be kept in the visitor's cookie.
  var newText: String? {
    made.withLock { $0 }
  }

  /// Whether a form that came in holds the token. Takes the same time wherever the two first differ.
  func matches(_ given: String) -> Bool {
    guard let known, !known.isEmpty else { return false }
    return SHA256.hash(data: Array(known.utf8)) == SHA256.hash(data: Array(given.utf8))
  }
}
