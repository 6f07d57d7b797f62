/// A column of a file and the names a header may give it. The first is the one that messages use.
struct Column: Sendable {
  let names: [String]

  var name: String { names.first ?? "" }

  init(_ names: String...) { self.names = names }

  static let paper = Column("paper", "paper_id", "submission", "forum")
  static let reviewer = Column("reviewer", "user", "reviewer_id", "user_id")
  static let score = Column("score")
  static let demand = Column("demand", "reviews")
  static let minimum = Column("min", "minimum")
  static let target = Column("target")
  static let maximum = Column("max", "maximum", "load", "quota")
  static let value = Column("value", "constraint", "bid")
  static let attribute = Column("name", "attribute")
  static let rule = Column("rule")
  static let number = Column("number", "count")
  static let track = Column("track")
  static let kind = Column("kind")
  static let name = Column("name")
  static let same = Column("of")
  static let author = Column("author", "reviewer", "user")
  static let one = Column("reviewer1", "reviewer_1", "one", "first")
  static let other = Column("reviewer2", "reviewer_2", "other", "second")
}

/// The ways a file's lines may look: each a list of columns, told apart by the header or by the number of fields.
struct FileForm: Sendable {
  let variants: [[Column]]

  init(_ variants: [Column]...) { self.variants = variants }

  static let scores = FileForm([.paper, .reviewer, .score])
  static let plan = FileForm([.paper, .reviewer, .score], [.paper, .reviewer])
  static let papers = FileForm([.paper, .demand], [.paper, .minimum, .maximum])
  static let reviewers = FileForm(
    [.reviewer, .maximum], [.reviewer, .minimum, .maximum], [.reviewer, .minimum, .target, .maximum])
  static let constraints = FileForm([.paper, .reviewer, .value])
  static let attributes = FileForm([.reviewer, .attribute, .value])
  static let rules = FileForm([.rule, .attribute, .value, .number])
  static let authors = FileForm([.paper, .author])
  static let apart = FileForm([.one, .other])
  static let tracks = FileForm([.paper, .track])
  static let roles = FileForm([.kind, .name, .same])

  /// Such as `paper,demand or paper,min,max`.
  var description: String { variants.map { $0.map(\.name).joined(separator: ",") }.joined(separator: " or ") }
}

/// Reads a file's rows in one of its form's variants, with or without a header line.
struct TableReader {
  private let form: FileForm
  private(set) var lines: SeparatedLines
  /// The variant of the form the file is in; known once a row was read.
  private(set) var variant = 0
  /// For each column of the variant, its field.
  private var places: [Int] = []
  private var fieldCount: Int?

  init(_ lines: SeparatedLines, _ form: FileForm) {
    self.lines = lines
    self.form = form
  }

  var file: String { lines.file }
  var line: Int { lines.line }
  var bytes: [UInt8] { lines.bytes }

  /// Goes to the next well-formed row; lines that are none are told and passed over. False at the end, or when there are
  /// problems enough.
  mutating func next(_ problems: inout ProblemList) throws(FileProblem) -> Bool {
    while !problems.isFull {
      switch try lines.advance() {
      case .end: return false
      case .malformed(let message): problems.add(file, line, message)
      case .line:
        if fieldCount == nil {
          if readHeader() { continue }
          guard let found = form.variants.firstIndex(where: { $0.count == lines.fields.count }) else {
            problems.add(file, line, "\(lines.fields.count) fields where \(form.description) belong")
            continue
          }
          use(variant: found, places: Array(form.variants[found].indices))
        }
        if lines.fields.count == fieldCount { return true }
        problems.add(file, line, "\(lines.fields.count) fields where \(fieldCount ?? 0) belong: \(columnNames)")
      }
    }
    return false
  }

  /// Where the column's field of the row lies in `bytes`.
  func field(_ column: Int) -> Range<Int> { lines.fields[places[column]] }

  /// The field as people read it.
  func text(_ column: Int) -> String { String(decoding: lines.bytes[field(column)], as: UTF8.self) }

  private var columnNames: String { form.variants[variant].map(\.name).joined(separator: ",") }

  private mutating func use(variant: Int, places: [Int]) {
    self.variant = variant
    self.places = places
    fieldCount = lines.fields.count
  }

  /// Whether the line is a header: it names every column of a variant, in any order, among others perhaps.
  private mutating func readHeader() -> Bool {
    let names = lines.fields.map { String(decoding: lines.bytes[$0], as: UTF8.self).lowercased() }
    let candidates = form.variants.enumerated().sorted { $0.element.count > $1.element.count }
    for (index, columns) in candidates {
      let found = columns.compactMap { column in names.firstIndex { column.names.contains($0) } }
      if found.count == columns.count, Set(found).count == found.count {
        use(variant: index, places: found)
        return true
      }
    }
    return false
  }
}

extension TableReader {
  /// The score in a field; a problem is told.
  func score(_ column: Int, limit: Int64, _ problems: inout ProblemList) -> Score? {
    switch Score.read(bytes, field(column)) {
    case .score(let score) where abs(score.units) <= limit: return score
    case .noNumber:
      problems.add(
        file, line, "the score “\(text(column))” is no number, and the line is no header (\(form.description)). Write 0.75, say")
    default:
      problems.add(
        file, line, "the score \(text(column)) lies outside ±\(limit / Score.unitsPerOne). Scale the scores, for instance to 0…1")
    }
    return nil
  }

  /// A whole number from 0 to `limit` in a field, such as 3 or 3.0; a problem is told.
  func count(_ column: Int, limit: Int, _ problems: inout ProblemList) -> Int? {
    if case .score(let number) = Score.read(bytes, field(column)), number.rest == 0,
      number.units % Score.unitsPerOne == 0, number.units >= 0, number.units / Score.unitsPerOne <= Int64(limit)
    {
      return Int(number.units / Score.unitsPerOne)
    }
    problems.add(
      file, line, "\(form.variants[variant][column].name) is “\(text(column))”; a whole number from 0 to \(limit) belongs here")
    return nil
  }
}
