import Foundation

/// The calls on sockets that the loopback server needs.
enum LoopbackSocket {
  struct Failure: Error {
    let call: String
    let code: Int32
  }

  static func listen(port: UInt16) throws -> (listener: Int32, port: UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    set(listener, SOL_SOCKET, SO_REUSEADDR)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    try withGeneric(&address) { address, size in
      guard bind(listener, address, size.pointee) == 0 else { throw Failure(call: "bind", code: errno) }
      guard Glibc.listen(listener, 64) == 0 else { throw Failure(call: "listen", code: errno) }
      getsockname(listener, address, size)
    }
    return (listener, UInt16(bigEndian: address.sin_port))
  }

  /// `nil` if nobody listens there.
  static func connect(port: UInt16) -> Int32? {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let isConnected = withGeneric(&address) { Glibc.connect(connection, $0, $1.pointee) == 0 }
    guard isConnected else {
      close(connection)
      return nil
    }
    set(connection, Int32(IPPROTO_TCP), TCP_NODELAY)
    return connection
  }

  static func accept(_ listener: Int32) -> Int32? {
    let connection = Glibc.accept(listener, nil, nil)
    guard connection >= 0 else {
      close(listener)
      return nil
    }
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    set(connection, Int32(IPPROTO_TCP), TCP_NODELAY)
    return connection
  }

  static func send(_ bytes: [UInt8], on connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  static func shutDown(_ socket: Int32) {
    shutdown(socket, Int32(SHUT_RDWR))
  }

  static func reset(_ connection: Int32) {
    lingerNoMore(connection)
    close(connection)
  }

  /// The next `close` resets the connection.
  static func lingerNoMore(_ connection: Int32) {
    var now = linger(l_onoff: 1, l_linger: 0)
    setsockopt(connection, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
  }

  /// Waits so long, or until the other side has gone.
  static func waitForEnd(of connection: Int32, seconds: Double) {
    var watched = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
    poll(&watched, 1, Int32(seconds * 1000))
  }

  private static func set(_ socket: Int32, _ level: Int32, _ option: Int32) {
    var on: Int32 = 1
    setsockopt(socket, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
  }

  private static func withGeneric<Value>(
    _ address: inout sockaddr_in,
    _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) throws -> Value
  ) rethrows -> Value {
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    return try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { try body($0, &size) }
    }
  }
}
