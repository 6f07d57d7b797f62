internal import Yams

/// Typed lookups. Each notes what is wrong with the value and then returns a stand-in.
extension CallFileSection {
  /// One line of text for people.
  func line(_ key: String, limitCharacters: Int = 300) -> String {
    text(key, limitCharacters: limitCharacters, oneLine: true)
  }

  /// Text for people, perhaps of several lines.
  func text(_ key: String, limitCharacters: Int = 2_000, oneLine: Bool = false) -> String {
    guard let field = field(key) else { return "" }
    return field.text(limitCharacters: limitCharacters, oneLine: oneLine, notes: notes)
  }

  /// A whole number in `range`.
  func integer(_ key: String, in range: ClosedRange<Int>) -> Int {
    guard let field = field(key) else { return range.lowerBound }
    guard let value = field.scalar.flatMap({ Int($0) }), range.contains(value) else {
      let bounds = "from \(range.lowerBound) to \(range.upperBound)"
      notes.add(field.place, "\(field.name) is a whole number \(bounds), not \(field.kind).")
      return range.lowerBound
    }
    return value
  }

  /// A number with or without decimals in `range`.
  func decimal(_ key: String, in range: ClosedRange<Double>) -> Double {
    guard let field = field(key) else { return range.lowerBound }
    guard let value = field.scalar.flatMap({ Double($0) }), range.contains(value) else {
      notes.add(field.place, "\(field.name) is a number from \(range.lowerBound) to \(range.upperBound), not \(field.kind).")
      return range.lowerBound
    }
    return value
  }

  /// `yes` or `no`; `true` and `false` are read too.
  func flag(_ key: String, default stand: Bool = false) -> Bool {
    guard let field = field(key) else { return stand }
    switch field.scalar {
    case "yes", "true": return true
    case "no", "false": return false
    default:
      notes.add(field.place, "\(field.name) is `yes` or `no`, not \(field.kind).")
      return stand
    }
  }

  /// One of `words`.
  func choice(_ key: String, of words: [String]) -> String {
    guard let field = field(key) else { return words.first ?? "" }
    return field.choice(of: words, notes: notes) ?? words.first ?? ""
  }

  /// A size such as `50 MB`, in bytes.
  func sizeBytes(_ key: String) -> Int64 {
    guard let field = field(key) else { return 1 }
    let units: [String: Int64] = ["kB": 1_000, "KB": 1_000, "KiB": 1_024, "MB": 1_000_000, "MiB": 1_048_576]
    let parts = (field.scalar ?? "").split(separator: " ")
    guard parts.count == 2, let first = parts.first, let last = parts.last, let unit = units[String(last)],
      let count = number(first.utf8), case let (bytes, overflow) = Int64(count).multipliedReportingOverflow(by: unit),
      !overflow, (1...CallFile.largestFileBytes).contains(bytes)
    else {
      notes.add(field.place, "\(field.name) is a size up to 1000 MB, such as `50 MB`, not \(field.kind).")
      return 1
    }
    return bytes
  }

  /// A group whose keys are names the file chooses, in their order.
  func entries(_ key: String, mayBeEmpty: Bool = false) -> [(key: String, field: CallFileField)] {
    guard let field = field(key) else { return [] }
    return field.entries(mayBeEmpty: mayBeEmpty, notes: notes)
  }

  /// A list of names that are all in `known`; nil when the key is left out.
  func references(_ key: String, to known: [String], what: String) -> [String]? {
    guard let field = field(key) else { return nil }
    guard case .sequence(let list) = field.node, !list.isEmpty else {
      let example = "`[\(known.first ?? "")]`"
      notes.add(field.place, "\(field.name) is a list of \(what) that names at least one, such as \(example).")
      return nil
    }
    var found: [String] = []
    for node in list {
      let item = CallFileField(path: field.path, node: node, keyPlace: node.mark?.place ?? field.place)
      guard let name = item.choice(of: known, notes: notes) else { continue }
      if found.contains(name) {
        notes.add(item.place, "`\(name)` is listed twice in \(field.name); keep one of the two.")
      } else {
        found.append(name)
      }
    }
    return found
  }
}

extension CallFileField {
  /// One of `words`; nil, and noted, when it is none of them.
  func choice(of words: [String], notes: CallFileNotes) -> String? {
    if let scalar, words.contains(scalar) { return scalar }
    let list = words.prefix(30).map { "`\($0)`" }.joined(separator: ", ")
    let near = scalar.flatMap { nearestName(to: $0, among: words) }
    notes.add(place, "\(name) can't be \(kind); " + (near.map { "did you mean `\($0)`?" } ?? "it is one of \(list)."))
    return nil
  }

  func text(limitCharacters: Int = 300, oneLine: Bool = true, notes: CallFileNotes) -> String {
    guard let scalar, !isEmpty else {
      notes.add(place, "\(name) is a text, not \(kind).")
      return ""
    }
    let text = scalar.trimmed
    if text.isEmpty {
      notes.add(place, "\(name) is empty; write its text.")
    } else if text.count > limitCharacters {
      notes.add(place, "\(name) has \(text.count) characters; at most \(limitCharacters) are read.")
    } else if oneLine, text.contains(where: \.isNewline) {
      notes.add(place, "\(name) is one line; use `>-` before a text that is broken into lines.")
    } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && $0 != "\n" }) {
      notes.add(place, "\(name) holds a control character; remove it.")
    }
    return text
  }

  func entries(mayBeEmpty: Bool, notes: CallFileNotes) -> [(key: String, field: CallFileField)] {
    guard case .mapping(let mapping) = node else {
      notes.add(place, "\(name) is a group of keys, not \(kind).")
      return []
    }
    let children = children(of: mapping, notes: notes)
    if children.isEmpty, !mayBeEmpty { notes.add(place, "\(name) is empty; name at least one.") }
    for (key, child) in children where !key.isSlug {
      notes.add(child.keyPlace, "`\(key.prefix(60))` can't be a key here; use up to 40 lower-case letters, digits and hyphens.")
    }
    return children.map { ($0.0, $0.1) }
  }
}

extension String {
  /// A name fit for URLs, columns and commands: lower-case letters, digits and single hyphens between them.
  var isSlug: Bool {
    let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return (1...40).contains(utf8.count)
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          }
      }
  }

  /// Without white space at either end.
  var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
