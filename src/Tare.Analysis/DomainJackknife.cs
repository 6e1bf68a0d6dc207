using Tare.Psychometrics;
using Tare.Records;

namespace Tare.Analysis;

/// <summary>Delete-one-domain jackknife: each domain's benchmarks are left out once and the rest is fitted anew.</summary>
/// <remarks>
/// s² = (D - 1) / D times the sum over the D domains of (value without d - mean of these values)²; Efron and Tibshirani 1993, section 11.2.
/// </remarks>
internal static class DomainJackknife
{
    /// <summary>Fewer domains than this give no jackknife.</summary>
    internal const int FewestDomains = 3;

    /// <summary>The jackknife, or <see langword="null"/> where a benchmark has no domain or there are too few domains.</summary>
    /// <remarks>A model that some replicate cannot place (no score left, or a design that falls apart) has no standard error.</remarks>
    internal static DomainJackknifeFinding? Of(Evidence evidence, Methodology methodology, BuiltResponses built)
    {
        var domainOf = evidence.Benchmarks.ToDictionary(b => b.Id, b => b.Domain, StringComparer.Ordinal);
        var used = built.Matrix.Items;
        if (used.Any(b => domainOf[b] is null))
        {
            return null;
        }

        var domains = used.Select(b => domainOf[b]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (domains.Count < FewestDomains)
        {
            return null;
        }

        var replicates = domains.ToDictionary(
            d => d,
            IReadOnlyDictionary<string, double> (d) =>
                Replicate(methodology, built.Matrix, b => string.Equals(domainOf[b], d, StringComparison.Ordinal)),
            StringComparer.Ordinal
        );
        var errors = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var model in built.Matrix.Persons.Where(m => replicates.Values.All(r => r.ContainsKey(m))))
        {
            var values = domains.Select(d => replicates[d][model]).ToList();
            var mean = values.Average();
            errors[model] = Math.Sqrt((domains.Count - 1.0) / domains.Count * values.Sum(v => (v - mean) * (v - mean)));
        }

        return new DomainJackknifeFinding(domains, errors, replicates);
    }

    /// <summary>Abilities in points without some benchmarks; weights inside the other domains stay. Empty where they cannot be told.</summary>
    private static Dictionary<string, double> Replicate(Methodology methodology, ResponseMatrix matrix, Func<string, bool> isLeftOut)
    {
        var rest = new List<Response>(matrix.Count);
        for (var k = 0; k < matrix.Count; k++)
        {
            var item = matrix.Items[matrix.ItemOf[k]];
            if (!isLeftOut(item))
            {
                rest.Add(new Response(matrix.Persons[matrix.PersonOf[k]], item, matrix.Value[k], matrix.Importance[k]));
            }
        }

        var part = ResponseMatrix.From(rest);
        var anchors = PointScale.AnchorsOf(methodology.Scale).Select(a => part.Persons.ToList().IndexOf(a)).ToArray();
        if (anchors.Contains(-1))
        {
            return new Dictionary<string, double>(StringComparer.Ordinal);
        }

        try
        {
            var solution = MethodologyFit.FamilyOf(methodology, part).Fit();
            var scale = PointScale.From(methodology.Scale, anchors, solution.Abilities);
            return scale.IsUsable
                ? part
                    .Persons.Select((p, k) => (p, k))
                    .ToDictionary(x => x.p, x => scale.Points(solution.Abilities[x.k]), StringComparer.Ordinal)
                : new Dictionary<string, double>(StringComparer.Ordinal);
        }
        catch (NotIdentifiedException)
        {
            return new Dictionary<string, double>(StringComparer.Ordinal);
        }
    }
}
