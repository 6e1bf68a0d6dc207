using System.Text.Json;
using Tare.Testing;

namespace Tare.Psychometrics.Tests;

/// <summary>Reference values made by other programs; the scripts lie beside them in <c>golden/oracles</c>.</summary>
internal static class Golden
{
    internal static JsonDocument Read(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Tare.Psychometrics.Tests", "golden", name)));
}
