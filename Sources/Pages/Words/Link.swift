public import PeerReview

/// An address a page may point at: a path on this server, or an `http`/`https` address elsewhere.
///
/// Written as a literal, `"/submissions/\(id)/edit"`: literal parts are trusted, interpolations are percent-encoded so that
/// each stays inside its own path segment or query value.
public struct Link: ExpressibleByStringInterpolation, Hashable, Sendable {
  public let text: String

  public init(stringLiteral literal: StaticString) {
    text = literal.description
  }

  public init(stringInterpolation: Interpolation) {
    text = stringInterpolation.text
  }

  /// An address elsewhere. Nil unless it is an absolute `http` or `https` address without spaces or control characters.
  public init?(web address: String) {
    let lower = address.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    guard address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    text = address
  }

  /// A path on this server, as from a `next` parameter. Nil when a browser could read it as another host.
  public init?(local path: String) {
    guard path.hasPrefix("/"), !path.hasPrefix("//"), !path.contains("\\") else { return nil }
    guard path.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
    text = path
  }

  public struct Interpolation: StringInterpolationProtocol {
    public typealias StringLiteralType = StaticString
    private var bytes: [UInt8] = []
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }

    public init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity &+ interpolationCount &* 26)
    }

    public mutating func appendLiteral(_ literal: StaticString) {
      literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    public mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }
    public mutating func appendInterpolation<Noun>(_ id: ID<Noun>) { appendInterpolation(id.text) }

    public mutating func appendInterpolation(_ value: String) {
      // A browser resolves "." and ".." even when percent-encoded.
      guard value != ".", value != ".." else {
        bytes.append(UInt8(ascii: "-"))
        return
      }
      for byte in value.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
          UInt8(ascii: "~"):
          bytes.append(byte)
        default:
          bytes.append(UInt8(ascii: "%"))
          bytes.append(contentsOf: HexadecimalText.encode(CollectionOfOne(byte)).uppercased().utf8)
        }
      }
    }
  }
}

/// The value of a `class` attribute: literal names, each on or off.
public struct ClassList: ExpressibleByStringLiteral, Sendable {
  public private(set) var text: String

  public init(stringLiteral literal: StaticString) {
    text = literal.description
  }

  /// The list with `name` added when `on` holds.
  public func with(_ name: StaticString, if on: Bool = true) -> ClassList {
    guard on else { return self }
    var list = self
    list.text += text.isEmpty ? name.description : " " + name.description
    return list
  }
}

extension Link {
  /// A place on the same page, by its id.
  static func fragment(_ id: String) -> Link { "#\(id)" }
}

extension Link {
  /// An e-mail address to write to.
  init(mail address: String) { self = "mailto:\(address)" }
}
