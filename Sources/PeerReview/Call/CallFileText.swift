internal import Yams

/// The text of a call file on its way to a tree of nodes.
///
/// Yams stops at the first key that stands twice in a mapping and expands aliases, so both are dealt with here: the
/// first is renamed in place, at the same width, and noted when its group is read; the second are refused.
struct CallFileText {
  private let scalars: [Unicode.Scalar]
  private let bytes: Int
  private let notes: CallFileNotes
  private static let renamedKeysLimit = 30
  /// Of the private-use characters, which no key begins with.
  private static let firstMark: UInt32 = 0xE000

  init(_ text: String, notes: CallFileNotes) {
    self.notes = notes
    bytes = text.utf8.count
    let all = bytes <= CallFile.limitBytes ? Array(text.unicodeScalars) : []
    scalars = all.first == "\u{FEFF}" ? Array(all.dropFirst()) : all
  }

  /// The root of the file; nil when the file can't be read as YAML, which is then noted.
  func root() -> Node? {
    let start = CallFilePlace(line: 1, column: 1)
    guard bytes <= CallFile.limitBytes else {
      notes.add(start, "A call file has at most \(CallFile.limitBytes) bytes; this one has \(bytes).")
      return nil
    }
    guard isPrintable(), hasNoAliases() else { return nil }
    guard let node = compose() else {
      if notes.problems.isEmpty {
        notes.add(start, "The file is empty. A call begins with a line such as `call: mlsys-2026`.")
      }
      return nil
    }
    return node
  }

  private func isPrintable() -> Bool {
    let unprintable = scalars.firstIndex { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: false
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
    guard let unprintable else { return true }
    let code = String(scalars[unprintable].value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    notes.add(place(of: unprintable), "The character \(name) can't stand in a call file; remove it.")
    return false
  }

  /// Refuses a file that names an anchor (`&name`) and an alias of it (`*name`).
  ///
  /// The look is at the text, not at its grammar, so it may refuse prose that holds both; nobody writes such prose.
  private func hasNoAliases() -> Bool {
    var anchors: [String: Int] = [:]
    var aliases: Set<String> = []
    for (index, scalar) in scalars.enumerated() where scalar == "&" || scalar == "*" {
      let name = scalars[(index + 1)...].prefix(64).prefix { isNameScalar($0) }
      guard !name.isEmpty else { continue }
      var text = ""
      text.unicodeScalars.append(contentsOf: name)
      if scalar == "*" { aliases.insert(text) } else if anchors[text] == nil { anchors[text] = index }
    }
    let used = anchors.filter { aliases.contains($0.key) }.values.min()
    guard let used else { return true }
    notes.add(place(of: used), "Anchors (`&name`) and aliases (`*name`) are not read in a call file; write the text out again.")
    return false
  }

  private func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
    default: false
    }
  }

  private func compose() -> Node? {
    var current = scalars
    for round in 0..<Self.renamedKeysLimit {
      var text = ""
      text.unicodeScalars.append(contentsOf: current)
      do {
        return try Yams.compose(yaml: text, .basic, .default, .utf8)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let place = CallFilePlace(line: context.mark.line, column: context.mark.column)
        guard let key = keys.first, let renamed = Unicode.Scalar(Self.firstMark + UInt32(round)),
          let index = keyIndex(at: place, in: current)
        else {
          notes.add(place, "A key that begins here stands twice; keep one of the two.")
          return nil
        }
        notes.rename(key, to: renamed)
        current[index] = renamed
      } catch {
        note(error)
        return nil
      }
    }
    notes.add(CallFilePlace(line: 1, column: 1), "Too many keys stand twice in this file; keep one of each.")
    return nil
  }

  /// The first letter of the key that stands at `place`; nil when the key is empty or no plain word.
  private func keyIndex(at place: CallFilePlace, in scalars: [Unicode.Scalar]) -> Int? {
    guard var index = index(of: place) else { return nil }
    if index < scalars.count, scalars[index] == "\"" || scalars[index] == "'" { index += 1 }
    guard index < scalars.count, scalars[index].properties.isAlphabetic || isNameScalar(scalars[index]) else { return nil }
    return index
  }

  private func note(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      var message = "This is not YAML: \(problem)"
      if let context, !context.text.isEmpty { message += " \(context.text) (line \(context.mark.line))" }
      if problem.contains("another document") { message = "A call file holds one document; remove this `---`" }
      if problem.contains("cannot start any token"), let index = index(of: mark.place), index < scalars.count,
        scalars[index] == "\t"
      {
        message = "This is not YAML: lines are indented by spaces, not by tabs"
      }
      notes.add(mark.place, message + ".")
    case .reader(let problem, _, _, _):
      notes.add(CallFilePlace(line: 1, column: 1), "This is not YAML: \(problem).")
    default:
      notes.add(CallFilePlace(line: 1, column: 1), "This is not YAML.")
    }
  }

  private func place(of index: Int) -> CallFilePlace {
    var line = 1
    var column = 1
    for (position, scalar) in scalars[..<index].enumerated() {
      if isBreak(scalar, at: position) {
        line += 1
        column = 1
      } else if scalar != "\r" {
        column += 1
      }
    }
    return CallFilePlace(line: line, column: column)
  }

  private func index(of place: CallFilePlace) -> Int? {
    var line = 1
    var start = 0
    for (position, scalar) in scalars.enumerated() where line < place.line && isBreak(scalar, at: position) {
      line += 1
      start = position + 1
    }
    let (index, overflow) = start.addingReportingOverflow(place.column - 1)
    return line == place.line && !overflow && (0..<scalars.count).contains(index) ? index : nil
  }

  /// A carriage return before a line feed is part of one break.
  private func isBreak(_ scalar: Unicode.Scalar, at position: Int) -> Bool {
    if scalar == "\n" { return true }
    return scalar == "\r" && !(position + 1 < scalars.count && scalars[position + 1] == "\n")
  }
}

extension Mark {
  var place: CallFilePlace { CallFilePlace(line: line, column: column) }
}
