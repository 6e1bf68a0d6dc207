using System.Reflection;
using Tare.Records;

namespace Tare.Catalogue.Dossiers;

/// <summary>The dossiers that come with the program.</summary>
public static class CuratedDossiers
{
    private const string Prefix = "dossier/";
    private const string Suffix = ".yaml";
    private static readonly Assembly s_assembly = typeof(CuratedDossiers).Assembly;

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. s_assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A dossier by name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static DossierFile Open(string name) => DossierYaml.Read(Text(name), $"data/dossier/{name}{Suffix}");

    /// <summary>The text of a dossier by name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="InputException">There is none of that name.</exception>
    public static string Text(string name)
    {
        using var stream = s_assembly.GetManifestResourceStream($"{Prefix}{name}{Suffix}");
        if (stream is null)
        {
            var near = NearestNames.Of(name, Names);
            throw InputException.At(
                "dossier",
                $"no dossier '{name}' comes with the program",
                $"one of {string.Join(", ", Names)}, or a file",
                near.Count > 0 ? $"write {string.Join(" or ", near)}" : "give the path of a file that ends in .yaml"
            );
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
