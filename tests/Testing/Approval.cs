using System.Runtime.CompilerServices;
using Xunit;

namespace Tare.Testing;

/// <summary>Compares text with an approved file beside the test. <c>TARE_APPROVE=1</c> accepts what comes.</summary>
public static class Approval
{
    /// <summary>Fails unless <paramref name="received"/> equals <c>Approved/{name}.approved.txt</c> in the folder of the calling file.</summary>
    /// <param name="received">The text; line ends are normalised.</param>
    /// <param name="name">Name of the approved file.</param>
    /// <param name="callerFile">Filled in by the compiler.</param>
    public static void Check(string received, string name, [CallerFilePath] string callerFile = "")
    {
        ArgumentNullException.ThrowIfNull(received);
        var folder = Path.Combine(Path.GetDirectoryName(Repository.SourceFile(callerFile))!, "Approved");
        var approvedFile = Path.Combine(folder, name + ".approved.txt");
        var text = received.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var approved = File.Exists(approvedFile) ? File.ReadAllText(approvedFile).ReplaceLineEndings("\n") : "";
        if (string.Equals(text, approved, StringComparison.Ordinal))
        {
            return;
        }

        Directory.CreateDirectory(folder);
        if (Environment.GetEnvironmentVariable("TARE_APPROVE") == "1")
        {
            File.WriteAllText(approvedFile, text);
            return;
        }

        File.WriteAllText(Path.Combine(folder, name + ".received.txt"), text);
        Assert.Fail($"{name}: the text differs from {name}.approved.txt. Received:\n{text}\nRun with TARE_APPROVE=1 to accept it.");
    }
}
