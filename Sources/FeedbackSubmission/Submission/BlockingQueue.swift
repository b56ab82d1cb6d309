import Foundation

/// Runs work that blocks, such as a transaction that waits for other writers, on a thread that may.
struct BlockingQueue: Sendable {
  private let queue: DispatchQueue

  init(label: String) {
    queue = DispatchQueue(label: label)
  }

  func start(_ body: @escaping @Sendable () -> Void) {
    queue.async(execute: body)
  }

  func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Result(catching: body)) }
    }
  }
}
