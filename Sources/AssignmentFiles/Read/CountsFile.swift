internal import Matching

/// Names with whole numbers, in canonical order: papers with the reviews they need, or reviewers with their loads.
struct CountsFile: Sendable {
  let names: NameTable
  private(set) var minimum: [Int] = []
  private(set) var target: [Int] = []
  private(set) var maximum: [Int] = []
  /// Whether the file states targets of its own.
  private(set) var hasTargets = false

  /// Problems are told; what they touch is left out.
  static func papers(_ lines: SeparatedLines, _ problems: inout ProblemList) throws(FileProblem) -> CountsFile {
    try CountsFile(TableReader(lines, .papers), noun: "paper", lone: .both, &problems)
  }

  static func reviewers(_ lines: SeparatedLines, _ problems: inout ProblemList) throws(FileProblem) -> CountsFile {
    try CountsFile(TableReader(lines, .reviewers), noun: "reviewer", lone: .maximum, &problems)
  }

  /// What a file with one number a line means by it.
  private enum LoneNumber { case both, maximum }

  private struct Row {
    var minimum: Int
    var target: Int
    var maximum: Int
  }

  private init(
    _ table: TableReader, noun: String, lone: LoneNumber, _ problems: inout ProblemList
  ) throws(FileProblem) {
    var table = table
    var names = NameTable()
    var rows: [Row] = []
    while try table.next(&problems) {
      guard let row = Self.row(table, lone, &problems) else { continue }
      let added = names.add(table.bytes, table.field(0))
      if added.isNew {
        rows.append(row)
      } else {
        problems.add(table.file, table.line, "\(noun) “\(table.text(0))” stands here for the second time. Keep one line")
      }
      if names.count > AssignmentProblem.sizeLimit {
        throw FileProblem(table.file, line: table.line, "there are more than \(AssignmentProblem.sizeLimit) \(noun)s")
      }
      if table.variant == 2 { hasTargets = true }
    }
    if rows.isEmpty, !problems.isFull { problems.add(table.file, nil, "there is no \(noun) in it") }
    let order = names.canonicalOrder
    self.names = names.renumbered(order)
    minimum = order.map { rows[$0].minimum }
    target = order.map { rows[$0].target }
    maximum = order.map { rows[$0].maximum }
  }

  private static func row(_ table: TableReader, _ lone: LoneNumber, _ problems: inout ProblemList) -> Row? {
    var numbers: [Int] = []
    for column in 1...max(1, table.variant + 1) {
      guard let number = table.count(column, limit: AssignmentProblem.countLimit, &problems) else { return nil }
      numbers.append(number)
    }
    let maximum = numbers[numbers.count - 1]
    let minimum = numbers.count > 1 || lone == .both ? numbers[0] : 0
    let target = numbers.count == 3 ? numbers[1] : maximum
    if minimum > target || target > maximum {
      let order = numbers.count == 3 ? "min ≤ target ≤ max" : "min ≤ max"
      problems.add(
        table.file, table.line, "\(numbers.map(String.init).joined(separator: ",")) is not in order: \(order) belongs here")
      return nil
    }
    return Row(minimum: minimum, target: target, maximum: maximum)
  }
}
