using Tare.Catalogue;

namespace Tare.Catalogue.Tests;

/// <summary>The reference data that others published: read where they are, never copied into the project.</summary>
internal static class Mirror
{
    private const string Variable = "TARE_DATA_MIRROR";

    /// <summary>A path inside the mirror. Without the variable the test is skipped; with it a missing file fails.</summary>
    public static string Path(string relative)
    {
        var root = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(root))
        {
            Assert.Skip($"{Variable} is not set: this test reads {relative} from the folder of reference data.");
        }

        var path = System.IO.Path.Combine(root, relative);
        (File.Exists(path) || Directory.Exists(path)).ShouldBeTrue($"{Variable} is set, so {path} must exist.");
        return path;
    }

    public static ImportSource Source(string relative) => ImportSource.FromPath(Path(relative));
}
