namespace Tare.Harnesses;

/// <summary>Where an agent works: a sandbox with one work folder, in which commands run one after another.</summary>
public interface IWorkplace
{
    /// <summary>Runs a shell command in the work folder.</summary>
    /// <param name="command">What bash gets.</param>
    /// <param name="limit">Longest time that it may take.</param>
    /// <param name="cancel">Ends it early.</param>
    Task<CommandOutput> RunAsync(string command, TimeSpan limit, CancellationToken cancel);
}
