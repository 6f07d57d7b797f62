import Foundation
import PeerReview
import Testing

@testable import Conference

/// A real mail server on loopback (`Tests/Fixtures/smtp/server.py`), for as long as one closure runs.
struct SMTPFixture {
  enum Mode: String {
    case plain, starttls, smtps, auth, silent
  }

  struct Missing: Error, CustomStringConvertible {
    let description: String
  }

  let port: Int
  /// The certificate the server shows, as PEM.
  let authorityFile: String
  private let folder: URL

  static func run(_ mode: Mode, _ body: (SMTPFixture) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let certificate = folder.appending(path: "certificate.pem").path
      let key = folder.appending(path: "key.pem").path
      var arguments = [script, "--mode", mode.rawValue, "--folder", folder.path]
      if mode == .starttls || mode == .smtps {
        try await makeCertificate(certificate, key: key)
        arguments += ["--certificate", certificate, "--key", key]
      }
      let input = Pipe()
      let (process, output) = try launch(python, arguments, input: input)
      // Threads of the cooperative pool block SIGTERM, and children inherit that.
      defer { kill(process.processIdentifier, SIGKILL) }
      let line = await firstLine(of: output)
      guard line.hasPrefix("ready "), let port = Int(line.dropFirst("ready ".count)) else {
        throw Missing(
          description: "The test mail server did not start (\(python) said “\(line)”). Run `make setup`: it installs aiosmtpd.")
      }
      try await body(SMTPFixture(port: port, authorityFile: certificate, folder: folder))
      withExtendedLifetime(input) {}
    }
  }

  /// The letters the server took, in their order.
  func letters() throws -> [ReceivedLetter] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }.sorted()
    return try names.map { name in
      let file = folder.appending(path: name)
      var letter = try JSONDecoder().decode(ReceivedLetter.self, from: Data(contentsOf: file))
      letter.bytes = try Array(Data(contentsOf: file.deletingPathExtension().appendingPathExtension("eml")))
      return letter
    }
  }
}

/// What reached the server, and how another program reads it.
struct ReceivedLetter: Decodable {
  let envelopeFrom: String
  let envelopeTo: [String]
  let tls: Bool
  let user: String?
  let peer: Int
  let hello: String
  let headers: [String]
  let subject: String
  let fromName: String
  let fromAddress: String
  let toName: String
  let toAddress: String
  let body: String
  let defects: [String]
  var bytes: [UInt8] = []

  private enum CodingKeys: String, CodingKey {
    case envelopeFrom, envelopeTo, tls, user, peer, hello, headers, subject, fromName, fromAddress, toName, toAddress, body,
      defects
  }
}

extension SMTPFixture {
  /// A folder of its own for `body`, gone afterwards.
  static func withTemporaryFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static var script: String { root.appending(path: "Tests/Fixtures/smtp/server.py").path }

  /// The project's own Python when `make setup` made one, else the machine's.
  private static var python: String {
    let own = root.appending(path: ".venv/bin/python3").path
    if let stated = ProcessInfo.processInfo.environment["LECTERN_TEST_PYTHON"] { return stated }
    return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
  }

  private static func makeCertificate(_ certificate: String, key: String) async throws {
    let (process, output) = try launch(
      "openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
        "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", certificate,
      ], input: Pipe())
    _ = await firstLine(of: output)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Missing(description: "`openssl` made no certificate. Run `make setup`: it installs openssl.")
    }
  }

  private static func launch(_ program: String, _ arguments: [String], input: Pipe) throws -> (Process, FileHandle) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    return (process, output.fileHandleForReading)
  }

  /// A loopback port that nothing listens on and nothing else can take while `body` runs.
  static func withDeadPort(_ body: (Int) async throws -> Void) async throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    guard isBound else { throw Missing(description: "No loopback port could be bound.") }
    try await body(Int(UInt16(bigEndian: address.sin_port)))
  }

  private static func firstLine(of output: FileHandle) async -> String {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var line: [UInt8] = []
        while let byte = try? output.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") { line.append(byte) }
        continuation.resume(returning: String(decoding: line, as: UTF8.self))
      }
    }
  }
}

extension MailMessage {
  /// A letter with everything chosen that a test does not speak of.
  static func sample(
    to recipient: String = "ada@example.org", name: String = "Ada Lovelace", subject: String = "Your submission",
    body: String = "Dear author,\n\nit arrived.\n", id: String = "letter-1"
  ) throws -> MailMessage {
    MailMessage(
      to: Mailbox(try #require(EmailAddress(recipient)), name: name),
      from: Mailbox(try #require(EmailAddress("chairs@conference.example")), name: "Program Chairs"),
      subject: subject, body: body, messageID: id, date: Instant(seconds: 1_761_854_400))
  }
}
