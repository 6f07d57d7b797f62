internal import PeerReview
public import Screening

/// Opens one manuscript and tells what it holds.
public protocol Inspector: Sendable {
  /// Always answers, whatever the file; never longer than the inspector's wall limit after its turn has come.
  func inspect(file path: String) async -> InspectionOutcome

  /// Makes the copy that reviewers read: the pages as they are, without what tells who made the file and without what acts
  /// by itself. The same file gives the same copy.
  func clean(file path: String) async -> CleaningOutcome

  /// Makes the copy that is published, with what `Volume.stamp(of:)` says in it. The same file and stamp give the same copy.
  func stamp(file path: String, with stamp: String) async -> CleaningOutcome

  /// Tells what an archive holds, under the same limits. For `Screening.ArchiveInspection(jsonLines:)`.
  func inspect(archive path: String) async -> InspectionOutcome

  /// Makes the copy of an archive that reviewers get. The same archive gives the same copy.
  func clean(archive path: String) async -> CleaningOutcome

  /// Pictures of some pages as a reader shows them, without those that could not be drawn.
  func picture(pages: [Int], ofFile path: String) async -> [PagePicture]
}

extension Inspector {
  public func inspect(archive path: String) async -> InspectionOutcome {
    .failed(.unavailable(reason: "this inspector opens no archives"))
  }

  public func clean(archive path: String) async -> CleaningOutcome {
    .unavailable(reason: "this inspector opens no archives")
  }

  public func picture(pages: [Int], ofFile path: String) async -> [PagePicture] { [] }

  public func stamp(file path: String, with stamp: String) async -> CleaningOutcome {
    .unavailable(reason: "this inspector stamps nothing")
  }
}

/// A page as a reader shows it.
public struct PagePicture: Hashable, Sendable {
  /// Counted from 1.
  public let page: Int
  public let widthHundredths: Int
  public let heightHundredths: Int
  public let png: [UInt8]

  public init(page: Int, widthHundredths: Int, heightHundredths: Int, png: [UInt8]) {
    self.page = page
    self.widthHundredths = widthHundredths
    self.heightHundredths = heightHundredths
    self.png = png
  }

  /// What the inspector printed, up to the first thing that is no whole picture: a limit may have ended it anywhere, and a
  /// file may have taken it over.
  static func all(in output: [UInt8]) -> [PagePicture] {
    var pictures: [PagePicture] = []
    var rest = output[...]
    while let end = rest.prefix(80).firstIndex(of: UInt8(ascii: "\n")) {
      let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      let numbers = words.dropFirst().compactMap { Int($0) }
      rest = rest[(end + 1)...]
      guard words.first == "picture", numbers.count == 4, (1...100_000).contains(numbers[0]),
        numbers[1...2].allSatisfy({ (100...10_000_000).contains($0) }), numbers[3] >= 8, numbers[3] <= rest.count
      else { break }
      let png = Array(rest.prefix(numbers[3]))
      guard png.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { break }
      pictures.append(
        PagePicture(page: numbers[0], widthHundredths: numbers[1], heightHundredths: numbers[2], png: png))
      rest = rest.dropFirst(numbers[3])
    }
    return pictures
  }
}

public enum CleaningOutcome: Hashable, Sendable {
  case cleaned([UInt8])
  /// No copy can be vouched for; whatever the file's trouble is, it will be the same next time.
  case impossible(CleaningObstacle)
  /// The inspector could not be run; says nothing about the file.
  case unavailable(reason: String)
}

/// Why reviewers can't be given a file.
public enum CleaningObstacle: String, Hashable, CaseIterable, Sendable {
  case notPDF, notArchive, encrypted, damaged, tooLarge
  /// Taking it apart needs more time or memory than any file gets.
  case limits

  /// As the inspector says it.
  init?(exitStatus: Int32) {
    switch exitStatus {
    case 10: self = .notPDF
    case 11: self = .encrypted
    case 12: self = .damaged
    case 13: self = .tooLarge
    case 14: self = .limits
    case 15: self = .notArchive
    default: return nil
    }
  }

  /// For those who may know the file: its authors and the chairs.
  func sentence(in slot: FileSlot) -> String {
    let why =
      switch self {
      case .notPDF: "It is not a PDF"
      case .notArchive: "It is no archive"
      case .encrypted: "It asks for a password"
      case .damaged: "It is damaged"
      case .tooLarge, .limits: "It holds more than can be taken apart here"
      }
    let remedy = slot.isArchive ? "pack its files into a new .zip file" : "print it to a new PDF"
    return "Reviewers can't be given this file, because traces of its authors could not be removed from it. \(why): "
      + "\(remedy) and upload that."
  }
}

public enum InspectionOutcome: Hashable, Sendable {
  /// The records as JSON lines, for `Screening.Inspection(jsonLines:)`. Kept with the manuscript they let changed
  /// rules be run again without opening the file.
  case seen([UInt8])
  case failed(InspectionFailure)
}
