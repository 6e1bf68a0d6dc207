namespace Tare.Testing;

/// <summary>Finds the checkout that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Tare.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A path in the checkout.</summary>
    /// <param name="relative">Path with forward slashes.</param>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>The file on disk of a source path as the compiler recorded it (deterministic builds record <c>/_/</c> for the root).</summary>
    /// <param name="compiledPath">What <c>CallerFilePath</c> gives.</param>
    public static string SourceFile(string compiledPath) =>
        compiledPath.StartsWith("/_/", StringComparison.Ordinal) ? PathOf(compiledPath[3..]) : compiledPath;

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Tare.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("No folder above the test binaries holds Tare.slnx.");
    }
}
