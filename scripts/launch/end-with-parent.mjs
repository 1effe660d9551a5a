// Preloaded (`node --import`) into a process that must not outlive the one that started it: npm tells its grandchildren nothing when it is
// ended, and a killed launcher cannot tell anybody.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 500).unref();
