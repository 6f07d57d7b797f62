import Foundation
import GRDB

extension StoreFault {
  /// SQLite's result codes in the words of every engine. Errors that aren't SQLite's come back unchanged.
  static func from(_ error: any Error) -> any Error {
    guard let error = error as? DatabaseError else { return error }
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
      return uniqueViolation
    case .SQLITE_CONSTRAINT_FOREIGNKEY, .SQLITE_CONSTRAINT_TRIGGER:
      return foreignKey
    case .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMOPEN,
      .SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP:
      return diskFull
    case .SQLITE_IOERR_CORRUPTFS:
      return corrupt(said(error))
    default:
      break
    }
    switch error.resultCode {
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: return check
    case .SQLITE_BUSY, .SQLITE_LOCKED: return busy
    case .SQLITE_FULL: return diskFull
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return corrupt(said(error))
    default: return other(said(error))
    }
  }

  /// The code, what SQLite said, and the statement's text with its `$n`; never a bound value.
  private static func said(_ error: DatabaseError) -> String {
    let message = error.message ?? "no message"
    let statement = error.sql.map { " in: \($0)" } ?? ""
    return "SQLite \(error.extendedResultCode.rawValue): \(message)\(statement)"
  }
}

extension [UInt8] {
  /// The bytes as GRDB binds them.
  var databaseBlob: Data { Data(self) }
}
