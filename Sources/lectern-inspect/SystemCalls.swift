import CSeccomp

/// What this program may ask of the system once it has started, whatever a file makes of it: memory, what is open already,
/// reading files, time. No network, no other programs, nothing written but to what is open.
enum SystemCalls {
  private static let allowed = [
    "read", "readv", "pread64", "write", "writev", "lseek", "close", "dup", "fcntl", "ioctl",
    "open", "openat", "access", "faccessat", "faccessat2", "stat", "lstat", "fstat", "newfstatat", "statx", "statfs", "fstatfs",
    "getdents64", "readlink", "readlinkat", "getcwd",
    "mmap", "munmap", "mremap", "mprotect", "madvise", "brk",
    "futex", "sched_yield", "sched_getaffinity", "set_robust_list", "rseq", "membarrier", "clone", "clone3", "exit", "exit_group",
    "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "tgkill", "alarm", "setitimer",
    "clock_gettime", "clock_getres", "clock_nanosleep", "gettimeofday", "time", "getrusage", "times", "getrandom",
    "getpid", "gettid", "getuid", "geteuid", "getgid", "getegid", "uname", "sysinfo", "prlimit64", "getrlimit", "prctl",
  ]

  /// From here on every other call is refused, for good. False where the system has no such filters: the jail and the limits hold
  /// without them, and the last record of an inspection says so.
  @discardableResult
  static func restrict() -> Bool {
    guard let filter = seccomp_init(lectern_refused()) else { return false }
    defer { seccomp_release(filter) }
    for name in allowed {
      let number = seccomp_syscall_resolve_name(name)
      // Not every processor has all of them.
      guard number >= 0 else { continue }
      guard seccomp_rule_add_array(filter, lectern_allowed(), number, 0, nil) == 0 else { return false }
    }
    return seccomp_load(filter) == 0
  }

  static var areRestricted: Bool { lectern_is_filtered() != 0 }
}
