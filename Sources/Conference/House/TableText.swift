internal import AssignmentFiles
internal import ExpertiseFiles
internal import PeerReview

/// A table of comma-separated values that a chair pasted or uploaded, read by the names of its columns.
struct TableText {
  struct Read {
    let rows: [Row]
    /// Columns that are none of those asked for, as they are named in the table.
    let passedOver: [String]
  }

  struct Row {
    /// From 1, as editors count.
    let line: Int
    fileprivate let cells: [String: String]

    /// Empty where the table has no such column.
    subscript(column: String) -> String { cells[column] ?? "" }
  }

  static let limitRows = 20_000
  static let limitProblems = 100
  private static let field = "csv"

  /// Refuses `invalid` with every line that is wrong: missing or repeated columns, too few or too many fields. The table may be a
  /// list with more columns than are asked for: those are passed over, and told. `aliases` are other names of columns, which hold
  /// where the column isn't there by its own.
  static func read(
    _ text: String, columns: [String], optional: [String] = [], aliases: [String: String] = [:]
  ) throws(Refusal) -> Read {
    let known = Set(columns + optional)
    var reader = CSVRows(Array(text.utf8), file: "table")
    var problems: [FieldProblem] = []
    var names: [String] = []
    var rows: [Row] = []
    do {
      guard let head = try reader.next() else {
        throw Refusal.invalid([
          FieldProblem(field, "The table is empty. Its first line names the columns: \(columns.joined(separator: ","))")
        ])
      }
      let written = head.map { $0.lowercased() }
      names = written.map { name in aliases[name].flatMap { written.contains($0) ? nil : $0 } ?? name }
      problems += headProblems(names.filter(known.contains), columns)
      if !problems.isEmpty { throw Refusal.invalid(problems) }
      while let cells = try reader.next() {
        if rows.count >= limitRows {
          throw Refusal.invalid([FieldProblem(field, "At most \(limitRows) lines are read at once.")])
        }
        if cells.count == names.count {
          rows.append(Row(line: reader.rowLine, cells: Dictionary(zip(names, cells.map(trimmed)), uniquingKeysWith: { $1 })))
        } else if problems.count < limitProblems {
          problems.append(problem(reader.rowLine, "There are \(cells.count) fields here, and \(names.count) columns."))
        }
      }
    } catch let refusal as Refusal {
      throw refusal
    } catch let broken as FileProblem {
      problems.append(problem(broken.line ?? 1, broken.message + "."))
    } catch {
      throw .invalid([FieldProblem(field, "This is no table of comma-separated values.")])
    }
    if !problems.isEmpty { throw .invalid(problems) }
    let strange = names.filter { !known.contains($0) && !$0.isEmpty }
    return Read(rows: rows, passedOver: strange.map { String($0.prefix(60)) })
  }

  static func problem(_ line: Int, _ message: String) -> FieldProblem { FieldProblem(field, "Line \(line): \(message)") }

  /// `17` or `#17`.
  static func number(_ text: String) -> SubmissionNumber? {
    Int(text.hasPrefix("#") ? String(text.dropFirst()) : text).map { SubmissionNumber($0) }
  }

  /// `names` are the known ones among those the table has.
  private static func headProblems(_ names: [String], _ columns: [String]) -> [FieldProblem] {
    let lacking = columns.filter { !names.contains($0) }.map {
      problem(1, "The column “\($0)” is missing; the first line names the columns.")
    }
    return lacking + (Set(names).count < names.count ? [problem(1, "A column is named twice.")] : [])
  }
}
