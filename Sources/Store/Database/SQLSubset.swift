/// The SQL that SQLite and PostgreSQL read alike, as far as a text can be checked without its schema.
///
/// Not checkable by text, so proven by running the contract tests on both engines: column types, GROUP BY that names
/// every selected column, and comparisons of values of different types.
public enum SQLSubset {
  public struct Violation: Hashable, Sendable, CustomStringConvertible {
    public let rule: Rule
    /// The words of the statement that break it.
    public let found: String

    public var description: String { "\(found): \(rule.rawValue)" }
  }

  public enum Rule: String, Hashable, Sendable, CaseIterable {
    case bindOrder = "binds are $1, $2, … and first occur in that order"
    case integerAsBoolean = "write WHERE flag, or flag = TRUE; bind integers that aren't flags"
    case patternMatch = "fold and compare in a column of its own instead of matching a pattern"
    case nullsOrder = "ORDER BY a nullable column says NULLS FIRST or NULLS LAST"
    case oneEngineOnly = "only one engine has this"
    case transaction = "transactions are opened and ended by the database alone"
    case notInList = "NOT IN an empty list finds nothing; write NOT EXISTS or compare in Swift"
  }

  /// What in the statement is outside the subset, in the order of the text.
  ///
  /// ORDER BY is held to `NULLS FIRST` or `LAST` for the columns named in `nullableColumns`, in lower case and without
  /// their tables.
  public static func violations(in text: String, nullableColumns: Set<String> = []) -> [Violation] {
    let tokens = SQLTokens(text).tokens
    return bindOrder(tokens) + words(tokens) + signs(tokens) + flags(tokens) + order(tokens, nullableColumns)
  }

  private typealias Token = SQLTokens.Token

  private static func bindOrder(_ tokens: [Token]) -> [Violation] {
    var highest = 0
    for case .bind(let number) in tokens {
      if number == highest + 1 {
        highest = number
      } else if number < 1 || number > highest {
        return [Violation(rule: .bindOrder, found: "$\(number)")]
      }
    }
    return []
  }

