using System.Text;
using Tare.Catalogue;
using Tare.Records;
using Tare.Testing;

namespace Tare.Catalogue.Tests;

/// <summary>A bad row in <c>data/</c> is an error with file, line, column, value and expectation.</summary>
public sealed class CuratedLoaderTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Every_bad_row_is_refused()
    {
        var complaints = new Complaints(_bench);
        void Change(string title, string file, string from, string to, Func<CuratedLoader, object> read) =>
            complaints.Add(title, () => read(new CuratedLoader(new ChangedFiles(file, from, to))));

        Change("an unknown column", "models.csv", "id,name,developer", "id,name,devloper,developer", l => l.Models);
        Change("a missing column", "models.csv", ",access\n", "\n", l => l.Models);
        Change("an identifier twice", "models.csv", "\no3-mini,", "\no3,", l => l.Models);
        Change("an identifier with capitals", "models.csv", "\no3-mini,", "\nO3 mini,", l => l.Models);
        Change("an empty identifier", "models.csv", "\no3-mini,", "\n,", l => l.Models);
        Change("a country that does not exist", "models.csv", "o3-mini,o3-mini,OpenAI,US", "o3-mini,o3-mini,OpenAI,XX", l => l.Models);
        Change(
            "weights that are no word of ours",
            "models.csv",
            "o3-mini,o3-mini,OpenAI,US,closed",
            "o3-mini,o3-mini,OpenAI,US,half",
            l => l.Models
        );
        Change(
            "terms that contradict the weights",
            "models.csv",
            "o3-mini,o3-mini,OpenAI,US,closed,closed",
            "o3-mini,o3-mini,OpenAI,US,open,closed",
            l => l.Models
        );
        Change("a date of a model that does not exist", "release-dates.csv", "\no3-mini,", "\no3-mni,", l => l.Models);
        Change("a day that does not exist", "release-dates.csv", "o3,2025-04-16", "o3,2025-04-31", l => l.Models);
        Change(
            "a date without a source",
            "release-dates.csv",
            "o3,2025-04-16,release,openai-o3",
            "o3,2025-04-16,release,open-ai",
            l => l.Models
        );
        Change("an override without a reason", "overrides.csv", "The licence on the model card is MIT.", "", l => l.Models);
        Change("an override of a field that has none", "overrides.csv", "glm-5.1,terms,", "glm-5.1,licence,", l => l.Models);
        Change("a domain that does not exist", "benchmarks.csv", "HLE,natural-science", "HLE,science", l => l.Benchmarks);
        Change(
            "a chance level of 1",
            "benchmarks.csv",
            "Winogrande,general,public,2019-07-24,0.5",
            "Winogrande,general,public,2019-07-24,1",
            l => l.Benchmarks
        );
        Change("an alias that leads nowhere", "aliases.csv", ",hle,", ",hel,", l => l.Names);
        Change("an alias with two meanings", "aliases.csv", "DeepSeek V4,deepseek", "GPT-5,deepseek", l => l.Names);
        Change("a score of 1.3", "scores.csv", "claude-3-haiku,gpqa-diamond,0.1507", "claude-3-haiku,gpqa-diamond,1.3", l => l.Evidence);
        Change(
            "a score that is no number",
            "scores.csv",
            "claude-3-haiku,gpqa-diamond,0.1507",
            "claude-3-haiku,gpqa-diamond,NaN",
            l => l.Evidence
        );
        Change("a score twice", "scores.csv", "claude-3-haiku,gpqa-diamond,0.1507", "claude-3-haiku,cadeval,0.1507", l => l.Evidence);
        Change(
            "a score of a model that does not exist",
            "scores.csv",
            "claude-3-haiku,gpqa-diamond,",
            "claude-3-haiko,gpqa-diamond,",
            l => l.Evidence
        );
        Change(
            "a score on a benchmark that does not exist",
            "scores.csv",
            "claude-3-haiku,gpqa-diamond,",
            "claude-3-haiku,gpqa-diamant,",
            l => l.Evidence
        );
        Change("a percentage above 100", "caisi-2026-05.csv", "gpt-5.5,gpqa-diamond,96", "gpt-5.5,gpqa-diamond,960", l => l.CaisiTable);
        Change("an Elo value of a model that does not exist", "caisi-2026-05-elo.csv", "gpt-5.5,1260", "gpt-55,1260", l => l.CaisiElo);
        Change("an empty file", "scores.csv", "*", "", l => l.Evidence);
        Approval.Check(complaints.ToString(), "bad-curated-data");
    }

    [Fact]
    public void The_curated_files_as_they_are_can_be_read()
    {
        var loader = new CuratedLoader(new ChangedFiles("none", "", ""));
        loader.Evidence.Digest.ShouldBe(CuratedData.Evidence().Digest);
    }

    /// <summary>The files of <c>data/</c> with one change in one file.</summary>
    private sealed class ChangedFiles(string file, string from, string to) : ICuratedFiles
    {
        public Stream Open(string name)
        {
            var text = File.ReadAllText(Repository.PathOf($"data/{name}"));
            if (name == file)
            {
                if (from == "*")
                {
                    text = to;
                }
                else
                {
                    text.ShouldContain(from);
                    var at = text.IndexOf(from, StringComparison.Ordinal);
                    text = string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length));
                }
            }

            return new MemoryStream(Encoding.UTF8.GetBytes(text));
        }
    }
}
