namespace Tare.Runner;

/// <summary>The first place where a journal cannot be read. Every entry before it was read.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Offset">Where the line begins, bytes from 0.</param>
/// <param name="Found">What was found there, in words.</param>
/// <param name="Ordinary">
/// Whether it is what a crash leaves: lines that were being written and never counted. Otherwise the file was changed, and what stood from here on is lost to
/// the run.
/// </param>
public sealed record JournalDamage(int Line, long Offset, string Found, bool Ordinary);
