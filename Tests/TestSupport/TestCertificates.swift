import Foundation

/// Certificates that openssl makes for one test, and their authority.
package struct TestCertificates: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case good, expired, wrongName, selfSigned
  }

  private let folder: TemporaryFolder

  /// Whether there is a program that makes them.
  package static let canBeMade =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")
    || FileManager.default.isExecutableFile(atPath: "/usr/local/bin/openssl")

  /// Who trusts this file trusts them.
  package var authority: String { folder.path(of: "ca.pem") }

  package init() async throws {
    folder = try TemporaryFolder()
    try await openssl(["req", "-x509", "-days", "2", "-subj", "/CN=Podium's test authority"] + newKey("ca"))
  }

  /// - Returns: The path of the certificate and its key, without `.pem` and `.key`.
  package func make(_ kind: Kind) async throws -> String {
    let (name, host) = (kind.rawValue, kind == .wrongName ? "elsewhere.invalid" : "localhost")
    let subject = ["-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)"]
    guard kind != .selfSigned else {
      try await openssl(["req", "-x509", "-days", "2"] + subject + newKey(name))
      return folder.path(of: name)
    }
    try await openssl(["req", "-new"] + subject + newKey(name))
    try await openssl(
      [
        "x509", "-req", "-in", folder.path(of: "\(name).pem"), "-CA", authority, "-CAkey",
        folder.path(of: "ca.key"),
        "-CAcreateserial", "-copy_extensions", "copy", "-days", kind == .expired ? "-1" : "2", "-out",
        folder.path(of: "\(name).signed"),
      ])
    try FileManager.default.removeItem(atPath: folder.path(of: "\(name).pem"))
    try FileManager.default.moveItem(
      atPath: folder.path(of: "\(name).signed"), toPath: folder.path(of: "\(name).pem"))
    return folder.path(of: name)
  }

  private func newKey(_ name: String) -> [String] {
    [
      "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
      folder.path(of: "\(name).key"),
      "-out", folder.path(of: "\(name).pem"),
    ]
  }

  private func openssl(_ arguments: [String]) async throws {
    let child = try ChildProcess(
      ["openssl"] + arguments, environment: ProcessInfo.processInfo.environment,
      streams: .each(
        input: FileHandle.nullDevice.fileDescriptor, output: FileHandle.nullDevice.fileDescriptor,
        errors: FileHandle.nullDevice.fileDescriptor))
    let end = try await child.waitForEnd(within: .seconds(30))
    guard end == .exited(0) else { throw Failure(command: arguments.joined(separator: " "), end: end) }
  }

  private struct Failure: Error {
    let command: String
    let end: ChildProcess.End
  }
}
