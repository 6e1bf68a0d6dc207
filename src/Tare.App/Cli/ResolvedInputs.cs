using Tare.Records;

namespace Tare.App.Cli;

/// <summary>Evidence as a command got it.</summary>
/// <param name="Evidence">The snapshot.</param>
/// <param name="Inputs">Its digest and the files behind it.</param>
/// <param name="Warnings">What an import could not keep.</param>
internal sealed record ResolvedInputs(Evidence Evidence, InputDigest Inputs, IReadOnlyList<string> Warnings);
