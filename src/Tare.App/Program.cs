using Tare.App.Cli;

// Answered before anything else is loaded: scripts ask for the version often.
if (args is ["--version"])
{
    Console.Out.WriteLine($"tare {ProductVersion.Text}");
    return ExitCode.Done;
}

using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    interrupt.Cancel();
};
return await TareProgram.RunAsync(args, Terminal.OfProcess(), interrupt.Token);
