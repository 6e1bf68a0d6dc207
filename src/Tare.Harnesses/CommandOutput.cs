namespace Tare.Harnesses;

/// <summary>What a command gave.</summary>
/// <param name="ExitCode">Its exit code, or <see langword="null"/> where a limit ended it.</param>
/// <param name="Text">Standard output and standard error in one stream, as far as the sandbox kept it.</param>
/// <param name="Ended">The limit that ended it, in words, or <see langword="null"/>.</param>
public sealed record CommandOutput(int? ExitCode, string Text, string? Ended);
