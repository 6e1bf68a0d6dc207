namespace Tare.App.Tests;

/// <summary>What a run left behind.</summary>
internal sealed record CliResult(int Code, string Out, string Error)
{
    /// <summary>All of it as one text, for approval.</summary>
    public string Screen => $"exit {Code}\n--- standard output\n{Out}\n--- standard error\n{Error}";
}
