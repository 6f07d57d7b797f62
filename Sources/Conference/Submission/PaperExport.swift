public import Pages
internal import PeerReview
internal import Store

/// The papers of a list for a file, read a part at a time while it is sent: ten thousand take no more memory than one part.
public struct PaperExport: Sendable {
  let first: PaperTable
  /// Keys of the parts behind the first.
  let rest: [[SubmissionKey]]
  let read: @Sendable ([SubmissionKey]) async throws -> PaperTable

  /// Hands over each part, in the order of the list; at least one, which may be empty. A paper that the chair may not know of any more when
  /// its part is read is left out.
  public func eachPart(_ take: (PaperTable) async throws -> Void) async throws {
    try await take(first)
    for keys in rest { try await take(read(keys)) }
  }
}

extension ChairDesk {
  /// Every paper of a list, for a file. Refuses a search that is not understood.
  public func submissionExport(
    _ listing: ChairSubmissionListPage.Listing = .init(), partSize: Int = 1_000
  ) async throws -> PaperExport {
    try await listed(listing) { listed, call, act, reveal in
      var listed = listed
      // All of fewer are read as quickly as a part of them.
      let partSize = Self.isFew(partSize, of: listed.total) ? partSize : max(1, listed.keys.count)
      let parts = stride(from: 0, to: listed.keys.count, by: partSize).map { start in
        Array(listed.keys[start...].prefix(partSize))
      }
      let first = try table(parts.first ?? [], listed, call, reveal, act)
      listed.forgetRows()
      return PaperExport(first: first, rest: Array(parts.dropFirst())) { [listed] keys in try await part(keys, of: listed) }
    }
  }

  /// The same at once.
  public func submissionTable(_ listing: ChairSubmissionListPage.Listing = .init()) async throws -> PaperTable {
    let export = try await submissionExport(listing)
    var rows: [ChairSubmissionListPage.Row] = []
    try await export.eachPart { rows += $0.rows }
    return PaperTable(rows: rows, columns: export.first.columns)
  }

  private func part(_ keys: [SubmissionKey], of listed: ListedPapers) async throws -> PaperTable {
    try await lookOnRecord("submissions", .papers) { act, reveal in
      let table = try table(keys, listed, load(act, .papers).call, reveal, act)
      reveal.papers = Set(table.rows.map(\.number))
      return table
    }
  }
}
