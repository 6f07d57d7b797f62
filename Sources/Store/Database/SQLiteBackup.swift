import GRDB

extension SQLiteDatabase {
  /// Writes compact copies of the committed files into a folder that is there: one that `init(folder:)` opens. Writes wait
  /// meanwhile; reads don't.
  ///
  /// The copies are durable when this returns. Older ones are replaced, each in one step, and left as they are when making new
  /// ones fails. The record of reveals is copied last: it may know of more, never of less. Blobs of the file store are not in it:
  /// copy the `files` folder after it, never before, so that every row of the copy finds its file.
  public func backup(into folder: String) async throws {
    let copies = [(of: "main", name: "lectern"), (of: Self.reveals, name: Self.reveals)].map { file in
      (of: file.of, at: "\(folder)/\(file.name).sqlite", first: "\(folder)/\(file.name).sqlite.unfinished")
    }
    do {
      try await backingUp.pass {
        try await engine.writeWithoutTransaction { connection in
          for copy in copies {
            Folder.remove(copy.first)
            try Folder.touch(copy.first)
            try connection.execute(sql: "VACUUM \(copy.of) INTO ?", arguments: [copy.first])
            try Folder.syncFile(copy.first)
          }
          for copy in copies { try Folder.move(copy.first, to: copy.at) }
          try Folder.sync(folder)
        }
      }
    } catch {
      for copy in copies { Folder.remove(copy.first) }
      throw StoreFault.from(error)
    }
  }
}
