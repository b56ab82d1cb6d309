import Foundation

/// What happens to one request instead of what should.
struct Fault: Sendable {
  enum Effect: Sendable {
    case nothing
    case done
    /// Of a batch, the first half.
    case half
    /// Something else is stored in its place.
    case other
    case later(Duration)
  }

  var effect = Effect.nothing
  let reply: LoopbackReply

  /// - Parameters:
  ///   - request: Its key is said again in every answer, as careless servers do.
  ///   - dice: Decides what is left open.
  /// - Returns: `nil` where the kind does not apply.
  init?(
    _ kind: FaultKind, of call: FeedbackCall, _ request: LoopbackRequest, elsewhere: String,
    _ dice: inout SeededGenerator
  ) {
    let key = request.header("x-api-key") ?? ""
    let either = dice.happens(0.5) ? Effect.done : .nothing
    func error(_ status: Int, _ headers: [String: String] = [:]) -> LoopbackReply {
      let body = #"{"detail":"no, not for \#(key)"}"#
      return .answer(status: status, headers: headers.merging(["X-Echo": key]) { $1 }, body: Array(body.utf8))
    }
    switch kind {
    case .internalError: (effect, reply) = (either, error(500))
    case .gatewayErrors: (effect, reply) = (either, error([502, 503, 504][dice.roll(3)]))
    case .outage: reply = error(503)
    case .unavailableForASecond: reply = error(503, ["Retry-After": "1"])
    case .tooMany: reply = error(429)
    case .tooManyForASecond: reply = error(429, ["Retry-After": "1"])
    case .tooManyUntilADate:
      let now = Date()
      reply = error(429, ["Date": now.httpDate, "Retry-After": (now + 1).httpDate])
    case .tooManyForRubbish: reply = error(429, ["Retry-After": "soon"])
    case .tooManyForLessThanNothing: reply = error(429, ["Retry-After": "-5"])
    case .tooManyForADay: reply = error(429, ["Retry-After": "86400"])
    case .requestTimeout: reply = error(408)
    case .tooEarly: reply = error(425)
    case .resetBefore: reply = .reset
    case .resetAfter: (effect, reply) = (.done, .reset)
    case .answerCut:
      (effect, reply) = (.done, .cut(status: 200, body: Array(#"{"id":"\#(key)","x":1}"#.utf8)))
    case .silenceBefore: reply = .hang(seconds: 60)
    case .silenceAfter: (effect, reply) = (.done, .hang(seconds: 60))
    case .drip: (effect, reply) = (either, .drip(status: 200, body: Array(key.utf8), secondsPerByte: 0.05))
    case .endlessBody: (effect, reply) = (either, .endless(status: 200))
    case .hugeHeader:
      let filler = [UInt8](repeating: UInt8(ascii: "x"), count: 2 << 20)
      (effect, reply) = (either, .raw(Array("HTTP/1.1 200 OK\r\nX-Filler: ".utf8) + filler))
    case .garbage: (effect, reply) = (either, .raw(Array("SSH-2.0-OpenSSH_9.2 \(key)\r\n\u{0}\u{1}".utf8)))
    case .loginPage: reply = .html("<html>Welcome, \(key)! Please log in.</html>")
    case .redirects:
      reply = error([301, 302, 307, 308][dice.roll(4)], ["Location": "\(elsewhere)/feedback?key=\(key)"])
    case .unauthorized: reply = error(401)
    case .forbidden: reply = error(403)
    case .conflictSame where call == .create: (effect, reply) = (.done, error(409))
    case .conflictSame where call == .batch: (effect, reply) = (.half, error(409))
    case .conflictOther where call.isCreation: (effect, reply) = (.other, error(409))
    case .flood where call.isCreation: reply = error(422)
    case .late where !call.isReading: (effect, reply) = (.later(.milliseconds(dice.roll(400))), .reset)
    case .batchHalfStored where call == .batch:
      (effect, reply) = (.half, [error(500), .reset, .json("{}", status: 202)][dice.roll(3)])
    case .batchNeverStored where call == .batch: reply = .json("{}", status: 202)
    case .batchStoredLate where call == .batch:
      (effect, reply) = (.later(.milliseconds(dice.roll(400))), .json("{}", status: 202))
    default: return nil
    }
  }
}

extension Date {
  /// `Sun, 06 Nov 1994 08:49:37 GMT`.
  fileprivate var httpDate: String {
    var seconds = time_t(timeIntervalSince1970)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day =
      "\(days[Int(parts.tm_wday)]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900)"
    return "\(day) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
  }
}
