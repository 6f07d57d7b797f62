/// Files kept whole and named by the SHA-256 of their bytes. What is kept is never changed; the same bytes are kept once.
///
/// All calls block on the disk: make them on a thread that may wait. Every adapter passes the same contract tests.
public protocol FileStore: Sendable {
  /// Begins taking a file of at most `limitBytes`. Throws `Refusal.unavailable` when the disk is full.
  func begin(limitBytes: Int64) throws -> any FileIntake

  /// Opens a kept file for reading. Throws `StoreFault.fileMissing` when it isn't kept.
  func open(_ sha256: String) throws -> any FileOutlet

  /// Whether a file with this name is kept. False, too, for what isn't a SHA-256 in 64 lower-case hexadecimal digits.
  func contains(_ sha256: String) throws -> Bool

  /// Where a program that needs a path (the inspector) can read the file. It must not write there.
  /// Throws `StoreFault.fileMissing` when it isn't kept.
  func path(of sha256: String) throws -> String

  /// Takes a file away for good; does nothing when it isn't kept. The caller knows that no row refers to it.
  func remove(_ sha256: String) throws
}

/// A file on its way in. Used by one task at a time; discarded when it goes away unfinished.
public protocol FileIntake: AnyObject, Sendable {
  /// Takes the next bytes, in order.
  ///
  /// Throws `Refusal.tooLarge` as soon as the sum is over the limit and `Refusal.unavailable` when the disk is full.
  /// After either, the intake is discarded.
  func append(_ bytes: UnsafeRawBufferPointer) throws

  /// Bytes taken so far.
  var sizeBytes: Int64 { get }

  /// Keeps the file. It has survived a loss of power when this returns, so that a row may name it.
  func finish() throws -> StoredFile

  /// Forgets what was taken. Does nothing after `finish` or a second time.
  func discard()
}

extension FileIntake {
  /// Takes the next bytes of any collection; those stored in one piece aren't copied.
  public func append(_ bytes: some Collection<UInt8>) throws {
    let done: Void? = try bytes.withContiguousStorageIfAvailable { try append(UnsafeRawBufferPointer($0)) }
    if done == nil { try append(Array(bytes)) }
  }
}

/// A kept file being read. Used by one task at a time; closed when it goes away.
public protocol FileOutlet: AnyObject, Sendable {
  var sizeBytes: Int64 { get }

  /// The bytes from `offset` (from 0) on, at most `limitBytes` of them; fewer only at the end, none past it.
  func read(at offset: Int64, limitBytes: Int) throws -> [UInt8]
}

/// The name and length of a kept file.
public struct StoredFile: Hashable, Sendable {
  /// 64 lower-case hexadecimal digits.
  public let sha256: String
  public let sizeBytes: Int64

  public init(sha256: String, sizeBytes: Int64) {
    self.sha256 = sha256
    self.sizeBytes = sizeBytes
  }
}
