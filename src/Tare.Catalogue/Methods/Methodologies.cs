using Tare.Records;

namespace Tare.Catalogue;

/// <summary>The methodologies that come with the program, and those in files.</summary>
public static class Methodologies
{
    private const string Prefix = "methods/";

    /// <summary>The names of the shipped methodologies, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(Methodologies)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => Path.GetFileNameWithoutExtension(n[Prefix.Length..]))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>All shipped methodologies, in alphabetical order.</summary>
    public static IReadOnlyList<Methodology> List() => [.. Names.Select(Shipped)];

    /// <summary>A shipped methodology by name, or one in a file by its path.</summary>
    /// <param name="nameOrPath">For example <c>eci</c>, or <c>./mine.yaml</c>.</param>
    /// <exception cref="InputException">There is none, or it cannot be used.</exception>
    public static Methodology Get(string nameOrPath)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(nameOrPath);
        if (Names.Contains(nameOrPath, StringComparer.Ordinal))
        {
            return Shipped(nameOrPath);
        }

        if (File.Exists(nameOrPath))
        {
            using var reader = new CheckedTextReader(ImportSource.OpenFile(nameOrPath), nameOrPath, 1 << 18);
            return MethodologyReader.Read(reader.ReadToEnd(), nameOrPath);
        }

        throw InputException.At(
            $"methodology {Quoted.Text(nameOrPath)}",
            "neither a shipped methodology nor a file",
            $"one of {string.Join(", ", Names)}, or the path of a YAML document",
            NearestNames.NextStep(nameOrPath, Names, "'tare methods list' shows what there is")
        );
    }

    private static Methodology Shipped(string name)
    {
        using var stream = typeof(Methodologies).Assembly.GetManifestResourceStream($"{Prefix}{name}.yaml")!;
        using var reader = new StreamReader(stream);
        return MethodologyReader.Read(reader.ReadToEnd(), $"methods/{name}.yaml");
    }
}
