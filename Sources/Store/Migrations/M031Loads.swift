/// How many papers at most someone in an office takes, where they offered fewer than the call asks.
enum M031Loads {
  static let migration = Migration(
    number: 31, name: "offered loads", statements: ["ALTER TABLE office ADD COLUMN load_limit BIGINT"])
}
