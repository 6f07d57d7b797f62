public import Pages

/// Lists of chairs as files: what their pages show, with the same filter and the same rights, and on record as these.
extension ChairDesk {
  /// Rows of one file at most.
  private static let rowsPerFile = 20_000

  public func decisionTable(
    query: String = "", track: String = "", decision: String = "", sort: String = "-score"
  ) async throws -> ListTable {
    try await decisions(query: query, track: track, decision: decision, sort: sort, pageSize: Self.rowsPerFile).listTable
  }

  public func peopleTable(query: String = "") async throws -> ListTable {
    try await people(query: query, pageSize: Self.rowsPerFile).listTable
  }

  /// Without any letter's text.
  public func letterTable(query: String = "", state: String = "") async throws -> ListTable {
    try await letters(query: query, state: state, pageSize: Self.rowsPerFile, readsBodies: false).listTable
  }

  public func conflictTable(state: String = "") async throws -> ListTable {
    try await conflictConsole(state: state, pageSize: Self.rowsPerFile).listTable
  }

  public func reminderTable() async throws -> ListTable {
    try await reminders().listTable
  }

  public func screeningTable(_ listing: ScreeningQueuePage.Listing = .init()) async throws -> ListTable {
    try await screening(listing, pageSize: Self.rowsPerFile).listTable
  }

  public func integrityTable() async throws -> ListTable {
    try await integrityCases().listTable
  }
}
