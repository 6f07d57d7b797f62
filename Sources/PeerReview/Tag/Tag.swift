/// A word that people of the conference put on a paper, perhaps with a number.
public struct Tag: Hashable, Sendable {
  public let key: TagKey
  /// Of a rank, the place among the papers the viewer may know of, from 1. Of votes, their sum.
  public let value: Double?

  public init(_ key: TagKey, value: Double? = nil) {
    self.key = key
    self.value = value
  }

  /// As people write it: `discuss`, `award#3`, `~~check`.
  public var text: String { key.text + (value.map { "#\(Self.number($0))" } ?? "") }

  /// With at most three places behind the point, and none that are zero.
  public static func number(_ value: Double) -> String {
    let thousandths = Int((value * 1_000).rounded())
    let (whole, rest) = (abs(thousandths) / 1_000, abs(thousandths) % 1_000)
    let sign = thousandths < 0 ? "-" : ""
    guard rest > 0 else { return "\(sign)\(whole)" }
    var digits = String(String(1_000 + rest).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(sign)\(whole).\(digits)"
  }
}

/// A tag's name and whose it is.
public struct TagKey: Hashable, Comparable, Sendable {
  /// Who may see a tag, by the sign before its name.
  public enum Scope: String, Hashable, CaseIterable, Sendable {
    /// Those who read the others' reviews of the paper: chairs, and its reviewers whose own review is in. No sign.
    case committee
    /// Whoever put it there, and nobody else. `~`; votes are cast by it.
    case own
    /// Chairs. `~~`.
    case chairs

    public var sign: String {
      switch self {
      case .committee: ""
      case .own: "~"
      case .chairs: "~~"
      }
    }
  }

  public let scope: Scope
  /// In lower case, without its sign.
  public let name: String

  public init(_ scope: Scope, _ name: String) {
    self.scope = scope
    self.name = name
  }

  /// Reads `name`, `~name` or `~~name`; nil when it is none. A name begins with a letter and goes on with letters, digits,
  /// hyphens and underscores, up to 40 in all. `any` and `none` are words of searches.
  public init?(_ text: String) {
    let scope: Scope = text.hasPrefix("~~") ? .chairs : text.hasPrefix("~") ? .own : .committee
    let name = text.dropFirst(scope.sign.count).lowercased()
    let letters = name.utf8
    guard let first = letters.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), letters.count <= 40,
      letters.allSatisfy(Self.isAllowed), name != "any", name != "none"
    else { return nil }
    self.init(scope, name)
  }

  public var text: String { scope.sign + name }

  public static func < (left: TagKey, right: TagKey) -> Bool {
    (left.scope.sign.count, left.name) < (right.scope.sign.count, right.name)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}

/// What one word of a line of tags asks for.
public enum TagChange: Hashable, Sendable {
  /// `name` or `name#3`.
  case put(TagKey, value: Double?)
  /// `-name`.
  case remove(TagKey)

  public var key: TagKey {
    switch self {
    case .put(let key, _), .remove(let key): key
    }
  }

  /// As it is written; `-` is taking away.
  public var text: String {
    switch self {
    case .put(let key, let value): Tag(key, value: value).text
    case .remove(let key): "-" + key.text
    }
  }
}

/// A tag the call speaks of.
public struct TagKind: Hashable, Sendable {
  public enum Colour: String, Hashable, CaseIterable, Sendable { case red, yellow, green, blue, grey }

  /// What its number is.
  public enum Counting: Hashable, Sendable {
    /// Whatever people write.
    case nothing
    /// How many approve: each by `~name`.
    case approvals
    /// The sum of votes: each has so many for all papers together, by `~name#2`.
    case votes(each: Int)
    /// A place in an order of papers, told to each viewer among the papers they may know of.
    case ranks
    /// A place in one order put together from everyone's own, each by `~name#1`, `~name#2`, …, over the papers a viewer may know of.
    case preferences

    /// Whether it is counted from tags of one's own.
    public var isPoll: Bool {
      switch self {
      case .approvals, .votes, .preferences: true
      case .nothing, .ranks: false
      }
    }
  }

  public let name: String
  public let label: String
  public let colour: Colour?
  public let counting: Counting
  /// Reviewers may put it on papers of theirs, too, once their own review is in.
  public let isForReviewers: Bool

  public init(
    name: String, label: String, colour: Colour? = nil, counting: Counting = .nothing, isForReviewers: Bool = false
  ) {
    self.name = name
    self.label = label
    self.colour = colour
    self.counting = counting
    self.isForReviewers = isForReviewers
  }
}

extension Call {
  /// What the call says of a tag, whichever sign stands before its name.
  public func tagKind(_ name: String) -> TagKind? { tags.first { $0.name == name } }

  public func tagColour(_ key: TagKey) -> TagKind.Colour? { tagKind(key.name)?.colour }

  /// Names of the tags that are one order put together from everyone's own.
  public var jointOrders: [String] { tags.filter { $0.counting == .preferences }.map(\.name) }

  /// Names of the tags that are counted from everyone's own ones.
  public var polls: [String] { tags.filter(\.counting.isPoll).map(\.name) }
  public var rankings: [String] { tags.filter { $0.counting == .ranks }.map(\.name) }
}
