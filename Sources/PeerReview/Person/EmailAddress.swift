/// A mailbox such as `ada@example.org`: the practical part of RFC 5321, in ASCII, at most 254 bytes.
///
/// Accepted are a dot-separated local part of at most 64 bytes and a domain of at least two labels. Refused are quoted local
/// parts, comments, address literals and whatever else no conference has met. An internationalised domain is written in
/// its ASCII form (`xn--…`): so the same mailbox is always the same bytes, and every mail server accepts it.
///
/// Two addresses are equal when they differ in case only.
public struct EmailAddress: Sendable, CustomStringConvertible {
  /// As its owner wrote it, without space around it.
  public let text: String
  /// In lower case: what rows are compared and kept unique by.
  public let folded: String

  public static let limitBytes = 254

  /// Answers nil for what is no address; blanks around one are dropped.
  public init?(_ text: String) {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    let bytes = text.utf8.drop(while: { blanks.contains($0) })
    guard let last = bytes.lastIndex(where: { !blanks.contains($0) }) else { return nil }
    let address = bytes[...last]
    guard address.count <= Self.limitBytes, let at = address.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    guard Self.isLocalPart(address[..<at]), Self.isDomain(address[address.index(after: at)...]) else { return nil }
    self.text = String(Substring(address))
    self.folded = self.text.lowercased()
  }

  /// What stands after the `@`, in lower case.
  public var domain: String {
    String(folded[folded.index(after: folded.lastIndex(of: "@") ?? folded.startIndex)...])
  }

  /// What stands before the `@`, in lower case.
  public var localPart: String {
    String(folded[..<(folded.lastIndex(of: "@") ?? folded.endIndex)])
  }

  public var description: String { text }

  private static func isLocalPart(_ bytes: Substring.UTF8View) -> Bool {
    guard bytes.count <= 64 else { return false }
    let atoms = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return atoms.allSatisfy { !$0.isEmpty && $0.allSatisfy { isAlphanumeric($0) || marks.contains($0) } }
  }

  private static func isDomain(_ bytes: Substring.UTF8View) -> Bool {
    let hyphen = UInt8(ascii: "-")
    let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, let top = labels.last, top.contains(where: isLetter) else { return false }
    return labels.allSatisfy { label in
      (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
        && label.allSatisfy { isAlphanumeric($0) || $0 == hyphen }
    }
  }

  /// The characters of an atom (RFC 5322, 3.2.3) beside letters and digits.
  private static let marks = Set("!#$%&'*+-/=?^_`{|}~".utf8)

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte)
  }
}

extension EmailAddress: Hashable, Comparable {
  public static func == (left: EmailAddress, right: EmailAddress) -> Bool { left.folded == right.folded }
  public static func < (left: EmailAddress, right: EmailAddress) -> Bool { left.folded < right.folded }
  public func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}
