namespace Tare.App.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>An unexpected fault of this program; also the answer of <c>verify</c> where something differs.</summary>
    public const int Fault = 1;

    /// <summary>Bad input: a file, a value, an option.</summary>
    public const int BadInput = 2;

    /// <summary>A fit did not converge, or the data cannot identify the answer.</summary>
    public const int NotIdentified = 3;

    /// <summary>Interrupted by the person.</summary>
    public const int Interrupted = 4;
}
