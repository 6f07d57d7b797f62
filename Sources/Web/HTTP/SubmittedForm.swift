import PeerReview

/// The text fields of a form in the order sent; names may repeat.
///
/// Values are valid Unicode, with line ends as `\n`, and as `PlainText.visible` leaves text; only passwords stay as typed.
struct SubmittedForm: Hashable, Sendable {
  struct Field: Hashable, Sendable {
    let name: String
    let value: String
  }

  private(set) var fields: [Field] = []
  private var places: [String: [Int]] = [:]

  init() {}

  init(_ pairs: [(String, String)]) {
    for (name, value) in pairs { append(name, value) }
  }

  mutating func append(_ name: String, _ value: String) {
    places[name, default: []].append(fields.count)
    fields.append(Field(name: name, value: value))
  }

  /// The first value sent under `name`; `nil` when none was.
  subscript(name: String) -> String? {
    all(name).first
  }

  /// Every value sent under `name`, in order: the ticked boxes, the chosen topics.
  func all(_ name: String) -> [String] {
    (places[name] ?? []).compactMap { fields.indices.contains($0) ? fields[$0].value : nil }
  }

  func contains(_ name: String) -> Bool {
    places[name] != nil
  }

  /// Groups `authors.0.name`, `authors.0.email`, `authors.1.name` … into one form per index, lowest index first.
  ///
  /// Indices needn't be dense: rows may be removed in the browser. Fields with another second word are left out.
  func rows(_ group: String) -> [SubmittedForm] {
    indexedRows(group).map(\.row)
  }

  /// The rows with the index each was sent under, so that a problem can name its field.
  func indexedRows(_ group: String) -> [(index: Int, row: SubmittedForm)] {
    var rows: [Int: SubmittedForm] = [:]
    for field in fields where field.name.hasPrefix(group + ".") {
      let words = field.name.dropFirst(group.count + 1).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      guard words.count == 2, let first = words.first, let last = words.last, !last.isEmpty else { continue }
      guard first.count <= 5, first.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = Int(first) else { continue }
      rows[index, default: SubmittedForm()].append(String(last), field.value)
    }
    return rows.keys.sorted().compactMap { index in rows[index].map { (index, $0) } }
  }

  /// The same form without what was sent under `name`.
  func without(_ name: String) -> SubmittedForm {
    SubmittedForm(fields.filter { $0.name != name }.map { ($0.name, $0.value) })
  }

  static func == (left: SubmittedForm, right: SubmittedForm) -> Bool {
    left.fields == right.fields
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(fields)
  }
}

extension SubmittedForm {
  /// Whether what is typed there is for nobody's eyes.
  static func isSecret(_ field: String) -> Bool { field.lowercased().contains("password") }

  /// Text as every form field must be. Refuses bytes that aren't UTF-8 and NUL; makes every line end `\n`, and leaves out what
  /// nobody can see in text that others read.
  static func text(_ bytes: some Sequence<UInt8>, field: String) throws(Refusal) -> String {
    let bytes = Array(bytes)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal.invalid([FieldProblem(field, "This is not valid UTF-8 text. Please type it again.")])
    }
    guard !bytes.contains(0) else {
      throw Refusal.invalid([FieldProblem(field, "This holds a NUL character. Please remove it.")])
    }
    let lines = bytes.contains(0x0D) ? unifiedLineEnds(text) : text
    return isSecret(field) ? lines : PlainText.visible(lines)
  }

  private static func unifiedLineEnds(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" || !(scalar == "\n" && afterReturn) { scalars.append(scalar == "\r" ? "\n" : scalar) }
      afterReturn = scalar == "\r"
    }
    return String(scalars)
  }
}
