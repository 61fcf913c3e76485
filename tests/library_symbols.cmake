# The library does what its caller asks and nothing to the process around it: it never
# prints, ends the process, changes how signals are handled or reads its surroundings.
# Fails on a call of what would. Seen red with a std::puts() in query/searcher.cc.
#
# Not among them, and called: kill(pid, 0), which asks whether the writer that a lock
# file names is alive and signals nobody; sigaction(), to take back that a library which
# reads mail ignores SIGPIPE; the steady clock, for waiting on a lock, for
# time limits and for the stages of Searcher::explain(); getrandom(), by the hash tables
# of a library compiled in; __assert_fail(), in debug builds.
cmake_policy(SET CMP0057 NEW)

execute_process(COMMAND ${nm} -u ${library} OUTPUT_VARIABLE symbols
  RESULT_VARIABLE failed ERROR_VARIABLE message)
if(failed)
  message(FATAL_ERROR "${nm} ${library}: ${message}")
endif()

set(forbidden
  # Prints. The first four are streams of C, the next those of C++.
  stdout stderr stdin _IO_putc _ZSt4cout _ZSt4cerr _ZSt4clog _ZSt3cin _ZSt5wcout
  _ZNSt8ios_base4InitC1Ev printf vprintf fprintf vfprintf dprintf vdprintf puts fputs
  putchar putc fputc putchar_unlocked fwrite perror psignal syslog vsyslog
  __printf_chk __vprintf_chk __fprintf_chk __vfprintf_chk
  # Ends the process, or begins another.
  exit _exit _Exit quick_exit abort atexit at_quick_exit on_exit raise tgkill pthread_kill
  system popen fork vfork clone execl execlp execle execv execvp execve posix_spawn
  posix_spawnp pthread_atfork
  # Handles signals, or limits the process.
  signal bsd_signal sigset sigprocmask pthread_sigmask sigaltstack siginterrupt
  alarm setitimer timer_create setrlimit prctl
  # Reads or changes the surroundings.
  getenv secure_getenv setenv unsetenv putenv environ setlocale uselocale newlocale
  _ZNSt6locale6globalERKS_ chdir fchdir getcwd umask getpwuid gethostname isatty
  # Reads the clock of the day.
  time clock gettimeofday clock_gettime ftime localtime localtime_r gmtime gmtime_r
  strftime tzset _ZNSt6chrono3_V212system_clock3nowEv
  # Random numbers that differ from run to run.
  rand srand random srandom drand48 arc4random)

string(REGEX MATCHALL "U [^\n]+" symbols "${symbols}")
list(LENGTH symbols count)
if(count LESS 100)
  message(FATAL_ERROR "${nm} tells of ${count} symbols only in ${library}")
endif()
foreach(symbol IN LISTS symbols)
  string(REGEX REPLACE "^U ([^@]+).*$" "\\1" symbol "${symbol}")
  string(STRIP "${symbol}" symbol)
  if(symbol IN_LIST forbidden)
    message(SEND_ERROR "the library calls ${symbol}")
  endif()
endforeach()
