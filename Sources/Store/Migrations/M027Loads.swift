/// How many papers at most someone in an office takes, where they offered fewer than the call asks.
enum M027Loads {
  static let migration = Migration(
    number: 27, name: "offered loads", statements: ["ALTER TABLE office ADD COLUMN load_limit BIGINT"])
}
