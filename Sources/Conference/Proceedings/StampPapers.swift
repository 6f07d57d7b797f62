internal import Foundation
internal import PeerReview
internal import Proceedings

/// Puts the volume's metadata, page numbers and head line into the papers' own PDFs, in the inspector's jail.
public struct PaperStamping: Sendable {
  let inspector: any Inspector
  /// A folder of its own, which exists and is the caller's to remove.
  let folder: String

  public init(inspector: any Inspector, folder: String) {
    self.inspector = inspector
    self.folder = folder
  }

  /// No system starts a program with more than this in one value of its environment.
  private static let stampBytes = 120_000

  /// The path and size of the stamped copy, or why there is none; the paper goes in as it is then.
  func stamp(_ paper: Volume.Paper, of volume: Volume, file: String) async throws -> Stamped {
    let text = volume.stamp(of: paper)
    guard text.utf8.count <= Self.stampBytes else { return .untouched("its names and title hold more than can be stamped") }
    switch await inspector.stamp(file: file, with: text) {
    case .cleaned(let bytes):
      let path = URL(filePath: folder).appending(path: "\(paper.key).pdf")
      try Data(bytes).write(to: path)
      return .stamped(path: path.path, sizeBytes: Int64(bytes.count))
    case .impossible(let obstacle): return .untouched(obstacle.toStamping)
    case .unavailable(let reason): return .untouched(reason)
    }
  }

  enum Stamped {
    case stamped(path: String, sizeBytes: Int64)
    case untouched(String)
  }
}

extension CleaningObstacle {
  fileprivate var toStamping: String {
    switch self {
    case .notPDF, .notArchive: "it is not a PDF"
    case .encrypted: "it is encrypted or signed"
    case .damaged: "it is damaged, or would not say the same afterwards"
    case .tooLarge, .limits: "it holds more than can be taken apart here"
    }
  }
}
