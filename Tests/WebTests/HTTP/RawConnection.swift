import NIOCore
import NIOPosix

/// Speaks bytes to a server and hands back what it answers, so that tests see what no HTTP client shows.
enum RawConnection {
  /// Sends the first text, waits until the answer holds `awaited`, sends the second, and returns everything that
  /// arrived until the server closed, or until the answer holds `last`.
  static func exchange(
    port: Int, send first: [String], until awaited: String = "", then second: [String] = [], last: String? = nil
  ) async throws -> String {
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      for text in first { try await outbound.write(ByteBuffer(string: text)) }
      var answer = ""
      var sentSecond = second.isEmpty
      for try await chunk in inbound {
        answer += String(buffer: chunk)
        if !sentSecond, answer.contains(awaited) {
          sentSecond = true
          for text in second { try await outbound.write(ByteBuffer(string: text)) }
        }
        if let last, sentSecond, answer.contains(last) { break }
      }
      return answer
    }
  }
}