  private static let patterns: Set<String> = ["LIKE", "ILIKE", "GLOB", "REGEXP", "SIMILAR"]
  private static let transactions: Set<String> = ["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "ABORT"]
  private static let ofOneEngine: Set<String> = [
    "AUTOINCREMENT", "SERIAL", "BIGSERIAL", "IDENTITY", "ROWID", "WITHOUT", "PRAGMA", "ATTACH", "DETACH", "VACUUM",
    "VIRTUAL", "MATCH", "INDEXED", "ISNULL", "NOTNULL", "JSONB", "TSVECTOR", "DEFERRABLE", "CURRENT_TIMESTAMP",
    "CURRENT_DATE", "CURRENT_TIME", "LATERAL", "ARRAY", "ANY", "INTERVAL", "NOCASE", "MERGE", "TRUNCATE", "COPY",
  ]
  private static let functionsOfOneEngine: Set<String> = [
    "GREATEST", "LEAST", "INSTR", "STRPOS", "POSITION", "STRING_AGG", "GROUP_CONCAT", "ARRAY_AGG", "IFNULL", "IIF",
    "STRFTIME", "DATETIME", "DATE", "TIME", "JULIANDAY", "UNIXEPOCH", "NOW", "DATE_TRUNC", "EXTRACT", "TO_CHAR",
    "RANDOM", "RANDOMBLOB", "PRINTF", "FORMAT", "TYPEOF", "CHANGES", "LAST_INSERT_ROWID", "TOTAL", "HEX", "CHAR", "CHR",
    "CONCAT", "LEFT", "RIGHT", "SPLIT_PART", "LOWER", "UPPER", "SUBSTRING", "GENERATE_SERIES", "COUNT_IF", "BOOL_OR",
    "BOOL_AND",
  ]

  private static func words(_ tokens: [Token]) -> [Violation] {
    var found: [Violation] = []
    for (index, token) in tokens.enumerated() {
      guard case .word(let word) = token else { continue }
      let next = index + 1 < tokens.count ? tokens[index + 1] : nil
      let afterNext = index + 2 < tokens.count ? tokens[index + 2] : nil
      if patterns.contains(word) {
        found.append(Violation(rule: .patternMatch, found: word))
      } else if index == 0, transactions.contains(word) {
        found.append(Violation(rule: .transaction, found: word))
      } else if ofOneEngine.contains(word) || word.hasPrefix("JSON_") && next == .sign("(") {
        found.append(Violation(rule: .oneEngineOnly, found: word))
      } else if functionsOfOneEngine.contains(word), next == .sign("(") {
        found.append(Violation(rule: .oneEngineOnly, found: word + "()"))
      } else if ["MIN", "MAX"].contains(word), next == .sign("("), hasSeveralArguments(tokens, from: index + 1) {
        found.append(Violation(rule: .oneEngineOnly, found: word + " of several values"))
      } else if word == "NOT", next == .word("IN"), afterNext == .sign("("), index + 3 < tokens.count {
        switch tokens[index + 3] {
        case .bind, .word("NULL"): found.append(Violation(rule: .notInList, found: "NOT IN"))
        default: break
        }
      } else if let pair = pairOfOneEngine(word, next) {
        found.append(Violation(rule: .oneEngineOnly, found: pair))
      }
    }
    return found
  }

  private static func pairOfOneEngine(_ word: String, _ next: Token?) -> String? {
    switch (word, next) {
    case ("FOR", .word("UPDATE")), ("FOR", .word("SHARE")), ("DISTINCT", .word("ON")), ("INSERT", .word("OR")),
      ("UPDATE", .word("OR")), ("REPLACE", .word("INTO")):
      if case .word(let second) = next { return word + " " + second }
      return nil
    case ("IS", .bind), ("IS", .number), ("IS", .string), ("IS", .quoted):
      return "IS a value"
    case ("IS", .word(let second)) where !["NULL", "NOT", "DISTINCT", "TRUE", "FALSE"].contains(second):
      return "IS a value"
    default:
      return nil
    }
  }

  private static func hasSeveralArguments(_ tokens: [Token], from opening: Int) -> Bool {
    var depth = 0
    for token in tokens.dropFirst(opening) {
      switch token {
      case .sign("("): depth += 1
      case .sign(")"): depth -= 1
      case .sign(",") where depth == 1: return true
      default: break
      }
      if depth == 0 { return false }
    }
    return false
  }

  private static func signs(_ tokens: [Token]) -> [Violation] {
    tokens.compactMap { token in
      guard case .sign(let sign) = token else { return nil }
      return switch sign {
      case "?", ":", "@", "#": Violation(rule: .bindOrder, found: sign)
      case "~", "~*", "!~": Violation(rule: .patternMatch, found: sign)
      case "==", "::", "->", "`", "[", "&", "^": Violation(rule: .oneEngineOnly, found: sign)
      default: nil
      }
    }
  }

  /// `= 1` and the like in a condition, where a boolean column could stand. In SET they assign integers.
  private static func flags(_ tokens: [Token]) -> [Violation] {
    let conditions: Set<String> = ["WHERE", "AND", "OR", "ON", "HAVING", "WHEN", "NOT", "FILTER"]
    let others: Set<String> = ["SET", "SELECT", "CHECK", "VALUES", "FROM", "THEN", "ELSE", "DEFAULT", "RETURNING"]
    var found: [Violation] = []
    var inCondition = false
    for (index, token) in tokens.enumerated() {
      if case .word(let word) = token {
        if conditions.contains(word) { inCondition = true }
        if others.contains(word) { inCondition = false }
      }
      guard inCondition, case .sign(let sign) = token, ["=", "<>", "!="].contains(sign), index > 0, index + 1 < tokens.count,
        case .number(let number) = tokens[index + 1], ["0", "1"].contains(number), case .word = tokens[index - 1]
      else { continue }
      found.append(Violation(rule: .integerAsBoolean, found: "\(sign) \(number)"))
    }
    return found
  }

  private static func order(_ tokens: [Token], _ nullable: Set<String>) -> [Violation] {
    guard !nullable.isEmpty else { return [] }
    var found: [Violation] = []
    for index in tokens.indices where tokens[index] == .word("BY") && index > 0 && tokens[index - 1] == .word("ORDER") {
      for term in orderTerms(tokens.dropFirst(index + 1)) where !term.contains(.word("NULLS")) {
        let names = term.compactMap { token in
          if case .word(let word) = token, nullable.contains(word.lowercased()) { word.lowercased() } else { nil }
        }
        if let name = names.last { found.append(Violation(rule: .nullsOrder, found: name)) }
      }
    }
    return found
  }

  /// The comma-separated terms after ORDER BY, up to the end of that clause.
  private static func orderTerms(_ tokens: ArraySlice<Token>) -> [[Token]] {
    let ends: Set<String> = ["LIMIT", "OFFSET", "ROWS", "RANGE", "GROUPS", "UNION", "EXCEPT", "INTERSECT", "RETURNING"]
    var terms: [[Token]] = [[]]
    var depth = 0
    for token in tokens {
      if case .word(let word) = token, depth == 0, ends.contains(word) { break }
      if token == .sign("(") { depth += 1 }
      if token == .sign(")") { depth -= 1 }
      if depth < 0 { break }
      if token == .sign(","), depth == 0 {
        terms.append([])
      } else {
        terms[terms.count - 1].append(token)
      }
    }
    return terms
  }
}
