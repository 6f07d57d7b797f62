import Store
import Testing

@Suite("The SQL both engines share")
struct SQLSubsetTests {
  static let refused: [(String, SQLSubset.Rule)] = [
    ("SELECT a FROM t WHERE a = $2 AND b = $1", .bindOrder),
    ("SELECT a FROM t WHERE a = $1 AND b = $3", .bindOrder),
    ("SELECT a FROM t WHERE a = ?", .bindOrder),
    ("SELECT a FROM t WHERE a = :name", .bindOrder),
    ("SELECT a FROM t WHERE a LIKE 'x%'", .patternMatch),
    ("SELECT a FROM t WHERE a ~ 'x'", .patternMatch),
    ("SELECT a FROM t WHERE flag = 1", .integerAsBoolean),
    ("UPDATE t SET a = $1 WHERE b = $2 AND t.flag = 0", .integerAsBoolean),
    ("SELECT greatest(a, b) FROM t", .oneEngineOnly),
    ("SELECT max(a, b) FROM t", .oneEngineOnly),
    ("SELECT instr(a, 'x') FROM t", .oneEngineOnly),
    ("SELECT string_agg(a, ',') FROM t", .oneEngineOnly),
    ("SELECT group_concat(a) FROM t", .oneEngineOnly),
    ("SELECT a FROM t FOR UPDATE", .oneEngineOnly),
    ("SELECT DISTINCT ON (a) a FROM t", .oneEngineOnly),
    ("INSERT OR IGNORE INTO t (a) VALUES ($1)", .oneEngineOnly),
    ("SELECT a::text FROM t", .oneEngineOnly),
    ("SELECT a FROM t WHERE a IS $1", .oneEngineOnly),
    ("SELECT a FROM t WHERE a == $1", .oneEngineOnly),
    ("SELECT rowid FROM t", .oneEngineOnly),
    ("SELECT a FROM t ORDER BY score DESC", .nullsOrder),
    ("SELECT a FROM t ORDER BY a, coalesce(t.score, 0)", .nullsOrder),
    ("SELECT row_number() OVER (ORDER BY score) FROM t", .nullsOrder),
    ("SELECT a FROM t WHERE a NOT IN ($1,$2)", .notInList),
    ("SELECT a FROM t WHERE a NOT IN (NULL)", .notInList),
    ("BEGIN", .transaction), ("COMMIT", .transaction),
  ]

  @Test("What only one engine reads, or reads otherwise, is found", arguments: refused)
  func finds(_ text: String, _ rule: SQLSubset.Rule) {
    #expect(SQLSubset.violations(in: text, nullableColumns: ["score"]).map(\.rule) == [rule])
  }

  static let allowed = [
    "SELECT a FROM t WHERE a = $1 AND b = $2 AND c = $1",
    "SELECT max(coalesce(a, b)), min(a) FROM t WHERE flag AND other = TRUE AND a IS NOT NULL",
    "UPDATE t SET version = 1, seen = 0 WHERE id = $1",
    "SELECT a FROM t ORDER BY score DESC NULLS LAST, a LIMIT $1 OFFSET $2",
    "SELECT a FROM t WHERE a = 'x LIKE ? :name; BEGIN' -- LIKE ?\n",
    "SELECT a /* = $9 */ FROM t WHERE count = 12 AND a NOT IN (SELECT b FROM u)",
    "INSERT INTO t (a) SELECT a FROM u WHERE TRUE ON CONFLICT (a) DO UPDATE SET a = excluded.a RETURNING a",
    "WITH RECURSIVE n AS (SELECT 1 AS k UNION ALL SELECT k + 1 FROM n WHERE k < 9) SELECT k FROM n",
    "SELECT a, count(*) FILTER (WHERE b) FROM t GROUP BY a HAVING count(*) > 1",
    "SELECT a FROM t WHERE (a, b) > ($1, $2) AND a IS NOT DISTINCT FROM b",
  ]

  @Test("What both engines read alike passes", arguments: allowed)
  func passes(_ text: String) {
    #expect(SQLSubset.violations(in: text, nullableColumns: ["score"]) == [])
  }

  @Test("A database under test refuses a statement outside the subset, unless it is marked as per engine")
  func enforced() async throws {
    let database = try SQLiteDatabase.inMemory()
    await #expect(throws: StoreFault.self) { try await database.read { try $0.exists("SELECT 1 WHERE 'a' LIKE 'a'") } }
    let sql: SQL = "SELECT 1 WHERE 'a' LIKE 'a'"
    #expect(try await database.read { try $0.first(sql.perEngine) { try $0.int(0) } } == 1)
  }
}
