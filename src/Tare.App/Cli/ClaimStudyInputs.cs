using Tare.Analysis;
using Tare.Catalogue;
using Tare.Psychometrics;

namespace Tare.App.Cli;

/// <summary>Reads what the studies of claims work on; results task by task from the folder that <c>TARE_DATA_MIRROR</c> names.</summary>
internal sealed class ClaimStudyInputs(Terminal terminal)
{
    private const string TerminalBenchFile = "agent-psychometrics/terminalbench/responses_raw.jsonl";
    private const string SweBenchFile = "agent-psychometrics/swebench_verified/responses.jsonl";

    /// <summary>The data that some studies need, and the files read.</summary>
    public (StudyData Data, InputDigest Inputs) For(IReadOnlyCollection<ClaimStudy> studies)
    {
        var needs = studies.SelectMany(s => s.Needs).ToHashSet();
        var files = new List<InputFile>();
        var data = new StudyData
        {
            Curated = CuratedData.Evidence(),
            CaisiTable = CuratedData.CaisiTable(),
            PrintedElo = CuratedData.CaisiElo().ToDictionary(p => p.ModelId, p => (p.Value, p.HalfWidth95), StringComparer.Ordinal),
            Eci = Methodologies.Get("eci"),
            Caisi = Methodologies.Get("caisi-2026"),
            HarnessScores = CuratedData.HarnessScores(),
            SelfReports = CuratedData.SelfReports(),
            Submissions = CuratedData.Submissions(),
            TerminalBench = needs.Contains(StudyDataSet.TerminalBench) ? Mirrored(TerminalBenchFile, files) : null,
            SweBench = needs.Contains(StudyDataSet.SweBench) ? Mirrored(SweBenchFile, files) : null,
        };
        return (data, Inputs.DigestOf(files, needs.Contains(StudyDataSet.Curated) ? data.Curated.Digest : null));
    }

    private string? Folder() => terminal.Variable("TARE_DATA_MIRROR") is { Length: > 0 } folder ? folder : null;

    private ResponseMatrix? Mirrored(string file, List<InputFile> files)
    {
        if (Folder() is not { } folder || Path.Combine(folder, file) is var path && !File.Exists(path))
        {
            return null;
        }

        files.AddRange(ImportSource.FromPath(path).Files().Select(f => f with { Path = file }));
        return Responses.Read(path);
    }
}
