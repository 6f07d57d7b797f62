internal import Foundation
public import PeerReview
internal import Store

/// A server's conferences: the database, the files and everything injected. Desks and jobs are made from it.
public struct Conference: Sendable {
  /// What the operator decides.
  public struct Settings: Sendable {
    /// The server's address without a trailing slash; links in letters begin with it.
    public var site: String
    /// The sender of every letter.
    public var senderEmail: String
    /// Where letters come back to; nil for the sender.
    public var returns: ReturnAddress?

    public init(site: String, senderEmail: String = "lectern@localhost.example", returns: ReturnAddress? = nil) {
      self.returns = returns
      self.site = site
      self.senderEmail = senderEmail
    }
  }

  let database: any Database
  let files: any FileStore
  let clock: any ServerClock
  let random: any RandomSource
  let settings: Settings
  let shelf: CallShelf
  let sameness: SamenessShelf
  let corpus: ImportedCorpus
  let meanings = MeaningShelf()
  let revealBacklog = RevealBacklog()

  /// Opens the data folder, made when missing, and brings its tables up to date.
  ///
  /// Refuses a folder another process owns and one that a newer program wrote; both say so in words for the operator.
  /// `rehearsal` gives up surviving a loss of power, for speed.
  public static func open(
    folder: String, settings: Settings, clock: any ServerClock = SystemClock(),
    random: any RandomSource = SystemRandom(), rehearsal: Bool = false
  ) async throws -> Conference {
    let database = try SQLiteDatabase(folder: folder, durability: rehearsal ? .rehearsal : .full)
    let files = try FolderFileStore(folder: folder + "/files", startedAt: clock.now)
    return try await Conference(
      database, files, clock, random, settings, sameness: SamenessShelf(folder: folder + "/sameness"),
      corpus: ImportedCorpus(folder: folder + "/corpus"))
  }

  /// An empty conference that ends with the process, with its files in `folder`. For tests.
  public static func inMemory(
    folder: String, settings: Settings, clock: any ServerClock, random: any RandomSource
  ) async throws -> Conference {
    try await Conference(
      SQLiteDatabase.inMemory(), FolderFileStore(folder: folder + "/files", startedAt: clock.now), clock, random, settings,
      sameness: SamenessShelf(folder: folder + "/sameness"), corpus: ImportedCorpus(folder: folder + "/corpus"))
  }

  init(
    _ database: any Database, _ files: any FileStore, _ clock: any ServerClock, _ random: any RandomSource,
    _ settings: Settings, sameness: SamenessShelf = SamenessShelf(folder: nil),
    corpus: ImportedCorpus = ImportedCorpus(folder: nil)
  ) async throws {
    self.database = database
    self.files = files
    self.clock = clock
    self.random = random
    self.settings = settings
    self.shelf = CallShelf()
    self.sameness = sameness
    self.corpus = corpus
    let now = clock.now
    while try await !database.write({ try Schema.migrate($0, Schema.migrations, at: now, stopsApart: true) }).isEmpty {}
  }

  public func close() async throws {
    try await database.close()
  }

  /// The server's clock, for pages that tell it.
  public var now: Instant { clock.now }

  /// One operation that changes something: facts loaded, rule asked, rows and record written, all in one transaction.
  func act<Value: Sendable>(_ body: @escaping @Sendable (Act) throws -> Value) async throws -> Value {
    let now = clock.now
    do {
      return try await database.write { try body(Act(session: $0, now: now, conference: self)) }
    } catch StoreFault.diskFull {
      throw Refusal.unavailable(
        reason: "The server's disk is full. What you sent was not stored; the operator is told. Try again in a while.")
    }
  }

  /// One operation that only looks, on a consistent snapshot.
  func look<Value: Sendable>(_ body: @escaping @Sendable (Act) throws -> Value) async throws -> Value {
    let now = clock.now
    return try await database.read { try body(Act(session: $0, now: now, conference: self)) }
  }
}
