internal import Foundation

#if canImport(Glibc)
internal import Glibc
#endif

/// A folder for the files of one piece of work, which only this user may enter.
enum WorkFolder {
  /// Makes the folder, runs `body` and takes the folder away again, whatever happens.
  static func with<Value>(_ purpose: String, _ body: (String) async throws -> Value) async throws -> Value {
    var template = Array((NSTemporaryDirectory() + "/lectern-\(purpose)-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw WorkStopped(description: "No temporary folder could be made for \(purpose).") }
    let folder = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
  }
}

/// Work outside the database did not come to its end.
struct WorkStopped: Error, CustomStringConvertible {
  let description: String
}
