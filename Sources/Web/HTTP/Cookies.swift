import HTTPTypes
import Hummingbird

/// The cookies Lectern sets. The prefix `__Host-` makes browsers refuse them from other hosts, paths and plain HTTP
/// (loopback excepted, which browsers count as secure).
enum LecternCookie: String, CaseIterable, Sendable {
  case session = "__Host-lectern"
  /// A visitor's form token.
  case form = "__Host-lectern-form"
}

extension Request {
  /// The cookie's value; `nil` when absent or empty. Of several with one name the first counts.
  func cookie(_ cookie: LecternCookie) -> String? {
    for line in headers[values: .cookie] {
      for pair in line.split(separator: ";") {
        let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, let name = halves.first, let value = halves.last else { continue }
        if name.trimmingSpaces == cookie.rawValue {
          let trimmed = value.trimmingSpaces
          return trimmed.isEmpty || trimmed.utf8.count > 256 ? nil : trimmed
        }
      }
    }
    return nil
  }
}

extension Response {
  /// Sets the cookie on this browser, out of scripts' reach.
  ///
  /// - Parameters:
  ///   - value: letters, digits, `-`, `_` and `.`; anything else is dropped.
  ///   - maxAgeSeconds: how long the browser keeps it; `nil` until it is closed.
  mutating func setCookie(_ cookie: LecternCookie, _ value: String, maxAgeSeconds: Int? = nil) {
    let safe = value.utf8.filter { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
    var line = "\(cookie.rawValue)=\(String(decoding: safe, as: UTF8.self))"
    if let maxAgeSeconds { line += "; Max-Age=\(maxAgeSeconds)" }
    line += "; Path=/; Secure; HttpOnly; SameSite=Lax"
    headers.append(HTTPField(name: .setCookie, value: line))
  }

  /// Makes this browser forget the cookie.
  mutating func expireCookie(_ cookie: LecternCookie) {
    setCookie(cookie, "", maxAgeSeconds: 0)
  }
}
