/// Which papers a plan was made for: some may have left the process since.
enum M025PlanPapers {
  static let migration = Migration(
    number: 25, name: "papers of a plan", statements: ["ALTER TABLE plan ADD COLUMN papers TEXT NOT NULL DEFAULT '[]'"])
}
