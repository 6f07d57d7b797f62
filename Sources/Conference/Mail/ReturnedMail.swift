internal import Crypto
internal import Foundation
internal import PeerReview
internal import Store

/// Where messages wait that came back for letters.
public protocol ReturnedMail: Sendable {
  /// The names of some that are whole, oldest first.
  func waiting(limit: Int) -> [String]
  func bytes(of name: String) -> [UInt8]?
  func remove(_ name: String)
}

/// One file a message in a folder of the data folder. The program that hands them over runs beside the server, which holds the
/// folder's database.
public struct ReturnedMailFolder: ReturnedMail {
  private let directory: String

  /// - Parameter data: the data folder.
  public init(data: String) { directory = "\(data)/returned-mail" }

  /// Keeps a message that came to an address; it is on disk when this returns. Refuses one that came to no letter's address.
  /// Handed over twice, it is kept once.
  public func keep(_ bytes: [UInt8], to recipient: String?) throws {
    let recipients = recipient.map { [$0] } ?? ReturnedMessage(bytes).recipients
    guard let token = recipients.lazy.compactMap(ReturnAddress.token).first else { throw NoLetter() }
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let id = String(decoding: SHA256.hash(data: bytes).flatMap(MailToken.hexadecimal), as: UTF8.self)
    let partial = URL(filePath: "\(directory)/.\(id).partial")
    try Data(bytes.prefix(Self.messageBytes)).write(to: partial)
    let handle = try FileHandle(forUpdating: partial)
    try handle.synchronize()
    try handle.close()
    guard rename(partial.path, "\(directory)/\(token).\(id)\(Self.suffix)") == 0 else { throw NotKept() }
  }

  public struct NoLetter: Error {}
  private struct NotKept: Error {}

  public func waiting(limit: Int) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return Array(names.filter { $0.hasSuffix(Self.suffix) && !$0.hasPrefix(".") }.sorted().prefix(limit))
  }

  public func bytes(of name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: "\(directory)/\(name)"))).map { Array($0) }
  }

  public func remove(_ name: String) { try? FileManager.default.removeItem(atPath: "\(directory)/\(name)") }

  private static let suffix = ".eml"
  private static let messageBytes = 1 << 20
}

extension Conference {
  /// Marks letters that came back, in the outbox and nowhere else: who may not know of a letter does not learn of its return. Messages for letters that don't exist here are thrown away.
  func takeReturned(_ mail: any ReturnedMail) async throws {
    for name in mail.waiting(limit: 100) {
      if let bytes = mail.bytes(of: name), let token = name.split(separator: ".").first.map(String.init),
        case .failed(let reason) = ReturnedMessage(bytes).verdict
      {
        try await act { try $0.session.markReturned(token, reason: reason, at: $0.now) }
      }
      mail.remove(name)
    }
  }
}
