using System.Globalization;
using System.Text.RegularExpressions;
using Tare.Dossier;
using Tare.Records;

namespace Tare.Web.Dossiers;

/// <summary>How the pages of a dossier word its records.</summary>
internal static partial class DossierWords
{
    /// <summary>A name from code as words: <c>FirstAppearance</c> is <c>first appearance</c>.</summary>
    public static string Plain<T>(T value)
        where T : struct, Enum => KebabCase.Of(value).Replace('-', ' ');

    public static string Since(PartialDate date) => date.IsKnown ? date.ToString() : "unknown";

    /// <summary>The same with what the label compares with.</summary>
    public static string Evolution(PerspectiveView view)
    {
        var words = Plain(view.Evolution.Kind);
        return view.Perspective is { Declared: not null, Baseline: EvolutionBaseline.HolderHistory }
            ? $"{words}, also with the holder's own past"
            : words;
    }

    /// <summary>How many roots, whose, behind how many documents.</summary>
    public static string Support(DossierIndex index, ClaimSupport support)
    {
        var names = support.Roots.Select(r => index.Source(r)?.Publisher ?? r).Distinct(StringComparer.Ordinal);
        return $"{Words.Count(support.Roots.Count, "root")} ({string.Join(", ", names)}) behind {Words.Count(support.Documents, "document")}";
    }

    /// <summary>The first letter as a sentence has it.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Evidence(ClaimEvidence e)
    {
        var value = e.Value is { } v ? $": {v.ToString("0.###", CultureInfo.InvariantCulture)}{(e.Unit is null ? "" : " " + e.Unit)}" : "";
        return $"{e.Measure}{value}{(e.Strength is null ? "" : $" ({e.Strength})")}";
    }

    public static string Digest(string digest) => Words.Prefix(digest);

    /// <summary>A text split at its citations: words, then the number that follows them or <see langword="null"/>.</summary>
    public static IEnumerable<(string Text, int? Number)> Cited(string text)
    {
        var from = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            yield return (text[from..mark.Index], int.Parse(mark.Groups["n"].Value, CultureInfo.InvariantCulture));
            from = mark.Index + mark.Length;
        }

        yield return (text[from..], null);
    }

    public static string Rate(BaseRate? rate) =>
        rate switch
        {
            null => "no class of like predictions",
            { Share: { } share, Interval: { } i } =>
                $"{rate.CameTrue} of {rate.Resolved} others of \"{rate.Class}\" came true: {Words.Share(share)} ({Words.Level(i.Level)} interval {Words.Share(i.Lower)} to {Words.Share(i.Upper)})",
            _ => $"unknown: none of the {rate.Unresolved} others of \"{rate.Class}\" is resolved",
        };

    public static string Probability(PredictionState state)
    {
        if (state.Prediction.Forecasts.Count == 0)
        {
            return "none was stated, so nothing is scored";
        }

        return state.FinalScores.Count > 0
            ? string.Join(
                "; ",
                state.FinalScores.Select(s =>
                    $"{s.Forecast.By} {Words.Share(s.Forecast.Probability)}: Brier {Words.Fixed(s.Brier, 3)}, log loss {(s.LogLoss is { } loss ? Words.Fixed(loss, 3) : "infinite")}"
                )
            )
            : string.Join("; ", state.Prediction.Forecasts.Select(f => $"{f.By} {Words.Share(f.Probability)} at {f.At}"))
                + "; not resolved, so not scored";
    }

    [GeneratedRegex(@"\[(?<n>[0-9]{1,6})\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
