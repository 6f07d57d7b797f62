import Foundation
import PeerReview
import Testing

@testable import Store

@Suite("Files in a folder")
struct FolderFileStoreTests {
  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }

  @Test("Finished files stand by their hash, discarded ones leave nothing")
  func layout() async throws {
    try await withFolder { folder in
      let store = try FolderFileStore(folder: folder, startedAt: Instant(seconds: 0))
      let kept = try store.begin(limitBytes: 10)
      try kept.append(Array("abc".utf8))
      #expect(try files(folder + "/incoming").count == 1)
      _ = try kept.finish()
      let dropped = try store.begin(limitBytes: 10)
      try dropped.append([1])
      dropped.discard()
      #expect(throws: Refusal.tooLarge(limitBytes: 0)) { try store.begin(limitBytes: 0).append([1]) }
      _ = try store.begin(limitBytes: 10)
      #expect(
        try files(folder) == ["ba", "ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "incoming"])
    }
  }

  @Test("A start sweeps what earlier processes left unfinished and nothing else")
  func swept() async throws {
    try await withFolder { folder in
      let start = Instant(seconds: 1_000_000)
      try FileManager.default.createDirectory(atPath: folder + "/incoming", withIntermediateDirectories: true)
      for (name, seconds) in [("old", 999_999), ("new", 1_000_001)] {
        let path = folder + "/incoming/" + name
        try Data([1]).write(to: URL(fileURLWithPath: path))
        let date = Date(timeIntervalSince1970: Double(seconds))
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
      }
      let store = try FolderFileStore(folder: folder, startedAt: Instant(seconds: 0))
      let intake = try store.begin(limitBytes: 1)
      try intake.append([7])
      let kept = try intake.finish()
      _ = try FolderFileStore(folder: folder, startedAt: start)
      #expect(try files(folder + "/incoming") == ["new"])
      #expect(try store.contains(kept.sha256))
    }
  }

  @Test("A full disk is a refusal that says what to do, and ends the intake", .enabled(if: isFullDeviceThere))
  func full() throws {
    let descriptor = open("/dev/full", O_WRONLY)
    let intake = FolderFileIntake(descriptor: descriptor, path: "", limitBytes: 10) { _ in }
    do {
      try intake.append([1])
      Issue.record("a full disk took a byte")
    } catch Refusal.unavailable(let reason) {
      #expect(reason.contains("try again"))
    }
    #expect(throws: StoreFault.self) { try intake.append([1]) }
    #expect(throws: StoreFault.self) { try intake.finish() }
  }

  @Test("A link planted in the way of an upload is not followed")
  func link() async throws {
    try await withFolder { folder in
      let store = try FolderFileStore(folder: folder, startedAt: Instant(seconds: 0))
      let name = folder + "/incoming/\(ProcessInfo.processInfo.processIdentifier)-0"
      try FileManager.default.createSymbolicLink(atPath: name, withDestinationPath: folder + "/elsewhere")
      #expect(throws: StoreFault.self) { try store.begin(limitBytes: 1) }
      #expect(!FileManager.default.fileExists(atPath: folder + "/elsewhere"))
    }
  }
}

private let isFullDeviceThere = FileManager.default.fileExists(atPath: "/dev/full")
