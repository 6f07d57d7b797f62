/// How a plan is made: its method, how far the matcher is, and what places are worth.
enum M006PlanMethod {
  static let migration = Migration(
    number: 6, name: "plan method",
    statements: [
      "ALTER TABLE plan ADD COLUMN method TEXT NOT NULL DEFAULT 'optimal'",
      "ALTER TABLE plan ADD COLUMN limit_millionths BIGINT NOT NULL DEFAULT 500000",
      "ALTER TABLE plan ADD COLUMN perturbation_thousandths BIGINT NOT NULL DEFAULT 500",
      "ALTER TABLE plan ADD COLUMN step TEXT NOT NULL DEFAULT ''",
      """
      CREATE TABLE plan_price (
        plan_id TEXT NOT NULL REFERENCES plan (id),
        papers_key TEXT NOT NULL,
        prices TEXT NOT NULL,
        PRIMARY KEY (plan_id, papers_key)
      )
      """,
    ])
}
