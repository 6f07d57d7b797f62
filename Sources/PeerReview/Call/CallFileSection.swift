internal import Yams

/// One value of a call file with the path of keys that leads to it.
struct CallFileField {
  /// Such as `tracks.research.format`; empty for the whole file.
  let path: String
  let node: Node
  /// Where its key stands.
  let keyPlace: CallFilePlace

  /// Where its value begins; an empty value is pointed at by its key.
  var place: CallFilePlace { isEmpty ? keyPlace : node.mark?.place ?? keyPlace }

  var isEmpty: Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.style == .plain && (scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null")
  }

  /// The text of a scalar; nil for lists and mappings.
  var scalar: String? { node.scalar?.string }

  /// What stands there, in words for a message.
  var kind: String {
    switch node {
    case .scalar(let scalar): isEmpty ? "nothing" : "`\(scalar.string.prefix(40))`"
    case .mapping: "a group of keys"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}

/// A group of keys. Lookups of what is missing or wrong note the mistake and return a stand-in, so that a reader goes
/// on to the next; a call is built from stand-ins but never returned.
struct CallFileSection {
  let path: String
  let place: CallFilePlace
  let notes: CallFileNotes
  private let fields: [String: CallFileField]
  /// False when no group of keys stood here: that is noted once, and lookups stay silent.
  let isRead: Bool

  /// Notes keys that are neither in `required` nor in `optional`; one that is clearly a slip of a missing key is taken
  /// for that key, so that its value is checked too.
  init(_ field: CallFileField?, required: [String], optional: [String] = [], notes: CallFileNotes) {
    self.notes = notes
    path = field?.path ?? ""
    place = field.map { $0.path.isEmpty ? $0.place : $0.keyPlace } ?? CallFilePlace(line: 1, column: 1)
    guard let field, case .mapping(let mapping) = field.node else {
      if let field { notes.add(field.place, "\(field.name) is a group of keys, not \(field.kind).") }
      fields = [:]
      isRead = false
      return
    }
    var found: [String: CallFileField] = [:]
    var strange: [(String, CallFileField)] = []
    let known = required + optional
    for (key, child) in field.children(of: mapping, notes: notes) {
      if known.contains(key) { found[key] = child } else { strange.append((key, child)) }
    }
    for (key, child) in strange.prefix(CallFileNotes.limit) {
      let missing = nearestName(to: key, among: known.filter { found[$0] == nil })
      let advice =
        (missing ?? nearestName(to: key, among: known)).map { "did you mean `\($0)`?" }
        ?? "its keys are \(known.map { "`\($0)`" }.joined(separator: ", "))."
      let group = field.path.isEmpty ? "a call file" : field.name
      notes.add(child.keyPlace, "`\(key.prefix(60))` is not a key of \(group); \(advice)")
      if let missing { found[missing] = child }
    }
    for key in required where found[key] == nil {
      notes.add(place, "\(field.name) lacks the key `\(key)`; add it.")
    }
    fields = found
    isRead = true
  }

  /// The value of `key`; nil when it is missing, which has been noted if it is required.
  func field(_ key: String) -> CallFileField? { fields[key] }

  func section(_ key: String, required: [String], optional: [String] = []) -> CallFileSection {
    CallFileSection(fields[key], required: required, optional: optional, notes: notes)
  }
}

extension CallFileField {
  /// Its path as a message names it.
  var name: String { path.isEmpty ? "The file" : "`\(path)`" }

  /// The keys and values of a mapping in their order, without keys that are no words. A key that stands twice is noted.
  func children(of mapping: Node.Mapping, notes: CallFileNotes) -> [(String, CallFileField)] {
    var lines: [String: Int] = [:]
    var children: [(String, CallFileField)] = []
    for (keyNode, value) in mapping {
      let keyPlace = keyNode.mark?.place ?? place
      guard let written = keyNode.scalar?.string, !written.isEmpty else {
        notes.add(keyPlace, "A key is one short word, such as `name`.")
        continue
      }
      let key = notes.nameBeforeRenaming(written) ?? written
      if let line = lines.updateValue(keyPlace.line, forKey: key) {
        notes.add(keyPlace, "`\(key.prefix(60))` stands here a second time, after line \(line); keep one of the two.")
      }
      let childPath = path.isEmpty ? key : "\(path).\(key)"
      children.append((key, CallFileField(path: childPath, node: value, keyPlace: keyPlace)))
    }
    return children
  }
}
