using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Turns records into the snapshot's lines and back.</summary>
internal static class SnapshotRecords
{
    public static SnapshotSource Of(Source s) => new(s.Id, s.Title, s.Publisher, s.Licence, s.Url, s.Date, s.DateNote);

    public static Source Source(SnapshotSource s) =>
        new(s.Id, s.Title, s.Publisher, s.Licence)
        {
            Url = s.Url,
            Date = s.Date,
            DateNote = s.DateNote,
        };

    public static SnapshotModel Of(LanguageModel m) =>
        new(
            m.Id,
            m.Name,
            KebabCase.Of(m.Weights),
            KebabCase.Of(m.Terms),
            [.. m.ReleaseDates.Select(d => new SnapshotDate(d.Date, KebabCase.Of(d.Kind), d.Source))],
            EvidenceDigest.Check(m),
            m.Developer,
            m.Country,
            m.OverrideReason
        );

    public static LanguageModel Model(SnapshotModel m, string where) =>
        new()
        {
            Id = Id(m.Id, where),
            Name = m.Name,
            Developer = m.Developer,
            Country =
                m.Country is null || Countries.IsCode(m.Country)
                    ? m.Country
                    : throw InputException.At(
                        $"{where}.country",
                        Quoted.Text(m.Country),
                        "an ISO 3166 country code of two capital letters",
                        "restore the file"
                    ),
            Weights = Choice<Weights>(m.Weights, $"{where}.weights"),
            Terms = Choice<LicenceTerms>(m.Terms, $"{where}.terms"),
            ReleaseDates =
            [
                .. m.ReleaseDates.Select(d => new ReleaseDate(d.Date, Choice<ReleaseDateKind>(d.Kind, $"{where}.releaseDates"), d.Source)),
            ],
            OverrideReason = m.OverrideReason,
        };

    public static SnapshotBenchmark Of(Benchmark b) =>
        new(b.Id, b.Name, EvidenceDigest.Check(b), b.Domain, b.Visibility, b.ReleaseDate, b.ChanceLevel, b.SourceId);

    public static Benchmark Benchmark(SnapshotBenchmark b, string where) =>
        new()
        {
            Id = Id(b.Id, where),
            Name = b.Name,
            Domain = b.Domain,
            Visibility = b.Visibility,
            ReleaseDate = b.ReleaseDate,
            ChanceLevel = b.ChanceLevel,
            SourceId = b.SourceId,
        };

    public static SnapshotScore Of(Score s) =>
        new(s.ModelId, s.BenchmarkId, s.Value, s.HarnessId, EvidenceDigest.Check(s), s.StandardError, s.Note);

    public static Score Score(SnapshotScore s) =>
        new(s.Model, s.Benchmark, s.Value)
        {
            StandardError = s.StandardError,
            HarnessId = s.Harness,
            Note = s.Note,
        };

    private static string Id(string text, string where) =>
        Slug.IsId(text)
            ? text
            : throw InputException.At(
                $"{where}.id",
                Quoted.Text(text),
                "an identifier of lower case letters, digits, '.', '-' and '_'",
                "restore the file"
            );

    private static T Choice<T>(string text, string where)
        where T : struct, Enum =>
        KebabCase.TryParse<T>(text, out var value)
            ? value
            : throw InputException.At(where, Quoted.Text(text), $"one of {string.Join(", ", KebabCase.All<T>())}", "restore the file");
}
