import Foundation
import PeerReview
import Store
import Testing

/// One way to keep files. S3 joins this list; every test over `Keeper.allCases` is its contract.
enum Keeper: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case folder = "a folder"

  var testDescription: String { rawValue }

  func withStore(_ body: (any FileStore) async throws -> Void) async throws {
    try await withFolder { folder in
      try await body(FolderFileStore(folder: folder + "/files", startedAt: Instant(seconds: 0)))
    }
  }
}

@Suite("Every file store")
struct FileStoreTests {
  private func keep(_ bytes: [UInt8], in store: any FileStore) throws -> StoredFile {
    let intake = try store.begin(limitBytes: 1 << 20)
    try intake.append(bytes)
    return try intake.finish()
  }

  private let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  private let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test("A file is named by the SHA-256 of its bytes, however they come", arguments: Keeper.allCases)
  func named(_ keeper: Keeper) async throws {
    try await keeper.withStore { store throws in
      let intake = try store.begin(limitBytes: 3)
      try intake.append([97])
      try intake.append([])
      try intake.append(AnyCollection([98, 99]))
      #expect(intake.sizeBytes == 3)
      #expect(try intake.finish() == StoredFile(sha256: abc, sizeBytes: 3))
      #expect(try keep([], in: store) == StoredFile(sha256: empty, sizeBytes: 0))
      #expect(try keep(Array("abc".utf8), in: store).sha256 == abc)
      #expect(try store.open(abc).read(at: 0, limitBytes: 10) == Array("abc".utf8))
      #expect(try store.open(empty).sizeBytes == 0)
    }
  }

  @Test("A file that is taken away is not kept any longer, others are, and it can come again", arguments: Keeper.allCases)
  func removed(_ keeper: Keeper) async throws {
    try await keeper.withStore { store throws in
      _ = try keep(Array("abc".utf8), in: store)
      _ = try keep([], in: store)
      for _ in 0..<2 { try store.remove(abc) }
      try store.remove("../etc")
      #expect(try !store.contains(abc) && store.contains(empty))
      #expect(throws: StoreFault.fileMissing(sha256: abc)) { try store.open(abc) }
      #expect(try keep(Array("abc".utf8), in: store).sha256 == abc)
      #expect(try store.contains(abc))
    }
  }

  @Test("A kept file is read back in pieces from anywhere", arguments: Keeper.allCases)
  func pieces(_ keeper: Keeper) async throws {
    try await keeper.withStore { store throws in
      let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
      let outlet = try store.open(try keep(bytes, in: store).sha256)
      #expect(outlet.sizeBytes == 200_000)
      var read: [UInt8] = []
      while true {
        let piece = try outlet.read(at: Int64(read.count), limitBytes: 65_536)
        if piece.isEmpty { break }
        read += piece
      }
      #expect(read == bytes)
      #expect(try outlet.read(at: 199_999, limitBytes: 10) == [bytes[199_999]])
      #expect(try outlet.read(at: 200_000, limitBytes: 10) == [])
      #expect(try outlet.read(at: .max, limitBytes: .max) == [])
      #expect(try outlet.read(at: -1, limitBytes: 10) == [])
    }
  }

  @Test("One byte over the limit is refused and nothing is kept", arguments: Keeper.allCases)
  func limited(_ keeper: Keeper) async throws {
    try await keeper.withStore { store throws in
      let intake = try store.begin(limitBytes: 3)
      try intake.append(Array("abc".utf8))
      #expect(throws: Refusal.tooLarge(limitBytes: 3)) { try intake.append([0]) }
      #expect(throws: (any Error).self) { try intake.finish() }
      #expect(try !store.contains(abc))
    }
  }

  @Test("What is discarded or never finished is not kept", arguments: Keeper.allCases)
  func discarded(_ keeper: Keeper) async throws {
    try await keeper.withStore { store throws in
      let intake = try store.begin(limitBytes: 3)
      try intake.append(Array("abc".utf8))
      #expect(try !store.contains(abc))
      intake.discard()
      intake.discard()
      #expect(throws: StoreFault.self) { try intake.append([0]) }
      #expect(try !store.contains(abc))
      #expect(throws: StoreFault.fileMissing(sha256: abc)) { try store.open(abc) }
      #expect(throws: StoreFault.fileMissing(sha256: abc)) { try store.path(of: abc) }
    }
  }

  @Test("A finished file stays when its intake is discarded or finished again", arguments: Keeper.allCases)
  func finished(_ keeper: Keeper) async throws {
    try await keeper.withStore { store throws in
      let intake = try store.begin(limitBytes: 3)
      try intake.append(Array("abc".utf8))
      _ = try intake.finish()
      #expect(throws: StoreFault.self) { try intake.finish() }
      intake.discard()
      #expect(try store.contains(abc))
      #expect(try Data(contentsOf: URL(fileURLWithPath: store.path(of: abc))) == Data("abc".utf8))
    }
  }

  @Test("Only a SHA-256 leads to a file", arguments: Keeper.allCases)
  func names(_ keeper: Keeper) async throws {
    try await keeper.withStore { store throws in
      _ = try keep(Array("abc".utf8), in: store)
      let weird = [
        "", "..", "../../etc/passwd", abc.uppercased(), String(abc.dropLast()), abc + "0", abc + "\0", "/" + abc.dropFirst(),
        String(repeating: "../", count: 21) + "a", String(repeating: "é", count: 32), "incoming",
      ]
      for name in weird {
        #expect(try !store.contains(name))
        #expect(throws: StoreFault.self) { try store.open(name) }
        #expect(throws: StoreFault.self) { try store.path(of: name) }
      }
    }
  }

  @Test("The same bytes kept by many at once are kept", arguments: Keeper.allCases)
  func together(_ keeper: Keeper) async throws {
    try await keeper.withStore { store throws in
      try await withThrowingTaskGroup(of: StoredFile.self) { group in
        for _ in 0..<40 { group.addTask { try keep(Array("abc".utf8), in: store) } }
        for try await file in group { #expect(file == StoredFile(sha256: abc, sizeBytes: 3)) }
      }
      #expect(try store.open(abc).read(at: 0, limitBytes: 10) == Array("abc".utf8))
    }
  }
}
