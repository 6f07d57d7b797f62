import NIOCore
import NIOHTTP1

/// Stands at each connection between the HTTP decoder and Hummingbird and does what neither does:
///
/// - answers `Expect: 100-continue`, unless the announced body is beyond what any route takes;
/// - when an answer is complete before its request (a refused upload), says `Connection: close`, keeps taking and
///   dropping the rest within bounds so that the client reads the answer instead of a reset, and then closes;
/// - cuts off clients that take no bytes.
final class ConnectionGuard: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  private let bodyBytes: Int64
  private let lingerBytes: Int64
  private let lingerTime: TimeAmount
  private let stalledWriteTime: TimeAmount
  private var requestsBegun = 0
  private var answersBegun = 0
  private var isReadingRequest = false
  private var closesAfterAnswer = false
  private var isLingering = false
  private var droppedBytes: Int64 = 0
  private var stalled: Scheduled<Void>?
  private var lingerEnd: Scheduled<Void>?

  init(bodyBytes: Int64, lingerBytes: Int64, lingerTime: TimeAmount, stalledWriteTime: TimeAmount) {
    self.bodyBytes = bodyBytes
    self.lingerBytes = lingerBytes
    self.lingerTime = lingerTime
    self.stalledWriteTime = stalledWriteTime
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let part = unwrapInboundIn(data)
    switch part {
    case .head(let head):
      // A request after the one that ends the connection is never answered.
      guard !closesAfterAnswer else { return }
      requestsBegun &+= 1
      isReadingRequest = true
      if shouldContinue(head) {
        let answer = HTTPResponseHead(version: head.version, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(answer)), promise: nil)
      }
    case .body(let chunk):
      if isLingering {
        drop(chunk, context)
        return
      }
    case .end:
      isReadingRequest = false
      if isLingering {
        context.close(promise: nil)
        return
      }
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    context.fireChannelReadComplete()
    if isLingering { context.read() }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head):
      answersBegun &+= 1
      guard answersBegun == requestsBegun, isReadingRequest else { break }
      closesAfterAnswer = true
      head.headers.replaceOrAdd(name: "connection", value: "close")
      context.write(wrapOutboundOut(.head(head)), promise: promise)
      return
    case .body:
      break
    case .end:
      guard closesAfterAnswer, answersBegun == requestsBegun else { break }
      let bound = NIOLoopBound((guardian: self, context: context), eventLoop: context.eventLoop)
      let written = promise ?? context.eventLoop.makePromise(of: Void.self)
      written.futureResult.whenComplete { _ in bound.value.guardian.linger(bound.value.context) }
      context.write(data, promise: written)
      return
    }
    context.write(data, promise: promise)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    stalled?.cancel()
    stalled = nil
    if !context.channel.isWritable {
      stalled = closeLater(context, after: stalledWriteTime)
    }
    context.fireChannelWritabilityChanged()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // The answer was given already: what the client breaks now isn't worth a second one.
    guard !closesAfterAnswer else {
      context.close(promise: nil)
      return
    }
    context.fireErrorCaught(error)
  }

  func channelInactive(context: ChannelHandlerContext) {
    stalled?.cancel()
    lingerEnd?.cancel()
    context.fireChannelInactive()
  }

  private func shouldContinue(_ head: HTTPRequestHead) -> Bool {
    guard head.version == .http1_1, requestsBegun == answersBegun &+ 1 else { return false }
    guard head.headers[canonicalForm: "expect"].contains(where: { $0.lowercased() == "100-continue" }) else { return false }
    guard let announced = head.headers.first(name: "content-length") else { return true }
    return Int64(announced).map { $0 <= bodyBytes } ?? false
  }

  private func linger(_ context: ChannelHandlerContext) {
    guard context.channel.isActive else { return }
    guard isReadingRequest else {
      context.close(promise: nil)
      return
    }
    isLingering = true
    lingerEnd = closeLater(context, after: lingerTime)
    context.read()
  }

  private func drop(_ chunk: ByteBuffer, _ context: ChannelHandlerContext) {
    droppedBytes = droppedBytes.addingReportingOverflow(Int64(chunk.readableBytes)).partialValue
    if droppedBytes > lingerBytes { context.close(promise: nil) }
  }

  private func closeLater(_ context: ChannelHandlerContext, after time: TimeAmount) -> Scheduled<Void> {
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    return context.eventLoop.scheduleTask(in: time) { bound.value.close(promise: nil) }
  }
}
