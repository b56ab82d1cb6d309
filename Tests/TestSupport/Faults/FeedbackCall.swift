/// What a request asks of a server for feedback.
package enum FeedbackCall: Sendable, Equatable {
  case info
  case create, batch, list
  case read(id: String), update(id: String), delete(id: String)
  case unknown

  package init(_ request: LoopbackRequest) {
    let parts = request.path.split(separator: "?", maxSplits: 1).first?.split(separator: "/") ?? []
    switch (request.method, parts.last, parts.dropLast().last) {
    case ("GET", "info", _): self = .info
    case ("POST", "multipart", _): self = .batch
    case ("POST", "feedback", _): self = .create
    case ("GET", "feedback", _): self = .list
    case ("GET", let id?, "feedback"): self = .read(id: String(id))
    case ("PATCH", let id?, "feedback"): self = .update(id: String(id))
    case ("DELETE", let id?, "feedback"): self = .delete(id: String(id))
    default: self = .unknown
    }
  }

  var isCreation: Bool { self == .create || self == .batch }

  var isReading: Bool {
    switch self {
    case .read, .list: true
    default: false
    }
  }
}
