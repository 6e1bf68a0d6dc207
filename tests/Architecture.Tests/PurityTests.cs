using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Architecture.Tests;

/// <summary>Projects that compute touch no file, clock, environment, console or network.</summary>
public sealed class PurityTests
{
    private static readonly string[] s_pure = ["Numerics", "Psychometrics", "Analysis", "Costs", "Dossier"];

    private static readonly string[] s_forbiddenTypes =
    [
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.IO.StreamReader",
        "System.IO.StreamWriter",
        "System.Console",
        "System.TimeProvider",
        "System.Diagnostics.Process",
        "System.Diagnostics.Stopwatch",
        "System.Net.Http.HttpClient",
        "System.Net.Sockets.Socket",
        "System.Random",
    ];

    private static readonly string[] s_forbiddenMembers =
    [
        "System.DateTime.get_Now",
        "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid",
    ];

    [Fact]
    public void Pure_projects_touch_nothing_outside()
    {
        foreach (var project in s_pure.Where(p => ReferenceTableTests.Table().ContainsKey(p)))
        {
            using var file = new PEReader(File.OpenRead(ReferenceTableTests.AssemblyFile(project)));
            var metadata = file.GetMetadataReader();
            Types(metadata).Intersect(s_forbiddenTypes).ShouldBeEmpty($"Tare.{project} must be pure.");
            var members = Members(metadata).ToArray();
            members.Intersect(s_forbiddenMembers).ShouldBeEmpty($"Tare.{project} must not read the clock.");
            // The number of processors decides how fast, never what; the thread's number is what the compiler puts into iterators.
            members
                .Where(m =>
                    m.StartsWith("System.Environment.", StringComparison.Ordinal)
                    && !m.EndsWith(".get_ProcessorCount", StringComparison.Ordinal)
                    && !m.EndsWith(".get_CurrentManagedThreadId", StringComparison.Ordinal)
                )
                .ShouldBeEmpty($"Tare.{project} must not read the environment.");
        }
    }

    [Fact]
    public void Only_the_parallel_loop_of_Numerics_starts_threads()
    {
        string[] concurrency = ["System.Threading.Tasks.Parallel", "System.Threading.Thread", "System.Threading.ThreadPool"];
        foreach (var project in s_pure.Where(p => p != "Numerics" && ReferenceTableTests.Table().ContainsKey(p)))
        {
            using var file = new PEReader(File.OpenRead(ReferenceTableTests.AssemblyFile(project)));
            Types(file.GetMetadataReader()).Intersect(concurrency).ShouldBeEmpty($"Tare.{project} uses the loop of Numerics.");
        }
    }

    private static IEnumerable<string> Types(MetadataReader metadata) =>
        metadata.TypeReferences.Select(metadata.GetTypeReference).Select(t => FullName(metadata, t));

    private static IEnumerable<string> Members(MetadataReader metadata) =>
        metadata
            .MemberReferences.Select(metadata.GetMemberReference)
            .Where(m => m.Parent.Kind == HandleKind.TypeReference)
            .Select(m => $"{FullName(metadata, metadata.GetTypeReference((TypeReferenceHandle)m.Parent))}.{metadata.GetString(m.Name)}");

    private static string FullName(MetadataReader metadata, TypeReference type) =>
        $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
}
