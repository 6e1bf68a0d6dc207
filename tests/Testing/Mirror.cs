using Xunit;

namespace Tare.Testing;

/// <summary>Published data files that tests read and that are never committed.</summary>
public static class Mirror
{
    /// <summary>Path of a file or folder of the mirror. Without <c>TARE_DATA_MIRROR</c> the test skips; with it, a missing file fails the test.</summary>
    /// <param name="relative">Path inside the mirror.</param>
    public static string PathOf(string relative)
    {
        var mirror = Environment.GetEnvironmentVariable("TARE_DATA_MIRROR");
        if (string.IsNullOrEmpty(mirror))
        {
            Assert.Skip($"TARE_DATA_MIRROR is not set: '{relative}' cannot be read. Set it to a folder with the published data sets.");
        }

        var path = Path.Combine(mirror!, relative);
        Assert.True(File.Exists(path) || Directory.Exists(path), $"TARE_DATA_MIRROR is set, but '{relative}' is not in it.");
        return path;
    }
}
