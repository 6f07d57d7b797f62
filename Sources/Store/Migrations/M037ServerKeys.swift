/// Secrets the server seals its own words with, such as the address that turns letters off.
enum M037ServerKeys {
  static let migration = Migration(
    number: 37, name: "server keys",
    statements: [
      """
      CREATE TABLE server_key (
        name TEXT PRIMARY KEY,
        secret TEXT NOT NULL,
        at BIGINT NOT NULL
      )
      """
    ])
}
