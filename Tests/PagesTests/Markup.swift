import Pages

/// A page taken apart into its tags: enough to see whether it is well formed, no more.
struct Markup {
  struct Tag: Equatable {
    let name: String
    let isClosing: Bool
    let attributes: [String: String]
  }

  private(set) var tags: [Tag] = []
  /// Sentences about what is wrong with the markup itself.
  private(set) var faults: [String] = []

  static let void: Set<String> = ["meta", "link", "input", "br", "img", "hr", "!doctype"]

  init(_ html: HTML) {
    let bytes = html.bytes
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      guard let end = Self.end(of: index, in: bytes) else {
        faults.append("A tag at byte \(index) does not end.")
        return
      }
      read(String(decoding: bytes[(index + 1)..<end], as: UTF8.self))
      index = end + 1
    }
    balance()
  }

  /// The `>` that closes the tag, quoted ones skipped.
  private static func end(of start: Int, in bytes: [UInt8]) -> Int? {
    var quoted = false
    for index in (start + 1)..<bytes.count {
      if bytes[index] == UInt8(ascii: "\"") { quoted.toggle() }
      if bytes[index] == UInt8(ascii: ">"), !quoted { return index }
      if bytes[index] == UInt8(ascii: "<") { return nil }
    }
    return nil
  }

  private mutating func read(_ text: String) {
    var rest = Substring(text)
    let isClosing = rest.first == "/"
    if isClosing { rest = rest.dropFirst() }
    let name = rest.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
    rest = rest.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      guard !rest.isEmpty else { break }
      let key = String(rest.prefix { !$0.isWhitespace && $0 != "=" })
      rest = rest.dropFirst(key.count)
      var value = ""
      if rest.first == "=" {
        rest = rest.dropFirst()
        if rest.first == "\"" {
          rest = rest.dropFirst()
          value = String(rest.prefix { $0 != "\"" })
          rest = rest.dropFirst(value.count + 1)
          if let next = rest.first, !next.isWhitespace, next != "/" { faults.append("No space after \(key) in <\(name)>.") }
        } else {
          faults.append("The value of \(key) in <\(name)> is not quoted.")
        }
      }
      if attributes.updateValue(value, forKey: key) != nil { faults.append("\(key) stands twice in <\(name)>.") }
    }
    tags.append(Tag(name: name, isClosing: isClosing, attributes: attributes))
    if text.hasSuffix("/"), !isClosing { tags.append(Tag(name: name, isClosing: true, attributes: [:])) }
  }

  private mutating func balance() {
    var open: [String] = []
    for tag in tags where !Self.void.contains(tag.name) {
      if tag.isClosing {
        let last = open.popLast()
        if last != tag.name { faults.append("</\(tag.name)> closes <\(last ?? "nothing")>.") }
      } else {
        if tag.name == "form", open.contains("form") { faults.append("A form stands inside a form.") }
        if ["p", "h1", "h2", "h3"].contains(open.last), Self.blocks.contains(tag.name) {
          faults.append("<\(tag.name)> can't stand inside <\(open.last ?? "")>.")
        }
        open.append(tag.name)
      }
    }
    if !open.isEmpty { faults.append("Never closed: \(open.joined(separator: ", ")).") }
  }

  private static let blocks: Set<String> = [
    "p", "div", "ul", "ol", "section", "form", "table", "h1", "h2", "h3", "details", "fieldset", "article", "blockquote", "dl",
  ]

  func all(_ name: String) -> [Tag] { tags.filter { $0.name == name && !$0.isClosing } }

  func values(of attribute: String) -> [String] { tags.compactMap { $0.attributes[attribute] } }
}
