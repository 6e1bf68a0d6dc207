using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Tare.Testing;

namespace Architecture.Tests;

/// <summary>The table of one-way references, checked on the compiled assemblies and against the document.</summary>
public sealed class ReferenceTableTests
{
    private const string None = "-";

    [Fact]
    public void Every_assembly_references_only_what_the_table_allows()
    {
        var table = Table();
        foreach (var (project, allowed) in table)
        {
            var extra = References(project).Where(r => r != project && !allowed.Contains(r)).ToArray();
            extra.ShouldBeEmpty($"Tare.{project} may reference {string.Join(", ", allowed)}. A new edge is a decision record.");
        }
    }

    [Fact]
    public void Every_project_stands_in_the_table()
    {
        var projects = Directory.GetDirectories(Repository.PathOf("src")).Select(d => Path.GetFileName(d)["Tare.".Length..]).Order();
        Table().Keys.Order().ShouldBe(projects);
    }

    [Fact]
    public void No_folder_or_project_has_a_name_that_says_nothing()
    {
        string[] banned = ["Common", "Utils", "Helpers", "Shared", "Core"];
        var folders = Directory
            .EnumerateDirectories(Repository.PathOf("src"), "*", SearchOption.AllDirectories)
            .Where(d => banned.Contains(Path.GetFileName(d).Split('.')[^1], StringComparer.OrdinalIgnoreCase));
        folders.ShouldBeEmpty();
    }

    [Fact]
    public void No_namespace_shares_the_name_of_a_type()
    {
        var names = Table()
            .Keys.SelectMany(p => Types(p).Select(t => (Type: t.Name, t.Namespace)))
            .Where(t => t.Namespace.StartsWith("Tare", StringComparison.Ordinal))
            .ToArray();
        var segments = names.SelectMany(n => n.Namespace.Split('.')).ToHashSet(StringComparer.Ordinal);
        names.Where(n => segments.Contains(n.Type)).Select(n => $"{n.Namespace}.{n.Type}").ShouldBeEmpty();
    }

    internal static Dictionary<string, string[]> Table()
    {
        var rows = File.ReadLines(Repository.PathOf("docs/architecture.md"))
            .Where(l => l.StartsWith("| `Tare.", StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(c => c[0].Trim('`')["Tare.".Length..], c => c[^1], StringComparer.Ordinal);
        return rows.ToDictionary(
            r => r.Key,
            r =>
                r.Value switch
                {
                    None => [],
                    "all" => rows.Keys.Where(k => k != r.Key).ToArray(),
                    var list => list.Split(',', StringSplitOptions.TrimEntries),
                },
            StringComparer.Ordinal
        );
    }

    internal static string AssemblyFile(string project) =>
        Path.Combine(AppContext.BaseDirectory, project == "App" ? "tare.dll" : $"Tare.{project}.dll");

    private static string[] References(string project)
    {
        using var file = new PEReader(File.OpenRead(AssemblyFile(project)));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .AssemblyReferences.Select(h => metadata.GetString(metadata.GetAssemblyReference(h).Name))
                .Where(n => n.StartsWith("Tare.", StringComparison.Ordinal))
                .Select(n => n["Tare.".Length..]),
        ];
    }

    private static (string Name, string Namespace)[] Types(string project)
    {
        using var file = new PEReader(File.OpenRead(AssemblyFile(project)));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata
                .TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Select(t => (metadata.GetString(t.Name), metadata.GetString(t.Namespace)))
                .Where(t => t.Item2.Length > 0),
        ];
    }
}
