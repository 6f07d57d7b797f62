import GRDB

extension SQLiteDatabase {
  /// Writes a compact copy of the committed database to `path`. Writes wait meanwhile; reads don't.
  ///
  /// The copy is durable when this returns. A file already at `path` is replaced in one step, and left as it is when
  /// the backup fails. Blobs of the file store are not in it: copy the `files` folder after it, never before, so that
  /// every row of the copy finds its file.
  public func backup(to path: String) async throws {
    let unfinished = path + ".unfinished"
    do {
      try await gate.pass {
        try await engine.writeWithoutTransaction { connection in
          Folder.remove(unfinished)
          try Folder.touch(unfinished)
          try connection.execute(sql: "VACUUM INTO ?", arguments: [unfinished])
          try Folder.syncFile(unfinished)
          try Folder.move(unfinished, to: path)
          try Folder.sync(Folder.parent(of: path))
        }
      }
    } catch {
      Folder.remove(unfinished)
      throw StoreFault.from(error)
    }
  }
}
