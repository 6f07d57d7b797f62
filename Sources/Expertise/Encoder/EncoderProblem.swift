/// Why a folder can't be used as an encoder, and what to do.
public struct EncoderProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public let file: String
  public let message: String

  init(_ file: String, _ message: String) {
    self.file = file
    self.message = message
  }

  public var description: String { "\(file): \(message)" }
}
