import Foundation
import TestSupport
import Testing

@testable import LangSmith

@Suite struct CurlEngineTests {
  @Test func `Tasks run on the thread that serves the requests, and come back to it with the answers`()
    async throws
  {
    let server = try LoopbackServer { _ in .json("{}") }
    let client = try CurlClient(Self.configuration)
    let url = server.url
    let threads = await withTaskExecutorPreference(client.executor) {
      await withTaskGroup(of: [UInt].self) { tasks in
        for _ in 0..<40 {
          tasks.addTask {
            let before = Self.thread
            _ = await client.perform(HTTPRequest(method: .get, url: url))
            return [before, Self.thread]
          }
        }
        return await tasks.reduce(into: Set()) { $0.formUnion($1) }
      }
    }
    #expect(threads.count == 1)
    #expect(server.requests.count == 40)
  }

  @Test func `A task that comes while nothing is under way wakes the thread`() async throws {
    let client = try CurlClient(Self.configuration)
    for number in 0..<20 {
      let answer = await withTaskExecutorPreference(client.executor) {
        await Task.yield()
        return number
      }
      #expect(answer == number)
    }
  }

  private static var thread: UInt { UInt(pthread_self()) }

  private static var configuration: CurlConfiguration {
    var configuration = CurlConfiguration()
    configuration.allowsPlainHTTP = true
    configuration.usesProxy = false
    return configuration
  }
}
