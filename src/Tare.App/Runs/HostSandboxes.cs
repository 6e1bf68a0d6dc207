using Tare.Records;
using Tare.Runner;
using Tare.Sandboxes;

namespace Tare.App.Runs;

/// <summary>Sandboxes as this host can give them, and what it cannot promise.</summary>
/// <param name="Isolation">What was demanded.</param>
/// <param name="Open">Opens one.</param>
/// <param name="Warnings">Each weaker guarantee, as a sentence.</param>
internal sealed record HostSandboxes(PlannedIsolation Isolation, Func<SandboxPolicy, ISandbox> Open, IReadOnlyList<string> Warnings)
{
    /// <summary>Looks at this host, and refuses it where it cannot promise what is demanded.</summary>
    /// <param name="isolation">What is demanded.</param>
    /// <param name="cancel">Ends the look.</param>
    /// <exception cref="InputException">The host cannot promise it.</exception>
    public static async Task<HostSandboxes> OpenAsync(PlannedIsolation isolation, CancellationToken cancel)
    {
        if (isolation == PlannedIsolation.None)
        {
            return new HostSandboxes(isolation, ProcessSandbox.Open, [ProcessSandbox.Notice]);
        }

        var host = await SandboxHost.ProbeAsync(cancel);
        try
        {
            using var tried = host.Open(new SandboxPolicy { Isolation = TaskEnvironment.Level(isolation) });
            return new HostSandboxes(isolation, host.Open, [.. tried.Warnings]);
        }
        catch (SandboxException e)
        {
            throw new InputException(
                $"--isolation {KebabCase.Of(isolation)}: {e.Message}"
                    + (
                        isolation == PlannedIsolation.Strict
                            ? "\n            --isolation best-effort accepts a weaker host and says in what"
                            : ""
                    ),
                e
            );
        }
    }
}
