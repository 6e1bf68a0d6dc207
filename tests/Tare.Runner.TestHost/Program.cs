using Tare.Runner;
using Tare.Runner.TestHost;

// A runner that tests kill: goes on with a run folder until everything has ended. Arguments: run folder, file of calls, attempts at one time.
var folder = RunFolder.Open(args[0]);
var parallel = int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture);
await new PlanRunner(folder, KilledRun.Services(args[1], parallel)).RunAsync();
return 0;
