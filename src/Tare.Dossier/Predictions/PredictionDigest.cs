using System.Globalization;
using Tare.Records;

namespace Tare.Dossier;

/// <summary>What is frozen when a prediction is issued.</summary>
public static class PredictionDigest
{
    /// <summary>SHA-256 of statement, issuer, dates, source, criteria and expectation, 64 lower-case hexadecimal digits.</summary>
    /// <param name="prediction">The prediction.</param>
    public static string Of(Prediction prediction)
    {
        ArgumentNullException.ThrowIfNull(prediction);
        var (criteria, expectation) = (prediction.Criteria, prediction.Expectation);
        var hash = new ContentHash()
            .Add("tare/prediction/1")
            .Add(prediction.Statement)
            .Add(prediction.Issuer)
            .Add(prediction.Issued)
            .Add(prediction.WindowDays?.ToString(CultureInfo.InvariantCulture))
            .Add(prediction.Deadline)
            .Add(prediction.Source)
            .Add(criteria.Falsifier)
            .Add(criteria.Observable)
            .Add(criteria.TrueWhen?.Comparison.ToString())
            .Add(criteria.TrueWhen?.Lower)
            .Add(criteria.TrueWhen?.Upper)
            .Add(criteria.Metric)
            .Add(criteria.JudgeRule)
            .Add(criteria.Origin.ToString())
            .Add(expectation.Text)
            .Add(expectation.Direction.ToString())
            .Add(expectation.Low)
            .Add(expectation.High)
            .Add(expectation.Share)
            .Add(expectation.Unit)
            .Add((double)expectation.Of.Count);
        foreach (var gap in expectation.Of)
        {
            hash.Add(gap.Label).Add(gap.Value);
        }

        return hash.Digest();
    }
}
