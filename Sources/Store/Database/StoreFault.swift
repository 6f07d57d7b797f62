/// What went wrong in storage, in the same words for every engine. Never carries a bound value.
public enum StoreFault: Error, Hashable, Sendable {
  /// A row with the same key is there already.
  case uniqueViolation
  /// A row refers to one that doesn't exist, or one that is referred to was to be deleted.
  case foreignKey
  /// A CHECK, NOT NULL or type rule of the schema was broken.
  case check
  /// Another connection held the database longer than the busy timeout.
  case busy
  /// No room, or the disk took no more. The transaction was rolled back; the database works again once there is room.
  case diskFull
  /// The database file is damaged or isn't one.
  case corrupt(String)
  /// A row held something else than the program reads. The column is counted from 0.
  case column(position: Int, problem: String)
  /// Another process owns this data folder.
  case locked(folder: String)
  /// The database was migrated by a newer program than this one.
  case newerSchema(database: Int, program: Int)
  /// An applied migration is not the one the program knows by that number.
  case differentSchema(migration: Int)
  /// A row names a file that the file store doesn't hold.
  case fileMissing(sha256: String)
  case other(String)
}

extension StoreFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .uniqueViolation: "a row with this key exists already"
    case .foreignKey: "a reference between rows is broken"
    case .check: "a rule of the schema is broken"
    case .busy: "the database is busy"
    case .diskFull: "the disk is full"
    case .corrupt(let what): "the database is damaged: \(what)"
    case .column(let position, let problem): "column \(position): \(problem)"
    case .locked(let folder):
      "the data folder \(folder) is in use by a running server; use its web pages, or stop it first"
    case .newerSchema(let database, let program):
      "the database has schema \(database), this program knows up to \(program); run the newer program"
    case .differentSchema(let migration):
      "migration \(migration) in the database is not the one this program knows by that number"
    case .fileMissing(let sha256): "the file \(sha256) is missing"
    case .other(let what): what
    }
  }
}
